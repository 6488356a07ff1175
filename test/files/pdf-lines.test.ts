import { describe, expect, test } from 'vitest';
import { type PdfPiece, pagedText } from '../../src/files/pdf-lines.js';

const piece = (text: string, x: number, y: number, width = text.length * 6): PdfPiece => ({
  text,
  x,
  y,
  width,
  height: 12,
});

describe('lines of a page', () => {
  test('pieces at one height are one line, from left to right, whatever their order in the file', () => {
    const { text } = pagedText([
      [piece('Decision', 60, 700), piece('below', 0, 686), piece('Date of', 0, 701)],
    ]);
    expect(text).toBe('Date of Decision\nbelow\n');
  });

  test('pieces that touch are one word', () => {
    expect(pagedText([[piece('lum', 0, 700, 18), piece('bar', 18.5, 700)]]).text).toBe('lumbar\n');
  });

  test('a wide gap between lines is an empty line', () => {
    expect(pagedText([[piece('a', 0, 700), piece('b', 0, 686), piece('c', 0, 650)]]).text).toBe(
      'a\nb\n\nc\n',
    );
  });

  test('a page without text begins where the next one does', () => {
    expect(pagedText([[piece('a', 0, 700)], [], [piece('b', 0, 700)]])).toEqual({
      text: 'a\nb\n',
      pageStarts: [0, 2, 2],
    });
  });

  test('a line that two of five pages begin with is no header', () => {
    const page = (...lines: readonly string[]): PdfPiece[] =>
      lines.map((line, i) => piece(line, 0, 700 - 14 * i));
    const pages = [page('same', 'a'), page('same', 'b'), page('c'), page('d'), page('e')];
    expect(pagedText(pages).text).toBe('same\na\nsame\nb\nc\nd\ne\n');
  });
});
