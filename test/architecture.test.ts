/**
 * Who may import whom, and who may touch what. Data flows one way; a determination cannot reach a prediction.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = 'src';

/** What the command line and the interface for other programs are made of. */
const ALL = [
  'text',
  'diagnostics',
  'vocabulary',
  'document',
  'rules',
  'coverage',
  'authoring',
  'analysis',
  'pipeline',
  'statistics',
  'history',
  'corpus',
  'report',
  'files',
  'store',
  'workers',
];

/** Folders that a folder may import; `type` entries only for types. Itself is always allowed. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  diagnostics: ['text'],
  language: [],
  vocabulary: ['text'],
  document: ['text', 'diagnostics', 'vocabulary', 'language'],
  requests: ['text', 'vocabulary', 'language'],
  facts: ['text', 'vocabulary', 'language'],
  rules: ['text', 'diagnostics', 'vocabulary', 'language'],
  decision: ['text', 'diagnostics', 'vocabulary'],
  coverage: ['text', 'vocabulary', 'decision'],
  authoring: ['text', 'diagnostics', 'vocabulary', 'rules'],
  analysis: ['text', 'diagnostics', 'vocabulary', 'decision'],
  comparison: ['text', 'vocabulary', 'document', 'facts', 'requests'],
  pipeline: [
    'text',
    'diagnostics',
    'vocabulary',
    'language',
    'document',
    'requests',
    'facts',
    'rules',
    'decision',
    'analysis',
    'comparison',
  ],
  statistics: ['text', 'vocabulary'],
  history: [
    'text',
    'diagnostics',
    'vocabulary',
    'document',
    'requests',
    'facts',
    'decision',
    'comparison',
    'pipeline',
    'statistics',
  ],
  similarity: ['statistics'],
  corpus: [
    'text',
    'diagnostics',
    'vocabulary',
    'document',
    'requests',
    'facts',
    'decision',
    'comparison',
    'pipeline',
    'statistics',
    'similarity',
  ],
  report: ['text', 'diagnostics', 'vocabulary', 'document', 'statistics', 'corpus'],
  files: ['text', 'diagnostics', 'vocabulary', 'document', 'rules', 'pipeline'],
  store: ['text', 'diagnostics', 'vocabulary', 'corpus', 'files', 'pipeline'],
  workers: ['text', 'diagnostics', 'vocabulary', 'pipeline', 'corpus', 'files', 'store'],
  cli: ALL,
  index: ALL,
};

/** Packages that only some folders may import. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'json-rules-engine': ['decision'],
  yaml: ['rules', 'authoring'],
  chokidar: ['files'],
  commander: ['cli'],
  minisearch: ['report'],
  'tar-stream': ['files'],
  piscina: ['workers'],
  '@duckdb/node-api': ['store'],
  'cli-progress': ['cli'],
  'node:fs': ['files', 'store', 'cli'],
  'node:fs/promises': ['files', 'store', 'cli'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SRC, name));

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'/gms);
  const dynamic = text.matchAll(/import\('([^']+)'\)/g);
  return [
    ...[...statements].map((match) => ({
      from: file,
      to: match[2] ?? '',
      isTypeOnly: match[1] !== undefined,
    })),
    ...[...dynamic].map((match) => ({ from: file, to: match[1] ?? '', isTypeOnly: false })),
  ];
}

const target = (one: Import): string => normalize(join(dirname(one.from), one.to)).replace(/\.js$/, '.ts');
const folderOf = (file: string): string => {
  const [first = '', second] = relative(SRC, file).split('/');
  return second === undefined ? first.replace(/\.ts$/, '') : first;
};
const imports = files.flatMap(importsOf);
const local = imports.filter((one) => one.to.startsWith('.'));

describe('import directions', () => {
  test('every folder imports only what it may', () => {
    const broken = local.filter((one) => {
      const [from, to] = [folderOf(one.from), folderOf(target(one))];
      return from !== to && !MAY_IMPORT[from]?.includes(to);
    });
    expect(broken.map((one) => `${one.from} -> ${target(one)}`)).toEqual([]);
  });

  test('every folder is in the table', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  test('packages stay in their folders', () => {
    const broken = imports.filter(
      (one) => PACKAGES[one.to] && !PACKAGES[one.to]?.includes(folderOf(one.from)),
    );
    expect(broken.map((one) => `${one.from} -> ${one.to}`)).toEqual([]);
  });

  test('there are no cycles, types included', () => {
    const next = new Map<string, string[]>();
    for (const one of local) next.set(one.from, [...(next.get(one.from) ?? []), target(one)]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      const at = path.indexOf(file);
      if (at >= 0) cycles.push([...path.slice(at), file].join(' -> '));
      if (at >= 0 || done.has(file)) return;
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('promises', () => {
  test('nothing that predicts can name a determination', () => {
    const predicting = ['requests', 'facts', 'rules', 'decision', 'language'];
    const naming = files.filter(
      (file) =>
        predicting.includes(folderOf(file)) &&
        /imr-document|Determination\b/.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')),
    );
    expect(naming).toEqual([]);
  });

  test('only the command line writes to the console or sets an exit code', () => {
    const loud = files.filter(
      (file) =>
        folderOf(file) !== 'cli' &&
        /\bconsole\.|process\.(?:stdout|stderr|exit|exitCode)/.test(readFileSync(file, 'utf8')),
    );
    expect(loud).toEqual([]);
  });
});
