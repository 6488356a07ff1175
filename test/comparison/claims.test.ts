/** What rationales claim in the words of reviewers, held against a summary that contradicts it and one that does not. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { FINDING_CODES } from '../../src/vocabulary/decision.js';
import { letter2015 } from '../document/letters.js';
import { check, ownKnowledge } from '../helpers/knowledge.js';

// Loading the rules takes longer than a test may.
beforeAll(async () => {
  await ownKnowledge();
}, 60_000);

const caseSchema = z.strictObject({
  request: z.string(),
  outcome: z.enum(['Upheld', 'Overturned']).default('Upheld'),
  rationale: z.string(),
  /** What the reviewer cites. */
  reviewer: z.string().optional(),
  /** A summary that the rationale contradicts. */
  contradicted: z.string().optional(),
  /** A summary that it does not contradict. */
  sound: z.string().optional(),
  /** What is found in the first. */
  code: z.enum(FINDING_CODES).default('rationale-contradicts-summary'),
});
type Case = z.infer<typeof caseSchema>;

const CASES = z.array(caseSchema).parse(parse(readFileSync('test/comparison/claims.yaml', 'utf8')));

/** Codes of what does not hold together in the letter, the disagreement with the prediction left out. */
async function found({ request, outcome, rationale, reviewer }: Case, summary: string): Promise<string[]> {
  const { result } = await check(
    letter2015([{ request, outcome, rationale, ...(reviewer ? { reviewer } : {}) }], summary),
  );
  const codes = result.issues.flatMap(({ findings }) => findings.map(({ code }) => code));
  return codes.filter((code) => code !== 'outcome-disagrees');
}

describe('a claim that the summary contradicts is found', () => {
  const contradicted = CASES.filter((one) => one.contradicted !== undefined);
  test.each(contradicted)('$request: $rationale', async (one) => {
    expect([...new Set(await found(one, one.contradicted ?? ''))]).toEqual([one.code]);
  });
});

describe('nobody is accused of a claim that the summary bears out, or says nothing about', () => {
  const sound = CASES.filter((one) => one.sound !== undefined);
  test.each(sound)('$request: $rationale', async (one) => {
    expect(await found(one, one.sound ?? '')).toEqual([]);
  });
});
