/**
 * Finds the headings that part a letter, by their words: in any case and spacing, cut by page breaks, glued to the
 * text before them or letter-spaced.
 * In: a clean view of the whole letter. Out: headings in text order, offsets of the view.
 * Not here: what lies between headings (`sections.ts`).
 */
import type { CleanView } from '../text/clean-view.js';
import { isLineStart } from '../text/line-start.js';

/**
 * `front`: credentials, notices and how the review was made. `documents`: the list of documents reviewed.
 * `issues`: requests with outcomes and rationales. `list`: the requests and outcomes of the 2013 shape.
 */
export type HeadingKind = 'front' | 'summary' | 'documents' | 'issues' | 'list' | 'items';

export interface Heading {
  readonly kind: HeadingKind;
  readonly start: number;
  /** Offset after the heading and what belongs to it: colon, boilerplate sentence. */
  readonly end: number;
}

/** Heading words by kind; `loosely` spreads them to any spacing. */
const TITLES: readonly (readonly [kind: HeadingKind, title: string])[] = [
  ['summary', "(?:(?:EXPERT|PHYSICIAN) REVIEWER(?:'S)? )?(?:CLINICAL )?CASE SUMMARY"],
  ['issues', 'IMR (?:ISSUES? ?,? )?DECISIONS?(?:\\(S\\))? (?:AND|&) RATIONALES?(?:\\(S\\))?'],
  ['issues', 'ISSUES? ?, DECISIONS?(?:\\(S\\))? (?:AND|&) RATIONALES?(?:\\(S\\))?'],
  ['documents', 'DOCUMENTS REVIEWED FOR DETERMINATION'],
  ['front', 'HOW THE IMR FINAL DETERMINATION WAS MADE'],
  ['front', 'MEDICAL QUALIFICATIONS OF THE (?:EXPERT|PHYSICIAN) REVIEWER'],
  ['front', 'NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION'],
  ['front', 'INDEPENDENT MEDICAL REVIEW DECISIONS?(?:\\(S\\))? (?:AND|&) RATIONALES?(?:\\(S\\))?'],
];

/** Sentences that open a part even where its heading is missing. */
const OPENERS: readonly (readonly [kind: HeadingKind, pattern: string])[] = [
  ['issues', 'The Final Determination was based on decisions for the disputed'],
  ['summary', 'The [a-z]{1,20} ?reviewer developed the foll'],
  ['summary', '(?:Disclaimer ?: ?)?The following case summary was taken'],
  ['list', '(?:\\d{1,2} ?[).] ?)?MAXIMUS Federal Services,? ?Inc\\.? has determined'],
  ['items', '\\d{1,2} ?[).] ?Regarding the (?:[a-z]+ )?requests? for'],
];

const HEADING = new RegExp(
  [...TITLES.map(([, title]) => loosely(title)), ...OPENERS.map(([, p]) => p)].map((p) => `(${p})`).join('|'),
  'gi',
);
const KINDS: readonly HeadingKind[] = [...TITLES, ...OPENERS].map(([kind]) => kind);

/** The sentences between a heading and the part itself; each is matched at the offset where it may stand. */
const BOILERPLATE: Readonly<Partial<Record<HeadingKind, readonly RegExp[]>>> = {
  summary: [
    // May break off with the letter: The expert reviewer developed the following clinical case summary based on a review of the case file, …:
    /The [a-z]{1,20} ?reviewer developed the foll[^.:"]{0,160}(?:(?:records|file) ?[:.]? ?|$)/iy,
  ],
  issues: [
    /The Final Determination was based on decisions for the disputed [^.:]{0,60}(?:below|above|following) ?[:.]? ?/iy,
  ],
};

/** Words before which a title is prose: `the following clinical case summary`, `in the case summary`. */
const PROSE_BEFORE =
  /(?:^|[^a-z])(?:the|this|that|following|above|in|of|a|an|see|per|our|any|no|from|to|and|given|provided) ?$/i;
const FRONT_SENTENCE =
  /^ ?:? ?(?:The [a-z]{1,20} ?reviewer developed|Disclaimer ?:|The following case summary|The Final Determination was)/i;

/** All headings of a letter, in text order. */
export function findHeadings(view: CleanView): Heading[] {
  const headings: Heading[] = [];
  for (const match of view.text.matchAll(HEADING)) {
    const index = KINDS.findIndex((_, i) => match[i + 1] !== undefined);
    const kind = KINDS[index] as HeadingKind;
    const start = match.index;
    const last = headings.at(-1);
    if (last && start < last.end) continue;
    const isTitle = index < TITLES.length;
    if (isTitle && !standsAsHeading(view, start, start + match[0].length)) continue;
    headings.push({
      kind,
      start,
      end: endOfLead(view.text, kind, isTitle ? start + match[0].length : start),
    });
  }
  return headings;
}

/** Skips a colon and the boilerplate sentences of a part. */
function endOfLead(text: string, kind: HeadingKind, from: number): number {
  let at = skipMarks(text, from);
  for (const pattern of BOILERPLATE[kind] ?? []) {
    pattern.lastIndex = at;
    if (pattern.test(text)) at = pattern.lastIndex;
  }
  return at;
}

function skipMarks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === ':') at++;
  return at;
}

/** True for a title that is no part of a sentence: in capitals, before a colon or boilerplate, or alone on its line. */
function standsAsHeading(view: CleanView, start: number, end: number): boolean {
  const { text } = view;
  if (PROSE_BEFORE.test(text.slice(Math.max(0, start - 12), start))) return false;
  if (!/[a-z]/.test(text.slice(start, end).replace(/\(s\)/g, ''))) return true;
  if (/^ ?:/.test(text.slice(end, end + 2)) || FRONT_SENTENCE.test(text.slice(end, end + 80))) return true;
  return isLineStart(view, start) && (end >= text.length || isLineStart(view, end + 1));
}

/** A pattern for the same words with any spacing between words and letters: `C A S E SUMMARY`, `CASESUMMARY`. */
function loosely(title: string): string {
  // Only letters that another letter or space follows are spread; groups and their signs stay as they are.
  return title
    .replace(/([A-Z,'])(?=[A-Z])/g, '$1 ?')
    .replaceAll(' ', ' ?')
    .replaceAll(' ??', ' ?');
}
