import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Assertion } from '../../src/facts/assertion.js';
import { scan } from '../../src/facts/scan.js';
import { scopesOf, sectionsOf } from '../../src/facts/scopes.js';
import { CleanView } from '../../src/text/clean-view.js';
import { SourceText } from '../../src/text/source-text.js';
import { assertionIn, compiled } from '../helpers/bracketed-assertion.js';

type Group = Record<string, readonly Record<string, string>[]>;
const sample = parse(readFileSync('test/facts/assertion-sentences.yaml', 'utf8')) as {
  findings: Group;
  events: Group;
};
const sentencesOf = (group: Group): string[] =>
  Object.values(group).flatMap((rows) => rows.flatMap((row) => Object.values(row)));

function label({ polarity, time, isOtherPerson, isReportedByUr }: Assertion): string {
  return [polarity, time === 'now' ? '' : time, isOtherPerson ? 'other' : '', isReportedByUr ? 'ur' : '']
    .filter((part) => part !== '')
    .join(' ');
}

for (const [kind, groups] of [['finding', sample.findings] as const, ['event', sample.events] as const]) {
  for (const [phenomenon, rows] of Object.entries(groups)) {
    describe(`${kind}: ${phenomenon}`, () => {
      it.each(rows.flatMap((row) => Object.entries(row)))('%s: %s', (expected, sentence) => {
        expect(label(assertionIn(sentence, kind))).toBe(expected);
      });
    });
  }
}

describe('the reason of an assertion', () => {
  it.each([
    ['No weakness or [numbness].', 'denial', 'sentence'],
    ['No [numbness] but weakness.', 'denial', 'stop-cue'],
    ['An old [fracture] of the sacrum, of the pelvis and of the rib.', 'past-adjective', 'reach'],
    ['Family history: [gout].', 'family-heading', 'sentence'],
    ['There was (no [fracture]), as the film shows but for a cyst.', 'denial', 'item'],
  ])('names the cue and why its scope ended: %s', (sentence, name, endedBy) => {
    const [scope] = assertionIn(sentence, 'finding').scopes;
    expect(scope?.cue.entry.name).toBe(name);
    expect(scope?.endedBy).toBe(endedBy);
    expect(scope?.stop === null).toBe(endedBy !== 'stop-cue');
  });

  it('is the cue that settles the polarity, not the nearest one', () => {
    const assertion = assertionIn('He denies any history of [gout].', 'finding');
    expect(assertion.scopes.map((scope) => scope.meaning)).toEqual(['historical', 'negated']);
    expect(assertion.settledBy?.entry.name).toBe('denial');
  });
});

describe('properties', () => {
  const plain = sentencesOf(sample.findings).filter(
    (sentence) => !sentence.includes(':') && /[.?]$/.test(sentence) && !sentence.includes('? '),
  );
  const bare = plain.map((sentence) => sentence.replace(/[[\]]/g, ''));

  it('sentences around a sentence do not change its assertions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plain),
        fc.array(fc.constantFrom(...bare), { maxLength: 4 }),
        fc.array(fc.constantFrom(...bare), { maxLength: 4 }),
        (sentence, before, after) => {
          const alone = label(assertionIn(sentence, 'finding'));
          expect(label(assertionIn([...before, sentence, ...after].join(' '), 'finding'))).toBe(alone);
        },
      ),
    );
  });

  it('the order of unrelated sentences does not matter', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plain),
        fc.uniqueArray(fc.constantFrom(...bare), { minLength: 1, maxLength: 5 }),
        (sentence, others) => {
          const first = label(assertionIn([sentence, ...others].join(' '), 'finding'));
          expect(label(assertionIn([...others, sentence].join(' '), 'finding'))).toBe(first);
        },
      ),
    );
  });

  it('scopes stay inside their sentence and never hold their own cue', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...bare, 'no', 'history of', 'if', ',', 'but', ';', 'Plan:', '?'), {
          maxLength: 12,
        }),
        (parts) => {
          const { sentences, units } = scan(
            CleanView.of(new SourceText('letter', parts.join(' '))),
            compiled,
          );
          const sections = sectionsOf(sentences, units);
          sentences.forEach((sentence, i) => {
            for (const scope of scopesOf(sentence, units, sections[i])) {
              expect(scope.from).toBeGreaterThanOrEqual(sentence.from);
              expect(scope.to).toBeLessThanOrEqual(sentence.to);
              expect(scope.cue.to <= scope.from || scope.cue.from >= scope.to).toBe(true);
            }
          });
        },
      ),
    );
  });
});

// So long that work which grows with its square would not end within the test; how time grows is for the benchmark.
it('a run of words without an end is read to its end, and each of its cues has a scope', () => {
  const text = 'no history of pain if not resolved, '.repeat(20_000);
  const { sentences, units } = scan(CleanView.of(new SourceText('letter', text)), compiled);
  expect(sentences.flatMap((sentence) => scopesOf(sentence, units)).length).toBeGreaterThan(20_000);
}, 60_000);
