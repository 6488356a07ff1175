/** The command: what it prints for figures, misses and floors, and how it ends. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluate } from '../../bench/eval/eval-command.js';
import { CORPUS } from './labelled-corpus.js';

const FACTS = 'test/eval/fixtures/facts.ndjson';
const CHECK = 'test/eval/fixtures/check.ndjson';

/** A folder of one letter and its labels, for speed. */
const folder = mkdtempSync(join(tmpdir(), 'eval-'));
for (const name of ['letter-03.txt', 'letter-03.gold.yaml'])
  copyFileSync(join(CORPUS, name), join(folder, name));
afterAll(() => rmSync(folder, { recursive: true }));
const GIVEN = [folder, '--facts', FACTS, '--check', CHECK];
const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('what is printed', () => {
  test('as JSON are the figures, with misses only when asked', async () => {
    const { output, exit } = await evaluate([...GIVEN, '--json']);
    expect(exit).toBe(0);
    expect(Object.keys(JSON.parse(output) as object)).toEqual([
      'letters',
      'issues',
      'services',
      'facts',
      'decisions',
      'findings',
      'unread',
    ]);
    const withMisses = JSON.parse((await evaluate([...GIVEN, '--json', '--misses', '2'])).output) as {
      readonly misses: Readonly<Record<string, readonly object[]>>;
    };
    expect(withMisses.misses['missed fact']).toHaveLength(2);
    expect(withMisses.misses['missed fact']?.[0]).toEqual({
      document: 'letter-03',
      what: expect.any(String),
      letter: expect.any(String),
      system: '',
    });
  });

  test('for people names the part, the figure and the words of a miss', async () => {
    const { output } = await evaluate([...GIVEN, '--misses', '1']);
    expect(output).toMatch(/^letters: 1\n/);
    expect(output).toMatch(/\nfacts: gold \d+ {2}matched \d+ {2}recall 0\.\d+/);
    expect(output).toMatch(/\n {2}majority_baseline: always overturned {2}accuracy 0\.5/);
    expect(output).toMatch(/\nworst facts .+\nfact +errors +gold/);
    expect(output).toMatch(/\nmissed fact \(\d+\)\n {2}letter-\d+ .+\n {6}letter: "/);
    expect(output).toMatch(/\nunread: letter-03\n$/);
  });

  test('of one half of an output has only that half', async () => {
    const { output } = await evaluate([folder, '--check', CHECK]);
    expect(output).not.toContain('\nfacts:');
  });
});

describe('floors', () => {
  test('that hold let the run pass', async () => {
    const floors = fileOf(
      'low.yaml',
      'facts.recall: { min: 0.1 }\nfindings.letters.false_alarm_rate: { max: 1 }\n',
    );
    expect(await evaluate([...GIVEN, '--floors', floors])).toMatchObject({ exit: 0, trouble: '' });
  });

  test('that are broken end it with 1 and a line each', async () => {
    const floors = fileOf(
      'high.yaml',
      'facts.recall: { min: 0.99 }\nunread.length: { max: 0 }\nfacts.recal: { min: 0 }\n',
    );
    const { trouble, exit } = await evaluate([...GIVEN, '--floors', floors]);
    expect(exit).toBe(1);
    expect(trouble.split('\n')).toEqual([
      expect.stringMatching(/^broken floor: facts\.recall: 0\.\d+ is below its minimum 0\.99$/),
      'broken floor: unread.length: 1 is above its maximum 0',
      'broken floor: facts.recal: there is no such figure, or nothing to count it over',
      '',
    ]);
  });

  test.each(['facts.recall: 0.9', 'facts.recall: {}', 'facts.recall: { least: 1 }', '[', 'a: { min: high }'])(
    'written as %j are refused',
    async (yaml) => {
      expect((await evaluate([...GIVEN, '--floors', fileOf('bad.yaml', yaml)])).exit).toBe(3);
    },
  );
});

describe('how it ends', () => {
  test.each([
    ['without a folder', [], 2],
    ['with an unknown option', [folder, '--fast'], 2],
    ['with a number that is none', [folder, '--misses', 'all'], 2],
    ['asked for help', ['--help'], 0],
    ['with a folder that is not there', ['no/such/folder', '--facts', FACTS], 3],
    ['with a folder without labels', ['seeds', '--facts', FACTS], 3],
    ['with an output that is not there', [folder, '--facts', 'no.ndjson'], 3],
    ['with a vocabulary without facts', [...GIVEN, '--vocabulary', `${CORPUS}/letter-01.txt`], 3],
    ['with an output that is none', [folder, '--facts', `${CORPUS}/README.md`], 3],
  ])('%s', async (_, args, exit) => {
    const run = await evaluate(args);
    expect(run.exit).toBe(exit);
    expect(exit === 0 ? run.output : run.trouble).not.toBe('');
  });

  test('a broken label file is named', async () => {
    const broken = fileOf('x.gold.yaml', 'facts: [{fact: pain}]');
    const { trouble, exit } = await evaluate([folder, '--facts', FACTS]);
    rmSync(broken);
    expect([exit, trouble]).toEqual([3, expect.stringMatching(/^x\.gold\.yaml: `facts\.0\.status`/)]);
  });
});
