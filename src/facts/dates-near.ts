/**
 * Dates that belong to what is said near them: of an event, of a finding that has a date to itself, of a list of events.
 * Not here: the date of a note, which holds for all that follows (see `mentions.ts`); how dates are written (see `language/`).
 */

import { before, isCalendarUnit } from '../language/dates.js';
import { type Unit, UnitKind } from '../language/unit.js';
import { DRUG_LAYER } from './compiled-lexicon.js';
import { monthAlone, monthListed } from './months-alone.js';
import type { ConceptMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';
import type { Zone } from './zones.js';

/** How many units before and after an event its date may stand. */
const BEFORE = 7;
const AFTER = 14;

/** A date, and the unit at which it stands. */
export interface DateAt {
  readonly date: string;
  readonly at: number;
}

/** What dates are read from: a text, its units of measure by where they begin, and the day from which `ago` counts. */
export interface DatedText {
  readonly units: readonly Unit[];
  readonly unitWords: ReadonlyMap<number, string>;
  readonly reference: string | null;
}

/**
 * A date said with a mention: after it, or before it in the same clause; `today` is the date of the note; `null` if none.
 * @param isOver false for what is still to come: `surgery in June` is then no operation of last June
 */
export function dateNear(
  sentence: Sentence,
  match: ConceptMatch,
  text: DatedText,
  noteDate: string | null,
  isOver: () => boolean,
): DateAt | null {
  const { units } = text;
  const isOneDay = match.entry.roles.has('one-day');
  const monthAt = (i: number): string | null => {
    const month = isOneDay ? monthAlone(i, units, dayOfTelling(text, noteDate)) : null;
    return month !== null && isOver() ? month : null;
  };
  const next = sentence.concepts.find(
    (other) =>
      other.from >= match.to &&
      other.entry.kind !== 'finding' &&
      other.entry.kind !== 'test' &&
      (!other.entry.isBeside || other.entry.roles.has('note-date')),
  );
  const stop = Math.min(next?.from ?? sentence.to, match.to + AFTER);
  for (let i = match.from; i < stop; i++) {
    const date = isNoteDay(i, units)
      ? noteDate
      : (dateAt(i, text) ?? (i - match.to <= NEAR_MONTH ? monthOfStudy(i, match, text) : null) ?? monthAt(i));
    const isLeading = next?.entry.kind === 'event' && i > match.to + 1 && leadsTo(i, next.from, units);
    if (date && isLeading && !isOfStudy(match, i, sentence, units)) break;
    // A drug taken `since 2012` is no drug of 2012.
    if (date && !(match.layer === DRUG_LAYER && isAfterSince(i, match.to, units)))
      return (match.entry.kind === 'event' ? endOfPeriod(i, units) : null) ?? { date, at: i };
  }
  const previous = sentence.concepts.findLast(
    (other) => other.to <= match.from && other.entry.kind === 'event',
  );
  for (let i = match.from - 1; i >= Math.max(previous?.to ?? sentence.from, match.from - BEFORE); i--) {
    const date = dateAt(i, text) ?? monthAt(i);
    // `laminectomy 2008, fusion 2010`: a date right after an event is its own.
    const isOfPrevious =
      previous &&
      ((match.entry.kind === 'event' && i === previous.to) ||
        !leadsTo(i, match.from, units) ||
        isOfStudy(previous, i, sentence, units));
    if (date) return isOfPrevious ? null : { date, at: i };
  }
  return null;
}

/** `today`, `that day`, `at the same visit`: the day of the note. */
function isNoteDay(at: number, units: readonly Unit[]): boolean {
  return does(units[at], 'today') || (does(units[at], 'day-of-note') && does(units[at - 1], 'same'));
}

/**
 * `plain films 2/13`, `MRI 12-14`: beside what is done once, two numbers that are no day are a month and a year, if that
 * year has come.
 */
function monthOfStudy(
  at: number,
  { entry }: ConceptMatch,
  { units, unitWords, reference }: DatedText,
): string | null {
  const unit = units[at];
  // `on 4/13` is a day.
  if (does(units[at - 1], 'on')) return null;
  if (reference === null || !entry.roles.has('one-day') || unit === undefined) return null;
  const isRange = unit.kind === UnitKind.Range && unit.base === 0;
  if (isRange ? isMeasured(at, units, unitWords) : unit.kind !== UnitKind.Ratio) return null;
  const month = unit.value;
  const short = isRange ? unit.high : unit.base;
  const year = 2000 + short;
  if (
    !MONTHS.has(month) ||
    !Number.isInteger(short) ||
    short <= GRADES ||
    short > 99 ||
    year > Number(reference.slice(0, 4))
  )
    return null;
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** `a disc of 6-8 mm`, `in 6-8 weeks`: a range of something. */
const isMeasured = (at: number, units: readonly Unit[], unitWords: DatedText['unitWords']): boolean =>
  unitWords.has(at + 1) || does(units[at + 1], 'measure') || does(units[at + 1], 'counted');

/** `4/5` is a grade. */
const GRADES = 5;
const MONTHS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
/** How far after it such a month may stand. */
const NEAR_MONTH = 4;

/** `from 3-11-10 through 8-10-10`: what was done for a time is of the day on which it ended. */
function endOfPeriod(at: number, units: readonly Unit[]): DateAt | null {
  const end = units[at + 2];
  const isPeriod =
    does(units[at - 1], 'period-start') && does(units[at + 1], 'period-end') && end?.kind === UnitKind.Date;
  return isPeriod && end.date !== null ? { date: end.date, at: at + 2 } : null;
}

/** How far after a number its own date may stand: `7/10 on 5/7/2013`. */
const NEAR_NUMBER = 3;

/** The date right after a number. */
export function dateAfterNumber(sentence: Sentence, match: ConceptMatch, text: DatedText): DateAt | null {
  for (let i = match.to; i < Math.min(sentence.to, match.to + NEAR_NUMBER); i++) {
    const date = dateAt(i, text);
    if (date) return { date, at: i };
  }
  return null;
}

/** The date that ends a sentence, `… denied the request for EMG of both legs on 1-7-14`: that of what the sentence is about. */
export function dateAtEnd({ from, to }: Sentence, units: readonly Unit[]): DateAt | null {
  const last = units[to - 1];
  const isSaidOf = to - 2 >= from && does(units[to - 2], 'when');
  return last?.kind === UnitKind.Date && last.date !== null && isSaidOf
    ? { date: last.date, at: to - 1 }
    : null;
}

/** True if a date stands right before the event at a unit, so that it is not that of the event before: `and on 6-1-13 an MRI`. */
function leadsTo(date: number, event: number, units: readonly Unit[]): boolean {
  const between = units.slice(date + 1, event);
  return event - date <= 3
    ? between.every((unit) => unit.word !== ')' && !does(unit, 'and'))
    : between[0]?.word === ',' &&
        between.every((unit) => unit.kind === UnitKind.Level || does(unit, 'to-event'));
}

/** `the MRI of the neck of 3-20-15 shows the fusion`: a date between a study and what tells its result is the study's. */
function isOfStudy(
  { entry, to }: ConceptMatch,
  date: number,
  { cues }: Sentence,
  units: readonly Unit[],
): boolean {
  return (
    entry.roles.has('study') &&
    cues.some((cue) => cue.from === date + 1 && cue.entry.meaning === 'done') &&
    !units.slice(to, date).some((unit) => does(unit, 'list'))
  );
}
/** How far after a finding its own date may stand. */
const FARTHEST_DATE = 5;

/**
 * The date that a finding, a test or its result has to itself: `sciatica in 2004`, `sedimentation rate drawn 6-30-15`.
 * @param until where the words about it end at the latest
 */
export function dateRightAfter(
  match: Pick<ConceptMatch, 'to'>,
  sentence: Sentence,
  text: DatedText,
  until = sentence.to,
): string | null {
  const { units } = text;
  const next = sentence.concepts.find((other) => other.from >= match.to && !other.entry.isBeside)?.from;
  const end = Math.min(next ?? sentence.to, until, match.to + FARTHEST_DATE);
  for (let i = match.to + 1; i < end; i++) {
    if (units[i]?.word === ',') return null;
    if (units[i]?.kind === UnitKind.Date && does(units[i - 1], 'when')) return dateAt(i, text);
  }
  return null;
}

/** The day up to which a text tells: that of the note, else that from which `ago` counts. */
export const dayOfTelling = ({ reference }: DatedText, noteDate: string | null): string | null =>
  noteDate ?? reference;

/** The dates listed after the first one of a zone: `on 11-30-2011 and 12-28-2012`, `in May, June and July`. */
export function furtherDates(
  zone: Zone,
  first: string,
  units: readonly Unit[],
  to: number,
  upTo: string | null,
): string[] {
  const dates: string[] = [];
  const dateOf = (i: number): string | null => units[i]?.date ?? monthListed(i, units, upTo);
  let at = zone.from;
  while (at < zone.to && dateOf(at) !== first) at++;
  for (let i = at + 1; at < zone.to && i < to; i++) {
    const date = dateOf(i);
    if (date !== null) dates.push(date);
    else if (units[i]?.word !== ',' && !does(units[i], 'and')) break;
  }
  return dates;
}

function isAfterSince(at: number, from: number, units: readonly Unit[]): boolean {
  return units.slice(Math.max(from, at - 4), at).some((unit) => does(unit, 'since'));
}

/** The date at a unit: written out, or `12 years ago` counted from a reference date. */
export function dateAt(i: number, { units, unitWords, reference }: DatedText): string | null {
  const unit = units[i];
  if (!unit) return null;
  if (unit.kind === UnitKind.Date) return unit.date;
  if (reference === null || (unit.kind !== UnitKind.Number && unit.kind !== UnitKind.Range)) return null;
  const length = unitWords.get(i + 1);
  if (!isCalendarUnit(length) || !does(units[i + 2], 'ago')) return null;
  return before(reference, (unit.value + unit.high) / 2, length);
}
