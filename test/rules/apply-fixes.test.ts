import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic, type Fix } from '../../src/diagnostics/diagnostic.js';
import { lintFolder } from '../../src/pipeline/lint-folder.js';
import { applyFixes } from '../../src/rules/apply-fixes.js';
import { certain } from '../../src/text/suggest.js';
import { folderWith } from '../helpers/lint-page.js';
import { readScenarioRule } from '../helpers/scenario-rule.js';

const FILE = 'rules/a.yaml';
const withFix = (...edits: Fix['edits']): Diagnostic =>
  diagnostic('unknown-fact', FILE, null, 'x', { fix: { title: 'y', edits } });
const edit = (start: number, end: number, text: string): Fix['edits'][number] => ({
  span: { start, end },
  text,
});
const apply = (text: string, ...problems: Diagnostic[]): string | undefined =>
  applyFixes([{ file: FILE, text }], problems)[0]?.text;

describe('fixes', () => {
  it('change their places and nothing else', () => {
    expect(apply('abcdef', withFix(edit(4, 5, 'E')), withFix(edit(0, 1, 'A'), edit(6, 6, '!')))).toBe(
      'AbcdEf!',
    );
  });

  it('wait where another has changed the place already', () => {
    const files = applyFixes(
      [{ file: FILE, text: 'abc' }],
      [withFix(edit(0, 2, 'x')), withFix(edit(1, 3, 'y'))],
    );
    expect(files[0]).toMatchObject({ text: 'xc', applied: [{}] });
  });

  it('leave files alone that have none', () => {
    expect(applyFixes([{ file: FILE, text: 'abc' }], [diagnostic('unknown-fact', FILE, null, 'x')])).toEqual(
      [],
    );
  });
});

describe('a name that is surely meant', () => {
  it.each([
    ['weaknes', ['weakness', 'therapy'], 'weakness'],
    ['weakness_fuond', ['weakness_found'], 'weakness_found'],
    ['presnt', ['present', 'absent', 'uncertain'], 'present'],
    ['mri', ['mrt'], undefined],
    ['prior_mrx', ['prior_mri', 'prior_mrt'], undefined],
    ['weakne', ['weakness'], undefined],
    ['something', ['weakness'], undefined],
  ])('for %s among %j is %s', (word, names, wanted) => {
    expect(certain(word, names)).toBe(wanted);
  });
});

/** Lints and mends until nothing changes; also how many rounds it took. */
function mend(text: string): { readonly text: string; readonly rounds: number } {
  let now = text;
  for (let rounds = 0; ; rounds++) {
    const folder = folderWith([{ file: RULE, text: now }]);
    const [fixed] = applyFixes(folder.rules, lintFolder(folder).diagnostics);
    if (fixed === undefined) return { text: now, rounds };
    now = fixed.text;
  }
}

const RULE = 'rules/test-guide/low-back-scan.yaml';
const GOOD = readScenarioRule();

describe('mending a rule file', () => {
  it.each([
    ['a misspelt fact', (text: string) => text.replace('weakness_found', 'weaknes_found')],
    ['a misspelt key', (text: string) => text.replace('applies-to', 'aplies-to')],
    ['a misspelt value', (text: string) => text.replace('decision: medically', 'decision: medicaly')],
    ['a misspelt region', (text: string) => text.replace('lumbar_spine', 'lumber_spine')],
    ['a missing unit', (text: string) => text.replace('      unit: weeks\n', '')],
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['spaces and no end', (text: string) => text.replaceAll('\n', '  \n').trimEnd()],
  ])('with %s gives the file back, with its comments', (_what, spoil) => {
    const commented = GOOD.replace('criteria:\n', '# why\ncriteria: # because\n').replace(
      'id: weakness\n',
      'id: weakness # a sign\n',
    );
    expect(mend(spoil(commented)).text).toBe(commented);
  });

  it('changes nothing where nothing is certain', () => {
    for (const text of [GOOD, GOOD.replace('weakness_found', 'numbness'), GOOD.replace('scan', 'scam')])
      expect(mend(text)).toEqual({ text, rounds: 0 });
  });

  it('puts a unit into a flow mapping, too', () => {
    const flow = GOOD.replace(
      / {4}- id: long-therapy[\s\S]*come first\n/,
      '    - { id: t, fact: therapy_weeks, at-least: 6, because: x } # y\n',
    );
    expect(mend(flow).text).toBe(flow.replace('at-least: 6,', 'at-least: 6, unit: weeks,'));
  });
});
