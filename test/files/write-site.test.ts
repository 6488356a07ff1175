/** Folders of pages on the disk: whole or not at all, and never over the files of others. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSearchLibrary, writeSite } from '../../src/files/write-site.js';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'site-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const page = (text: string) => [{ path: 'index.html', text }];

describe('a site', () => {
  test('is written into a new folder, parents included', async () => {
    expect(await writeSite(join(home, 'a/b'), page('x'))).toBeNull();
    expect(readFileSync(join(home, 'a/b/index.html'), 'utf8')).toBe('x');
    expect(readdirSync(join(home, 'a'))).toEqual(['b']);
  });

  test('replaces what was written before, whole', async () => {
    const folder = join(home, 'site');
    await writeSite(folder, [...page('old'), { path: 'gone.html', text: '' }]);
    expect(await writeSite(`${folder}/`, page('new'))).toBeNull();
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('new');
    expect(existsSync(join(folder, 'gone.html'))).toBe(false);
  });

  test('is written into an empty folder', async () => {
    mkdirSync(join(home, 'empty'));
    expect(await writeSite(join(home, 'empty'), page('x'))).toBeNull();
  });

  test('leaves a folder with files of others as it is', async () => {
    writeFileSync(join(home, 'letter.txt'), 'mine');
    expect(await writeSite(home, page('x'))).toMatchObject({
      code: 'unwritable-folder',
      message: 'the folder holds files that this program did not write, such as `letter.txt`',
    });
    expect(readdirSync(home)).toEqual(['letter.txt']);
  });

  test('is not written over a file', async () => {
    writeFileSync(join(home, 'file'), 'mine');
    const problem = await writeSite(join(home, 'file'), page('x'));
    expect(problem?.message).toBe('a part of the path is a file, not a folder');
    expect(readFileSync(join(home, 'file'), 'utf8')).toBe('mine');
  });

  test('that cannot be written whole leaves nothing behind', async () => {
    const problem = await writeSite(join(home, 'site'), [
      ...page('x'),
      { path: 'no/such/folder.html', text: '' },
    ]);
    expect(problem?.code).toBe('unwritable-folder');
    expect(readdirSync(home)).toEqual([]);
  });
});

test('the search engine is a script for a page, without a map that is not there', async () => {
  const text = await readSearchLibrary();
  expect(text).toContain('MiniSearch');
  expect(text).not.toContain('sourceMappingURL');
});
