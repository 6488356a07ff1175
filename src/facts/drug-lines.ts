/**
 * What the directions around a drug say: `Norco 10/325 mg 1 tab q6h prn #120` is strength 10, four a day, 120 pieces.
 * In: a mention of a drug. Out: a line; whether it is taken now; and the morphine dose that all opioid lines add up to.
 * The words of directions and the conversion factors are data (`dosing` and `drugs` of the lexicon).
 * Of two amounts the higher counts (`2-3/day`, `q4-6h`): the dose that the directions allow.
 */
import { type Unit, UnitKind } from '../language/units.js';
import type { CueMeaning, DosingMeaning, DrugEntry } from '../vocabulary/lexicon.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { Mention } from './mentions.js';
import type { DosingMatch, Scan } from './scan.js';

export interface DrugLine {
  /** Generic name. */
  readonly drug: string;
  /** Milligrams of the first ingredient per piece; micrograms an hour for patches. */
  readonly strengthMg: number | null;
  /** Pieces a day at most; null where the directions give no number. */
  readonly perDay: number | null;
  readonly quantity: number | null;
  /** Half-open range of units that the line rests on. */
  readonly from: number;
  readonly to: number;
}

/** How far after a drug its directions go on, in units. */
const FARTHEST = 24;
/** A count of pieces is small, a bare number after the name is a strength if it is not. */
const MOST_PIECES = 20;

/** The line of a drug; null if the mention is no single drug. */
export function drugLine(mention: Mention, scan: Scan, lexicon: CompiledLexicon): DrugLine | null {
  const drug = lexicon.drugs.get(mention.concept.name);
  if (!drug) return null;
  const { units } = scan;
  const pieces = piecesAfter(mention, lexicon);
  const strength = strengthOf(mention, pieces, scan);
  const doses = dosesPerDay(pieces, units);
  const perDose = count(pick(pieces, 'units-per-dose', units), units) ?? piecesBefore(mention, units);
  const quantity = count(pick(pieces, 'quantity', units), units);
  return {
    drug: mention.concept.name,
    strengthMg: strength ?? drug['strength-mg'] ?? null,
    perDay: drug['units-per-day'] ?? (doses === null ? null : doses * (perDose ?? 1)),
    quantity,
    from: mention.from,
    to: Math.max(mention.to, ...pieces.map((piece) => piece.to)),
  };
}

/**
 * True for a drug with directions of its own that only seems to be hypothetical: in `Norco 1 tab prn, Soma 350 mg qhs`
 * the second drug is the next line of a list, not what the first is needed for.
 */
export function isListedDrug(mention: Mention, scan: Scan, lexicon: CompiledLexicon): boolean {
  if (!mention.said.has('hypothetical') || mention.said.has('planned') || mention.said.has('requested')) return false;
  const line = drugLine(mention, scan, lexicon);
  return line !== null && line.to > mention.to;
}

/** Cues that say whether a drug is still taken; that it was given or tried does not. */
const TAKING: ReadonlySet<CueMeaning> = new Set(['current', 'stopped', 'negated', 'not-done']);

/** How near a negation stands that denies the drug itself: `no functional gain with the use of it` does not. */
const NEAR = 4;

/**
 * A mention of a drug, or of a class of drugs, read as a statement on whether it is taken at present:
 * affirmed or denied; null if it was only tried, failed, planned or named.
 */
export function asTaken(mention: Mention, scan: Scan, lexicon: CompiledLexicon): Mention | null {
  if (mention.polarity === 'gap' || mention.polarity === 'possible') return null;
  const state = mention.scopes.find((scope) => TAKING.has(scope.meaning) && (scope.meaning !== 'negated' || mention.from - scope.cue.to <= NEAR))?.meaning;
  if (state !== undefined && state !== 'current') return { ...mention, polarity: 'denied', time: 'now' };
  if (mention.time === 'future' && !isListedDrug(mention, scan, lexicon)) return null;
  if (state === 'current' && isBefore(mention)) return null;
  const isSaid = state === 'current' || (mention.time !== 'past' && !mention.said.has('failed') && isDirected(mention, scan, lexicon));
  return isSaid ? { ...mention, polarity: 'affirmed', time: 'now', cues: [] } : null;
}

/** True if the words that say it is taken are themselves of the past: `previously took`. */
function isBefore({ scopes }: Mention): boolean {
  const takes = scopes.find((scope) => scope.meaning === 'current')?.cue;
  return takes !== undefined && scopes.some(({ meaning, cue }) => meaning === 'historical' && cue.to <= takes.from && takes.from - cue.to <= 1);
}

/** True for a drug with directions of its own. */
function isDirected(mention: Mention, scan: Scan, lexicon: CompiledLexicon): boolean {
  const line = drugLine(mention, scan, lexicon);
  return line !== null && (line.quantity !== null || (line.perDay !== null && line.to > mention.to));
}

/** Milligrams of morphine by mouth that equal a day of a line; null if the line or the drug gives no figure. */
export function morphineDose(line: DrugLine, drug: DrugEntry): number | null {
  const factor = drug['morphine-factor'];
  if (factor === undefined || line.strengthMg === null || line.perDay === null) return null;
  const daily = line.strengthMg * line.perDay;
  const by = typeof factor === 'number' ? factor : (factor.find((band) => daily <= band['up-to-mg']) ?? factor[factor.length - 1])?.factor;
  return by === undefined ? null : Math.round(daily * by * 100) / 100;
}

/** The morphine dose of all drugs taken now, each at the last directions given for it. */
export interface MorphineTotal {
  readonly mgPerDay: number;
  /** Drugs with a factor that are taken, but at a dose that the text does not give. */
  readonly isComplete: boolean;
  readonly lines: readonly DrugLine[];
}

/** Sums the mentions of drugs with a factor; null if none is taken at a known dose. */
export function morphineTotal(mentions: readonly Mention[], scan: Scan, lexicon: CompiledLexicon): MorphineTotal | null {
  const byDrug = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const known = byDrug.get(mention.concept.name);
    if (known) known.push(mention);
    else byDrug.set(mention.concept.name, [mention]);
  }
  const lines: DrugLine[] = [];
  let total = 0;
  let isComplete = true;
  for (const [name, of] of byDrug) {
    const drug = lexicon.drugs.get(name);
    const line = drug?.['morphine-factor'] === undefined ? null : lineTakenNow(of, scan, lexicon);
    if (!drug || !line) continue;
    const dose = morphineDose(line, drug);
    if (dose === null) isComplete = false;
    else {
      total += dose;
      lines.push(line);
    }
  }
  return lines.length === 0 ? null : { mgPerDay: Math.round(total * 100) / 100, isComplete, lines };
}

/** The last directions of a drug, with the strength of another mention if they have none; null if it is stopped or not taken. */
function lineTakenNow(mentions: readonly Mention[], scan: Scan, lexicon: CompiledLexicon): DrugLine | null {
  const stated = mentions.flatMap((mention) => asTaken(mention, scan, lexicon) ?? []);
  if (stated.length === 0 || stated[stated.length - 1]?.polarity === 'denied') return null;
  const lines = stated.flatMap((mention) => (mention.polarity === 'denied' ? [] : (drugLine(mention, scan, lexicon) ?? [])));
  const line = lines.findLast((one) => one.perDay !== null) ?? lines[lines.length - 1];
  if (!line) return null;
  const strength = line.strengthMg ?? lines.findLast((one) => one.strengthMg !== null)?.strengthMg ?? null;
  return { ...line, strengthMg: strength };
}

// ---- pieces of directions

/** The directions between a drug and the next one of the sentence. */
function piecesAfter(mention: Mention, lexicon: CompiledLexicon): readonly DosingMatch[] {
  const next = mention.sentence.concepts.find((other) => other.from >= mention.to && lexicon.drugs.has(other.entry.name));
  const stop = Math.min(mention.sentence.to, mention.to + FARTHEST, next?.from ?? mention.sentence.to);
  return mention.sentence.dosing.filter((piece) => piece.from >= mention.to && piece.to <= stop);
}

/** The first piece of a meaning; after `from 4 a day to 1`, the second. */
function pick(pieces: readonly DosingMatch[], gives: DosingMeaning, units: readonly Unit[]): DosingMatch | undefined {
  const found = pieces.filter((piece) => piece.entry.gives === gives);
  const isChange = units[(found[0]?.from ?? 0) - 1]?.word === 'from' && units[(found[1]?.from ?? 0) - 1]?.word === 'to';
  return isChange ? found[1] : found[0];
}

function dosesPerDay(pieces: readonly DosingMatch[], units: readonly Unit[]): number | null {
  const daily = count(pick(pieces, 'doses-per-day', units), units);
  if (daily !== null && daily <= MOST_PIECES) return daily;
  const hours = pick(pieces, 'hours-between', units);
  const shortest = hours && (hours.entry.value ?? numberIn(hours, units)?.value);
  if (shortest) return 24 / shortest;
  const weekly = count(pick(pieces, 'doses-per-week', units), units);
  return weekly === null ? null : weekly / 7;
}

function strengthOf(mention: Mention, pieces: readonly DosingMatch[], { units, view }: Scan): number | null {
  const said = pick(pieces, 'strength-mg', units) ?? strengthBefore(mention, units);
  if (said) return amountOf(said, units);
  const bare = units[mention.to];
  const counted = pieces.some((piece) => piece.from === mention.to && (count(piece, units) ?? 0) <= MOST_PIECES);
  return bare?.kind === UnitKind.Number && /^\d/.test(view.text.slice(bare.start, bare.end)) && !counted ? bare.value : null;
}

/** `60 mg of morphine`, `20 mg oxycodone`, unless it is the strength of a drug named before. */
function strengthBefore(mention: Mention, units: readonly Unit[]): DosingMatch | undefined {
  const at = units[mention.from - 1]?.word === 'of' ? mention.from - 1 : mention.from;
  return mention.sentence.dosing.find((piece) => piece.entry.gives === 'strength-mg' && piece.to === at);
}

/** `three Norco a day` */
function piecesBefore(mention: Mention, units: readonly Unit[]): number | null {
  const before = units[mention.from - 1];
  if (mention.from === mention.sentence.from || (before?.kind !== UnitKind.Number && before?.kind !== UnitKind.Range)) return null;
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
  if (number.kind !== UnitKind.Ratio) return number.high * entry.scale;
  return entry.gives === 'strength-mg' ? Math.min(number.value, number.base) * entry.scale : number.value / number.base;
}

function numberIn({ from, to }: { readonly from: number; readonly to: number }, units: readonly Unit[]): Unit | undefined {
  return units.slice(from, to).find((unit) => unit.kind === UnitKind.Number || unit.kind === UnitKind.Range || unit.kind === UnitKind.Ratio);
}
