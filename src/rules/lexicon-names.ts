/**
 * What the rule language needs of a lexicon: its facts with their types and values, its service families, regions,
 * spinal levels, drugs and units.
 */
import { levelNames } from '../language/level-units.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { LexiconNames } from '../vocabulary/rule.js';

/** The names of a lexicon that rules may use. */
export function lexiconNames(lexicon: LexiconFile): LexiconNames {
  const families = Object.keys(lexicon.families ?? {});
  const regions = Object.keys(lexicon.regions ?? {});
  const levels = levelNames(lexicon['level-columns'] ?? []);
  const drugs = Object.keys(lexicon.drugs ?? {});
  const parts = Object.values(lexicon.drugs ?? {}).flatMap((drug) => drug.ingredients ?? []);
  const ingredients = [...new Set([...drugs, ...parts])];
  const units = [...Object.keys(lexicon.units ?? {}), ...Object.keys(lexicon['line-units'] ?? {})];
  const groups = Object.values(lexicon['service-groups'] ?? {}).flatMap((group) => group['called-as'] ?? []);
  /** Facts of the request whose values are names of the lexicon. */
  const named: Readonly<Record<string, readonly string[]>> = {
    req_service: families,
    req_regions: regions,
    req_levels: levels,
    req_drug: drugs,
    req_ingredients: ingredients,
  };
  return {
    facts: Object.entries(lexicon.facts ?? {}).map(([name, fact]) => ({
      name,
      type: fact.type,
      unit: fact.unit ?? null,
      values: fact.values ?? (Object.hasOwn(named, name) ? (named[name] ?? []) : []),
      meaning: fact.meaning,
      forRules: fact['for-rules'] ?? true,
    })),
    families,
    regions,
    levels,
    drugs,
    ingredients,
    units: [...new Set(units)],
    parents: [...new Set([...families, ...groups])],
  };
}
