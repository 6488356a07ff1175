/**
 * Numbers that belong to a mention: those in its phrase, counts of visits, lengths of time, percentages of relief.
 * Out: a value (a range as `[low, high]`) in the unit asked for, and the units of the text that say it.
 */
import { type Unit, UnitKind } from '../language/units.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { Mention } from './mentions.js';
import type { Scan } from './scan.js';

export interface Amount {
  readonly value: number | readonly [number, number];
  readonly from: number;
  readonly to: number;
}

/** Days in the units of time that the lexicon names. */
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4375, year: 365.25 };

const isAmount = (unit: Unit | undefined): unit is Unit =>
  unit !== undefined && (unit.kind === UnitKind.Number || unit.kind === UnitKind.Range || unit.kind === UnitKind.Ratio || unit.kind === UnitKind.Percent);

/** The first number inside a phrase, converted if a unit of time follows it and another is asked for. */
export function amountIn(from: number, to: number, scan: Scan, _lexicon: CompiledLexicon, unit: string | null): Amount | null {
  for (let i = from; i < to; i++) {
    const found = scan.units[i];
    if (!isAmount(found)) continue;
    const said = unit === null ? null : timeUnitAt(i + 1, scan);
    return { value: valueOf(found, said && unit ? (DAYS[said] ?? 1) / (DAYS[unit] ?? 1) : 1), from: i, to: i + 1 };
  }
  return null;
}

/** `18 sessions of therapy`, `therapy x 24`, `therapy, 12 visits`: how many units an event counts. */
export function countNear(mention: Mention, scan: Scan, unit: string): Amount | null {
  const { units } = scan;
  for (let i = mention.from - 1; i >= Math.max(mention.sentence.from, mention.from - 5); i--) {
    if (units[i]?.kind === UnitKind.Number && unitAt(i + 1, scan, unit, 3)) return { value: valueOf(units[i] as Unit), from: i, to: i + 1 };
    if (units[i]?.word === ',' ) break;
  }
  const stop = Math.min(mention.sentence.to, mention.to + 10, nextEvent(mention));
  for (let i = mention.to; i < stop; i++) {
    const found = units[i];
    if (found?.kind !== UnitKind.Number) continue;
    const times = /^(?:x|times|#|qty)$/.test(units[i - 1]?.word ?? '');
    if (times || unitAt(i + 1, scan, unit, 2)) return { value: valueOf(found), from: i, to: i + 1 };
  }
  return null;
}

/** `for 8 weeks`, `6 weeks of`, `since two months`: how long an event or its effect lasted. */
export function durationNear(mention: Mention, scan: Scan, unit: string): Amount | null {
  const stop = Math.min(mention.sentence.to, nextEvent(mention));
  for (const [from, to] of [
    [mention.to, stop],
    [Math.max(mention.sentence.from, mention.from - 5), mention.from],
  ] as const) {
    for (let i = from; i < to; i++) {
      const found = scan.units[i];
      const said = found && (found.kind === UnitKind.Number || found.kind === UnitKind.Range) ? timeUnitAt(i + 1, scan) : null;
      if (!found || said === null || /^(?:ago|earlier|old|later)$/.test(scan.units[i + 2]?.word ?? '')) continue;
      return { value: valueOf(found, (DAYS[said] ?? 1) / (DAYS[unit] ?? 1)), from: i, to: i + 2 };
    }
  }
  return null;
}

/** The first percentage after an event and before the next one. */
export function percentAfter(mention: Mention, scan: Scan): Amount | null {
  const stop = Math.min(mention.sentence.to, nextEvent(mention));
  for (let i = mention.to; i < stop; i++) {
    const found = scan.units[i];
    if (found?.kind === UnitKind.Percent) return { value: valueOf(found), from: i, to: i + 1 };
  }
  return null;
}

/** Where the next event of the sentence begins: numbers after it are its own. */
function nextEvent(mention: Mention): number {
  return mention.sentence.concepts.find((other) => other.from >= mention.to && other.entry.kind === 'event')?.from ?? mention.sentence.to;
}

function timeUnitAt(i: number, scan: Scan): string | null {
  const unit = attributeUnitAt(i, scan);
  return unit !== null && unit in DAYS ? unit : null;
}

function unitAt(i: number, scan: Scan, unit: string, within: number): boolean {
  for (let k = i; k < i + within; k++) if (attributeUnitAt(k, scan) === unit) return true;
  return false;
}

function attributeUnitAt(i: number, scan: Scan): string | null {
  return scan.unitWords.get(i) ?? null;
}

function valueOf(unit: Unit, factor = 1): number | readonly [number, number] {
  const round = (n: number): number => Math.round(n * factor * 100) / 100;
  return unit.high === unit.value ? round(unit.value) : [round(unit.value), round(unit.high)];
}
