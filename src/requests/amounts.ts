/**
 * How much a zone of a request line asks for: counts, `2x6`, times a week for weeks, lengths, refills, strength.
 * In: the units of a zone. Out: `Amounts`; what a bare `2x6` counts is the family's habit, handed in.
 * Numbers that are part of a service's name, or count views, levels or the like, are no amounts.
 */
import { type Unit, UnitKind } from '../language/units.js';
import type { CompiledFamily } from './compiled-families.js';
import type { RequestLine } from './read-line.js';
import type { Zone } from './zones.js';

export interface Amounts {
  readonly quantity: number | null;
  readonly unit: string | null;
  /** `3/week` */
  readonly frequency: string | null;
  readonly durationWeeks: number | null;
  readonly refills: number | null;
  /** In milligrams; of a mixture the first number. */
  readonly strengthMg: number | null;
  /** Share in a preparation for the skin. */
  readonly strengthPercent: number | null;
  /** True when the amount is said of each service of a list. */
  readonly isEach: boolean;
}

/** How sure a number is the count of what is asked for. */
enum Rank {
  Bare = 1,
  Counted = 2,
  Marked = 3,
}

interface Count {
  readonly value: number;
  readonly unit: string | null;
  readonly rank: Rank;
}

interface Frequency {
  readonly value: number;
  /** What is counted, where it is a length: `4 hours per day`. */
  readonly unit: string | null;
  readonly per: string;
}

interface Length {
  readonly value: number;
  readonly unit: string;
}

interface Found {
  readonly counts: Count[];
  readonly frequencies: Frequency[];
  readonly lengths: Length[];
  refills: number | null;
  strengthMg: number | null;
  strengthPercent: number | null;
  isEach: boolean;
}

/** Days in units of time. */
const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4375,
  year: 365.25,
};
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
  };
  const reader = new AmountReader(line, zone, habits, found);
  for (let i = zone.from; i < zone.to; i = reader.readAt(i));
  return settle(found, habits);
}

const isNumber = (unit: Unit | undefined): unit is Unit =>
  unit?.kind === UnitKind.Number || unit?.kind === UnitKind.Range;

class AmountReader {
  readonly #line: RequestLine;
  readonly #zone: Zone;
  readonly #habits: CompiledFamily | null;
  readonly #found: Found;

  constructor(line: RequestLine, zone: Zone, habits: CompiledFamily | null, found: Found) {
    this.#line = line;
    this.#zone = zone;
    this.#habits = habits;
    this.#found = found;
  }

  /** Reads what begins at a unit; returns where to go on. */
  readAt(at: number): number {
    const line = this.#line;
    if (line.cueEnd('each', at) > 0) this.#found.isEach = true;
    const frequency = line.frequencyAt.get(at);
    if (frequency && !line.isNamed[at]) {
      const [value = '1', per = 'day'] = frequency.entry.value.split('/');
      this.#found.frequencies.push({ value: Number(value), unit: null, per });
      return Math.min(frequency.to, this.#zone.to);
    }
    const marked = line.cueEnd('refills', at);
    if (marked > 0 && isNumber(line.units[this.#past(marked)])) {
      const number = this.#past(marked);
      if (number < this.#zone.to) this.#found.refills = line.units[number]?.high ?? null;
      return Math.min(number + 1, this.#zone.to);
    }
    const unit = line.units[at];
    if (unit?.kind === UnitKind.Ratio) return this.#ratio(at, unit);
    if (unit?.kind === UnitKind.Percent && !line.isNamed[at]) this.#found.strengthPercent ??= unit.value;
    if (unit?.kind === UnitKind.Percent && this.#zone.mention.entry.drug)
      this.#found.strengthPercent ??= unit.value;
    if (isNumber(unit) && !line.isNamed[at]) return Math.min(this.#number(at, unit), this.#zone.to);
    return at + 1;
  }

  /** `10/325 mg`; `3/week` is a number and a word. */
  #ratio(at: number, unit: Unit): number {
    if (this.#zone.mention.entry.drug || this.#line.cueEnd('milligrams', at + 1) > 0)
      this.#found.strengthMg ??= unit.value;
    return at + 1;
  }

  #number(at: number, number: Unit): number {
    const { cueEnd } = this.#line;
    const value = number.high;
    const next = this.#afterRepetition(this.#past(at + 1), value);
    if (this.#isMarked(at)) return this.#push(value, Rank.Marked, next);
    if (cueEnd('refills', next) > 0) {
      this.#found.refills = value;
      return cueEnd('refills', next);
    }
    if (cueEnd('not-counted', next) > 0) return cueEnd('not-counted', next);
    if (cueEnd('milligrams', next) > 0 || this.#isBareStrength(at, next)) {
      this.#found.strengthMg ??= number.value;
      return this.#afterStrength(Math.max(next, cueEnd('milligrams', next)));
    }
    if (cueEnd('strength', next) > 0) return cueEnd('strength', next);
    const times = cueEnd('times', next);
    if (times > 0) return this.#times(value, times);
    const weekly = cueEnd('times-weekly', next);
    if (weekly > 0) return this.#frequency(value, null, 'week', weekly);
    if (cueEnd('per', next) > 0 && this.#timeUnit(cueEnd('per', next))) return this.#per(value, null, next);
    if (this.#timeUnit(next)) return this.#length(at, value, next);
    return this.#count(at, value, next);
  }

  /** `2 times a week`, `2x/week`, `2 x 6`, `2 x 6 weeks`, `2 x week`. */
  #times(value: number, next: number): number {
    const { cueEnd, units } = this.#line;
    const per = cueEnd('per', next) || next;
    if (this.#timeUnit(per)) return this.#per(value, null, next);
    const often = this.#line.frequencyAt.get(next);
    if (often?.entry.value.startsWith('1/'))
      return this.#frequency(value, null, often.entry.value.slice(2), often.to);
    const second = this.#past(cueEnd('times', next) || next);
    const other = units[second];
    if (!isNumber(other) || second >= this.#zone.to) return this.#push(value, Rank.Counted, next);
    const end = this.#past(second + 1);
    const time = this.#timeUnit(end);
    if (this.#countUnit(end)) return this.#push(other.high, Rank.Counted, end);
    if (time === null && !this.#habits?.hasWeeklyGrid) {
      this.#found.counts.push({ value, unit: null, rank: Rank.Counted });
      if (this.#habits?.isDosed) this.#found.refills ??= other.high;
      return end;
    }
    this.#found.frequencies.push({ value, unit: null, per: 'week' });
    this.#found.lengths.push({ value: other.high, unit: time?.unit ?? 'week' });
    return time?.to ?? end;
  }

  /** `per week` and the like at `next`. */
  #per(value: number, unit: string | null, next: number): number {
    const time = this.#timeUnit(this.#line.cueEnd('per', next) || next);
    return this.#frequency(value, unit, time?.unit ?? 'week', time?.to ?? next);
  }

  #frequency(value: number, unit: string | null, per: string, next: number): number {
    this.#found.frequencies.push({ value, unit, per });
    return next;
  }

  /** `6 weeks`, `4 hours per day`; not `in 6 weeks`. */
  #length(at: number, value: number, next: number): number {
    const time = this.#timeUnit(next) as { unit: string; to: number };
    const { cueEnd } = this.#line;
    const per = cueEnd('per', time.to);
    if (per > 0 && this.#timeUnit(per)) return this.#per(value, time.unit, time.to);
    const frequency = this.#line.frequencyAt.get(time.to);
    if (frequency?.entry.value === '1/day' && time.unit === 'hour')
      return this.#frequency(value, 'hour', 'day', frequency.to);
    for (let i = Math.max(this.#zone.from, at - 1); i < at; i++)
      if (cueEnd('not-a-length', i) > 0) return time.to;
    this.#found.lengths.push({ value, unit: time.unit });
    return time.to;
  }

  /** `12 visits`, `x 12`, `One MRI`, `injections 5`. */
  #count(at: number, value: number, next: number): number {
    const { cueEnd, isKnown } = this.#line;
    for (let i = next; i < next + 3 && i < this.#zone.to; i++) {
      const counted = this.#countUnit(i);
      if (counted) {
        if (cueEnd('per', counted.to) > 0 && this.#timeUnit(cueEnd('per', counted.to)))
          return this.#per(value, null, counted.to);
        this.#found.counts.push({ value, unit: counted.unit, rank: Rank.Counted });
        return counted.to;
      }
      if (this.#isSeparator(i) || (i > next && !isKnown[i] && this.#line.units[i]?.kind !== UnitKind.Word))
        break;
    }
    if (cueEnd('count-after', next) > 0) return this.#push(value, Rank.Marked, next + 1);
    if (this.#follows('times', at)) return this.#push(value, Rank.Counted, next);
    if (this.#isLeading(at, next) || this.#isTrailing(at, next)) return this.#push(value, Rank.Bare, next);
    return next;
  }

  #push(value: number, rank: Rank, next: number): number {
    this.#found.counts.push({ value, unit: this.#countUnit(next)?.unit ?? null, rank });
    return next;
  }

  /** A count before the service: `One (1) MRI`; no number of a list (`1. MRI`). */
  #isLeading(at: number, next: number): boolean {
    const mark = this.#line.units[next]?.word;
    return at < this.#zone.mention.from && !(at === 0 && (mark === '.' || mark === ')'));
  }

  /** A bare number right after the service, with nothing else in its part of the line: `injections 5`. */
  #isTrailing(at: number, next: number): boolean {
    if (this.#zone.mention.entry.drug || this.#past(this.#zone.mention.to) !== at) return false;
    return next >= this.#zone.to || this.#isSeparator(next);
  }

  /** `#90`, `Qty. 30`, `quantity: 4` */
  #isMarked(at: number): boolean {
    return this.#follows('count-before', at);
  }

  /** True if a cue ends right before a unit, marks aside. */
  #follows(cue: 'count-before' | 'times', at: number): boolean {
    let i = at - 1;
    while (i > this.#zone.from && /^[.:(=-]$/.test(this.#line.units[i]?.word ?? '')) i--;
    for (let from = Math.max(this.#zone.from, i - 2); from <= i; from++)
      if (this.#line.cueEnd(cue, from) === i + 1) return true;
    return false;
  }

  /** `Naproxen 550`: a number right after a drug's name, where no unit says otherwise. */
  #isBareStrength(at: number, next: number): boolean {
    const { mention } = this.#zone;
    if (!mention.entry.drug || at !== this.#past(mention.to)) return false;
    return (
      !this.#countUnit(next) &&
      !this.#timeUnit(next) &&
      this.#line.cueEnd('times', next) === 0 &&
      this.#line.cueEnd('strength', next) === 0
    );
  }

  /** The `-325mg` of `10-325mg`. */
  #afterStrength(at: number): number {
    const { units, cueEnd } = this.#line;
    if (units[at]?.word !== '-' && units[at]?.word !== '/') return at;
    if (units[at + 1]?.kind !== UnitKind.Number) return at;
    return cueEnd('milligrams', at + 2) || at + 2;
  }

  /** Skips hyphens and an opening bracket: `30-day`, `visits (12`. */
  #past(at: number): number {
    let i = at;
    while (/^[-(:)]$/.test(this.#line.units[i]?.word ?? '') && i < this.#zone.to) i++;
    return i;
  }

  /** `8 (eight)` */
  #afterRepetition(at: number, value: number): number {
    const unit = this.#line.units[at];
    return unit?.kind === UnitKind.Number && unit.value === value && this.#line.units[at + 1]?.word === ')'
      ? at + 2
      : at;
  }

  #timeUnit(at: number): { readonly unit: string; readonly to: number } | null {
    const match = this.#line.unitAt.get(at);
    return match && match.entry.value in DAYS ? { unit: match.entry.value, to: match.to } : null;
  }

  #countUnit(at: number): { readonly unit: string; readonly to: number } | null {
    const match = this.#line.unitAt.get(at);
    return match && !(match.entry.value in DAYS) && !this.#line.isNamed[at]
      ? { unit: match.entry.value, to: match.to }
      : null;
  }

  #isSeparator(at: number): boolean {
    return (
      this.#line.cueEnd('and', at) > 0 ||
      this.#line.cueEnd('list', at) > 0 ||
      this.#line.cueEnd('end', at) > 0 ||
      this.#line.units[at]?.word === ')'
    );
  }
}

// ---- what the numbers come to

function settle(found: Found, habits: CompiledFamily | null): Amounts {
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
  const lone = habits?.countsTime ? shortest(found.lengths) : null;
  const yearly = length || isDosed ? undefined : found.frequencies.find(({ per }) => per === 'year');
  const total =
    best && best.rank > Rank.Bare
      ? best
      : (product ?? best ?? lone ?? (yearly ? { value: yearly.value, unit: null } : null));
  return {
    quantity: total ? round(total.value) : null,
    unit: total ? (total.unit ?? habits?.unit ?? null) : null,
    frequency: frequencyText(found.frequencies),
    durationWeeks: length ? round((length.value * (DAYS[length.unit] ?? 0)) / 7) : null,
    refills: found.refills ?? again?.value ?? null,
    strengthMg: found.strengthMg,
    strengthPercent: found.strengthPercent,
    isEach: found.isEach,
  };
}

/** Of `2 weeks (80 hours)` the hours. */
function shortest(lengths: readonly Length[]): Length | null {
  return lengths.reduce<Length | null>(
    (best, length) => (best && (DAYS[best.unit] ?? 0) <= (DAYS[length.unit] ?? 0) ? best : length),
    null,
  );
}

/** `6 weeks` of `5 days a week` of `4 hours a day`; null if no frequency applies. */
function multiply(
  length: Length,
  frequencies: readonly Frequency[],
): { readonly value: number; readonly unit: string | null } | null {
  const open = [...frequencies].sort((a, b) => (DAYS[b.per] ?? 0) - (DAYS[a.per] ?? 0));
  if (open.length === 0) return null;
  let value = length.value;
  let unit: string | null = length.unit;
  for (const frequency of open) {
    if (unit === null) break;
    value *= ((DAYS[unit] ?? 1) / (DAYS[frequency.per] ?? 1)) * frequency.value;
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
