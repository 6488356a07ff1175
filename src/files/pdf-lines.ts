/**
 * Pieces of text on the pages of a PDF -> its lines in reading order, and where each page begins.
 * Pieces of one height on the page make a line; a wide gap between lines becomes an empty one. Headers and footers
 * that pages repeat are left out after their first page, since they would stand inside sentences.
 * Not here: reading the PDF (`read-pdf.ts`).
 */

/** A piece of text; `x` and `y` of its left end in points, `y` from the bottom of the page. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** The pages of a PDF as one text. */
export interface PagedText {
  readonly text: string;
  /** Offset at which each page begins. */
  readonly pageStarts: readonly number[];
}

/** Headers and footers stand in so many lines at the top and bottom of a page. */
const EDGE_LINES = 3;
/** Gap between two pieces of a line, in parts of their height, from which they are separate words. */
const WORD_GAP = 0.15;
/** Distance of two lines, in parts of their height, from which an empty line lies between. */
const PARAGRAPH_GAP = 1.7;

/** The text of pages of pieces, and where each page begins in it. */
export function pagedText(pages: readonly (readonly PdfPiece[])[]): PagedText {
  const lines = withoutRepeats(pages.map(linesOf));
  const pageStarts: number[] = [];
  let text = '';
  for (const page of lines) {
    pageStarts.push(text.length);
    text += page
      .map((line, i) => (hasGap(page[i - 1], line) ? `\n${line.text}\n` : `${line.text}\n`))
      .join('');
  }
  return { text, pageStarts };
}

function linesOf(pieces: readonly PdfPiece[]): readonly Line[] {
  const sorted = pieces.filter((piece) => piece.text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: PdfPiece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - piece.y < Math.max(first.height, piece.height) / 2) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(joinRow);
}

function joinRow(row: readonly PdfPiece[]): Line {
  let text = '';
  let end: number | null = null;
  for (const piece of [...row].sort((a, b) => a.x - b.x)) {
    if (end !== null && piece.x - end > WORD_GAP * piece.height && !/\s$/.test(text)) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  const height = Math.max(...row.map((piece) => piece.height));
  return { text: text.trim(), y: row[0]?.y ?? 0, height };
}

function hasGap(above: Line | undefined, line: Line): boolean {
  return above !== undefined && above.y - line.y > PARAGRAPH_GAP * Math.max(above.height, line.height);
}

function withoutRepeats(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.flatMap((line, i) => edgeKey(line, i, page.length) ?? []))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const isRepeated = (key: string): boolean => {
    const count = counts.get(key) ?? 0;
    return count >= 2 && count > pages.length / 2;
  };
  const kept = new Set<string>();
  return pages.map((page) =>
    page.filter((line, i) => {
      const key = edgeKey(line, i, page.length);
      if (key === null || !isRepeated(key)) return true;
      // The first header stays: it may be the only place that names the case.
      if (i >= EDGE_LINES || kept.has(key)) return false;
      kept.add(key);
      return true;
    }),
  );
}

/** The line without its numbers, so that `Page 2 of 5` is like `Page 3 of 5`; null away from the page's edges. */
function edgeKey(line: Line, index: number, count: number): string | null {
  if (index >= EDGE_LINES && index < count - EDGE_LINES) return null;
  return line.text.replace(/\d+/g, '#');
}
