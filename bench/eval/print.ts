/**
 * Figures and misses as text for people. The words and the order are those of the JSON.
 */
import type { FactFigures } from './fact-figures.js';
import type { OneFactFigures } from './fact-table.js';
import type { Figures } from './figures.js';
import { type Miss, missesByKind } from './misses.js';

const PARTS = ['issues', 'services', 'facts', 'decisions', 'findings'] as const;
/** Printed apart, as a table. */
const TABLE_KEY = 'by_fact';
/** Facts of the table: those with the most errors. */
const TABLE_ROWS = 15;

/** @param missesPerKind how many misses of each kind are shown */
export function figuresText(figures: Figures, misses: readonly Miss[], missesPerKind: number): string {
  const lines = [
    `letters: ${figures.letters}`,
    ...PARTS.flatMap((part) => (figures[part] ? treeLines(part, figures[part], 0) : [])),
    ...(figures.facts ? tableLines(figures.facts) : []),
    ...(missesPerKind > 0 ? missLines(misses, missesPerKind) : []),
    ...(figures.unread.length > 0 ? [`unread: ${figures.unread.join(', ')}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The figures of a node on one line, its parts below, further in. */
function treeLines(title: string, node: object, depth: number): readonly string[] {
  const entries: [string, unknown][] = Object.entries(node);
  const leaves = entries
    .filter(([, value]) => !isNode(value))
    .map(([key, value]) => `${key} ${shown(value)}`);
  const parts = entries.flatMap(([key, value]) =>
    isNode(value) && key !== TABLE_KEY && Object.keys(value).length > 0
      ? treeLines(key, value, depth + 1)
      : [],
  );
  return [`${'  '.repeat(depth)}${title}: ${leaves.join('  ')}`.trimEnd(), ...parts];
}

function isNode(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === null ? '-' : String(value);
}

type Column = readonly [title: string, width: number, key: keyof OneFactFigures];

const COLUMNS: readonly Column[] = [
  ['errors', 7, 'errors'],
  ['gold', 6, 'gold'],
  ['recall', 8, 'recall'],
  ['status', 8, 'status_accuracy'],
  ['prec.', 8, 'precision'],
  ['F1', 8, 'f1'],
];
const NAME_WIDTH = 36;

function tableLines({ by_fact: facts }: FactFigures): readonly string[] {
  const worst = Object.entries(facts)
    .filter(([, { errors }]) => errors > 0)
    .sort(([a, one], [b, other]) => other.errors - one.errors || (a < b ? -1 : 1))
    .slice(0, TABLE_ROWS);
  if (worst.length === 0) return [];
  const row = (name: string, cells: readonly string[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell, i) => cell.padStart(COLUMNS[i]?.[1] ?? 0)).join('');
  return [
    '',
    'worst facts (errors = missed + wrong status + false in complete letters)',
    row(
      'fact',
      COLUMNS.map(([title]) => title),
    ),
    ...worst.map(([name, figures]) =>
      row(
        name,
        COLUMNS.map(([, , key]) => shown(figures[key])),
      ),
    ),
  ];
}

function missLines(misses: readonly Miss[], perKind: number): readonly string[] {
  return missesByKind(misses).flatMap(({ kind, misses: all }) => [
    '',
    `${kind} (${all.length})`,
    ...all.slice(0, perKind).flatMap(missText),
  ]);
}

function missText({ document, what, letter, system }: Miss): readonly string[] {
  return [
    `  ${document}  ${what}`,
    ...(letter === '' ? [] : [`      letter: "${letter}"`]),
    ...(system === '' ? [] : [`      system: "${system}"`]),
  ];
}
