/**
 * The words of the generator, read from the YAML beside this file: phrasings of statements and parts of letters.
 * They are written as reviewers write, independently of the lexicon, so that they can find what it does not know.
 *
 *     Straight leg raise [is|was] positive {on-side} at {30..70} degrees.
 *
 * `[a|b]` is one of several wordings, `{name}` what the statement is about, `{30..70}` a number that says nothing.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const SIDES = ['left', 'right', 'bilateral'] as const;
export type Side = (typeof SIDES)[number];

/** A fact that a reading gives. `value` is a literal, or in braces the name of what was drawn: `{value}`. */
const factSchema = z.strictObject({
  fact: z.string(),
  status: z.enum(['present', 'absent', 'uncertain', 'gap']),
  value: z.union([z.string(), z.number(), z.array(z.string()), z.tuple([z.number(), z.number()])]).optional(),
  region: z.string().optional(),
  /** Where it is not the side of the statement: nerve studies of both limbs find something on one side. */
  side: z.enum(SIDES).optional(),
});
export type FactTemplate = z.infer<typeof factSchema>;

const readingSchema = z.strictObject({
  /** Empty for traps: words that look like a fact and are none. */
  facts: z.array(factSchema),
  phrases: z.array(z.string()).min(1),
});

const statementSchema = z.strictObject({
  part: z.enum(['background', 'note', 'history', 'plan']),
  regions: z.array(z.string()).optional(),
  sides: z.array(z.enum(SIDES)).optional(),
  /** Whether levels are discs (`L4-5`) or roots (`L5`). */
  levels: z.enum(['discs', 'roots']).optional(),
  /** How precise its own date is. */
  dates: z.array(z.enum(['day', 'month', 'year'])).optional(),
  values: z.union([z.strictObject({ from: z.number(), to: z.number() }), z.array(z.string())]).optional(),
  readings: z.array(readingSchema).min(1),
});
export type StatementTemplate = z.infer<typeof statementSchema>;

const wordsSchema = z.record(z.string(), z.array(z.string()).min(1));

const statementsSchema = z.strictObject({
  /** Facts of the whole case: they have no region, side or levels. */
  'case-facts': z.array(z.string()),
  /** Facts of which the generator does not say when they were so. */
  'undated-facts': z.array(z.string()),
  /** Facts of which the generator does not say at which levels. */
  'facts-without-levels': z.array(z.string()),
  /** Facts that any statement may give besides its own. */
  'incidental-facts': z.array(z.string()),
  /** Blanks of which the words mean both sides. */
  'words-for-both': z.array(z.string()),
  discs: z.record(z.string(), z.array(z.string())),
  roots: z.record(z.string(), z.array(z.string())),
  /** The limb that a part of the spine supplies. */
  'limb-regions': z.record(z.string(), z.string()),
  /** By slot, then by region and side as far as they matter: `lumbar_spine`, `left`, `lumbar_spine left`. */
  words: z.record(z.string(), wordsSchema),
  statements: z.record(z.string(), statementSchema),
});

const requestSchema = z.strictObject({
  phrases: z.array(z.string()).min(1),
  regions: z.array(z.string()),
  chapter: z.string(),
  upheld: z.array(z.string()).min(1),
  overturned: z.array(z.string()).min(1),
});
export type RequestTemplate = z.infer<typeof requestSchema>;

const lettersSchema = z.strictObject({
  specialties: z.array(z.string()),
  'how-it-was-made': z.string(),
  'note-openings': z.array(z.string()),
  'worker-openings': z.array(z.string()),
  'ur-endings': z.array(z.string()),
  /** Sentences that give no fact, for summaries and for rationales. */
  'summary-filler': z.array(z.string()),
  'rationale-filler': z.array(z.string()),
  requests: z.array(requestSchema),
});

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../bench/generator/${name}`, import.meta.url), 'utf8'));

export const STATEMENTS = statementsSchema.parse(read('statements.yaml'));
export const LETTERS = lettersSchema.parse(read('letters.yaml'));
