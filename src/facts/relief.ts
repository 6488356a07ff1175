/**
 * What a treatment brought: a percentage of relief, how long it lasted, or only that it helped or did not.
 * In: the mention of a treatment. Out: an amount with the units that say it, or a response in words.
 * Words after the treatment and before the next one are about it; so are words that lead up to it (`80% relief from`),
 * and a sentence right after it that names no treatment of its own, or after one that only goes on about it.
 */

import { daysOf, daysPer } from '../language/dates.js';
import { type Unit, UnitKind, type UnitRange } from '../language/unit.js';
import type { CueMeaning } from '../vocabulary/lexicon-terms.js';
import { type Amount, lengthWithin, nextEvent, previousEvent } from './amounts.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';
import { scoreDrop } from './score-drop.js';
import type { CueMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';
import { goesOnAboutSame } from './told-of.js';

/** Half-open range of units in which the response to a treatment is told, and its sentence. */
interface Telling {
  readonly from: number;
  readonly to: number;
  readonly sentence: Sentence;
  /** True for the sentence after that of the treatment. */
  readonly isFollowing?: boolean;
}

/** What words without a number say that a treatment brought. */
export interface Response {
  /** `unknown`: the letter says that it is not known whether it helped. */
  readonly meaning: 'helped' | 'failed' | 'unknown';
  readonly cue: CueMatch;
}

/** How far before a treatment its result may stand, and how near a word must lead from it. */
const BEFORE = 12;
const LEAD = 7;
/** How near a percentage, or a length, stands to the word for relief. */
const NEAR_RELIEF = 6;
const NEAR_NEGATION = 3;
const RESPONSES: ReadonlySet<CueMeaning> = new Set(['helped', 'failed']);

/** The percentage of relief after a treatment. */
export function reliefPercent(mention: Mention, scan: Scan): Amount | null {
  for (const telling of tellings(mention, scan)) {
    for (let i = telling.from; i < telling.to; i++) {
      const found = percentAt(i, scan.units) ?? partAt(i, telling, scan.units);
      if (!found || isOfDrug(found, telling)) continue;
      if (telling.sentence !== mention.sentence && !isNearResponse(i, telling)) continue;
      return { ...found, to: endOfRelief(found.to, telling, scan) };
    }
    const drop = scoreDrop(telling.from, telling.to, scan.units);
    if (drop && !isOfDrug(drop, telling)) return drop;
  }
  return null;
}

/**
 * `0.5% bupivacaine`: how strong what was injected is; `cut his Norco by half`: how much less of it; `Medications bring pain from 9 to 6` in a sentence of its own: what
 * those brought.
 */
function isOfDrug({ from, to }: Amount, { sentence, isFollowing }: Telling): boolean {
  return sentence.concepts.some(
    ({ entry: { roles }, ...one }) =>
      (roles.has('solution') ||
        roles.has('less-drug') ||
        (isFollowing === true && roles.has('drop-by-drug'))) &&
      one.from <= from &&
      to <= one.to,
  );
}

/** `60%`, `50-60%`; and what was reduced `by half`, `by about a third`, `by three quarters`. */
function percentAt(i: number, units: readonly Unit[]): Amount | null {
  const unit = units[i];
  if (unit?.kind === UnitKind.Percent)
    return { value: unit.high === unit.value ? unit.value : [unit.value, unit.high], from: i, to: i + 1 };
  const isReduction = units.slice(Math.max(0, i - BY_PART), i).some((one) => does(one, 'by'));
  return isReduction ? portionAt(i, units) : null;
}

/** `took away half of the pain`: the part is said by the words for relief themselves. */
function partAt(i: number, telling: Telling, units: readonly Unit[]): Amount | null {
  const isSaid = responseCues(telling).some((cue) => cue.from <= i && i < cue.to);
  return isSaid ? portionAt(i, units) : null;
}

function portionAt(i: number, units: readonly Unit[]): Amount | null {
  const part = units[i];
  if (!part || !does(part, 'part')) return null;
  const count = units[i - 1]?.kind === UnitKind.Number ? (units[i - 1] as Unit).value : 1;
  return { value: Math.min(100, count * part.value), from: i, to: i + 1 };
}
/** How far before the part the word `by` may stand. */
const BY_PART = 4;

/** How long the relief of a treatment lasted; only where relief is what the length is about. */
export function reliefLength(mention: Mention, scan: Scan, unit: string): Amount | null {
  for (const telling of tellings(mention, scan)) {
    const found = lengthWithin(telling.from, telling.to, scan, unit);
    if (found && saysWhen(found, telling.sentence)) continue;
    if (found && isAboutRelief(found, telling, scan.units))
      return { ...found, ...withResponse(found, telling) };
    const until = lastedUntil(mention.date, telling, scan.units);
    if (until && isAboutRelief(until, telling, scan.units))
      return { ...until, value: Math.round((until.value / daysPer(unit)) * 10) / 10 };
  }
  return null;
}

/** `no benefit over the past 14 months`: in which time, and not for how long. */
const saysWhen = ({ from, to }: Amount, { concepts }: Sentence): boolean =>
  concepts.some((one) => one.entry.roles.has('in-which-time') && one.from <= from && to <= one.to);

/** `until about July 2014`, `through March`: the days from a treatment to when its effect was over. */
function lastedUntil(
  date: string | null,
  telling: Telling,
  units: readonly Unit[],
): (Amount & { readonly value: number }) | null {
  if (date === null) return null;
  for (let i = telling.from; i < telling.to; i++) {
    if (!does(units[i], 'until')) continue;
    for (let k = i + 1; k < Math.min(telling.to, i + NEAR_RELIEF); k++) {
      const end = units[k]?.date ?? monthAfter(date, units[k]);
      const days = end === null ? 0 : daysOf(end) - daysOf(date);
      if (days > 0) return { value: days, from: i, to: k + 1 };
    }
  }
  return null;
}

/** The first month of a name after a date. */
function monthAfter(date: string, unit: Unit | undefined): string | null {
  if (!unit || !does(unit, 'month') || date.length < 7) return null;
  const { value: month } = unit;
  const [year = 0, from = 0] = date.split('-').map(Number);
  return `${month > from ? year : year + 1}-${String(month).padStart(2, '0')}`;
}

/** Where the words about a percentage end: the word for relief, and the length, if they follow closely. */
function endOfRelief(from: number, telling: Telling, scan: Scan): number {
  const cue = responseCues(telling).find((one) => one.from >= from && one.from - from <= NEAR_RELIEF);
  const end = cue?.to ?? from;
  const length = lengthWithin(end, Math.min(telling.to, end + NEAR_RELIEF), scan, 'week');
  return length?.to ?? end;
}

/** A length together with the word for relief next to it. */
function withResponse(length: Amount, telling: Telling): UnitRange {
  const cue = responseCues(telling).find((one) => Math.abs(one.from - length.from) <= NEAR_RELIEF);
  return {
    from: Math.min(length.from, cue?.from ?? length.from),
    to: Math.max(length.to, cue?.to ?? length.to),
  };
}

/** Whether a treatment helped, in words: the first word for it that is about this treatment. */
export function responseTo(mention: Mention, scan: Scan): Response | null {
  for (const telling of tellings(mention, scan)) {
    const cue = responseCues(telling)[0];
    if (cue) return { meaning: meaningOf(cue, telling), cue };
  }
  return null;
}

/**
 * That a treatment brought nothing, told of it or of the list that it stands in: `therapy, NSAIDs and two epidurals over
 * nine months failed`; but `therapy and an epidural, which failed`.
 */
export function failureOf(mention: Mention, scan: Scan): CueMatch | null {
  const { sentence } = mention;
  const own = responseTo(mention, scan);
  if (own) return own.meaning === 'failed' ? own.cue : null;
  const from = endOfList(mention, scan.units);
  if (from === mention.to) return null;
  const next = sentence.concepts.find((one) => one.from >= from && one.entry.kind === 'event');
  const telling: Telling = { from, to: next?.from ?? sentence.to, sentence };
  const cue = responseCues(telling)[0];
  if (cue === undefined || meaningOf(cue, telling) !== 'failed') return null;
  return scan.units.slice(from, cue.from).some((unit) => does(unit, 'relative')) ? null : cue;
}

/** Where the list of treatments ends that a mention stands in, by `and` before its last member; else the end of the mention. */
function endOfList({ to, sentence }: Mention, units: readonly Unit[]): number {
  let end = to;
  let isClosed = false;
  for (const { entry, from, to: nextEnd } of sentence.concepts) {
    if (entry.kind !== 'event' || from < end) continue;
    const isNext =
      from > end &&
      does(units[end], 'list') &&
      units.slice(end, from).every((unit) => does(unit, 'list') || unit.kind === UnitKind.Number);
    if (!isNext) break;
    isClosed = units.slice(end, from).some((unit) => does(unit, 'list') && unit.word !== ',');
    end = nextEnd;
  }
  return isClosed ? end : to;
}

/** Where the response to a treatment may be told, the likeliest place first. */
function tellings(mention: Mention, scan: Scan): Telling[] {
  const { sentence } = mention;
  const next = nextEvent(mention);
  // The words of the mention may tell it as well: `the second only 20%`.
  const places: Telling[] = [{ from: mention.from, to: next, sentence }];
  if (isLedTo(mention, scan.units))
    places.push({
      from: Math.max(sentence.from, mention.from - BEFORE, previousEvent(mention)),
      to: mention.from,
      sentence,
    });
  let following = next === sentence.to ? sentenceAfter(sentence, scan) : null;
  while (following) {
    const to = untilOtherEvent(following, scan.units);
    if (to === following.from) break;
    const telling = { from: following.from, to, sentence: following, isFollowing: true };
    places.push(telling);
    // `He had it at L5-S1. It took away half of the pain.`
    const goesOn = goesOnAboutSame(following, scan.units) && responseCues(telling).length === 0;
    following = goesOn ? sentenceAfter(following, scan) : null;
  }
  return places;
}

/**
 * How far a sentence may tell of the treatment before it: up to one that it names itself, if what it tells is not of
 * that one; `If this fails` tells nothing yet.
 */
function untilOtherEvent(sentence: Sentence, units: readonly Unit[]): number {
  if (sentence.cues.some(({ entry, from }) => entry.meaning === 'hypothetical' && from === sentence.from))
    return sentence.from;
  const other = sentence.concepts.find((one) => one.entry.kind === 'event' && !isInLessDrug(one, sentence));
  if (!other) return sentence.to;
  return isLedTo({ from: other.from, sentence }, units) ? sentence.from : other.from;
}

/** `and got by on half of his usual hydrocodone`: the drug is named only as what less was taken of. */
function isInLessDrug({ from, to }: UnitRange, { concepts }: Sentence): boolean {
  return concepts.some(
    (one) =>
      one.entry.kind !== 'event' && one.entry.roles.has('less-drug') && one.from <= from && to <= one.to,
  );
}

/** `a third of her usual pills`: how much of them, not what they brought. */
function isOfPart(i: number, units: readonly Unit[]): boolean {
  return does(units[i], 'partitive') && does(units[i - 1], 'part');
}

/** `relief from the injection`, `after one injection` */
function isLedTo(mention: Pick<Mention, 'from' | 'sentence'>, units: readonly Unit[]): boolean {
  for (let i = mention.from - 1; i >= Math.max(mention.sentence.from, mention.from - LEAD); i--) {
    if (does(units[i], 'to-cause') && !isOfPart(i, units)) return true;
    // `six hours of sleep, and hydrocodone was reduced`: what leads on reaches over no comma but that between levels.
    if (units[i]?.word === ',' && units[i + 1]?.kind !== UnitKind.Level) return false;
  }
  return false;
}

function sentenceAfter(sentence: Sentence, scan: Scan): Sentence | null {
  let low = 0;
  let high = scan.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scan.sentences[middle] as Sentence).from <= sentence.from) low = middle + 1;
    else high = middle;
  }
  return scan.sentences[low] ?? null;
}

function responseCues(telling: Telling): CueMatch[] {
  return telling.sentence.cues.filter(
    (cue) =>
      RESPONSES.has(cue.entry.meaning) &&
      cue.from >= telling.from &&
      cue.to <= telling.to &&
      !isOfOther(cue, telling),
  );
}

/**
 * True for a word for the response to something else, which a concept names with it: `failed conservative care`. In a
 * sentence of its own such a concept says what it is about: `conservative care has failed`.
 */
function isOfOther(cue: CueMatch, { sentence, to, isFollowing }: Telling): boolean {
  return sentence.concepts.some(
    (one) =>
      one.entry.isBeside &&
      one.entry.toldOf === null &&
      one.entry.kind !== 'marker' &&
      one.from <= cue.from &&
      cue.to <= one.to &&
      (isFollowing === true || (one.to > cue.to && one.to <= to)),
  );
}

function isNearResponse(at: number, telling: Telling): boolean {
  return telling.sentence.cues.some(
    (cue) => RESPONSES.has(cue.entry.meaning) && Math.abs(cue.from - at) <= NEAR_RELIEF,
  );
}

/** `epidurals over nine months failed`: the length before a failure is that of the trial. */
function isAboutRelief(found: Amount, telling: Telling, units: readonly Unit[]): boolean {
  const isOfRelief = (cue: CueMatch): boolean =>
    Math.abs(cue.from - found.from) <= NEAR_RELIEF * 2 &&
    (cue.from < found.to || cue.entry.meaning !== 'failed');
  if (responseCues(telling).some(isOfRelief)) return true;
  for (let i = Math.max(telling.from, found.from - NEAR_RELIEF * 2); i < found.from; i++)
    if (percentAt(i, units)) return true;
  return false;
}

/** `none of which helped` failed; `does not remember how much it helped` leaves it open. */
function meaningOf(cue: CueMatch, { sentence }: Telling): Response['meaning'] {
  if (cue.entry.meaning === 'failed') return 'failed';
  const before = sentence.cues.filter((one) => one.to <= cue.from && cue.from - one.to <= NEAR_RELIEF);
  if (before.some((one) => one.entry.meaning === 'possible')) return 'unknown';
  return before.some((one) => one.entry.meaning === 'negated' && cue.from - one.to <= NEAR_NEGATION)
    ? 'failed'
    : 'helped';
}
