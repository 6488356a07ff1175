/**
 * How much a zone of a request line asks for: counts, `2x6`, times a week for weeks, lengths, refills, strength.
 * In: the units of a zone. Out: `Amounts`; what a bare `2x6` counts is the family's habit, handed in.
 * Not here: finding the numbers (see `amount-reader.ts`).
 */
import { daysPer } from '../language/dates.js';
import { AmountReader, type Count, type Found, type Frequency, type Length, Rank } from './amount-reader.js';
import type { CompiledFamily } from './compiled-families.js';
import type { RequestLine } from './read-line.js';
import { weeklyHours } from './weekly-hours.js';
import type { Zone } from './zones.js';

/** What a zone says of how much; null for what it does not say. */
export interface Amounts {
  /** What is surely counted, else frequency times length (never of what is dosed), else a bare number. */
  readonly quantity: number | null;
  /** What is counted: as the line has it, of what is dosed wherever it names a unit, else by the habit of the family. */
  readonly unit: string | null;
  /** `3/week` */
  readonly frequency: string | null;
  readonly durationWeeks: number | null;
  readonly refills: number | null;
  readonly hoursPerWeek: number | null;
  /** In milligrams; of a mixture the first number. */
  readonly strengthMg: number | null;
  /** Share in a preparation for the skin. */
  readonly strengthPercent: number | null;
  /** True when the amount is said of each service of a list. */
  readonly isEach: boolean;
  /** True when it says for how long something is to be had. */
  readonly isLent: boolean;
}

const MOST_PIECES_PER_DOSE = 3;

/** Amounts of a zone, or of a part of one. */
export function amountsOf(line: RequestLine, zone: Zone, habits: CompiledFamily | null): Amounts {
  const found: Found = {
    counts: [],
    frequencies: [],
    lengths: [],
    refills: null,
    strengthMg: null,
    strengthPercent: null,
    isEach: false,
    isLent: false,
  };
  const reader = new AmountReader(line, zone, habits, found);
  for (let i = zone.from; i < zone.to; i = reader.readAt(i));
  return settle(found, habits?.isDosed ? reader.unitNamed : null, habits);
}

function settle(found: Found, unitNamed: string | null, habits: CompiledFamily | null): Amounts {
  const isDosed = habits?.isDosed ?? false;
  const counts = found.counts.filter(
    ({ value, rank }) =>
      !(isDosed && rank === Rank.Counted && value <= MOST_PIECES_PER_DOSE && found.frequencies.length > 0),
  );
  const best = counts.reduce<Count | null>(
    (top, count) => (top === null || count.rank > top.rank ? count : top),
    null,
  );
  const again =
    isDosed && best?.rank === Rank.Marked
      ? counts.find(({ rank, unit }) => rank === Rank.Counted && unit === null)
      : undefined;
  const [length] = found.lengths;
  const product = length && !isDosed ? multiply(length, found.frequencies) : null;
  const lone = habits?.countsTime ? countedTime(found) : null;
  const yearly = length || isDosed ? undefined : found.frequencies.find(({ per }) => per === 'year');
  const total =
    best && best.rank > Rank.Bare
      ? best
      : (product ?? best ?? lone ?? (yearly ? { value: yearly.value, unit: null } : null));
  return {
    quantity: total ? round(total.value) : null,
    unit: total ? (total.unit ?? unitNamed ?? habits?.unit ?? null) : null,
    frequency: frequencyText(found.frequencies),
    durationWeeks: length ? round((length.value * daysPer(length.unit)) / 7) : null,
    refills: found.refills ?? again?.value ?? null,
    hoursPerWeek: weeklyHours(found.frequencies),
    strengthMg: found.strengthMg,
    strengthPercent: found.strengthPercent,
    isEach: found.isEach,
    isLent: found.isLent,
  };
}

/** A length that is the count, too. A rental by the day counts days; `2 month rental` is one thing for two months. */
function countedTime({ lengths, isLent }: Found): Length | null {
  const time = shortest(lengths);
  return time && isLent && daysPer(time.unit) > 1 ? null : time;
}

/** Of `2 weeks (80 hours)` the hours; of `20 days (100 hours)`, which counts sessions by itself, what is said first. */
function shortest(lengths: readonly Length[]): Length | null {
  return lengths.reduce<Length | null>(
    (best, length) => (best && daysPer(best.unit) <= Math.max(1, daysPer(length.unit)) ? best : length),
    null,
  );
}

/** `6 weeks` of `5 days a week` of `4 hours a day`; null if no frequency applies. */
function multiply(
  length: Length,
  frequencies: readonly Frequency[],
): { readonly value: number; readonly unit: string | null } | null {
  const open = [...frequencies].sort((a, b) => daysPer(b.per) - daysPer(a.per));
  if (open.length === 0) return null;
  let value = length.value;
  let unit: string | null = length.unit;
  for (const frequency of open) {
    if (unit === null) break;
    value *= (daysPer(unit) / daysPer(frequency.per)) * frequency.value;
    if (unit !== frequency.per) value = Math.round(value);
    unit = frequency.unit;
  }
  return { value, unit };
}

/** The frequency that is per week, else the first. */
function frequencyText(frequencies: readonly Frequency[]): string | null {
  const chosen = frequencies.find(({ per }) => per === 'week') ?? frequencies[0];
  return chosen ? `${chosen.value}/${chosen.per}` : null;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
