/**
 * Finds the numbers of a zone that are amounts, and what each is: a count, a frequency, a length, a strength.
 * Numbers that are part of a service's name, or count views, levels or the like, are none.
 * Not here: what they come to together (see `amounts.ts`).
 */
import { type Unit, UnitKind } from '../language/unit.js';
import type { CompiledFamily } from './compiled-families.js';
import { LineCursor } from './line-cursor.js';
import type { RequestLine } from './read-line.js';
import type { Zone } from './zones.js';

/** How sure a number is the count of what is asked for. */
export enum Rank {
  Bare = 1,
  Counted = 2,
  Marked = 3,
}

/** So many of something. Of a range the upper end is the value, as in all amounts. */
export interface Count {
  readonly value: number;
  /** Null where the line does not say what is counted. */
  readonly unit: string | null;
  readonly rank: Rank;
}

/** So many times in each unit of time. */
export interface Frequency {
  readonly value: number;
  /** What is counted, where it is a length: `4 hours per day`. */
  readonly unit: string | null;
  /** A unit of time of the lexicon: `week`. */
  readonly per: string;
}

/** A time that something goes on, or is to be had. */
export interface Length {
  readonly value: number;
  readonly unit: string;
}

/** Everything that is said of amounts, before it is weighed. */
export interface Found {
  readonly counts: Count[];
  readonly frequencies: Frequency[];
  readonly lengths: Length[];
  refills: number | null;
  strengthMg: number | null;
  strengthPercent: number | null;
  isEach: boolean;
  /** To be had for a time only: its length says how long, not how many. */
  isLent: boolean;
}

/** Procedure codes have five digits and count nothing. */
export const SMALLEST_CODE = 10_000;

/** True for numbers and ranges of them, in words or digits. */
export const isNumber = (unit: Unit | undefined): unit is Unit =>
  unit?.kind === UnitKind.Number || unit?.kind === UnitKind.Range;

/** Reads one zone from left to right, and adds to `found` what it comes by. */
export class AmountReader {
  readonly #line: RequestLine;
  readonly #zone: Zone;
  readonly #habits: CompiledFamily | null;
  readonly #found: Found;
  readonly #cursor: LineCursor;
  /** The unit after the words for the service. */
  readonly #afterMention: number;

  constructor(line: RequestLine, zone: Zone, habits: CompiledFamily | null, found: Found) {
    this.#line = line;
    this.#zone = zone;
    this.#habits = habits;
    this.#found = found;
    this.#cursor = new LineCursor(line, zone);
    this.#afterMention = this.#cursor.past(zone.mention.to);
  }

  /** The first measure that the zone names, whatever is counted in it: the patches of `patch, #30`. */
  get unitNamed(): string | null {
    const { from, to } = this.#zone;
    for (let at = from; at < to; at++) {
      const unit = this.#cursor.timeUnit(at) ? undefined : this.#line.unitAt.get(at);
      if (unit) return unit.entry.value;
    }
    return null;
  }

  /** Reads what begins at a unit; returns where to go on. */
  readAt(at: number): number {
    const line = this.#line;
    if (line.cueEnd('each', at) > 0) this.#found.isEach = true;
    if (line.cueEnd('lent', at) > 0) this.#found.isLent = true;
    const frequency = line.frequencyAt.get(at);
    if (frequency && !line.isNamed[at]) {
      const [value = '1', per = 'day'] = frequency.entry.value.split('/');
      this.#found.frequencies.push({ value: Number(value), unit: null, per });
      return Math.min(frequency.to, this.#zone.to);
    }
    const marked = line.cueEnd('refills', at);
    if (marked > 0 && isNumber(line.units[this.#cursor.past(marked)])) {
      const number = this.#cursor.past(marked);
      if (number < this.#zone.to) this.#found.refills = line.units[number]?.high ?? null;
      return Math.min(number + 1, this.#zone.to);
    }
    const unit = line.units[at];
    if (unit?.kind === UnitKind.Ratio) return this.#ratio(at, unit);
    if (unit?.kind === UnitKind.Percent && (!line.isNamed[at] || this.#zone.mention.entry.drug))
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
    const next = this.#cursor.pastMore(this.#cursor.afterRepetition(this.#cursor.past(at + 1), value));
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
    if (cueEnd('per', next) > 0 && this.#cursor.timeUnit(cueEnd('per', next)))
      return this.#per(value, null, next);
    if (this.#cursor.timeUnit(next)) return this.#length(at, value, next);
    return this.#count(at, value, next);
  }

  /** `2 times a week`, `2x/week`, `2 x 6`, `2 x 6 weeks`, `2 x week`. */
  #times(value: number, next: number): number {
    const { cueEnd, units } = this.#line;
    const per = cueEnd('per', next) || next;
    if (this.#cursor.timeUnit(per)) return this.#per(value, null, next);
    const often = this.#line.frequencyAt.get(next);
    if (often?.entry.value.startsWith('1/'))
      return this.#frequency(value, null, often.entry.value.slice(2), often.to);
    // `one time every other week`
    if (often && value === 1) return next;
    const second = this.#cursor.past(cueEnd('times', next) || next);
    const other = units[second];
    if (!isNumber(other) || second >= this.#zone.to) return this.#push(value, Rank.Counted, next);
    const end = this.#cursor.past(second + 1);
    const time = this.#cursor.timeUnit(end);
    if (this.#cursor.countUnit(end)) return this.#push(other.high, Rank.Counted, end);
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
    const time = this.#cursor.timeUnit(this.#line.cueEnd('per', next) || next);
    return this.#frequency(value, unit, time?.unit ?? 'week', time?.to ?? next);
  }

  #frequency(value: number, unit: string | null, per: string, next: number): number {
    this.#found.frequencies.push({ value, unit, per });
    return next;
  }

  /** `6 weeks`, `4 hours per day`; not `in 6 weeks`. */
  #length(at: number, value: number, next: number): number {
    const time = this.#cursor.timeUnit(next) as { unit: string; to: number };
    const { cueEnd } = this.#line;
    const per = cueEnd('per', time.to);
    if (per > 0 && this.#cursor.timeUnit(per)) return this.#per(value, time.unit, time.to);
    const frequency = this.#line.frequencyAt.get(time.to);
    if (time.unit === 'hour' && (frequency?.entry.value === '1/day' || frequency?.entry.value === '1/week'))
      return this.#frequency(value, 'hour', frequency.entry.value.slice(2), frequency.to);
    for (let i = Math.max(this.#zone.from, at - 1); i < at; i++)
      if (cueEnd('not-a-length', i) > 0) return time.to;
    this.#found.lengths.push({ value, unit: time.unit });
    return time.to;
  }

  /** `12 visits`, `x 12`, `One MRI`, `injections 5`. */
  #count(at: number, value: number, next: number): number {
    const { cueEnd, isKnown } = this.#line;
    for (let i = next; i < next + 3 && i < this.#zone.to; i++) {
      const counted = this.#cursor.countUnit(i) ?? (i === next ? this.#unitBesideName(i) : null);
      if (counted) {
        if (cueEnd('per', counted.to) > 0 && this.#cursor.timeUnit(cueEnd('per', counted.to)))
          return this.#per(value, null, counted.to);
        // `one visit every other week`
        if (value === 1 && this.#line.frequencyAt.has(counted.to)) return counted.to;
        this.#found.counts.push({ value, unit: counted.unit, rank: Rank.Counted });
        return counted.to;
      }
      if (
        this.#cursor.isSeparator(i) ||
        (i > next && !isKnown[i] && this.#line.units[i]?.kind !== UnitKind.Word)
      )
        break;
    }
    if (cueEnd('count-after', next) > 0) return this.#push(value, Rank.Marked, next + 1);
    if (this.#cursor.follows('times', at)) return this.#push(value, Rank.Counted, next);
    if (this.#isLeading(at, next) || this.#isTrailing(at, next) || this.#isBracketed(at, value))
      return this.#push(value, Rank.Bare, next);
    return next;
  }

  /** The `patches` of `lidocaine patch, 30 patches`: a word that says more of the service, but no part of its name. */
  #unitBesideName(at: number): { readonly unit: string; readonly to: number } | null {
    const unit = this.#line.unitAt.get(at);
    if (!unit || this.#cursor.timeUnit(at)) return null;
    const isInName = this.#line.namings.some(({ from, to }) => at >= from && at < to);
    return isInName ? null : { unit: unit.entry.value, to: unit.to };
  }

  #push(value: number, rank: Rank, next: number): number {
    this.#found.counts.push({ value, unit: this.#cursor.countUnit(next)?.unit ?? null, rank });
    return next;
  }

  /** A count before the service: `One (1) MRI`; no number of a list (`1. MRI`). */
  #isLeading(at: number, next: number): boolean {
    const mark = this.#line.units[next]?.word;
    return at < this.#zone.mention.from && !(at === 0 && (mark === '.' || mark === ')'));
  }

  /** A bare number right after the service, with nothing else in its part of the line: `injections 5`. */
  #isTrailing(at: number, next: number): boolean {
    if (this.#zone.mention.entry.drug || this.#afterMention !== at) return false;
    return next >= this.#zone.to || this.#cursor.isSeparator(next);
  }

  /** `injections (4)`, right after the service; no procedure code. */
  #isBracketed(at: number, value: number): boolean {
    const { units } = this.#line;
    return (
      at - 1 === this.#zone.mention.to &&
      units[at - 1]?.word === '(' &&
      units[at + 1]?.word === ')' &&
      value < SMALLEST_CODE
    );
  }

  /** `#90`, `Qty. 30`, `quantity: 4` */
  #isMarked(at: number): boolean {
    return this.#cursor.follows('count-before', at);
  }

  /** `Naproxen 550`: a number right after a drug's name, where no unit says otherwise. */
  #isBareStrength(at: number, next: number): boolean {
    const { mention } = this.#zone;
    if (!mention.entry.drug || at !== this.#afterMention) return false;
    return (
      !this.#cursor.countUnit(next) &&
      !this.#cursor.timeUnit(next) &&
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
}
