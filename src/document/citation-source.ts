/**
 * Takes one cited source apart: title, year, sections, pages.
 * `Low Back Complaints 2004, Section(s): Special Studies, Summary` · `World Journal of X 2012 May 28 4[5]:193-207` ·
 * `Chapter 12 Low Back Complaints, page 300` · `Knee Complaints Chapter (Y, 2nd Edition (2004), Chapter 13), Special Studies`.
 * In and out: plain words; places are kept by the caller.
 */
import type { ScheduleNames } from './schedule-names.js';

/** A source taken apart, in the words of the letter. */
export interface SourceDescription {
  /** Without the year, and without the word `Chapter` where it says nothing. */
  readonly title: string;
  readonly year: string | null;
  /** Sections or topics as they are listed; empty where none are named. */
  readonly sections: readonly string[];
  /** `300`, `101 and 105-107`. */
  readonly pages: string | null;
}

/** `Section(s):` and what follows. */
const SECTIONS = /,? ?Sections?(?: ?\(s\))? ?: ?(.*)$/i;
/** `, which is part of the MTUS` and anything after it. */
const MEMBERSHIP = /,? (?:which|that) (?:is|are) (?:not )?(?:a )?part of .*$/i;
/** `4[5]:193-207`, `12:5-9`: volume, issue, pages of a journal. */
const JOURNAL_PAGES = /\d+ ?(?:[[(] ?\d+(?: ?[-/] ?\d+)? ?[\])])? ?: ?(\d+ ?- ?\d+)/;
/** `page 300`, `pages 101 and 105-107`. */
const PAGES = /(?:^|[ ,])(?:pages?|pgs?\.?|pp?\.) ?(\d+(?: ?- ?\d+)?(?:(?:, ?| and | & )\d+(?: ?- ?\d+)?)*)/i;
const YEAR = /\b(?:19|20)\d\d\b/;
/** A chapter that names itself after its number: `Chapter 12 Low Back Complaints`. */
const NUMBERED_CHAPTER = /^Chapter \d+[:,]? (.+)$/i;
/** `topic 7768 and version 20.0` after the name of a handbook. */
const TOPIC = /^(.+?),? (topic \d.*)$/i;

/** Takes the words of one source apart; null when they name none. */
export function describeSource(words: string, names: ScheduleNames): SourceDescription | null {
  const whole = words
    .replace(MEMBERSHIP, '')
    .replace(names.prefix, '')
    .replace(/[ .;,]+$/, '')
    .trim();
  if (!/[A-Za-z]/.test(whole)) return null;
  const listed = SECTIONS.exec(whole);
  const head = listed ? whole.slice(0, listed.index) : whole;
  const pages = (JOURNAL_PAGES.exec(head) ?? PAGES.exec(whole))?.[1]?.replace(/ ?- ?/g, '-') ?? null;
  if (JOURNAL_PAGES.test(head)) return describeJournal(head, pages);
  const topic = TOPIC.exec(head);
  if (topic) return { title: topic[1] ?? head, year: null, sections: [topic[2] ?? ''], pages };
  if (listed) {
    // `Forearm, Wrist, and Hand Complaints 2004, Section(s): …`: the commas are part of the title.
    const sections = splitList((listed[1] ?? '').replace(PAGES, ''));
    return { title: titleOf(head, names), year: YEAR.exec(head)?.[0] ?? null, sections, pages };
  }
  const pieces = splitList(head.replace(PAGES, ''));
  const name = pieces[0] ?? head;
  const chapter = NUMBERED_CHAPTER.exec(pieces[1] ?? '')?.[1];
  return {
    title: titleOf(chapter ?? name, names),
    year: YEAR.exec(name)?.[0] ?? YEAR.exec(pieces.at(-1) ?? '')?.[0] ?? null,
    sections: pieces
      .slice(chapter === undefined ? 1 : 2)
      .map((piece) => piece.replace(/ ?\((?:19|20)\d\d\)$/, '')),
    pages,
  };
}

function describeJournal(head: string, pages: string | null): SourceDescription {
  const year = YEAR.exec(head);
  const title = head.slice(0, year?.index ?? head.search(JOURNAL_PAGES));
  return { title: title.replace(/[ .,;(]+$/, ''), year: year?.[0] ?? null, sections: [], pages };
}

/** A title without its year, the book in parentheses that has the year, and the word `Chapter` that its last word makes needless. */
function titleOf(name: string, names: ScheduleNames): string {
  const book = name.indexOf('(');
  const isDated = book > 0 && YEAR.test(name.slice(book, closingOf(name, book)));
  return (isDated ? name.slice(0, book) : name)
    .replace(/,? ?\b(?:19|20)\d\d$/, '')
    .trim()
    .replace(names.chapterTitle, ' $1');
}

/** Offset of the parenthesis that closes the one at `open`; the end of the text if none does. */
function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}

/** Splits at commas and at `Chapter-`, not inside parentheses; a piece with a small first letter belongs to the one before. */
function splitList(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  const cut = (end: number, next: number): void => {
    const piece = text.slice(start, end).trim();
    const isContinued = /^[a-z]/.test(piece) && pieces.length > 0;
    if (isContinued) pieces[pieces.length - 1] += `, ${piece}`;
    else if (piece !== '') pieces.push(piece);
    start = next;
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '[') depth++;
    else if (text[i] === ')' || text[i] === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (text[i] === ',' || text[i] === ';')) cut(i, i + 1);
    else if (depth === 0 && text[i] === '-' && / Chapter ?$/i.test(text.slice(Math.max(start, i - 9), i)))
      cut(i, i + 1);
  }
  cut(text.length, text.length);
  return pieces;
}
