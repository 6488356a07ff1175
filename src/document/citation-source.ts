/**
 * Takes one cited source apart: title, year, sections, pages.
 * `Low Back Complaints 2004, Section(s): Special Studies, Summary` · `World Journal of X 2012 May 28 4[5]:193-207` ·
 * `Chapter 12 Low Back Complaints, page 300` · `Knee Complaints Chapter (Y, 2nd Edition (2004), Chapter 13), Special Studies`.
 * In and out: plain words; places are kept by the caller.
 */
import type { CitationForm } from './citation-form.js';

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

/** `4[5]:193-207`, `12:5-9`: volume, issue, pages of a journal. */
const JOURNAL_PAGES = /\d+ ?(?:[[(] ?\d+(?: ?[-/] ?\d+)? ?[\])])? ?: ?(\d+ ?- ?\d+)/;
const YEAR = /\b(?:19|20)\d\d\b/;
/** Takes the words of one source apart; null when they name none. */
export function describeSource(words: string, form: CitationForm): SourceDescription | null {
  const whole = words
    .replace(form.membership, '')
    .replace(form.prefix, '')
    .replace(/[ .;,]+$/, '')
    .trim();
  if (!/[A-Za-z]/.test(whole)) return null;
  const [head = whole, ...rest] = whole.split(form.sections);
  const listed = rest.length > 0 ? rest.join(', ') : null;
  const pages = (JOURNAL_PAGES.exec(head) ?? form.pages.exec(whole))?.[1]?.replace(/ ?- ?/g, '-') ?? null;
  if (JOURNAL_PAGES.test(head)) return describeJournal(head, pages);
  const topic = form.topic.exec(head);
  if (topic) return { title: topic[1] ?? head, year: null, sections: [topic[2] ?? ''], pages };
  if (listed !== null) {
    // `Forearm, Wrist, and Hand Complaints 2004, Section(s): …`: the commas are part of the title.
    const sections = splitList(listed.replace(form.pages, ''), form);
    return { title: titleOf(head, form), year: YEAR.exec(head)?.[0] ?? null, sections, pages };
  }
  const pieces = splitList(head.replace(form.pages, ''), form);
  const name = pieces[0] ?? head;
  const chapter = form.numberedChapter.exec(pieces[1] ?? '')?.[1];
  return {
    title: titleOf(chapter ?? name, form),
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
function titleOf(name: string, form: CitationForm): string {
  const book = name.indexOf('(');
  const isDated = book > 0 && YEAR.test(name.slice(book, closingOf(name, book)));
  return (isDated ? name.slice(0, book) : name)
    .replace(/,? ?\b(?:19|20)\d\d$/, '')
    .trim()
    .replace(form.chapterTitle, ' $1');
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
function splitList(text: string, form: CitationForm): string[] {
  const hyphens = new Set(
    [...text.matchAll(form.chapterHyphen)].map(({ index, 0: { length } }) => index + length - 1),
  );
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
    else if (depth === 0 && hyphens.has(i)) cut(i, i + 1);
  }
  cut(text.length, text.length);
  return pieces;
}
