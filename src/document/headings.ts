/**
 * Finds the headings that part a letter, by their words: in any case and spacing, cut by page breaks, glued to the
 * text before them or letter-spaced.
 * In: a clean view of the whole letter. Out: headings in text order, offsets of the view.
 * Not here: what lies between headings (`sections.ts`).
 */

import { formPattern } from '../language/form-pattern.js';
import type { CleanView } from '../text/clean-view.js';
import { isLineStart } from '../text/line-start.js';
import type { LetterLayout } from '../vocabulary/letter-layout.js';

/**
 * `front`: credentials, notices and how the review was made. `documents`: the list of documents reviewed.
 * `issues`: requests with outcomes and rationales. `list`: the requests and outcomes of the 2013 shape.
 */
export type HeadingKind = 'front' | 'summary' | 'documents' | 'issues' | 'list' | 'items';

/** A heading in a clean view; places are offsets of the view. */
export interface Heading {
  readonly kind: HeadingKind;
  readonly start: number;
  /** Offset after the heading and what belongs to it: colon, boilerplate sentence. */
  readonly end: number;
}

/** What headings are found with. */
export interface HeadingForm {
  /** Titles and opening sentences, a group for each of `kinds`. Global: for `matchAll` alone. */
  readonly any: RegExp;
  /** The kinds of the groups; titles come first. */
  readonly kinds: readonly HeadingKind[];
  readonly titles: number;
  /** Sentences between a heading and its part, each tried at the offset where it may stand. */
  readonly introductions: Readonly<Partial<Record<HeadingKind, RegExp>>>;
  /** What stands right before a title in prose: `the following clinical case summary`, `in the case summary`. */
  readonly proseBefore: RegExp;
  /** What stands right after a title that is one. */
  readonly sentenceAfter: RegExp;
}

/** How headings look in letters of a layout. */
export function headingForm(layout: LetterLayout): HeadingForm {
  const { headings, introductions, listed } = layout;
  const titles = Object.entries(headings).map(
    ([kind, phrases]) => [kind as HeadingKind, formPattern(phrases, 'spread')] as const,
  );
  const opensSummary = formPattern([...introductions.summary.opens, ...layout['summary-openings']]);
  const opensIssues = formPattern(introductions.issues.opens);
  const openings: readonly (readonly [kind: HeadingKind, pattern: string])[] = [
    ['issues', opensIssues],
    ['summary', opensSummary],
    ['list', `(?:${NUMBER})?${formPattern(listed.entry)}`],
    ['items', `${NUMBER}${formPattern(listed.block)} (?:[a-z]+ )?${formPattern(listed.request)}`],
  ];
  const all = [...titles, ...openings];
  const introduction = ({ opens, ends, within }: LetterLayout['introductions']['summary']): RegExp =>
    new RegExp(`${formPattern(opens)}[^.:"]{0,${within}}(?:${formPattern(ends)} ?[:.]? ?|$)`, 'iy');
  return {
    any: new RegExp(all.map(([, pattern]) => `(${pattern})`).join('|'), 'gi'),
    kinds: all.map(([kind]) => kind),
    titles: titles.length,
    introductions: {
      summary: introduction(introductions.summary),
      issues: introduction(introductions.issues),
    },
    proseBefore: new RegExp(`(?:^|[^a-z])${formPattern(layout['prose-before'])} ?$`, 'i'),
    sentenceAfter: new RegExp(`^ ?:? ?(?:${opensSummary}|${opensIssues})`, 'i'),
  };
}

/** The number of an item. */
const NUMBER = '\\d{1,2} ?[).] ?';

/** All headings of a letter, in text order. */
export function findHeadings(view: CleanView, form: HeadingForm): Heading[] {
  const headings: Heading[] = [];
  for (const match of view.text.matchAll(form.any)) {
    const index = form.kinds.findIndex((_, i) => match[i + 1] !== undefined);
    const kind = form.kinds[index] as HeadingKind;
    const start = match.index;
    const last = headings.at(-1);
    if (last && start < last.end) continue;
    const isTitle = index < form.titles;
    if (isTitle && !standsAsHeading(view, start, start + match[0].length, form)) continue;
    headings.push({
      kind,
      start,
      end: endOfLead(view.text, isTitle ? start + match[0].length : start, form.introductions[kind]),
    });
  }
  return headings;
}

/** Skips a colon and the sentence that introduces a part. */
function endOfLead(text: string, from: number, introduction: RegExp | undefined): number {
  const at = skipMarks(text, from);
  if (introduction === undefined) return at;
  introduction.lastIndex = at;
  return introduction.test(text) ? introduction.lastIndex : at;
}

function skipMarks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === ':') at++;
  return at;
}

/** True for a title that is no part of a sentence: in capitals, before a colon or boilerplate, or alone on its line. */
function standsAsHeading(view: CleanView, start: number, end: number, form: HeadingForm): boolean {
  const { text } = view;
  if (form.proseBefore.test(text.slice(Math.max(0, start - 12), start))) return false;
  if (!/[a-z]/.test(text.slice(start, end).replace(/\(s\)/g, ''))) return true;
  if (/^ ?:/.test(text.slice(end, end + 2)) || form.sentenceAfter.test(text.slice(end, end + 80)))
    return true;
  return isLineStart(view, start) && (end >= text.length || isLineStart(view, end + 1));
}
