/**
 * What the rule language needs of a lexicon: its facts with their types, its service families, its regions.
 */
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { LexiconNames } from '../vocabulary/rule.js';

/** The fact whose values are the service families. */
const SERVICE_FACT = 'req_service';

export function lexiconNames(lexicon: LexiconFile): LexiconNames {
  const families = Object.keys(lexicon.families ?? {});
  return {
    facts: Object.entries(lexicon.facts ?? {}).map(([name, fact]) => ({
      name,
      type: fact.type,
      unit: fact.unit ?? null,
      values: fact.values ?? (name === SERVICE_FACT ? families : []),
      meaning: fact.meaning,
      forRules: fact['for-rules'] ?? true,
    })),
    families,
    regions: Object.keys(lexicon.regions ?? {}),
  };
}
