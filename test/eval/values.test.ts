import { describe, expect, test } from 'vitest';
import { isDateWithin, isSameLevels, scoreValue } from '../../bench/eval/values.js';

describe('a value', () => {
  test.each([
    [60, 60, 'number', 1],
    [60, 62, 'number', 1],
    [60, 64, 'number', 0],
    [60, '60%', 'number', 1],
    [8, '8/10', 'number', 1],
    [60, 'sixty', 'number', 0],
    [60, null, 'number', 0],
    [60, true, 'number', 0],
    [[6, 8], 7, 'number', 1],
    [[6, 8], [8, 12], 'number', 1],
    [[6, 8], { min: 9, max: 12 }, 'number', 0],
    [[6, 8], { low: 2, high: 6 }, 'number', 1],
    ['2015-03', '2015-03-11', 'date', 1],
    ['2015-03-11', '2015-03', 'date', 0],
    ['2015', null, 'date', 0],
    ['off_work', 'Off Work', 'enum', 1],
    ['off_work', 'modified', 'enum', 0],
    ['none', null, 'enum', 1],
    [true, true, 'enum', 1],
    [true, 'true', 'enum', 0],
    [['a', 'b'], ['B', 'c'], 'list', 1 / 3],
    [['a', 'b'], 'a', 'list', 0],
    [[], [], 'list', 1],
  ])('labelled %j and read as %j is scored as %s: %d', (label, said, kind, share) => {
    expect(scoreValue(label, said)).toEqual({ kind, share });
  });
});

test('a date is right when it is as precise as the label or more', () => {
  expect(isDateWithin('2015', '2015-03-11')).toBe(true);
  expect(isDateWithin('2015-03-11', '2015')).toBe(false);
  expect(isDateWithin('', null)).toBe(false);
});

test.each([
  [['L4-5'], ['L4-L5'], true],
  [['L4/5'], ['l4 - 5'], true],
  [['L5-S1'], ['L5-S1'], true],
  [['L4-5', 'L5-S1'], ['L5-S1', 'L4-5', 'L4-5'], true],
  [['L5-S1'], ['L5'], false],
  [[], [], true],
  [[], ['L5'], false],
])('levels %j and %j are the same: %s', (one, other, isSame) => {
  expect(isSameLevels(one, other)).toBe(isSame);
});
