import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LetterInput } from '../../src/files/letter-input.js';
import { readLetters, readSpooled } from '../../src/files/read-letters.js';
import { type MadeEntry, makeTar, makeZip } from '../helpers/archives.js';
import { makePdf } from '../helpers/make-pdf.js';

const home = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archives-'));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

async function read(path: string, content: Buffer): Promise<LetterInput[]> {
  if (path !== '-') writeFileSync(path, content);
  const found: LetterInput[] = [];
  for await (const one of readLetters([path], Readable.from([content]))) found.push(one);
  return found;
}

/** `a.txt` for a letter, `a.txt: message` for what could not be read. */
function told(inputs: readonly LetterInput[]): string[] {
  return inputs.map(({ document, source, problems }) =>
    source === null ? `${document}: ${problems[0]?.message}` : document,
  );
}

const LETTERS: readonly MadeEntry[] = [
  { name: 'b.txt', content: 'second' },
  { name: 'deep/a.txt', content: 'first' },
  { name: 'deep/readme.md', content: 'no letter' },
  { name: '._b.txt', content: 'no letter' },
  { name: 'c.pdf', content: makePdf([['words of a page']]) },
  { name: 'd.ndjson', content: '{"id":"x","text":"third"}\n' },
];

describe('letters in archives', () => {
  test.each([
    ['in.zip', async () => makeZip(LETTERS)],
    ['in.tar', () => makeTar(LETTERS)],
    ['in.tgz', async () => gzipSync(await makeTar(LETTERS))],
    ['in.tar.gz', async () => gzipSync(await makeTar(LETTERS))],
  ])('%s gives them in its own order, known by archive and path', async (path, make) => {
    const inputs = await read(path, await make());
    expect(told(inputs)).toEqual([`${path}/b.txt`, `${path}/deep/a.txt`, `${path}/c.pdf`, 'x']);
    expect(inputs.map((one) => one.source?.text.trim())).toEqual([
      'second',
      'first',
      'words of a page',
      'third',
    ]);
  });

  test('a tar on standard input is told by its first bytes, packed or not', async () => {
    const tar = await makeTar(LETTERS);
    expect(told(await read('-', tar))).toHaveLength(4);
    expect(told(await read('-', gzipSync(tar)))).toHaveLength(4);
  });

  test('a zip that is kept under another name is told by its first bytes', async () => {
    writeFileSync('kept', makeZip(LETTERS));
    const found: LetterInput[] = [];
    for await (const one of readSpooled('kept', '<stdin>')) found.push(one);
    expect(told(found)).toEqual(['<stdin>/b.txt', '<stdin>/deep/a.txt', '<stdin>/c.pdf', 'x']);
  });

  test('a zip in a pipe is told, with what to do', async () => {
    const [input] = await read('-', makeZip(LETTERS));
    expect(input?.problems[0]?.message).toBe(
      'a zip archive cannot be read from a pipe: what is in it stands at its end',
    );
    expect(input?.problems[0]?.help).toContain('name its file');
  });

  test.skipIf(!('createZstdDecompress' in zlib))('zstd is unpacked where Node can', async () => {
    const { zstdCompressSync } = zlib as unknown as { zstdCompressSync(bytes: Buffer): Buffer };
    const packed = zstdCompressSync(Buffer.from('{"id":"x","text":"third"}\n'));
    expect(told(await read('in.ndjson.zst', packed))).toEqual(['x']);
  });

  test.skipIf('createZstdDecompress' in zlib)('zstd that Node cannot unpack is said so', async () => {
    const [input] = await read('in.ndjson.zst', Buffer.from('28b52ffd', 'hex'));
    expect(input?.problems[0]?.message).toMatch(/^this version of Node \(v[\d.]+\) cannot unpack zstd$/);
    expect(input?.problems[0]?.help).toContain('zstd -dc FILE | necessity');
  });
});

describe('bad archives', () => {
  const good: MadeEntry = { name: 'good.txt', content: 'read all the same' };

  test.each<[string, MadeEntry, string]>([
    ['is locked', { name: 'bad.txt', content: 'x', flags: 1 }, 'the entry is locked with a password'],
    [
      'is a link',
      { name: 'bad.txt', content: '/etc/passwd', mode: 0o120777 },
      'the entry is a link or a device, not a file',
    ],
    ['climbs out', { name: '../bad.txt', content: 'x' }, 'the path of the entry leads out of the archive'],
    ['is absolute', { name: '/bad.txt', content: 'x' }, 'the path of the entry leads out of the archive'],
    ['has a drive', { name: 'C:\\bad.txt', content: 'x' }, 'the path of the entry leads out of the archive'],
    ['is an archive', { name: 'bad.zip', content: 'x' }, 'an archive within an archive is not read'],
    [
      'is packed oddly',
      { name: 'bad.txt', content: 'x', method: 12 },
      'the entry is packed in a way that is not read',
    ],
    ['is empty', { name: 'bad.txt', content: '' }, 'the document has no text'],
    [
      'is huge',
      { name: 'bad.txt', content: Buffer.alloc(3_000_000, 'a') },
      'no letter needs more than 1 MB, but the entry has more',
    ],
  ])('an entry of a zip that %s is told, the next one read', async (_what, entry, message) => {
    const inputs = await read('in.zip', makeZip([entry, good]));
    expect(told(inputs)).toEqual([expect.stringMatching(/^in\.zip\/.*: /), 'in.zip/good.txt']);
    expect(inputs[0]?.problems[0]?.message).toBe(message);
  });

  test.each<[string, MadeEntry, string]>([
    [
      'is a link',
      { name: 'bad.txt', type: 'symlink', linkname: '/etc/passwd' },
      'the entry is a link or a device, not a file',
    ],
    [
      'climbs out',
      { name: 'a/../../bad.txt', content: 'x' },
      'the path of the entry leads out of the archive',
    ],
    [
      'is a device',
      { name: 'bad.txt', type: 'character-device' },
      'the entry is a link or a device, not a file',
    ],
    [
      'is huge',
      { name: 'bad.txt', content: Buffer.alloc(3_000_000, 'a') },
      'no letter needs more than 1 MB, but the entry has more',
    ],
  ])('an entry of a tar that %s is told, the next one read', async (_what, entry, message) => {
    const inputs = await read('in.tar', await makeTar([entry, good]));
    expect(told(inputs)).toEqual([expect.stringMatching(/^in\.tar\/.*: /), 'in.tar/good.txt']);
    expect(inputs[0]?.problems[0]?.message).toBe(message);
  });

  test('a zip whose entries lie on top of each other is a bomb', async () => {
    const content = Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * i) % 251));
    const inputs = await read('in.zip', makeZip([{ name: 'a.txt', content, method: 0 }], 50));
    expect(told(inputs).at(-1)).toBe(
      'in.zip: it unpacks to more than 400 times its size, which no letters do',
    );
    expect(inputs.length).toBeLessThan(5);
  });

  test('a stream that unpacks without an end is given up', async () => {
    const inputs = await read('in.ndjson.gz', gzipSync(Buffer.alloc(200_000_000, ' ')));
    expect(told(inputs)).toEqual([
      'in.ndjson.gz: it unpacks to more than 400 times its size, which no letters do',
    ]);
  }, 30_000);

  test.each<[string, string, Buffer, string]>([
    ['no zip', 'in.zip', Buffer.from('just words'), 'it is not a zip file, or is damaged'],
    ['half a zip', 'in.zip', makeZip([good]).subarray(0, 60), 'it is not a zip file, or is damaged'],
    ['no tar', 'in.tar', Buffer.alloc(2048, 'x'), 'it is not a tar file, or is damaged'],
    ['no gzip', 'in.tgz', Buffer.from('just words'), 'it is not a gzip file, or is damaged'],
    ['no letters', 'in.zip', makeZip([{ name: 'readme.md', content: 'x' }]), 'the archive holds no letters'],
  ])('%s is said so', async (_what, path, content, message) => {
    expect(told(await read(path, content))).toEqual([`${path}: ${message}`]);
  });

  test('an archive that breaks off gives what comes before', async () => {
    const tar = await makeTar([good, { name: 'late.txt', content: 'x'.repeat(5000) }]);
    const inputs = await read('in.tar', tar.subarray(0, 2000));
    expect(told(inputs)[0]).toBe('in.tar/good.txt');
    expect(told(inputs).at(-1)).toMatch(/^in\.tar: the archive breaks off$/);
  });
});
