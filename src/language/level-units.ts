/**
 * Codes of one letter and a number: spinal levels `L4-5`, `L4-L5`, `L5/S1`, `L3-S1`, and others such as `x6`.
 * Pairs of neighbours stay one level, wider ranges are spelled out. Each reader is one of those of `UnitReading`.
 */
import { TokenKind } from './tokens.js';
import { type UnitData, UnitKind, type UnitReading } from './unit.js';

/** A level or a range of levels; a code that is none, such as `x6`, is the word `x` and the number 6. */
export function readCode(reading: UnitReading, at: number): number {
  if (reading.tokens.kind(at) !== TokenKind.Code) return at;
  const level = levelIndex(reading, at);
  if (level !== null) return readLevels(reading, at, level);
  const root = lowestRoot(reading, at);
  return root === null ? readOtherCode(reading, at) : readRoot(reading, at, root);
}

/** `C8`, `C8-T1`: the root below the last vertebra of a column, alone or with the level after it. */
function readRoot(reading: UnitReading, at: number, root: string): number {
  const { tokens, data } = reading;
  const joiner = tokens.mark(at + 1);
  const next = joiner === '-' || joiner === '/' ? levelIndex(reading, at + 2) : null;
  if (next === null) return reading.add(UnitKind.Level, at, at + 1, { levels: [root] });
  return reading.add(UnitKind.Level, at, at + 3, { levels: [root, levelName(next, data.columns)] });
}

function readOtherCode(reading: UnitReading, at: number): number {
  const code = reading.tokens.written(at);
  const start = reading.tokens.start(at);
  const letter = code.slice(0, 1);
  reading.addAt(UnitKind.Word, start, start + 1, { word: letter.toLowerCase(), written: letter });
  reading.addAt(UnitKind.Number, start + 1, start + code.length, { value: Number(code.slice(1)) });
  return at + 1;
}

function readLevels(reading: UnitReading, at: number, first: number): number {
  const { tokens, data } = reading;
  const levels: string[] = [];
  let from = first;
  let next = at + 1;
  for (;;) {
    const far = throughTo(reading, next);
    if (far !== null && far.level > from) {
      for (let k = from; k < far.level; k++) levels.push(pairName(k, data.columns));
      from = far.level;
      next = far.next;
      continue;
    }
    const joiner = tokens.mark(next);
    // `anterolisthesis of L4 on L5`: of two neighbours it is the level between them.
    const isSpelled =
      reading.plays(next, 'through-level') ||
      (reading.plays(next, 'on-level') && levelIndex(reading, next + 1) === from + 1);
    if (joiner !== '-' && joiner !== '/' && !isSpelled) break;
    const to = levelIndex(reading, next + 1) ?? (isSpelled ? null : bareLevel(reading, next + 1, from));
    const root = to === null ? lowestRoot(reading, next + 1) : null;
    if (root !== null) {
      const last = endOfColumn(root, data.columns);
      for (let k = from; k < last; k++) levels.push(pairName(k, data.columns));
      levels.push(...(from === last ? [levelName(last, data.columns), root] : [root]));
      next += 2;
      break;
    }
    if (to === null || to <= from) break;
    for (let k = from; k < to; k++) levels.push(pairName(k, data.columns));
    from = to;
    next += 2;
  }
  if (levels.length === 0) levels.push(levelName(first, data.columns));
  return reading.add(UnitKind.Level, at, next, { levels });
}

/** How many words may stand on either side of the one that leads on: `all the way down to`. */
const MOST_BESIDE = 5;

/** `L3 all the way down to L5`, `L4 to the sacrum`: the level that words lead on to, and the token after it; else null. */
function throughTo(
  reading: UnitReading,
  at: number,
): { readonly level: number; readonly next: number } | null {
  const { columns } = reading.data;
  const skip = (from: number): number => {
    let to = from;
    while (to - from < MOST_BESIDE && reading.plays(to, 'beside-through-level')) to++;
    return to;
  };
  const through = skip(at);
  if (!reading.plays(through, 'through-level')) return null;
  const end = skip(through + 1);
  const isEnd = reading.plays(end, 'end-of-spine');
  const level = isEnd ? firstOfLast(columns) : through === at ? null : levelIndex(reading, end);
  return level === null ? null : { level, next: end + 1 };
}

/** Position of the first vertebra of the lowest column. */
const firstOfLast = (columns: UnitData['columns']): number =>
  columns.slice(0, -1).reduce((sum, { count }) => sum + count, 0);

/** Position in the column of a code, counted from its top over all its letters; null if it is no level. */
function levelIndex({ tokens, data }: UnitReading, at: number): number | null {
  if (tokens.kind(at) !== TokenKind.Code) return null;
  const code = tokens.written(at);
  const letter = code.slice(0, 1).toUpperCase();
  let offset = 0;
  for (const column of data.columns) {
    if (column.letter === letter) return indexIn(column.count, offset, Number(code.slice(1)));
    offset += column.count;
  }
  return null;
}

/** The root of a code that is named one below the last vertebra of its column, `C8`; null if it is none. */
function lowestRoot({ tokens, data }: UnitReading, at: number): string | null {
  if (tokens.kind(at) !== TokenKind.Code) return null;
  const code = tokens.written(at).toUpperCase();
  const isRoot = data.columns.some(
    ({ letter, count, roots }) => roots === count + 1 && code === `${letter}${roots}`,
  );
  return isRoot ? code : null;
}

/** Position of the last vertebra above a root such as `C8`. */
function endOfColumn(root: string, columns: UnitData['columns']): number {
  let offset = 0;
  for (const { letter, count } of columns) {
    if (root.startsWith(letter)) return offset + count - 1;
    offset += count;
  }
  return offset - 1;
}

/** The `5` of `L4-5`: a plain number in the column of the level before it. */
function bareLevel({ tokens, data }: UnitReading, at: number, from: number): number | null {
  const figure = tokens.width(at) <= 2 ? tokens.number(at) : null;
  if (figure === null) return null;
  let offset = 0;
  for (const { count } of data.columns) {
    if (from < offset + count) return indexIn(count, offset, figure);
    offset += count;
  }
  return null;
}

const indexIn = (count: number, offset: number, n: number): number | null =>
  n >= 1 && n <= count ? offset + n - 1 : null;

/** All levels that there are, from the top: `C1`, `C2`, …, then the pairs of neighbours, `C1-2`, …, `C7-T1`, and `C8`. */
export function levelNames(columns: UnitData['columns']): readonly string[] {
  const count = columns.reduce((sum, column) => sum + column.count, 0);
  const indices = Array.from({ length: count }, (_, index) => index);
  return [
    ...indices.map((index) => levelName(index, columns)),
    ...indices.slice(1).map((index) => pairName(index - 1, columns)),
    ...columns.flatMap(({ letter, count, roots }) => (roots === count + 1 ? [`${letter}${roots}`] : [])),
  ];
}

function levelName(index: number, columns: UnitData['columns']): string {
  let rest = index;
  for (const column of columns) {
    if (rest < column.count) return `${column.letter}${rest + 1}`;
    rest -= column.count;
  }
  return '';
}

function pairName(index: number, columns: UnitData['columns']): string {
  const upper = levelName(index, columns);
  const lower = levelName(index + 1, columns);
  return upper[0] === lower[0] ? `${upper}-${lower.slice(1)}` : `${upper}-${lower}`;
}
