/**
 * Reads the fields of a letter's front matter: case number, dates, priority, credentials of the reviewer.
 * A value counts only if it stands right after its label and has the form of its kind, since labels of empty fields
 * follow each other.
 * In: the clean view and the spans of front matter. Out: fields with their quotes, null where the letter has none.
 */
import { parseDate } from '../language/dates.js';
import type { UnitData } from '../language/unit.js';
import type { CleanView } from '../text/clean-view.js';
import type { Span } from '../text/source-text.js';
import type { Field, LetterHeader } from './imr-document.js';

/** `8/6/2013`, `08-06-13`, `August 6, 2013`, with spaces where a line end cut it. */
const DATE =
  '(\\d{1,2} ?[/-] ?\\d{1,2} ?[/-] ?(?:\\d{4}|\\d{2})(?!\\d)|[a-z]{3,9}\\.? \\d{1,2},? \\d{4}|\\d{4}-\\d{2}-\\d{2})';

function dateAfter(label: string): RegExp {
  return new RegExp(`${label} ?:? ?${DATE}`, 'i');
}

/** In order of trust: the first pattern that matches gives the value, its first group. */
const PATTERNS: Readonly<Record<keyof LetterHeader, readonly RegExp[]>> = {
  // MAXIMUS Case Number: CM13-0071443
  caseNumber: [/Case (?:Number|No\.?|#) ?:? ?([A-Z]{2} ?\d{2} ?- ?\d{4,8})/i],
  injuryDate: [dateAfter('Date of Injur(?:y|ies)')],
  urDate: [
    dateAfter('Date of UR Decision'),
    dateAfter('UR (?:Denial|Decision) Date'),
    // disputing the Utilization Review Denial dated 7/24/2013; taken from the utilization review denial/modification dated …
    dateAfter('Utilization Review (?:Denial|Determination|Decision)(?:/modification)?(?: dated)?'),
  ],
  applicationDate: [
    dateAfter('Application Received'),
    dateAfter('Application for Independent Medical Review was (?:filed|received) on'),
  ],
  assignedDate: [dateAfter('Date Assigned')],
  decisionDate: [dateAfter('(?<!UR )(?<!of UR )Decision Date'), dateAfter('\\bDated ?:')],
  priority: [/Priority ?: ?(standard|expedited|regular|urgent)\b/i],
  specialty: [
    // Certification(s)/Specialty: Physical Medicine & Rehabilitation
    /Certifications?(?:\(s\))? ?\/ ?Specialt(?:y|ies) ?: ?([^:]{2,200}?) ?(?=$|\.(?: |$)|State\(?s\)? of)/i,
    // is Board Certified in Orthopedic Surgery and is licensed to practice in California
    /Board Certified in ([^:]{2,200}?),? ?(?:and|who) is licensed/i,
  ],
  licensure: [
    // State(s) of Licensure: California, Texas
    /States?(?:\(s\))? of Licensure ?: ?([^:]{2,120}?) ?(?=$|\.(?: |$)|Certification)/i,
    /licensed to practice in ([A-Z][A-Za-z ,]{2,100}?)(?=\.|$)/i,
  ],
};

const DATE_FIELDS: ReadonlySet<keyof LetterHeader> = new Set([
  'injuryDate',
  'urDate',
  'applicationDate',
  'assignedDate',
  'decisionDate',
]);

/** Front matter is short; what follows further down a part is prose. */
const LONGEST_FRONT = 8_000;

/** Reads every field from the first front part that has it. @param data how dates are written */
export function readHeader(view: CleanView, fronts: readonly Span[], data: UnitData): LetterHeader {
  const read = (name: keyof LetterHeader): Field<string> | null => {
    for (const front of fronts) {
      const field = readField(view, front, name, data);
      if (field) return field;
    }
    return null;
  };
  return {
    caseNumber: read('caseNumber'),
    injuryDate: read('injuryDate'),
    urDate: read('urDate'),
    applicationDate: read('applicationDate'),
    assignedDate: read('assignedDate'),
    decisionDate: read('decisionDate'),
    priority: read('priority'),
    specialty: read('specialty'),
    licensure: read('licensure'),
  };
}

function readField(
  view: CleanView,
  front: Span,
  name: keyof LetterHeader,
  data: UnitData,
): Field<string> | null {
  const text = view.text.slice(front.start, Math.min(front.end, front.start + LONGEST_FRONT)).trimEnd();
  for (const pattern of PATTERNS[name]) {
    const match = pattern.exec(text);
    const words = match?.[1]?.trimEnd();
    if (!match || !words) continue;
    const value = fieldValue(name, words, data);
    if (value === null) continue;
    const start = front.start + match.index + match[0].lastIndexOf(words);
    return { value, quote: view.source.quote(view.span(start, start + words.length)) };
  }
  return null;
}

function fieldValue(name: keyof LetterHeader, words: string, data: UnitData): string | null {
  if (DATE_FIELDS.has(name)) return parseDate(words.replace(/ ?([/-]) ?/g, '$1'), data);
  if (name === 'caseNumber') return words.replaceAll(' ', '').toUpperCase();
  // Board Certified in X, has a subspecialty in Y and is licensed
  if (name === 'specialty') return words.replace(/,? (?:and )?has a subspecialty in /gi, ', ');
  return name === 'priority' ? words.toLowerCase() : words;
}
