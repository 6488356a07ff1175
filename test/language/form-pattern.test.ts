import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formPattern, type WordReading } from '../../src/language/form-pattern.js';

const found = (phrase: string, text: string, reading?: WordReading): string | null =>
  new RegExp(formPattern([phrase], reading), 'i').exec(text)?.[0] ?? null;

describe('phrases of the form of letters', () => {
  test.each([
    ['kiln report', 'the KILN REPORTS:', 'KILN REPORTS'],
    ['kiln report', "the kiln's report(s)", "kiln's report(s)"],
    ['kiln report', 'kilnreport', 'kilnreport'],
    ['the? kiln', 'Kiln', 'Kiln'],
    ['the? kiln', 'the kiln', 'the kiln'],
    ['kiln (of clay)?', 'kiln of clay', 'kiln of clay'],
    ['kiln (of clay)?', 'kiln of sand', 'kiln'],
    ['the *1 kiln', 'the electric kiln', 'the electric kiln'],
    ['the *1 kiln', 'the kiln', 'the kiln'],
    ['the *1 kiln', 'the old red kiln', null],
    ['kiln , inc .?', 'Kiln, Inc.', 'Kiln, Inc.'],
    ['kiln (and|&) wheel', 'kiln & wheels', 'kiln & wheels'],
  ])('`%s` in `%s`', (phrase, text, wanted) => expect(found(phrase, text)).toBe(wanted));

  test('are found with their letters spread only where that is asked for', () => {
    expect(found('kiln reports', 'K I L N REPORT (S)', 'spread')).toBe('K I L N REPORT (S)');
    expect(found('kiln reports', 'KILN R E P O R T', 'spread')).toBe('KILN R E P O R T');
    expect(found('kiln report', 'K I L N REPORT')).toBeNull();
  });

  test('of which there are none are found nowhere', () => {
    fc.assert(fc.property(fc.string(), (text) => !new RegExp(formPattern([])).test(text)));
  });
});
