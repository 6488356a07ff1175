import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Assertion } from '../../src/facts/assertion.js';
import { assertionIn } from '../helpers/bracketed-assertion.js';

const groups = parse(readFileSync('test/facts/report-sentences.yaml', 'utf8')) as Record<string, string[]>;
const rows = Object.entries(groups).flatMap(([label, sentences]) =>
  sentences.map((sentence) => ({ label, sentence, read: assertionIn(sentence, 'finding') })),
);

/** Each class, how it is read, and the least F1 that it may have; of other persons the time is not asked. */
const CLASSES: readonly (readonly [name: string, read: (one: Assertion) => boolean, least: number])[] = [
  ['negated', ({ polarity }) => polarity === 'denied', 0.98],
  ['historical', ({ time, isOtherPerson }) => time === 'past' && !isOtherPerson, 0.99],
  ['hypothetical', ({ time }) => time === 'future', 0.95],
  ['other', ({ isOtherPerson }) => isOtherPerson, 0.95],
];

describe('the sentences of reports', () => {
  it.each(CLASSES)('are read as %s where they are', (name, is, least) => {
    const wrong = rows.filter(({ label, read }) => label.split(' ').includes(name) !== is(read));
    const right = rows.filter(({ label, read }) => label.split(' ').includes(name) && is(read)).length;
    const f1 = (2 * right) / (2 * right + wrong.length);
    expect(f1, wrong.map(({ sentence }) => sentence).join('\n')).toBeGreaterThanOrEqual(least);
  });
});
