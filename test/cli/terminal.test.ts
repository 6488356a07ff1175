import { describe, expect, test } from 'vitest';
import { textWidth, usesColor } from '../../src/cli/terminal.js';

describe('colour', () => {
  test.each<[string, boolean | undefined, Record<string, string>, boolean, boolean]>([
    ['a terminal has it', undefined, {}, true, true],
    ['a pipe has none', undefined, {}, false, false],
    ['a dumb terminal has none', undefined, { TERM: 'dumb' }, true, false],
    ['NO_COLOR switches it off', undefined, { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR means nothing', undefined, { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR switches it on', undefined, { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 switches it off', undefined, { FORCE_COLOR: '0' }, true, false],
    ['NO_COLOR comes before FORCE_COLOR', undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['--color comes first', true, { NO_COLOR: '1' }, false, true],
    ['--no-color comes first', false, { FORCE_COLOR: '1' }, true, false],
  ])('%s', (_what, option, env, isTTY, expected) => {
    expect(usesColor(option, env, { isTTY })).toBe(expected);
  });
});

describe('width', () => {
  test.each([
    [90, { isTTY: true, columns: 120 }, 90],
    [undefined, { isTTY: true, columns: 120 }, 120],
    [undefined, { isTTY: true, columns: 20 }, 72],
    [undefined, { isTTY: true, columns: 5000 }, 400],
    [undefined, { columns: 120 }, 100],
  ])('--width %s on %j is %i', (option, stream, expected) => {
    expect(textWidth(option, stream)).toBe(expected);
  });
});
