/**
 * The section of the lexicon that says which statements of a rationale are held against the case summary, and how.
 * Data alone: the comparison reads it (see `comparison/`), the facts themselves are defined with all others.
 */
import * as z from 'zod';
import { snake } from './lexicon-names.js';

/** A denial of a fact that others answer as well: who has had a fusion has had an operation. */
const shownBySchema = z.strictObject({
  denied: snake,
  by: z.array(snake),
  /** Only with this value, which may be one of a list: of the treatments that were tried, acupuncture. */
  value: snake.optional(),
  /** The values are drugs, each of which answers a denial of its class: who took amitriptyline has tried an antidepressant. */
  'of-class': z.literal(true).optional(),
  /** Drugs that answer none, as they are given for something else. */
  except: z.array(snake).optional(),
  /** The values are drugs, and those of this class answer it: who takes Norco takes an opioid. */
  class: snake.optional(),
  /** Only where the request is for a drug: what it does was documented. */
  'for-drugs': z.literal(true).optional(),
});

/** A denial with the facts that answer it; one present among them is enough. */
export type ShownBy = z.infer<typeof shownBySchema>;

/** A number of the summary that answers a denial from a least value on. */
const atLeastSchema = z.strictObject({ by: snake, 'at-least': z.number() });

/** Words that deny, for requests of some families or all, what facts of the summary show: `no documentation of relief`. */
const deniedInWordsSchema = z.strictObject({
  marker: snake,
  /** Only for requests of these families. */
  families: z.array(snake).optional(),
  /** Any of these facts answers it. */
  by: z.array(snake),
  /** Not where the sentence has this marker, which names another treatment: what a block did not relieve, an ablation may have. */
  without: snake.optional(),
  /** What the rationale itself states in another sentence answers it as well. */
  'of-itself': z.literal(true).optional(),
  /** Only this value answers it, and only where the facts have no other. */
  value: snake.optional(),
  /** The least number that nobody would call nothing; a percentage that the denial names takes its place. */
  'at-least': z.number().optional(),
  /** What the words name and the numbers of the facts count, where it is no percentage. */
  unit: z.literal('week').optional(),
  /** Also where the sentence is restricted, as the words are themselves: `no study confirming it`. */
  'even-if-restricted': z.literal(true).optional(),
  /** The words say how much it was at most: only a number that is greater by so much answers them. */
  beyond: z.number().optional(),
  /** Where the sentence has this marker or names lengths of time, the summary must show this as well: `50% relief for 6 weeks`. */
  also: atLeastSchema.extend({ where: snake }).optional(),
});

/** A denial that is known by its own words (a marker of the lexicon), not by a fact that the rationale denies. */
export type DeniedInWords = z.infer<typeof deniedInWordsSchema>;

/** What the comparison reads in rationales. */
export const claimsSchema = z.strictObject({
  /** Facts of which a rationale's claim is held against the summary: checkable on the page, no matter of judgement. */
  facts: z.array(snake),
  /** Of these, facts of which a claim is wrong when the summary documents them for another region only. */
  'by-region': z.array(snake),
  /** Denials that other facts answer as well. */
  'shown-by': z.array(shownBySchema).optional(),
  /** Denials in words of their own. */
  'denied-in-words': z.array(deniedInWordsSchema).optional(),
  /** Of these, facts of what was done: only sentences about the past deny them. */
  history: z.array(snake),
  /** Of these, facts that any of several signs shows: only the very sign that is denied answers the denial. */
  signs: z.array(snake).optional(),
  /** Of these, facts that drugs of several classes show: a denial that names a class is answered by that class. */
  'by-class': z
    .strictObject({
      facts: z.array(snake),
      /** Markers that name a class inside the words of another concept, with the class. */
      named: z.record(snake, snake),
    })
    .optional(),
  /** Items of lists that stand for others as well: who had no injection had none of a steroid. */
  'kinds-of': z.record(snake, z.array(snake)).optional(),
  /** How many months before the decision of utilization review something was done of late. */
  'of-late': z.number().positive().optional(),
  /** What the summary says of a request that utilization review denied. */
  'review-denial': z.strictObject({ fact: snake, value: z.string() }).optional(),
  /** Numbers that a rationale repeats, such as the age, and how far they may be from those of the summary. */
  'same-number': z.record(snake, z.number()).optional(),
  /** Numbers that a rationale counts on, such as relief: those of the summary may be greater, or by so much less. */
  'not-less': z.record(snake, z.number()).optional(),
  /** Numbers that a rationale says are all there was (`only six visits`), and how much more than that none of the summary may be. */
  'not-more': z.record(snake, z.number()).optional(),
  /** Of these, numbers that a summary may tell in parts, each with the facts that are parts of it. */
  'adds-up': z.record(snake, z.array(snake)).optional(),
  /** Results of studies, each with the value that is contrary to all others: `normal`. */
  'contrary-values': z.record(snake, z.string()).optional(),
});

/** What the comparison reads in rationales, as the lexicon says it. */
export type ClaimsLexicon = z.infer<typeof claimsSchema>;

/** The facts that each key of the section names, as often as it names them. */
export function claimedFacts(claims: ClaimsLexicon): Readonly<Record<string, readonly string[]>> {
  const { 'shown-by': shownBy = [], 'denied-in-words': inWords = [] } = claims;
  return {
    facts: claims.facts,
    history: claims.history,
    signs: claims.signs ?? [],
    'by-class': claims['by-class']?.facts ?? [],
    'by-region': claims['by-region'],
    'shown-by': shownBy.flatMap(({ denied, by }) => [denied, ...by]),
    'denied-in-words': inWords.flatMap(({ by, also }) => [...by, ...(also ? [also.by] : [])]),
    'same-number': Object.keys(claims['same-number'] ?? {}),
    'not-less': Object.keys(claims['not-less'] ?? {}),
    'not-more': Object.keys(claims['not-more'] ?? {}),
    'adds-up': Object.entries(claims['adds-up'] ?? {}).flatMap(([fact, parts]) => [fact, ...parts]),
    'contrary-values': Object.keys(claims['contrary-values'] ?? {}),
    'review-denial': [claims['review-denial']?.fact ?? []].flat(),
  };
}
