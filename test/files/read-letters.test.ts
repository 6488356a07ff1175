import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LetterInput } from '../../src/files/letter-input.js';
import { readLetters } from '../../src/files/read-letters.js';
import { makePdf } from '../helpers/make-pdf.js';

const home = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letters-'));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function put(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

async function read(paths: readonly string[], input: string | Buffer = ''): Promise<LetterInput[]> {
  const found: LetterInput[] = [];
  for await (const one of readLetters(paths, Readable.from([Buffer.from(input)]))) found.push(one);
  return found;
}

/** `a.txt` for a letter, `a.txt!code` for one that could not be read. */
async function names(...paths: readonly string[]): Promise<string[]> {
  return (await read(paths)).map(({ document, source, problems }) =>
    source === null ? `${document}!${problems[0]?.code}` : document,
  );
}

describe('paths', () => {
  test('a folder gives its letters by name, to its bottom, and nothing else', async () => {
    put({
      'in/b.txt': 'b',
      'in/a.txt': 'a',
      'in/c/d.TXT': 'd',
      'in/notes.md': 'n',
      'in/.hidden/e.txt': 'e',
      'in/a.gold.yaml': 'y',
    });
    expect(await names('in')).toEqual(['in/a.txt', 'in/b.txt', 'in/c/d.TXT']);
    expect(await names('in/')).toEqual(['in/a.txt', 'in/b.txt', 'in/c/d.TXT']);
  });

  test('paths keep the order in which they are given, and a file that is reached twice is read once', async () => {
    put({ 'in/b.txt': 'b', 'in/a.txt': 'a' });
    expect(await names('in/b.txt', 'in', './in/a.txt')).toEqual(['in/b.txt', 'in/a.txt']);
  });

  test('a file that is named outright is read whatever its name', async () => {
    put({ letter: 'text' });
    expect(await names('letter')).toEqual(['letter']);
  });

  test.each([
    ['in/*.txt', ['in/a.txt', 'in/b.txt']],
    ['./in/*.txt', ['in/a.txt', 'in/b.txt']],
    ['in/**/*.txt', ['in/a.txt', 'in/b.txt', 'in/c/d.txt']],
    ['**/d.txt', ['in/c/d.txt']],
    ['in/{a,b}.txt', ['in/a.txt', 'in/b.txt']],
    ['in/*.pdf', ['in/*.pdf!no-documents']],
  ])('the glob %s finds what it says', async (pattern, expected) => {
    put({ 'in/b.txt': 'b', 'in/a.txt': 'a', 'in/c/d.txt': 'd' });
    expect(await names(pattern)).toEqual(expected);
  });

  test('a file whose name looks like a glob is that file', async () => {
    put({ 'a[1].txt': 'a', 'a1.txt': 'b' });
    expect(await names('a[1].txt')).toEqual(['a[1].txt']);
  });

  test('links within a folder are followed, links out of it are told and not followed', async () => {
    put({ 'in/a.txt': 'a', 'in/deep/b.txt': 'b', 'secret/c.txt': 'c' });
    symlinkSync('deep', join(folder, 'in/link'));
    symlinkSync('../secret', join(folder, 'in/out'));
    symlinkSync('../secret/c.txt', join(folder, 'in/z.txt'));
    expect(await names('in')).toEqual([
      'in/a.txt',
      'in/deep/b.txt',
      'in/link/b.txt',
      'in/out!unreadable-file',
      'in/z.txt!unreadable-file',
    ]);
    const [, , , out] = await read(['in']);
    expect(out?.problems[0]?.message).toBe(
      'the link leads out of the folder; name its target itself if it is to be read',
    );
  });

  test('a glob tells only of links that it asks for, or that may hold what it asks for', async () => {
    put({ 'in/a.txt': 'a', 'secret/c.txt': 'c' });
    symlinkSync('../secret', join(folder, 'in/out'));
    symlinkSync('../secret/c.txt', join(folder, 'in/z.txt'));
    expect(await names('in/a*.txt')).toEqual(['in/a.txt', 'in/out!unreadable-file']);
    expect(await names('in/z*')).toEqual(['in/out!unreadable-file', 'in/z.txt!unreadable-file']);
  });

  test('links that lead back to themselves end', async () => {
    put({ 'in/a.txt': 'a' });
    symlinkSync('..', join(folder, 'in/up'));
    symlinkSync('loop', join(folder, 'loop'));
    expect(await names('in')).toEqual(['in/a.txt', 'in/up!unreadable-file']);
    expect(await names('loop')).toEqual(['loop!unreadable-file']);
  });
});

describe('bad inputs', () => {
  const good = 'CLINICAL CASE SUMMARY';
  test.each<[string, Readonly<Record<string, string | Buffer>>, string]>([
    ['an empty file', { 'bad.txt': '' }, 'empty-document'],
    ['a file of spaces', { 'bad.txt': ' \n\t\n' }, 'empty-document'],
    ['a file of control characters', { 'bad.txt': Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]) }, 'binary-document'],
    ['a file with NUL bytes', { 'bad.txt': Buffer.from('a\0b') }, 'binary-document'],
    ['a PDF that is called text', { 'bad.txt': makePdf([['text']]) }, 'binary-document'],
    ['a text that is called PDF', { 'bad.pdf': good }, 'binary-document'],
    ['an empty PDF', { 'bad.pdf': '' }, 'binary-document'],
    ['a PDF cut in half', { 'bad.pdf': makePdf([['text']]).subarray(0, 60) }, 'binary-document'],
    ['a PDF without text', { 'bad.pdf': makePdf([[], []]) }, 'empty-document'],
    ['a file of 50 MB on one line', { 'bad.txt': Buffer.alloc(50 * 1024 * 1024, 'a') }, 'too-large'],
    ['a stream without records', { 'bad.ndjson': '\n\n' }, 'no-documents'],
    ['a gzip file that is none', { 'bad.ndjson.gz': 'plain' }, 'unreadable-file'],
    [
      'a gzip file that breaks off',
      { 'bad.ndjson.gz': gzipSync('{"id":"a","text":"b"}').subarray(0, 20) },
      'unreadable-file',
    ],
  ])('%s is a problem of that file alone', async (_what, bad, code) => {
    put({ ...bad, 'after.txt': good });
    const [name = ''] = Object.keys(bad);
    expect(await names(name, 'after.txt')).toEqual([`${name}!${code}`, 'after.txt']);
  });

  test('what is not there, holds no letters or may not be read is said of that path', async () => {
    put({ 'empty/readme.md': 'x', 'locked/a.txt': 'a' });
    symlinkSync('nowhere', join(folder, 'locked/b.txt'));
    expect(await names('missing.txt', 'empty', 'locked')).toEqual([
      'missing.txt!unreadable-file',
      'empty!no-documents',
      'locked/a.txt',
      'locked/b.txt!unreadable-file',
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read is said so', async () => {
    put({ 'locked.txt': 'a' });
    chmodSync(join(folder, 'locked.txt'), 0);
    const [input] = await read(['locked.txt']);
    expect(input?.problems[0]?.message).toBe('reading it is not permitted');
  });

  test('bytes that are no UTF-8 are read with a warning', async () => {
    put({ 'a.txt': Buffer.concat([Buffer.from('caf\u00e9 '), Buffer.from([0xe9])]) });
    const [input] = await read(['a.txt']);
    expect(input?.source).not.toBeNull();
    expect(input?.problems.map((one) => one.code)).toEqual(['invalid-encoding']);
  });

  test('a pipe is read like a file', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    spawn('sh', ['-c', 'echo hello > pipe']);
    expect((await read(['pipe']))[0]?.source?.text).toBe('hello\n');
  });
});

describe('streams of records', () => {
  const lines = [
    '{"id":"a","text":"first","year":2015}',
    '{"id":7,"text":"second"}',
    '',
    'not json',
    '[1]',
    '{"text":"no id"}',
    '{"id":"b"}',
    '{"id":"c","text":""}',
    '{"id":"d","text":"last"}',
  ].join('\r\n');
  const expected = [
    'a',
    '7',
    's.ndjson:4!malformed-record',
    's.ndjson:5!malformed-record',
    's.ndjson:6!malformed-record',
    's.ndjson:7!malformed-record',
    'c!empty-document',
    'd',
  ];

  test('each line is a letter or a problem of that line', async () => {
    put({ 's.ndjson': lines });
    expect(await names('s.ndjson')).toEqual(expected);
  });

  test('packed streams are read the same', async () => {
    put({ 's.ndjson.gz': gzipSync(lines) });
    expect(await names('s.ndjson.gz')).toEqual(expected.map((one) => one.replace('.ndjson:', '.ndjson.gz:')));
  });

  test('a line that is cut between chunks in the middle of a character is whole', async () => {
    const bytes = Buffer.from('{"id":"a","text":"é"}\n');
    const at = bytes.indexOf(0xc3) + 1;
    const found: LetterInput[] = [];
    const chunks = Readable.from([bytes.subarray(0, at), bytes.subarray(at)]);
    for await (const one of readLetters(['-'], chunks)) found.push(one);
    expect(found[0]?.source?.text).toBe('é');
  });
});

describe('standard input', () => {
  test.each<[string, string | Buffer, string]>([
    ['plain text', 'CLINICAL CASE SUMMARY', 'CLINICAL CASE SUMMARY'],
    ['a PDF', makePdf([['from a page']]), 'from a page\n'],
    ['records', '{"id":"a","text":"from a record"}', 'from a record'],
    ['packed records', gzipSync('{"id":"a","text":"from a packed record"}'), 'from a packed record'],
  ])('is read as %s by its first bytes', async (_what, bytes, text) => {
    expect((await read(['-'], bytes))[0]?.source?.text).toBe(text);
  });

  test('when it is empty that is a problem', async () => {
    const [input] = await read(['-']);
    expect(input).toMatchObject({
      document: '<stdin>',
      source: null,
      problems: [{ code: 'empty-document' }],
    });
  });
});

describe('PDF', () => {
  const header = 'IMR Case Number: CM15-0000001';
  const pages = [
    [header, 'CLINICAL CASE SUMMARY', 'The worker has', 'Page 1 of 3'],
    [header, 'low back', 'pain', 'for a year', 'Page 2 of 3'],
    [header, 'and (some) numbness.', null, 'Next part', 'Page 3 of 3'],
  ];

  test('headers stay once, footers go, lines keep their order', async () => {
    put({ 'a.pdf': makePdf(pages) });
    const [input] = await read(['a.pdf']);
    expect(input?.source?.text).toBe(
      `${header}\nCLINICAL CASE SUMMARY\nThe worker has\nlow back\npain\nfor a year\nand (some) numbness.\n\nNext part\n`,
    );
  });

  test('a place says the page and the line on it', async () => {
    put({ 'a.pdf': makePdf(pages) });
    const [input] = await read(['a.pdf']);
    const source = input?.source;
    expect(source?.point(source.text.indexOf('numbness'))).toEqual({ line: 1, column: 12, page: 3 });
  });
});
