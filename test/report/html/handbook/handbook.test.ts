/** The handbook of the project's own rules, and of hostile ones, as files: what is in them and where they lead. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readRuleFolder } from '../../../../src/files/read-rule-folder.js';
import { checkFolder } from '../../../../src/pipeline/check-folder.js';
import { handbookFiles } from '../../../../src/report/html/handbook/handbook.js';
import type { SiteFile } from '../../../../src/report/html/handbook/site.js';
import type { RuleSet } from '../../../../src/vocabulary/rule.js';
import { readRuleFiles } from '../../../helpers/rule-files.js';
import { test as leaf, ruleSet } from '../../../helpers/rules.js';

let files: readonly SiteFile[] = [];
let rules: RuleSet = { rules: [] };
const page = (path: string): string => files.find((one) => one.path === path)?.text ?? '';

beforeAll(async () => {
  const { checked, examples, problems } = checkFolder(readRuleFolder('rules', 'rules'));
  if (checked === null) throw new Error(problems[0]?.message);
  rules = checked.rules;
  files = handbookFiles(checked.lexicon, rules, examples, '');
}, 60_000);

describe('the handbook of our own rules', () => {
  test('has a page for every rule, fact and service', () => {
    const paths = new Set(files.map((one) => one.path));
    expect(rules.rules.filter((rule) => !paths.has(`rule-${rule.id}.html`))).toEqual([]);
    expect(paths.size).toBe(files.length);
    expect(rules.rules).toHaveLength(
      readRuleFiles().filter(({ file }) => !file.includes('.examples.')).length,
    );
  });

  test('every link leads to a page, and every page is linked', () => {
    const paths = new Set(files.map((one) => one.path));
    const linked = new Set(['index.html']);
    const broken: string[] = [];
    for (const { path, text } of files.filter((one) => one.path.endsWith('.html'))) {
      for (const [, target = ''] of text.matchAll(/(?:href|src)="([^"#:]+)"/g)) {
        linked.add(target);
        if (!paths.has(target)) broken.push(`${path} -> ${target}`);
      }
    }
    expect(broken).toEqual([]);
    const pages = [...paths].filter((path) => path.endsWith('.html'));
    expect(pages.filter((path) => !linked.has(path))).toEqual([]);
  });

  test('headings are in order, one of the first rank on each page', () => {
    for (const { path, text } of files.filter((one) => one.path.endsWith('.html'))) {
      const ranks = [...text.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
      expect(
        ranks.filter((rank) => rank === 1),
        path,
      ).toHaveLength(1);
      ranks.reduce((before, rank) => {
        expect(rank, path).toBeLessThanOrEqual(before + 1);
        return rank;
      }, 0);
    }
  });

  test('ids are used once on a page', () => {
    for (const { path, text } of files.filter((one) => one.path.endsWith('.html'))) {
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  test('a rule tells each of its criteria, its silence, its source, and its examples', () => {
    const rule = rules.rules[0];
    const text = page(`rule-${rule?.id}.html`);
    const yaml = readFileSync(rule?.place.file ?? '', 'utf8');
    for (const [, id] of yaml.matchAll(/^\s+- id: (.+)$/gm)) expect(text).toContain(`data-criterion="${id}"`);
    expect(text).toContain('Silence');
    expect(text).toContain(rule?.citation.source ?? '-');
    expect(text).toContain('<h2>Examples</h2>');
  });

  test('nothing asks for a network', () => {
    const asking = files.filter(
      ({ path, text }) => /\.(?:html|css)$/.test(path) && /https?:|url\(/.test(text),
    );
    expect(asking).toEqual([]);
  });
});

describe('a handbook of hostile rules', () => {
  const nasty = '</script><img src=x onerror=alert(1)>';
  const set: RuleSet = {
    rules: ruleSet({ parts: `criteria: ${leaf('a', 'red_flag_any')}` }).rules.map((rule) => {
      return { ...rule, title: nasty, notes: nasty, citation: { ...rule.citation, source: nasty } };
    }),
  };
  const written = handbookFiles({ families: { mri: { meaning: nasty, group: 'g' } } }, set, [], '');

  test('cannot get out of its text', () => {
    for (const { text, path } of written.filter((one) => one.path.endsWith('.html')))
      expect(text, path).not.toContain('<img');
    expect(written.find((one) => one.path === 'search-index.js')?.text).not.toContain('</script');
  });

  test('is the same whenever it is made', () => {
    expect(handbookFiles({ families: { mri: { meaning: nasty, group: 'g' } } }, set, [], '')).toEqual(
      written,
    );
  });

  test('of no rules is still a handbook', () => {
    expect(handbookFiles({}, { rules: [] }, [], '').map((one) => one.path)).toContain('index.html');
  });
});
