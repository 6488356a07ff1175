/**
 * What the rule language needs of a lexicon: its facts with their types, its service families, its regions.
 */
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { LexiconNames } from '../vocabulary/rule.js';

export function lexiconNames(lexicon: LexiconFile): LexiconNames {
  return {
    facts: Object.entries(lexicon.facts ?? {}).map(([name, fact]) => ({
      name,
      type: fact.type,
      unit: fact.unit ?? null,
      values: fact.values ?? [],
      meaning: fact.meaning,
      forRules: fact['for-rules'] ?? true,
    })),
    families: Object.keys(lexicon.families ?? {}),
    regions: Object.keys(lexicon.regions ?? {}),
  };
}
