import { describe, expect, it } from 'vitest';
import { testInWords, testReading } from '../../src/decision/fact-test.js';
import { presentTest } from '../helpers/arbitrary-rules.js';
import { reading } from '../helpers/rules.js';
const present = (value) => ({ status: 'present', value });
const weeks = (operator) => ({
    operator,
    value: 4,
    unit: 'weeks',
});
const status = (test, answer) => testReading(presentTest('a', { test }), reading('a', answer)).status;
describe('a test of a status', () => {
    it.each([
        ['present', 'present', 'met'],
        ['present', 'absent', 'not-met'],
        ['present', 'uncertain', 'undetermined'],
        ['present', 'not-documented', 'undetermined'],
        ['absent', 'absent', 'met'],
        ['absent', 'present', 'not-met'],
        ['absent', 'uncertain', 'undetermined'],
        ['uncertain', 'uncertain', 'met'],
        ['uncertain', 'present', 'not-met'],
        ['uncertain', 'not-documented', 'undetermined'],
    ])('for %s on a fact that is %s is %s', (asked, is, expected) => {
        expect(status({ operator: 'is', status: asked }, is)).toBe(expected);
    });
});
describe('a test of a number', () => {
    it.each([
        ['at-least', 4, 'met'],
        ['at-least', 3, 'not-met'],
        ['at-most', 4, 'met'],
        ['at-most', 5, 'not-met'],
        ['more-than', 4, 'not-met'],
        ['more-than', 5, 'met'],
        ['less-than', 4, 'not-met'],
        ['less-than', 3, 'met'],
        ['equals', 4, 'met'],
        ['equals', 5, 'not-met'],
        ['at-least', [4, 6], 'met'],
        ['at-least', [3, 6], 'undetermined'],
        ['at-most', [5, 6], 'not-met'],
        ['equals', [3, 5], 'undetermined'],
        ['equals', [4, 5], 'undetermined'],
        ['equals', [4, 4], 'met'],
    ])('%s 4 on %s is %s', (operator, value, expected) => {
        expect(status(weeks(operator), present(value))).toBe(expected);
    });
    it('counts a number that is denied in words as none', () => {
        expect(status(weeks('at-most'), 'absent')).toBe('met');
        expect(status(weeks('at-least'), 'absent')).toBe('not-met');
    });
    it('takes `some relief` without a figure as not documented', () => {
        expect(status(weeks('at-least'), 'present')).toBe('undetermined');
    });
});
describe('a test of a choice, list or date', () => {
    const oneOf = { operator: 'one-of', values: ['a', 'b'] };
    const includes = { operator: 'includes', values: ['a'] };
    const before = { operator: 'before', day: '2015-10-05' };
    const after = { operator: 'after', day: '2015-10-05' };
    it.each([
        [oneOf, present('b'), 'met'],
        [oneOf, present('c'), 'not-met'],
        [oneOf, 'absent', 'not-met'],
        [oneOf, present(['a', 'c']), 'undetermined'],
        [includes, present(['a', 'c']), 'met'],
        [includes, present(['c']), 'not-met'],
        [includes, 'absent', 'not-met'],
        [before, present('2015-10-04'), 'met'],
        [before, present('2015-10-05'), 'not-met'],
        [after, present('2015-10-05'), 'not-met'],
        [after, present('2015-10-06'), 'met'],
        [after, present('2015'), 'undetermined'],
        [after, present('2016'), 'met'],
        [before, present('2015-09'), 'met'],
    ])('%o on %o is %s', (test, answer, expected) => {
        expect(status(test, answer)).toBe(expected);
    });
});
describe('silence and doubt', () => {
    it('count as the author wrote, and it is noted', () => {
        const criterion = presentTest('a', { whenNotDocumented: 'not-met', whenUncertain: 'met' });
        expect(testReading(criterion, reading('a', 'not-documented'))).toEqual({
            status: 'not-met',
            assumed: 'not-documented',
        });
        expect(testReading(criterion, reading('a', 'uncertain'))).toEqual({
            status: 'met',
            assumed: 'uncertain',
        });
        expect(testReading(criterion, reading('a', 'absent'))).toEqual({ status: 'not-met', assumed: null });
    });
    it('are not noted where nothing was assumed', () => {
        expect(testReading(presentTest('a'), reading('a', 'not-documented'))).toEqual({
            status: 'undetermined',
            assumed: null,
        });
    });
});
describe('a test in words', () => {
    it.each([
        [{ operator: 'is', status: 'present' }, 'f is present'],
        [weeks('at-least'), 'f at least 4 weeks'],
        [{ operator: 'at-most', value: 2, unit: null }, 'f at most 2'],
        [{ operator: 'is-value', values: ['a'] }, 'f is a'],
        [{ operator: 'one-of', values: ['a', 'b'] }, 'f is one of a, b'],
        [{ operator: 'includes-any', values: ['a', 'b'] }, 'f includes any a, b'],
        [{ operator: 'before', day: '2015-10-05' }, 'f before 2015-10-05'],
    ])('%o is `%s`', (test, words) => {
        expect(testInWords('f', test)).toBe(words);
    });
});
