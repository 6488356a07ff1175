/**
 * The section of the lexicon that says how determination letters are laid out: the words of headings and labels.
 * Not here: how a letter is taken apart by them (see `document/`).
 */
import * as z from 'zod';
import { phrases } from './lexicon-names.js';

/** A sentence of the form itself: how it begins, what it ends with, and within how many characters. */
const introductionSchema = z.strictObject({
  opens: phrases,
  ends: phrases,
  within: z.number().int().positive(),
});

/** The fields of the front matter, as the lexicon names them. */
export const HEADER_FIELDS = [
  'case-number',
  'injury-date',
  'ur-date',
  'application-date',
  'assigned-date',
  'decision-date',
  'priority',
  'specialty',
  'licensure',
] as const;

const headerSchema = z.strictObject({
  /** What stands before the value of a field; the most trusted words first. */
  labels: z.strictObject(
    Object.fromEntries(HEADER_FIELDS.map((name) => [name, phrases])) as Record<
      (typeof HEADER_FIELDS)[number],
      typeof phrases
    >,
  ),
  /** What a priority may be. */
  priorities: phrases,
  /** Words at which a specialty or a licensure ends, as it does at a full stop and at the next label. */
  ends: phrases,
  /** Words between two specialties. */
  joins: phrases,
});

/** The section `letter-form`. Its phrases are plain words, matched in any case (`language/form-pattern.ts`). */
export const letterLayoutSchema = z.strictObject({
  /** The fields before the summary. */
  header: headerSchema,
  /** Headings of parts, in the shapes of all years. */
  headings: z.strictObject({ summary: phrases, issues: phrases, documents: phrases, front: phrases }),
  /** Sentences between a heading and its part, or in place of the heading. */
  introductions: z.strictObject({ summary: introductionSchema, issues: introductionSchema }),
  /** Sentences that open the summary and belong to it. */
  'summary-openings': phrases,
  /** Words after which a heading is prose. */
  'prose-before': phrases,
  /** Labels of the parts of an issue, before a colon. */
  labels: z.strictObject({ 'claims-administrator': phrases, reviewer: phrases, rationale: phrases }),
  /** How these parts begin without a label. */
  'part-openings': z.strictObject({ 'claims-administrator': phrases, reviewer: phrases }),
  /** The shape of a list of requests, with a block for each. */
  listed: z.strictObject({
    entry: phrases,
    block: phrases,
    request: phrases,
    rationale: phrases,
    guidelines: phrases,
    reviewer: phrases,
  }),
  /** The words in which outcomes are told. */
  outcomes: z.strictObject({
    /** The words of the form … */
    upheld: phrases,
    overturned: phrases,
    /** … and others for the same. */
    'other-words': z.strictObject({ upheld: phrases, overturned: phrases, modified: phrases }),
    partly: phrases,
    necessary: phrases,
    not: phrases,
    be: phrases,
    /** Between the request and its outcome. */
    leads: phrases,
    /** Words before a colon after which no outcome of a request stands. */
    'prose-before': phrases,
  }),
  /** The words of citations; the names of the treatment schedule are those of `treatment-schedule`. */
  citations: z.strictObject({
    /** Before the name of the schedule, in a form. */
    form: phrases,
    /** Before that name: a source outside the schedule … */
    other: phrases,
    /** … and behind it. */
    citation: phrases,
    /** Before a source, in a sentence. */
    leads: phrases,
    /** The reviewer relied on what the claims administrator did. */
    same: phrases,
    /** Before the name of the schedule: it has nothing on the matter, … */
    nothing: phrases,
    /** … or a source is outside it. */
    outside: phrases,
    /** Behind the name of the schedule: it has nothing on the matter. */
    silent: phrases,
    /** Before the name of the schedule, and after a source: whether it is part of it. */
    membership: phrases,
    /** Before the name of a source, and no part of it. */
    articles: phrases,
    /** Before sections, pages, topics, and the number of a chapter. */
    sections: phrases,
    pages: phrases,
    topic: phrases,
    chapter: phrases,
    /** Between pages, and between sources. */
    and: phrases,
  }),
  /** Words that stand where a request would, and only point back to one. */
  'back-references': phrases,
});

/** The section as it was written; `document/letter-form.ts` makes patterns of it. */
export type LetterLayout = z.infer<typeof letterLayoutSchema>;
