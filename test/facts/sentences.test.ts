/**
 * What single sentences of case summaries say, by clinical area: the facts that must come out of each, and those that a
 * careless reader would wrongly take from it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { factsIn } from '../helpers/facts-in.js';

interface BankSentence {
  readonly text: string;
  /** `name status` or `name status value`; more may come out. */
  readonly facts: readonly string[];
  /** `name`, or `name status`, of which nothing may come out. */
  readonly never?: readonly string[];
}

const FOLDER = new URL('sentences/', import.meta.url);
/** The date of the letter that the sentences stand in. */
const REFERENCE = '2015-06-15';

const isSaid = (said: readonly string[], fact: string): boolean =>
  said.some((one) => one === fact || one.startsWith(`${fact} `));

for (const file of readdirSync(FOLDER).sort())
  describe(`sentences of ${file.replace('.yaml', '')}`, () => {
    const sentences: readonly BankSentence[] = parse(readFileSync(new URL(file, FOLDER), 'utf8'));
    it.each(sentences)('$text', ({ text, facts, never = [] }) => {
      const said = factsIn(text, REFERENCE);
      expect(facts.filter((fact) => !isSaid(said, fact))).toEqual([]);
      expect(never.filter((fact) => isSaid(said, fact))).toEqual([]);
    });
  });
