import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CleanView } from '../../src/text/clean-view.js';
import { decodeDocument, MAX_DOCUMENT_BYTES, textDocument } from '../../src/text/decode.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (bytes: Uint8Array): string[] =>
  decodeDocument('t', bytes).problems.map((problem) => problem.code);
const textOf = (bytes: Uint8Array): string | undefined => decodeDocument('t', bytes).source?.text;

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !isBigEndian);
  return bytes;
}

describe('encodings', () => {
  it('reads UTF-8', () => {
    expect(textOf(utf8('Ménière “x” 😀'))).toBe('Ménière “x” 😀');
  });

  it('keeps a byte order mark, so that offsets count the whole file, and does not show it', () => {
    const { source, problems } = decodeDocument('t', new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x62]));
    expect(source?.text).toBe('\uFEFFab');
    expect(problems).toEqual([]);
    expect(source && CleanView.of(source).text).toBe('ab');
  });

  it.each([false, true])('reads UTF-16 with a byte order mark, big endian %s', (isBigEndian) => {
    const bytes = utf16('\uFEFFLetter “x”', isBigEndian);
    expect(textOf(bytes)).toBe('\uFEFFLetter “x”');
    expect(codes(bytes)).toEqual([]);
  });

  it('warns of a lone surrogate in UTF-16', () => {
    expect(codes(utf16('\uFEFFa\uD800b', false))).toEqual(['invalid-encoding']);
  });

  it('reads Windows-1252 without a warning', () => {
    const bytes = new Uint8Array([0x93, 0x64, 0x6f, 0x6e, 0x92, 0x74, 0x94, 0x20, 0x80, 0xe9]);
    expect(textOf(bytes)).toBe('“don’t” €é');
    expect(codes(bytes)).toEqual([]);
  });

  it('warns of a byte that Windows-1252 does not have, where it stands', () => {
    const { source, problems } = decodeDocument('t', new Uint8Array([0x61, 0xe9, 0x81, 0x62]));
    expect(source?.text).toBe('aé\uFFFDb');
    expect(problems).toEqual([
      {
        code: 'invalid-encoding',
        span: { start: 2, end: 3 },
        message: 'a byte is neither UTF-8 nor Windows-1252',
        help: 'save the document as UTF-8',
      },
    ]);
  });

  it('warns of a document in two encodings and reads both', () => {
    const bytes = new Uint8Array([...utf8('“a” '), 0x92, ...utf8(' 😀')]);
    expect(textOf(bytes)).toBe('“a” ’ 😀');
    expect(decodeDocument('t', bytes).problems[0]).toMatchObject({
      code: 'invalid-encoding',
      span: { start: 4, end: 5 },
    });
  });

  it.each([
    [[0xc0, 0x80]],
    [[0xe0, 0x80, 0x80]],
    [[0xed, 0xa0, 0x80]],
    [[0xf4, 0x90, 0x80, 0x80]],
    [[0xf5, 0x80, 0x80, 0x80]],
    [[0xe2, 0x82]],
    [[0xff]],
  ])('does not take %j for a UTF-8 sequence', (bytes) => {
    const { source } = decodeDocument('t', new Uint8Array([0x61, ...bytes, 0x61]));
    expect(source?.text).toHaveLength(bytes.length + 2);
  });
});

describe('what is no document', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty-document', 'the document has no text'],
    ['white space', utf8(' \n\t\f '), 'empty-document', 'the document has no text'],
    ['a byte order mark alone', utf8('\uFEFF'), 'empty-document', 'the document has no text'],
    [
      'a UTF-16 byte order mark alone',
      new Uint8Array([0xff, 0xfe]),
      'empty-document',
      'the document has no text',
    ],
    ['NUL bytes', utf8('a\0b'), 'binary-document', 'the document holds NUL bytes, so it is not text'],
    [
      'NULs in UTF-16',
      utf16('\uFEFFa\0', false),
      'binary-document',
      'the document holds NUL bytes, so it is not text',
    ],
    ['a PDF', utf8('%PDF-1.4\n…'), 'binary-document', 'the document is a PDF under another name'],
    [
      'a PDF after a line end',
      utf8('\r\n%PDF-1.4'),
      'binary-document',
      'the document is a PDF under another name',
    ],
    [
      'a Word file',
      utf8('PK\x03\x04rest'),
      'binary-document',
      'the document is a ZIP or Word file under another name',
    ],
    [
      'an old Word file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      'binary-document',
      'the document is an old Word file under another name',
    ],
    ['an RTF file', utf8('{\\rtf1 x}'), 'binary-document', 'the document is an RTF file under another name'],
    [
      'a gzip file',
      new Uint8Array([0x1f, 0x8b, 8]),
      'binary-document',
      'the document is a gzip file under another name',
    ],
    [
      'control characters',
      utf8('\x01\x02\x03abc'),
      'binary-document',
      'the document is mostly control characters, so it is not text',
    ],
  ])('refuses %s', (_, bytes, code, message) => {
    const { source, problems } = decodeDocument('t', bytes);
    expect(source).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, span: null, message });
  });

  it('says how to read a PDF', () => {
    expect(decodeDocument('t', utf8('%PDF-1.7')).problems[0]?.help).toBe('rename it to end in `.pdf`');
  });

  it('does not mind a PDF signature inside the text', () => {
    expect(codes(utf8('see %PDF-1.4'))).toEqual([]);
  });

  it('refuses what is larger than any letter', () => {
    const { source, problems } = decodeDocument('t', new Uint8Array(50 * 1024 * 1024).fill(97));
    expect(source).toBeNull();
    expect(problems[0]).toMatchObject({
      code: 'too-large',
      message: 'the document has 50 MB, more than the 1 MB that any letter needs',
    });
  });

  it('reads the largest document on one line', () => {
    const bytes = new Uint8Array(MAX_DOCUMENT_BYTES).fill(97);
    expect(decodeDocument('t', bytes).source?.point(MAX_DOCUMENT_BYTES).line).toBe(1);
  });

  it('holds texts at hand to the same limits', () => {
    expect(textDocument('t', ' ').problems[0]?.code).toBe('empty-document');
    expect(textDocument('t', 'a\0').problems[0]?.code).toBe('binary-document');
    expect(textDocument('t', 'a').source?.name).toBe('t');
  });
});

describe('properties', () => {
  it('text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textOf(utf8(`Letter ${text}`))).toBe(`Letter ${text}`);
      }),
    );
  });

  it('any bytes give a text or a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { source, problems } = decodeDocument('t', bytes);
        expect(source !== null || problems.length > 0).toBe(true);
      }),
    );
  });
});
