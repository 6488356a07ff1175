/**
 * Reads the fields of a letter's front matter: case number, dates, priority, credentials of the reviewer.
 * A value counts only if it stands right after its label and has the form of its kind, since labels of empty fields
 * follow each other.
 * In: the clean view and the spans of front matter. Out: fields with their quotes, null where the letter has none.
 */
import { parseDate } from '../language/dates.js';
import { formPattern } from '../language/form-pattern.js';
import type { UnitData } from '../language/unit.js';
import type { CleanView } from '../text/clean-view.js';
import type { Span } from '../text/source-text.js';
import type { HEADER_FIELDS, LetterLayout } from '../vocabulary/letter-layout.js';
import type { Field, LetterHeader } from './imr-document.js';

type FieldName = (typeof HEADER_FIELDS)[number];

/** What the fields of front matter are found with. */
export interface HeaderForm {
  /** The labels of all fields, a group for each of `places`. Global: for `matchAll` alone. */
  readonly labels: RegExp;
  /** What each group is a label of, and how many labels of the field are trusted more. */
  readonly places: readonly LabelPlace[];
  /** The value behind a label, its first group; sticky, tried where the label ends. */
  readonly values: Readonly<Record<FieldName, RegExp>>;
  /** Between two specialties. */
  readonly joins: RegExp;
}

interface LabelPlace {
  readonly name: FieldName;
  readonly rank: number;
}

/** `8/6/2013`, `08-06-13`, `August 6, 2013`, with spaces where a line end cut it. */
const DATE =
  '\\d{1,2} ?[/-] ?\\d{1,2} ?[/-] ?(?:\\d{4}|\\d{2})(?!\\d)|[a-z]{3,9}\\.? \\d{1,2},? \\d{4}|\\d{4}-\\d{2}-\\d{2}';
/** `CM13-0071443`. */
const CASE_NUMBER = '[A-Z]{2} ?\\d{2} ?- ?\\d{4,8}';

/** How front matter looks in letters of a layout. */
export function headerForm({ header: { labels, priorities, ends, joins } }: LetterLayout): HeaderForm {
  const written = Object.entries(labels).flatMap(([name, phrases]) =>
    phrases.map((phrase, rank) => ({ name: name as FieldName, rank, pattern: formPattern([phrase]) })),
  );
  const anyLabel = written.map(({ pattern }) => pattern).join('|') || '(?!)';
  const date = valuePattern(DATE);
  const words = valuePattern(`[^:]{2,200}?(?= ?(?:$|\\.(?: |$)|${formPattern(ends)}|${anyLabel}))`);
  return {
    labels: new RegExp(written.map(({ pattern }) => `(${pattern})`).join('|') || '(?!)', 'gi'),
    places: written.map(({ name, rank }) => ({ name, rank })),
    values: {
      'case-number': valuePattern(CASE_NUMBER),
      'injury-date': date,
      'ur-date': date,
      'application-date': date,
      'assigned-date': date,
      'decision-date': date,
      priority: valuePattern(`${formPattern(priorities, 'as-written')}\\b`),
      specialty: words,
      licensure: words,
    },
    joins: new RegExp(` ?${formPattern(joins)} ?`, 'gi'),
  };
}

const valuePattern = (pattern: string): RegExp => new RegExp(` ?:? ?(${pattern})`, 'iy');

/** Front matter is short; what follows further down a part is prose. */
const LONGEST_FRONT = 8_000;

/**
 * Reads every field from the first front part that has it.
 * @param data how dates are written
 */
export function readHeader(
  view: CleanView,
  fronts: readonly Span[],
  form: HeaderForm,
  data: UnitData,
): LetterHeader {
  const read = new Map<FieldName, Field<string>>();
  for (const front of fronts)
    for (const [name, field] of fieldsOf(view, front, form, data)) if (!read.has(name)) read.set(name, field);
  const field = (name: FieldName): Field<string> | null => read.get(name) ?? null;
  return {
    caseNumber: field('case-number'),
    injuryDate: field('injury-date'),
    urDate: field('ur-date'),
    applicationDate: field('application-date'),
    assignedDate: field('assigned-date'),
    decisionDate: field('decision-date'),
    priority: field('priority'),
    specialty: field('specialty'),
    licensure: field('licensure'),
  };
}

/** The fields of one front part: of each the value behind its most trusted label, there the first. */
function fieldsOf(
  view: CleanView,
  front: Span,
  form: HeaderForm,
  data: UnitData,
): ReadonlyMap<FieldName, Field<string>> {
  const text = view.text.slice(front.start, Math.min(front.end, front.start + LONGEST_FRONT)).trimEnd();
  const found = new Map<FieldName, Field<string>>();
  const ranks = new Map<FieldName, number>();
  for (const label of text.matchAll(form.labels)) {
    const { name, rank } = form.places[
      form.places.findIndex((_, i) => label[i + 1] !== undefined)
    ] as LabelPlace;
    if (rank >= (ranks.get(name) ?? Number.POSITIVE_INFINITY)) continue;
    const behind = form.values[name];
    behind.lastIndex = label.index + label[0].length;
    const written = behind.exec(text)?.[1];
    if (written === undefined) continue;
    const words = written.trimEnd();
    const value = fieldValue(name, words, form, data);
    if (value === null) continue;
    const start = front.start + behind.lastIndex - written.length;
    ranks.set(name, rank);
    found.set(name, { value, quote: view.source.quote(view.span(start, start + words.length)) });
  }
  return found;
}

function fieldValue(name: FieldName, words: string, { joins }: HeaderForm, data: UnitData): string | null {
  switch (name) {
    case 'case-number':
      return words.replaceAll(' ', '').toUpperCase();
    case 'priority':
      return words.toLowerCase();
    // Board Certified in X, has a subspecialty in Y and is licensed
    case 'specialty':
      return words.replace(joins, ', ');
    case 'licensure':
      return words;
    default:
      return parseDate(words.replace(/ ?([/-]) ?/g, '$1'), data);
  }
}
