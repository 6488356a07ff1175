import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.js';
import { applySwitches } from '../../src/rules/lint-switches.js';

const FILE = 'rules/a.yaml';

/** A text with «marks» around the place of one diagnostic. */
function found(marked: string, code: Diagnostic['code']): { text: string; problem: Diagnostic } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return { text: marked.replace(/[«»]/g, ''), problem: diagnostic(code, FILE, { start, end }, 'x') };
}

function apply(marked: string, code: Diagnostic['code'] = 'group-of-one', isComplete = true): string[] {
  const { text, problem } = found(marked, code);
  return applySwitches([problem], [{ file: FILE, text }], isComplete).map(
    (one) => `${one.code}: ${one.message}`,
  );
}

describe('a comment that switches a code off', () => {
  it.each([
    ['with a reason', 'a: 1\n«all»:  # lint-disable-line group-of-one: the second member follows\n'],
    ['with several codes', '«all»:  # lint-disable-line never-met, group-of-one: of both\n# lint'],
    [
      'on a line that ends with a carriage return',
      '«all»:  # lint-disable-line group-of-one: why\r\nb: 1\r\n',
    ],
    ['at the end of the file', '«all»:  # lint-disable-line group-of-one: why'],
  ])('does so %s', (_what, text) => {
    expect(apply(text).filter((one) => one.startsWith('group-of-one'))).toEqual([]);
  });

  it.each([
    ['no reason', '«all»:  # lint-disable-line group-of-one', 'the switch of `group-of-one` gives no reason'],
    [
      'an empty reason',
      '«all»:  # lint-disable-line group-of-one:  ',
      'the switch of `group-of-one` gives no reason',
    ],
    ['no code', '«all»:  # lint-disable-line: because', 'the switch names no code'],
    ['nothing', '«all»:  # lint-disable-line', 'the switch names no code'],
    [
      'an unknown code',
      '«all»:  # lint-disable-line group-of-on: why',
      'there is no code `group-of-on` to switch off',
    ],
    ['an error', '«all»:  # lint-disable-line unknown-fact: why', '`unknown-fact` cannot be switched off'],
    [
      'a code of switches',
      '«all»:  # lint-disable-line unused-switch: why',
      '`unused-switch` cannot be switched off',
    ],
  ])('is told, and does nothing, with %s', (_what, text, message) => {
    expect(apply(text)).toEqual(['group-of-one: x', `malformed-switch: ${message}`]);
  });

  it('is told where it has nothing to switch off', () => {
    const text = '«all»:\n  - b  # lint-disable-line group-of-one: on the wrong line\n';
    expect(apply(text)).toEqual([
      'group-of-one: x',
      'unused-switch: there is no `group-of-one` on this line to switch off',
    ]);
  });

  it('is not said to be without use while not everything was looked at', () => {
    expect(apply('«a»: 1\nb: 1  # lint-disable-line never-met: why\n', 'group-of-one', false)).toEqual([
      'group-of-one: x',
    ]);
  });

  it('is a comment: the words inside another word are not', () => {
    expect(apply('«all»: a#lint-disable-line group-of-one: why')).toEqual(['group-of-one: x']);
  });
});
