/** What is kept of checks: taken over as it was written, passed over in every other case. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dropKeptChecks, openKeptChecks } from '../../src/files/kept-checks.js';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const checks = await openKeptChecks(folder, 'rules', '1');
  for (const key of ['lexicon', 'rules/a.yaml', 'rules/a.yaml#examples', 'rules/b.yaml'])
    checks.keep(key, 'd1', { of: key });
  await checks.save(['rules/a.yaml', 'rules/b.yaml']);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (): string => join(folder, readdirSync(folder)[0] ?? '');
const recalled = async (key: string, digest = 'd1', rules = 'rules', program = '1'): Promise<unknown> =>
  (await openKeptChecks(folder, rules, program)).known(key, digest);

describe('what was kept', () => {
  test('is taken over by the same program for the same folder, key and digest', async () => {
    expect(await recalled('rules/a.yaml')).toEqual({ of: 'rules/a.yaml' });
    expect(await recalled('rules/a.yaml', 'd2')).toBeUndefined();
    expect(await recalled('rules/a.yaml', 'd1', 'other')).toBeUndefined();
    expect(await recalled('rules/a.yaml', 'd1', 'rules', '2')).toBeUndefined();
    expect(await recalled('constructor')).toBeUndefined();
  });

  test('of files that are gone is dropped; what a run did not ask for stays', async () => {
    const checks = await openKeptChecks(folder, 'rules', '1');
    checks.keep('analysis', 'd1', []);
    await checks.save(['rules/a.yaml']);
    expect(await recalled('lexicon')).toEqual({ of: 'lexicon' });
    expect(await recalled('rules/a.yaml#examples')).toEqual({ of: 'rules/a.yaml#examples' });
    expect(await recalled('rules/b.yaml')).toBeUndefined();
  });

  test('is written only where there is something new', async () => {
    const before = readFileSync(path());
    const checks = await openKeptChecks(folder, 'rules', '1');
    checks.known('lexicon', 'd1');
    await checks.save([]);
    expect(readFileSync(path())).toEqual(before);
  });

  test('is gone when it was dropped', async () => {
    await dropKeptChecks(folder);
    expect(await recalled('lexicon')).toBeUndefined();
  });
});

describe('a file of kept checks that is not what was written is passed over:', () => {
  const SPOILT: readonly (readonly [string, (text: string) => string])[] = [
    ['empty', () => ''],
    ['cut off', (text) => text.slice(0, -20)],
    ['with a letter changed', (text) => text.replace('"of":"lexicon"', '"of":"lexicom"')],
    ['no JSON', () => '1\n47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\n{'],
    ['JSON of another shape', () => '{"program":"1","entries":{"lexicon":{"digest":"d1","value":7}}}'],
    ['with an older first line', (text) => `0${text}`],
    ['binary', () => '\u0000\u0001\n\u0002\n'],
  ];
  test.each(SPOILT)('%s', async (_what, spoil) => {
    writeFileSync(path(), spoil(readFileSync(path(), 'utf8')));
    expect(await recalled('lexicon')).toBeUndefined();
    const checks = await openKeptChecks(folder, 'rules', '1');
    checks.keep('lexicon', 'd1', 'anew');
    await checks.save([]);
    expect(await recalled('lexicon')).toBe('anew');
  });
});
