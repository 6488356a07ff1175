/**
 * The text of a labelled letter, searched with white space collapsed; places are offsets of the file, UTF-16 units.
 * Labels quote a letter as if each run of white space were one space.
 */

const WHITE_SPACE = /\p{White_Space}+/gu;
/** Where the case summary ends: `IMR ISSUES, DECISIONS AND RATIONALES`, `IMR DECISION(S) AND RATIONALE(S)`. */
const ISSUES_HEADING = /IMR (ISSUES, )?DECISION(S|\(S\))( AND RATIONALE)?/;

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Runs of white space become one space; none is left at the ends. */
export function collapse(text: string): string {
  return text.replace(WHITE_SPACE, ' ').replace(/^ /, '').replace(/ $/, '');
}

export class LetterText {
  readonly raw: string;
  readonly collapsed: string;
  /** Offset in the file of each unit of the collapsed text. */
  readonly #offsets: readonly number[];
  readonly #summaryEnd: number | null;
  readonly #known = new Map<string, readonly Place[]>();

  constructor(raw: string) {
    const { text, offsets } = collapseWithOffsets(raw);
    const heading = ISSUES_HEADING.exec(text);
    this.raw = raw;
    this.collapsed = text;
    this.#offsets = offsets;
    this.#summaryEnd = heading ? (offsets[heading.index] ?? null) : null;
  }

  slice({ start, end }: Place): string {
    return this.raw.slice(start, end);
  }

  /** Every place of a quote, in order; places may overlap. */
  places(quote: string): readonly Place[] {
    const known = this.#known.get(quote);
    if (known) return known;
    const places = this.#find(collapse(quote));
    this.#known.set(quote, places);
    return places;
  }

  /** The places of a quote in the case summary if it stands there, else all. */
  placesInSummary(quote: string): readonly Place[] {
    const places = this.places(quote);
    const end = this.#summaryEnd;
    if (end === null) return places;
    const inside = places.filter((place) => place.start < end);
    return inside.length > 0 ? inside : places;
  }

  #find(words: string): Place[] {
    const places: Place[] = [];
    if (words === '') return places;
    for (let at = this.collapsed.indexOf(words); at >= 0; at = this.collapsed.indexOf(words, at + 1)) {
      const last = at + words.length - 1;
      places.push({ start: this.#offsets[at] ?? 0, end: (this.#offsets[last] ?? 0) + 1 });
    }
    return places;
  }
}

function collapseWithOffsets(raw: string): { readonly text: string; readonly offsets: readonly number[] } {
  const parts: string[] = [];
  const offsets: number[] = [];
  let from = 0;
  const takeWord = (end: number): void => {
    parts.push(raw.slice(from, end));
    for (let at = from; at < end; at += 1) offsets.push(at);
  };
  for (const { 0: space, index } of raw.matchAll(WHITE_SPACE)) {
    takeWord(index);
    if (index > 0) {
      parts.push(' ');
      offsets.push(index);
    }
    from = index + space.length;
  }
  takeWord(raw.length);
  return { text: parts.join(''), offsets };
}
