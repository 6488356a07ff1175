import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { applyFixes } from '../../src/rules/apply-fixes.js';
import { textFormProblems } from '../../src/rules/text-form.js';

const FILE = 'rules/a.yaml';
const codes = (text: string): string[] => textFormProblems({ file: FILE, text }).map((one) => one.code);
const fixed = (text: string): string => {
  const [file] = applyFixes([{ file: FILE, text }], textFormProblems({ file: FILE, text }));
  return file?.text ?? text;
};

describe('the form of a text', () => {
  it.each([
    ['a: 1\n', []],
    ['', []],
    ['a: 1\r\nb: 2\r\n', ['windows-line-ends']],
    ['a: 1  \nb: 2\t\n', ['trailing-space']],
    ['a: 1', ['no-final-line-end']],
    ['a: 1 \r\nb: 2', ['windows-line-ends', 'trailing-space', 'no-final-line-end']],
    ['a: |\n  kept  \n  too\n', []],
    ['a: "one  \n  two"\n', []],
  ])('of %j has %j', (text, wanted) => {
    expect(codes(text)).toEqual(wanted);
  });

  it('with a mark before it has that, and is mended by writing the file back', () => {
    const file = { file: FILE, text: 'a: 1\n', hasMark: true };
    expect(textFormProblems(file).map((one) => one.code)).toEqual(['byte-order-mark']);
    expect(applyFixes([file], textFormProblems(file))).toMatchObject([{ file: FILE, text: 'a: 1\n' }]);
  });

  it('tells how many lines have it, once', () => {
    const [problem, ...rest] = textFormProblems({ file: FILE, text: 'a: 1 \nb: 2 \nc: 3 \n' });
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ message: '3 lines end with spaces', span: { start: 4, end: 5 } });
  });

  it('is mended without a change of what the text says, and for good', () => {
    const line = fc.constantFrom('a: 1', '# why', '', '- x', 'b: |', '  text  ', "c: 'q'", '    deep\t');
    const end = fc.constantFrom('\n', '\r\n', ' \n', '\t\r\n');
    const text = fc
      .tuple(fc.array(fc.tuple(line, end)), line)
      .map(([lines, last]) => lines.map((one) => one.join('')).join('') + last);
    fc.assert(
      fc.property(text, (before) => {
        const after = fixed(before);
        expect(fixed(after)).toBe(after);
        const [was, is] = [before, after].map((one) => parseDocument(one, { uniqueKeys: false }));
        fc.pre(was?.errors.length === 0);
        expect(is?.toJS()).toEqual(was?.toJS());
      }),
    );
  });
});
