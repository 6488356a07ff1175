/**
 * The part of the body that a text as a whole is about. What is said without a place is said of that one: `12 visits of
 * therapy` in a letter about a left knee. A text about several parts has none, and what is unplaced there stays so.
 * The side is told likewise, of each limb by itself; the spine has none.
 * In: the facts of a text. Out: the same facts, placed. Not here: places that sentences name (see `regions.ts`).
 */
import type { Laterality } from '../vocabulary/service.js';
import { type CollectedFact, CollectedFacts } from './collected-facts.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { spineOfLimb } from './regions.js';

/** How many facts must be placed before they tell what a text is about, and which share of them in one place. */
const FEWEST = 3;
const MOST = 2 / 3;

/**
 * The facts, those of no named place where the text as a whole is, if it is about one place; and those of a limb without
 * a side on the side that the text tells of, if it is one.
 */
export function inMainRegion(
  facts: readonly CollectedFact[],
  lexicon: CompiledLexicon,
): readonly CollectedFact[] {
  const main = prevailing(facts.map(({ region }) => region && (spineOfLimb(region, lexicon) ?? region)));
  const sides = new Map<string, Laterality | null>();
  const sideOf = (limb: string): Laterality | null => {
    const known = sides.get(limb);
    if (known !== undefined || !lexicon.suppliedBy.has(limb)) return known ?? null;
    const side = prevailing(sidesIn(facts, limb));
    sides.set(limb, side);
    return side;
  };
  const places = facts.map((said) => {
    if (lexicon.facts.get(said.fact)?.scope !== 'region') return said;
    const region = said.region ?? main;
    const laterality = said.laterality ?? (region === null ? null : sideOf(region));
    return region === said.region && laterality === said.laterality ? said : { ...said, region, laterality };
  });
  if (places.every((said, i) => said === facts[i])) return facts;
  const placed = new CollectedFacts();
  for (const { evidence, cues, ...said } of places) placed.add(said, evidence, cues);
  return placed.all;
}

/** The sides on which something is told of a limb; what is well says nothing of what the text is about. */
function sidesIn(facts: readonly CollectedFact[], limb: string): readonly (Laterality | null)[] {
  return facts.map(({ region, status, laterality }) =>
    region === limb && status !== 'absent' ? laterality : null,
  );
}

/** The value that most of those that are known have. */
function prevailing<T extends string>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  let all = 0;
  for (const value of values) {
    if (value === null) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    all++;
  }
  if (all < FEWEST) return null;
  for (const [value, count] of counts) if (count >= MOST * all) return value;
  return null;
}
