/**
 * What the examples of rules exercise, for people: a table of rules, and a rule file as a marked-up listing, each
 * criterion with how often it was met, not met, undetermined, and decided, and what no example shows of it.
 */
import type { Paint } from '../diagnostics/ansi.js';
import type { Branch, CriterionCoverage, RuleCoverage } from '../vocabulary/coverage.js';
import { counted } from './words.js';

const MISSING_WORDS: Readonly<Record<Branch, string>> = {
  met: 'no example in which it is met',
  'not-met': 'no example in which it is not met',
  decides: 'no example that it decides',
  limit: 'no example on its limit',
};
const COLUMNS = ['met', 'not', 'open', 'dec'] as const;
const CELL = 5;

/** Covered branches of all; 100 where there is nothing to cover. */
export function coveragePercent(rules: readonly Pick<RuleCoverage, 'covered' | 'branches'>[]): number {
  const [covered, branches] = [sum(rules, 'covered'), sum(rules, 'branches')];
  return branches === 0 ? 100 : (100 * covered) / branches;
}

/** One line a rule and one for all; ends with a line end. */
export function coverageTable(rules: readonly RuleCoverage[]): string {
  const width = Math.max(4, ...rules.map((one) => one.rule.length));
  const row = (name: string, examples: string, branches: string, percent: string): string =>
    `${name.padEnd(width)}  ${examples.padStart(8)}  ${branches.padStart(12)}  ${percent.padStart(7)}\n`;
  const rows = rules.map((one) =>
    row(
      one.rule,
      String(one.examples),
      `${one.covered} of ${one.branches}`,
      percentText(coveragePercent([one])),
    ),
  );
  const total = `${sum(rules, 'covered')} of ${sum(rules, 'branches')}`;
  const last = row('all', String(sum(rules, 'examples')), total, percentText(coveragePercent(rules)));
  return `${row('rule', 'examples', 'branches', 'covered')}${rows.join('')}${last}`;
}

/** The rule file with a gutter; ends with a line end. */
export function coverageListing(rule: RuleCoverage, text: string, paint: Paint): string {
  const byLine = new Map<number, CriterionCoverage[]>();
  for (const one of rule.criteria) byLine.set(one.place.line, [...(byLine.get(one.place.line) ?? []), one]);
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const digits = String(lines.length).length;
  const head = `${COLUMNS.map((word) => word.padStart(CELL)).join('')}\n`;
  const body = lines.flatMap((line, i) => {
    const marked = byLine.get(i + 1) ?? [];
    const number = paint('dim', `${String(i + 1).padStart(digits)} |`);
    return [
      `${gutter(marked, paint)} ${number} ${line}`.trimEnd(),
      ...marked.flatMap((one) => missingLines(one, digits, paint)),
    ];
  });
  const summary = `${rule.file}: ${rule.covered} of ${rule.branches} branches covered`;
  return `${paint('bold', summary)} by ${counted(rule.examples, 'example')}\n${head}${body.join('\n')}\n`;
}

function gutter(marked: readonly CriterionCoverage[], paint: Paint): string {
  const [first] = marked;
  if (first === undefined) return ' '.repeat(COLUMNS.length * CELL + 2);
  const cells = [first.met, first.notMet, first.undetermined, first.decides].map((n) =>
    (n === null ? '' : String(n)).padStart(CELL),
  );
  const isWhole = marked.every((one) => one.missing.length === 0);
  return `${cells.join('')} ${isWhole ? paint('cyan', '+') : paint('red', '!')}`;
}

function missingLines(one: CriterionCoverage, digits: number, paint: Paint): readonly string[] {
  if (one.missing.length === 0) return [];
  const lead = ' '.repeat(COLUMNS.length * CELL + 2 + digits + 1);
  const at = ' '.repeat(one.place.column - 1);
  return [
    `${lead} ${paint('dim', '|')} ${at}${paint('red', `^ ${one.missing.map((b) => MISSING_WORDS[b]).join('; ')}`)}`,
  ];
}

/** `99.9 %`, cut and not rounded. @param percent from 0 to 100 */
export function percentText(percent: number): string {
  // Never rounded up to a hundred, which means that nothing is missing.
  return `${(Math.floor(percent * 10) / 10).toFixed(1)} %`;
}

function sum<K extends string>(list: readonly Readonly<Record<K, number>>[], key: K): number {
  return list.reduce((total, one) => total + one[key], 0);
}

/** One document with every criterion; ends with a line end. */
export function coverageJson(rules: readonly RuleCoverage[]): string {
  const totals = {
    rules: rules.length,
    examples: sum(rules, 'examples'),
    covered: sum(rules, 'covered'),
    branches: sum(rules, 'branches'),
    percent: coveragePercent(rules),
  };
  return `${JSON.stringify({ report: 'coverage', rules, totals }, null, 2)}\n`;
}
