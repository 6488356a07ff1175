import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Equivalents } from '../../bench/eval/equivalents.js';

const EQUIVALENTS = Equivalents.parse(`
unspecific-regions: [body]
joints: { arm: [elbow] }
supply: { arm: neck }
nerve-facts: [numbness]
families: { old: new }
families-by-region: { neck: { new: newer } }
`);

describe('regions', () => {
  test.each([
    ['pain', 'arm', 'elbow', true],
    ['pain', 'arm', null, true],
    ['pain', 'body', 'elbow', true],
    ['pain', '', 'elbow', true],
    ['pain', 'arm', 'neck', false],
    ['numbness', 'arm', 'neck', true],
    ['numbness', 'elbow', 'neck', false],
    ['pain', 'arm', 'leg', false],
  ])('of %s, %s and %s are compatible: %s', (fact, a, b, isSame) => {
    expect(EQUIVALENTS.isSameRegion(fact, a, b)).toBe(isSame);
  });

  test('are compatible both ways round, and with themselves', () => {
    const region = fc.constantFrom('arm', 'elbow', 'neck', 'body', 'leg', null);
    fc.assert(
      fc.property(fc.constantFrom('pain', 'numbness'), region, region, (fact, a, b) => {
        expect(EQUIVALENTS.isSameRegion(fact, a, b)).toBe(EQUIVALENTS.isSameRegion(fact, b, a));
        expect(EQUIVALENTS.isSameRegion(fact, a, a)).toBe(true);
      }),
    );
  });
});

test('families have one name, which may depend on the region', () => {
  expect(EQUIVALENTS.family('old')).toBe('new');
  expect(EQUIVALENTS.familyIn('old', 'arm')).toBe('new');
  expect(EQUIVALENTS.familyIn('old', 'neck')).toBe('newer');
  expect(EQUIVALENTS.familyIn('constructor', null)).toBe('constructor');
});
