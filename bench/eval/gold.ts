/**
 * Labels of letters: `NAME.gold.yaml` beside `NAME.txt`. What they mean is told in `test/corpus/README.md`.
 * In: text of one file. Out: checked labels, or what is wrong. Keys that are not scored are left out.
 */
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { flag, listOf, orNull, word } from './schema-parts.js';

const text = z.string();
const sideSchema = z.enum(['left', 'right', 'bilateral']);

export const OUTCOMES = ['upheld', 'overturned', 'overturned-in-part'] as const;
export const SERVICE_FIELDS = ['region', 'laterality', 'levels', 'quantity'] as const;
export type ServiceField = (typeof SERVICE_FIELDS)[number];

const serviceSchema = z.object({
  family: text,
  region: orNull(text),
  laterality: orNull(sideSchema),
  levels: listOf(word),
  quantity: orNull(z.number()),
  /** Fields that the request does not say and the summary does: right or null are both right. */
  implied: listOf(text),
  accept: listOf(text),
  levels_accept: listOf(z.array(word)),
  optional: flag,
});
export type GoldService = z.infer<typeof serviceSchema>;

const issueSchema = z.object({ request: text, services: z.array(serviceSchema), outcome: z.enum(OUTCOMES) });
export type GoldIssue = z.infer<typeof issueSchema>;

const factSchema = z.object({
  fact: text,
  status: z.enum(['present', 'absent', 'uncertain', 'gap']),
  value: orNull(z.union([text, z.number(), z.boolean(), z.array(z.unknown())])),
  region: orNull(text),
  laterality: orNull(sideSchema),
  levels: listOf(word),
  date: orNull(word),
  where: z.enum(['summary', 'decision']),
  evidence: text,
  /** Not of the vocabulary, or open to dispute: not scored. */
  tail: flag,
  /** Whose words these are, when they are not the clinicians'. */
  speaker: orNull(text),
  conflict: flag,
  accept: listOf(text),
});
export type GoldFact = z.infer<typeof factSchema>;

const inconsistencySchema = z.object({
  type: text,
  words: text,
  conflicts_with: orNull(text),
  accept: listOf(text),
  optional: flag,
});
export type GoldInconsistency = z.infer<typeof inconsistencySchema>;

const goldSchema = z.object({
  complete: flag,
  issues: listOf(issueSchema),
  facts: listOf(factSchema),
  inconsistencies: listOf(inconsistencySchema),
});
/** The labels of one letter. */
export type Gold = z.infer<typeof goldSchema>;

export type ParsedGold = { readonly gold: Gold } | { readonly problem: string };

/** @param file what the file is called in the problem */
export function parseGold(file: string, yaml: string): ParsedGold {
  const document = parseDocument(yaml, { prettyErrors: true });
  const [error] = document.errors;
  if (error) return { problem: `${file}: ${error.message.split('\n')[0]}` };
  const read = goldSchema.safeParse(document.toJS());
  if (read.success) return { gold: read.data };
  const issue = read.error.issues[0];
  return { problem: `${file}: \`${issue?.path.join('.')}\`: ${issue?.message}` };
}

/** Statements of the summary that labels of facts are held to; `req_` facts are scored as services. */
export function summaryLabels({ facts }: Gold): readonly GoldFact[] {
  return facts.filter((label) => label.where === 'summary' && !isRequestFact(label.fact));
}

export function isScored({ tail, speaker }: GoldFact): boolean {
  return !tail && !speaker;
}

export function isRequestFact(name: string): boolean {
  return name.startsWith('req_');
}
