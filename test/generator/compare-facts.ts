/**
 * What the product says of a letter beside what the generator put into it: facts that are missing, facts too many.
 * Only facts that the generator knows are compared, without those that its sentences may give by the way.
 */
import type { KnownFact } from '../../bench/generator/statements.js';
import { STATEMENTS } from '../../bench/generator/templates.js';
import type { Fact } from '../../src/vocabulary/fact.js';

export interface Difference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export const NO_DIFFERENCE: Difference = { missing: [], extra: [] };

const INCIDENTAL: ReadonlySet<string> = new Set(STATEMENTS['incidental-facts']);
const CHECKED: ReadonlySet<string> = new Set(
  ['age_years', 'sex', 'injury_date', 'ur_date'].concat(
    Object.values(STATEMENTS.statements).flatMap(({ readings }) =>
      readings.flatMap(({ facts }) => facts.map(({ fact }) => fact)),
    ),
  ),
);

export function differenceOf(known: readonly KnownFact[], found: readonly Fact[]): Difference {
  const main = usualRegion(known);
  const checked = found.filter(({ fact }) => CHECKED.has(fact) && !INCIDENTAL.has(fact));
  return {
    missing: unique(known.filter((one) => !found.some((other) => isSame(one, other, main))).map(lineOf)),
    extra: unique(checked.filter((one) => !known.some((other) => isSame(other, one, main))).map(lineOf)),
  };
}

/** The region that most facts are about. */
function usualRegion(known: readonly KnownFact[]): string | null {
  const counts = new Map<string, number>();
  for (const { region } of known) if (region !== null) counts.set(region, (counts.get(region) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** @param main where a fact that is told without a place may be, since the letter is about it */
function isSame(known: KnownFact, found: Fact, main: string | null): boolean {
  return (
    known.fact === found.fact &&
    known.status === found.status &&
    JSON.stringify(known.value) === JSON.stringify(found.value) &&
    (known.region === found.region || (known.region === null && found.region === main)) &&
    known.laterality === found.laterality &&
    (known.levels === undefined || known.levels.join() === found.levels.join()) &&
    (known.date === undefined || known.date === found.date)
  );
}

function lineOf({ fact, status, value, region, laterality, levels, date }: KnownFact | Fact): string {
  const parts = [fact, status, JSON.stringify(value), region, laterality, levels?.join(), date];
  return parts.map((part) => part ?? '-').join(' ');
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}
