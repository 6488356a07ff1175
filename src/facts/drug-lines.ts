/**
 * What the directions around a drug say: `Norco 10/325 mg 1 tab q6h prn #120` is strength 10, four a day, 120 pieces.
 * In: a mention of a drug. Out: a line. The words of directions are data (`dosing` of the lexicon).
 * Not here: whether the drug is taken (see `drugs-taken.ts`), morphine doses (see `morphine-dose.ts`).
 * Of two amounts the higher counts (`2-3/day`, `q4-6h`): the dose that the directions allow.
 */

import { SCORE_SCALE } from '../language/number-units.js';
import { type Unit, UnitKind, type UnitRange } from '../language/unit.js';
import type { DosingMeaning } from '../vocabulary/lexicon-terms.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';
import type { DosingMatch } from './sentence.js';
import { does } from './small-words.js';

/** One drug with what its directions say; null for what they leave out. */
export interface DrugLine {
  /** Generic name. */
  readonly drug: string;
  /** Milligrams of the first ingredient per piece; micrograms an hour for patches. */
  readonly strengthMg: number | null;
  /** Pieces a day at most; null where the directions give no number. */
  readonly perDay: number | null;
  /** Pieces of the prescription, or of a month where only those are told. */
  readonly quantity: number | null;
  /** Half-open range of units that the line rests on. */
  readonly from: number;
  readonly to: number;
}

/** How far after a drug its directions go on, and how many units may part one piece of them from the next. */
const FARTHEST = 24;
const WIDEST_GAP = 10;
/** A count of pieces is small, a bare number after the name is a strength if it is not. */
const MOST_PIECES = 20;
/** `#120 a month` lasts so many days. */
const DAYS_OF_MONTH = 30;

/** The line of a drug; null if the mention is no single drug. */
export function drugLine(mention: Mention, scan: Scan, lexicon: CompiledLexicon): DrugLine | null {
  const drug = lexicon.drugs.get(mention.concept.name);
  if (!drug) return null;
  const { units } = scan;
  const pieces = piecesAfter(mention, units, lexicon);
  const strength = strengthOf(mention, pieces, scan);
  const doses = dosesPerDay(pieces, units);
  const perDose = isMostPerDay(pieces, units)
    ? 1
    : (count(pick(pieces, 'units-per-dose', units), units) ?? piecesBefore(mention, units));
  const monthly = count(pick(pieces, 'units-per-month', units), units);
  const quantity = count(pick(pieces, 'quantity', units), units) ?? monthly;
  return {
    drug: mention.concept.name,
    strengthMg: strength ?? drug['strength-mg'] ?? null,
    perDay:
      drug['units-per-day'] ??
      (doses === null
        ? monthly && monthly / DAYS_OF_MONTH
        : doses * (perDose ?? 1) + piecesMore(pieces, units, perDose ?? 1)),
    quantity,
    from: mention.from,
    to: Math.max(mention.to, ...pieces.map((piece) => piece.to)),
  };
}

// ---- pieces of directions

/** The directions between a drug and the next one of the sentence: not the hours of `with Norco he can …, else he goes home at 2`. */
function piecesAfter(
  mention: Mention,
  units: readonly Unit[],
  lexicon: CompiledLexicon,
): readonly DosingMatch[] {
  const next = mention.sentence.concepts.find(
    (other) => other.from >= mention.to && lexicon.drugs.has(other.entry.name),
  );
  const stop = Math.min(mention.sentence.to, mention.to + FARTHEST, next?.from ?? mention.sentence.to);
  const pieces: DosingMatch[] = [];
  let end = mention.to;
  for (const piece of mention.sentence.dosing) {
    if (piece.from < mention.to || piece.to > stop) continue;
    if (isScore(piece, units) || isMonth(piece, units)) continue;
    if (piece.from - end > WIDEST_GAP) break;
    pieces.push(piece);
    end = Math.max(end, piece.to);
  }
  return pieces;
}

/** `with Norco pain is 4/10`: no strength is written as so much of ten without its unit. */
function isScore({ from, to }: DosingMatch, units: readonly Unit[]): boolean {
  const unit = units[from];
  return to === from + 1 && unit?.kind === UnitKind.Ratio && unit.base === SCORE_SCALE;
}

/** `Flexeril qhs started 12/14`: no strength is written as a ratio behind such a word. */
function isMonth({ from, to }: DosingMatch, units: readonly Unit[]): boolean {
  const before = units[from - 1];
  const isSaid = does(before, 'begun') || does(before, 'since') || does(before, 'when');
  return to === from + 1 && units[from]?.kind === UnitKind.Ratio && isSaid;
}

/** The first piece of a meaning; after `from 4 a day to 1`, the second. */
function pick(
  pieces: readonly DosingMatch[],
  gives: DosingMeaning,
  units: readonly Unit[],
): DosingMatch | undefined {
  const found = pieces.filter((piece) => piece.entry.gives === gives);
  const isChange =
    does(units[(found[0]?.from ?? 0) - 1], 'from') && does(units[(found[1]?.from ?? 0) - 1], 'to');
  return isChange ? found[1] : found[0];
}

/** More a day than pieces are is the strength of one, taken once: `Celebrex 200 qd`. */
function dosesPerDay(pieces: readonly DosingMatch[], units: readonly Unit[]): number | null {
  const daily = count(pick(pieces, 'doses-per-day', units), units);
  if (daily !== null && daily <= MOST_PIECES) return daily;
  const hours = pick(pieces, 'hours-between', units);
  const shortest = hours && (hours.entry.value ?? numberIn(hours, units)?.value);
  if (shortest) return 24 / shortest;
  const weekly = count(pick(pieces, 'doses-per-week', units), units);
  if (weekly !== null) return weekly / 7;
  return daily === null ? null : 1;
}

/** Pieces that are taken besides: `one in the morning and 2 tabs at night`. */
function piecesMore(pieces: readonly DosingMatch[], units: readonly Unit[], perDose: number): number {
  const first = pick(pieces, 'doses-per-day', units);
  if (!first || !does(units[first.to], 'between-ingredients')) return 0;
  const at = first.to + 1;
  const counted = pieces.find(({ entry, from }) => entry.gives === 'units-per-dose' && from === at);
  const bare = !counted && units[at]?.kind === UnitKind.Number ? units[at] : undefined;
  const next = pieces.find(
    ({ entry, from }) =>
      entry.gives === 'doses-per-day' && (from === at || from === (bare ? at + 1 : counted?.to)),
  );
  if (!next) return 0;
  const doses = count(next, units) ?? 0;
  if (next.from === at && next.entry.value === null) return doses;
  return doses * (count(counted, units) ?? bare?.value ?? perDose);
}

/** `2 tabs q4-6h, max 8/day`: beside the hours a number a day is that of the pieces. */
function isMostPerDay(pieces: readonly DosingMatch[], units: readonly Unit[]): boolean {
  const daily = pick(pieces, 'doses-per-day', units);
  return daily?.entry.value === null && pieces.some(({ entry }) => entry.gives === 'hours-between');
}

function strengthOf(mention: Mention, pieces: readonly DosingMatch[], { units, view }: Scan): number | null {
  const said = pick(pieces, 'strength-mg', units) ?? strengthBefore(mention, units);
  if (said) return amountOf(said, units);
  const bare = units[mention.to];
  const counted = pieces.some(
    (piece) => piece.from === mention.to && (count(piece, units) ?? 0) <= MOST_PIECES,
  );
  return bare?.kind === UnitKind.Number && /^\d/.test(view.text.slice(bare.start, bare.end)) && !counted
    ? bare.value
    : null;
}

/** `60 mg of morphine`, `20 mg oxycodone`, unless it is the strength of a drug named before. */
function strengthBefore(mention: Mention, units: readonly Unit[]): DosingMatch | undefined {
  const at = does(units[mention.from - 1], 'partitive') ? mention.from - 1 : mention.from;
  return mention.sentence.dosing.find((piece) => piece.entry.gives === 'strength-mg' && piece.to === at);
}

/** `three Norco a day`, `four tablets of Norco a day` */
function piecesBefore(mention: Mention, units: readonly Unit[]): number | null {
  const at = does(units[mention.from - 1], 'partitive') ? mention.from - 1 : mention.from;
  const counted = mention.sentence.dosing.find(
    (piece) => piece.entry.gives === 'units-per-dose' && piece.to === at,
  );
  if (counted) return count(counted, units);
  const before = units[mention.from - 1];
  if (
    mention.from === mention.sentence.from ||
    (before?.kind !== UnitKind.Number && before?.kind !== UnitKind.Range)
  )
    return null;
  return before.high <= MOST_PIECES ? before.high : null;
}

function count(piece: DosingMatch | undefined, units: readonly Unit[]): number | null {
  return piece ? amountOf(piece, units) : null;
}

/** The amount that a piece means: its own, or the number in it; of the parts of a strength the smaller, of a fraction its value. */
function amountOf({ entry, from, to }: DosingMatch, units: readonly Unit[]): number | null {
  if (entry.value !== null) return entry.value;
  const number = numberIn({ from, to }, units);
  if (!number) return null;
  if (number.kind !== UnitKind.Ratio) return number.high;
  return entry.gives === 'strength-mg' ? Math.min(number.value, number.base) : number.value / number.base;
}

function numberIn({ from, to }: UnitRange, units: readonly Unit[]): Unit | undefined {
  return units
    .slice(from, to)
    .find(
      (unit) => unit.kind === UnitKind.Number || unit.kind === UnitKind.Range || unit.kind === UnitKind.Ratio,
    );
}
