/**
 * Looks around in a zone of a request line: what is counted, which unit of time follows, what stands before.
 */
import { isTimeUnit } from '../language/dates.js';
import { UnitKind, type UnitRange } from '../language/unit.js';
import type { RequestLine } from './read-line.js';

/** A view on one zone of a line; all positions are units of the line. */
export class LineCursor {
  readonly #line: RequestLine;
  readonly #zone: UnitRange;

  constructor(line: RequestLine, zone: UnitRange) {
    this.#line = line;
    this.#zone = zone;
  }

  /** True if a cue ends right before a unit, marks aside. */
  follows(cue: 'count-before' | 'times', at: number): boolean {
    let i = at - 1;
    while (i > this.#zone.from && /^[.:(=-]$/.test(this.#line.units[i]?.word ?? '')) i--;
    // Marks may be part of the cue: `no. 60`.
    for (let from = Math.max(this.#zone.from, i - 2); from <= i; from++) {
      const end = this.#line.cueEnd(cue, from);
      if (end > i && end <= at) return true;
    }
    return false;
  }

  /** Skips hyphens and an opening bracket: `30-day`, `visits (12`. */
  past(at: number): number {
    let i = at;
    while (/^[-(:)]$/.test(this.#line.units[i]?.word ?? '') && i < this.#zone.to) i++;
    return i;
  }

  /** `8 (eight)` */
  afterRepetition(at: number, value: number): number {
    const unit = this.#line.units[at];
    return unit?.kind === UnitKind.Number && unit.value === value && this.#line.units[at + 1]?.word === ')'
      ? at + 2
      : at;
  }

  /** The `additional` of `10 additional days`. */
  pastMore(at: number): number {
    const next = this.#line.cueEnd('before-time', at);
    return next > 0 && this.timeUnit(next) ? next : at;
  }

  /** The unit of time whose words begin at a unit, and where they end; null where none do. */
  timeUnit(at: number): { readonly unit: string; readonly to: number } | null {
    const match = this.#line.unitAt.get(at);
    return match && isTimeUnit(match.entry.value) ? { unit: match.entry.value, to: match.to } : null;
  }

  /** The same for what can be counted, words of the service's own name left out. */
  countUnit(at: number): { readonly unit: string; readonly to: number } | null {
    const match = this.#line.unitAt.get(at);
    return match && !isTimeUnit(match.entry.value) && !this.#line.isNamed[at]
      ? { unit: match.entry.value, to: match.to }
      : null;
  }

  /** True where a list goes on, a sentence ends or a bracket closes. */
  isSeparator(at: number): boolean {
    return (
      this.#line.cueEnd('and', at) > 0 ||
      this.#line.cueEnd('list', at) > 0 ||
      this.#line.cueEnd('end', at) > 0 ||
      this.#line.units[at]?.word === ')'
    );
  }
}
