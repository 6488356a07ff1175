/**
 * The lexicon's names, ready to be looked up and suggested.
 */
import type { FactDefinition } from '../vocabulary/fact.js';
import type { LexiconNames } from '../vocabulary/rule.js';

/** `LexiconNames` for looking up; facts by their names. */
export interface NameIndex {
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly families: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
  readonly drugs: ReadonlySet<string>;
  readonly ingredients: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly parents: ReadonlySet<string>;
}

/** The names that rules may use, for looking them up. */
export function indexNames(names: LexiconNames): NameIndex {
  return {
    facts: new Map(names.facts.map((fact) => [fact.name, fact])),
    families: new Set(names.families),
    regions: new Set(names.regions),
    levels: new Set(names.levels),
    drugs: new Set(names.drugs),
    ingredients: new Set(names.ingredients),
    units: new Set(names.units),
    parents: new Set(names.parents),
  };
}
