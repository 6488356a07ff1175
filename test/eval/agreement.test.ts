import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, macroF1, majorityOf, type Pair } from '../../bench/eval/agreement.js';

const pairs = (...counts: readonly (readonly [gold: string, said: string, times: number])[]): Pair[] =>
  counts.flatMap(([gold, said, times]) => Array.from({ length: times }, () => ({ gold, said })));
const arbitraryPairs = fc.array(
  fc.record({ gold: fc.constantFrom('a', 'b', 'c'), said: fc.constantFrom('a', 'b', 'c') }),
  { minLength: 1 },
);

describe('agreement', () => {
  test('of two by two is the textbook value', () => {
    const table = pairs(['a', 'a', 20], ['a', 'b', 5], ['b', 'a', 10], ['b', 'b', 15]);
    expect(agreementOf(table)).toEqual({ accuracy: 0.7, kappa: 0.4, mcc: 0.4082 });
  });

  test('of nothing, and kappa and MCC of one class, are undefined', () => {
    expect(agreementOf([])).toEqual({ accuracy: null, kappa: null, mcc: null });
    expect(agreementOf(pairs(['a', 'a', 3]))).toEqual({ accuracy: 1, kappa: null, mcc: null });
    expect(agreementOf(pairs(['a', 'a', 3], ['b', 'a', 1]))).toEqual({ accuracy: 0.75, kappa: 0, mcc: 0 });
  });

  test('does not depend on the order of pairs and is never above 1', () => {
    fc.assert(
      fc.property(arbitraryPairs, (all) => {
        const { accuracy, kappa, mcc } = agreementOf(all);
        expect(agreementOf([...all].reverse())).toEqual({ accuracy, kappa, mcc });
        for (const figure of [accuracy, kappa, mcc]) expect(figure ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('always saying the majority has an accuracy of its share', () => {
    fc.assert(
      fc.property(arbitraryPairs, (all) => {
        const always = majorityOf(all) ?? '';
        const share = all.filter(({ gold }) => gold === always).length / all.length;
        expect(agreementOf(all.map(({ gold }) => ({ gold, said: always }))).accuracy).toBeCloseTo(share, 3);
      }),
    );
  });
});

test('macro F1 is the mean over the classes that occur; what is never right counts as 0', () => {
  expect(macroF1(pairs(['a', 'a', 2], ['b', 'c', 2]))).toBe(0.5);
  expect(macroF1([])).toBeNull();
});
