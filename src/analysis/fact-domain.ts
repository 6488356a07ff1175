/**
 * What each fact can say at all: its definition, and the numbers that the lexicon lets it have.
 * Sound, not tight: a bound is given only where every way of stating the fact keeps to it.
 * Numbers are read from words and counts, which are never negative; spans of time between two dates can be.
 */
import type { FactDefinition } from '../vocabulary/fact.js';
import type { FactEntry, LexiconFile } from '../vocabulary/lexicon.js';
import type { LexiconNames } from '../vocabulary/rule.js';

/** What one fact can say. */
export interface FactDomain {
  readonly definition: FactDefinition;
  /** Bounds of a number, both included; infinite where nothing is known. */
  readonly lowest: number;
  readonly highest: number;
}

/** By the name of the fact. */
export type FactDomains = ReadonlyMap<string, FactDomain>;

/** What each fact can be, by its name. */
export function factDomains(
  names: Pick<LexiconNames, 'facts'>,
  facts: LexiconFile['facts'] = {},
): FactDomains {
  return new Map(
    names.facts.map((definition) => [definition.name, { definition, ...boundsOf(facts[definition.name]) }]),
  );
}

function boundsOf(entry: FactEntry | undefined): Pick<FactDomain, 'lowest' | 'highest'> {
  const isComputed = entry === undefined || entry.derive !== undefined;
  if (isComputed || entry.type !== 'number') return { lowest: -Infinity, highest: Infinity };
  const bounds = (entry.from ?? []).map((source) => source.between);
  if (bounds.length === 0 || bounds.some((one) => one === undefined)) return { lowest: 0, highest: Infinity };
  const known = bounds.filter((one) => one !== undefined);
  return {
    lowest: Math.max(0, Math.min(...known.map(([low]) => low))),
    highest: Math.max(...known.map(([, high]) => high)),
  };
}
