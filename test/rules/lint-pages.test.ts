/**
 * Every code of rules has its page, and the example on it is a fixture: it has the code in the words of the page, and
 * no other trouble. `UPDATE_LINT_PAGES=1` writes down what is told now; look at every line that changed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../../src/diagnostics/diagnostic.js';
import { lintFolder } from '../../src/pipeline/lint-folder.js';
import { failingExamples, folderWith, PAGES, readPage, tellings, withResult } from '../helpers/lint-page.js';

const ALL = Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[];
/** Codes that only letters have stand before those of rules. */
const OF_RULES = ALL.slice(ALL.indexOf('yaml-syntax'));
/** Codes of letters that a rules folder can have, too. Their trouble is with the disk; scenarios show it. */
const OF_BOTH: readonly DiagnosticCode[] = ['unreadable-file', 'no-documents'];
/** Codes that running the examples finds. */
const OF_RUNS: readonly DiagnosticCode[] = ['failing-example', 'failing-text'];

describe('the pages on lint codes', () => {
  it('are one for each code of rules, and no more', () => {
    const pages = readdirSync(PAGES).map((name) => name.replace('.md', ''));
    expect(pages.filter((name) => name !== 'README').sort()).toEqual([...OF_BOTH, ...OF_RULES].sort());
  });

  it.each([...OF_BOTH, ...OF_RULES])('tell what %s is, how severe, and how to mend it', (code) => {
    const { text } = readPage(code);
    const [severity, meaning] = DIAGNOSTIC_CODES[code];
    expect(text.startsWith(`# ${code}\n\n${severity}: ${meaning}\n\n`)).toBe(true);
    expect(text).toMatch(/\n## How to mend it\n\n\S/);
    expect(readFileSync(join(PAGES, 'README.md'), 'utf8')).toContain(
      `| [${code}](${code}.md) | ${severity} | ${meaning} |\n`,
    );
  });

  it.each(OF_RULES)('show %s in an example, in its exact words', async (code) => {
    const page = readPage(code);
    expect(page.files.length).toBeGreaterThan(0);
    const folder = folderWith(page.files);
    const isRun = OF_RUNS.includes(code);
    const found = isRun ? await failingExamples(folder) : lintFolder(folder).diagnostics;
    const told = tellings(
      found.filter((one) => one.code === code),
      folder,
    );
    if (process.env.UPDATE_LINT_PAGES) writeFileSync(join(PAGES, `${code}.md`), withResult(page, told));
    else expect(page.result).toBe(told);
    const others = found.filter((one) => one.code !== code && one.severity !== 'note');
    expect(others).toEqual([]);
  });
});
