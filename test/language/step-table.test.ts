import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StepTable, UNKNOWN_STEP } from '../../src/language/step-table.js';

describe('steps between states', () => {
  test('a step that was never made is unknown, one that leads nowhere is not', () => {
    const steps = new StepTable();
    steps.add(1, 0, 0);
    expect(steps.get(1, 0)).toBe(0);
    expect(steps.get(1, 1)).toBe(UNKNOWN_STEP);
    expect(steps.get(2, 0)).toBe(UNKNOWN_STEP);
  });

  test('every step is found again, however many there are', () => {
    const steps = new StepTable();
    for (let state = 1; state <= 100; state++)
      for (let unit = 0; unit < 100; unit++) steps.add(state, unit, state * unit);
    expect(steps.size).toBe(10_000);
    for (let state = 1; state <= 100; state++)
      for (let unit = 0; unit < 100; unit++) expect(steps.get(state, unit)).toBe(state * unit);
  });

  test('it answers as a map of pairs does', () => {
    const id = fc.integer({ min: 1, max: 0x7fffffff });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(id, id, id), { selector: ([a, b]) => `${a},${b}` }),
        id,
        id,
        (all, state, unit) => {
          const steps = new StepTable();
          for (const [from, by, to] of all) steps.add(from, by, to);
          for (const [from, by, to] of all) expect(steps.get(from, by)).toBe(to);
          const known = all.find(([from, by]) => from === state && by === unit);
          expect(steps.get(state, unit)).toBe(known?.[2] ?? UNKNOWN_STEP);
        },
      ),
    );
  });
});
