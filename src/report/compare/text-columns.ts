/**
 * Rows of cells as lines: columns as wide as their widest cell, the last one wrapped to what is left.
 */
import { plainWords, wrap } from '../wrap.js';

const GAP = 2;
const INDENT = 2;
const NARROWEST_LAST = 16;

/** @param isNumber by column: set to the right */
export function columns(
  rows: readonly (readonly string[])[],
  isNumber: readonly boolean[],
  width: number,
): readonly string[] {
  const cells = rows.map((row) =>
    row.map((cell) => (cell.startsWith('  ') ? `  ${plainWords(cell)}` : plainWords(cell))),
  );
  const last = isNumber.length - 1;
  const widths = isNumber.map((_, column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)));
  const before = widths.slice(0, last).reduce((sum, one) => sum + one + GAP, INDENT);
  const room = Math.max(NARROWEST_LAST, width - before);
  return cells.flatMap((row) => {
    const head = row
      .slice(0, last)
      .map((cell, column) => set(cell, widths[column] ?? 0, isNumber[column] ?? false) + ' '.repeat(GAP))
      .join('');
    const tail = row[last] ?? '';
    if (isNumber[last])
      return [`${' '.repeat(INDENT)}${head}${set(tail, widths[last] ?? 0, true)}`.trimEnd()];
    const lines = wrap(tail, room);
    return lines.map((line, i) =>
      `${' '.repeat(INDENT)}${i === 0 ? head : ' '.repeat(head.length)}${line}`.trimEnd(),
    );
  });
}

function set(cell: string, width: number, isNumber: boolean): string {
  return isNumber ? cell.padStart(width) : cell.padEnd(width);
}
