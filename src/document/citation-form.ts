/**
 * The wording of citations -> the patterns that they are read with.
 * `Decision based on MTUS A`, `… Non-MTUS Citation B`, `… the A Complaints Chapter, page 5`, `no section of the MTUS`.
 * The words are data (`letter-form` and `treatment-schedule` of the lexicon); how citations are built of them is here.
 */
import { formPattern } from '../language/form-pattern.js';
import type { LetterLayout } from '../vocabulary/letter-layout.js';
import type { TreatmentSchedule } from '../vocabulary/lexicon.js';

/** Patterns for the words of citations; those of the schedule match nothing where it has no names. */
export interface CitationForm {
  /** The lead-in of a form, whose group is there for sources outside the schedule. Global: for `matchAll` alone. */
  readonly formal: RegExp;
  /** The lead-in of a source in a sentence. Global: for `matchAll` alone. */
  readonly informal: RegExp;
  /** The reviewer took over what the claims administrator used. */
  readonly same: RegExp;
  /** A party says that the schedule has nothing on it. */
  readonly denial: RegExp;
  /** Words by which a source shows that it is part of the schedule … */
  readonly member: RegExp;
  /** … or that it is not. */
  readonly outsider: RegExp;
  /** What stands before the name proper of a source: `the MTUS`, `Non-MTUS Citation:`. */
  readonly prefix: RegExp;
  /** `, which is part of the MTUS` and anything after it. */
  readonly membership: RegExp;
  /** `, Section(s):` before the sections of a source. Global: for `matchAll` alone. */
  readonly sections: RegExp;
  /** `page 300`, `pages 101 and 105-107`; the first group is the pages. */
  readonly pages: RegExp;
  /** Between a source with its sections and the next: `, and`. */
  readonly joint: RegExp;
  /** The end of a chapter's title that says twice that it is one; the first group is what stays. */
  readonly chapterTitle: RegExp;
  /** A chapter that names itself after its number: `Chapter 12 Low Back Complaints`; the first group is the name. */
  readonly numberedChapter: RegExp;
  /** `Low Back Chapter-`, behind which its sections stand; ends with the hyphen. Global: for `matchAll` alone. */
  readonly chapterHyphen: RegExp;
  /** `topic 7768 and version 20.0` behind the name of a handbook: two groups. */
  readonly topic: RegExp;
}

/** The patterns for the citations of letters of a layout. @param schedule left out: nothing is part of it */
export function citationForm(
  { citations }: LetterLayout,
  schedule: TreatmentSchedule = { names: [], documents: [], chapters: [] },
): CitationForm {
  const words = Object.fromEntries(
    Object.entries(citations).map(([use, phrases]) => [use, formPattern(phrases)]),
  ) as Record<keyof LetterLayout['citations'], string>;
  const name = oneOf(schedule.names);
  const other = `${words.other} ?${name}(?: ${words.citation})?`;
  const chapter = oneOf(schedule.chapters);
  const number = '\\d+(?: ?- ?\\d+)?';
  const outside = `${words.outside} ${name}`;
  return {
    formal: new RegExp(`${words.form} (?:(${other})|${name})(?!\\w)[ :]*`, 'gi'),
    informal: new RegExp(`\\b${words.leads}\\b ?`, 'gi'),
    same: new RegExp(words.same, 'i'),
    denial: new RegExp(`${words.nothing} ${name}|${outside}|${name} ${words.silent}`, 'i'),
    member: new RegExp(
      `\\b${name}(?!\\w)|${oneOf(schedule.documents)}|${chapter} (?:${words.chapter}|\\()`,
      'i',
    ),
    outsider: new RegExp(`${other}|${outside}`, 'i'),
    prefix: new RegExp(`^(?:${words.articles} |${other}:? |${name} )+`, 'i'),
    membership: new RegExp(`,? ${words.membership} .*$`, 'i'),
    sections: new RegExp(`,? ?${words.sections} ?: ?`, 'gi'),
    pages: new RegExp(`(?:^|[ ,])${words.pages} ?(${number}(?:(?:,| ${words.and}) ?${number})*)`, 'i'),
    joint: new RegExp(`, ${words.and} |; |\\. `),
    chapterTitle: new RegExp(` (${chapter}) ${words.chapter}$`, 'i'),
    numberedChapter: new RegExp(`^${words.chapter} \\d+[:,]? (.+)$`, 'i'),
    chapterHyphen: new RegExp(` ${words.chapter} ?-`, 'gi'),
    topic: new RegExp(`^(.+?),? (${words.topic} \\d.*)$`, 'i'),
  };
}

/** A pattern for any of these words, as they stand; one that never matches for none. */
function oneOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)';
  return `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}
