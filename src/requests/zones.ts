/**
 * Parts a request line among its services: each gets one range of units, all that is said of it.
 * `MRI lumbar spine and right L4-5 and L5-S1 block` is parted at the first `and`: the second joins two levels.
 * Not here: what the words of a zone mean (see `sites.ts`, `amounts.ts`).
 */
import { UnitKind, type UnitRange } from '../language/unit.js';
import { type ServiceMention, UNKNOWN } from './mentions.js';
import type { RequestLine, Separator, SeparatorKind } from './read-line.js';

/** The part of a line that is about one mention; zones are in order and never overlap. */
export interface Zone extends UnitRange {
  readonly mention: ServiceMention;
  /** What stands between this zone and the one before; `none` for nothing, and for the first. */
  readonly join: SeparatorKind | 'none';
}

/** Words with no meaning of their own that may stand before the next item of a list: `the`, `left`. */
const LONGEST_STEP = 2;

/** All of a line that names nothing known, as one service of the unknown family. */
export function wholeLine(line: RequestLine): Zone {
  const all = { from: 0, to: line.units.length };
  return { ...all, mention: { ...all, entry: UNKNOWN, codeRegion: null, served: null }, join: 'none' };
}

/** Zones in the order of the mentions. */
export function divideLine(line: RequestLine, mentions: readonly ServiceMention[]): Zone[] {
  const ends = new Map<number, string>();
  const starts = new Map<number, string>();
  for (const [kind, matches] of [
    ['region', line.regions],
    ['side', line.sides],
  ] as const) {
    for (const { from, to } of matches) {
      starts.set(from, kind);
      ends.set(to, kind);
    }
  }
  line.units.forEach((unit, i) => {
    if (unit.kind !== UnitKind.Level) return;
    starts.set(i, 'level');
    ends.set(i + 1, 'level');
  });
  const items: Items = { starts, ends };
  const zones: Zone[] = [];
  let from = 0;
  let join: Zone['join'] = 'none';
  let separator = 0;
  mentions.forEach((mention, i) => {
    const next = mentions[i + 1];
    if (!next) {
      zones.push({ from, to: line.units.length, mention, join });
      return;
    }
    while ((line.separators[separator]?.from ?? Infinity) < mention.to) separator++;
    const between: Separator[] = [];
    for (let k = separator; (line.separators[k]?.to ?? Infinity) <= next.from; k++)
      between.push(line.separators[k] as Separator);
    const cut = chooseSeparator(line, between, items);
    const start = cut ? cut.to : startOfPrefix(line, { from, to: mention.from }, mention, next, items);
    zones.push({ from, to: cut ? cut.from : start, mention, join });
    from = start;
    join = cut?.kind ?? 'none';
  });
  return zones;
}

interface Items {
  readonly starts: ReadonlyMap<number, string>;
  readonly ends: ReadonlyMap<number, string>;
}

/** The separator at which one service ends and the next begins; null if there is none. */
function chooseSeparator(line: RequestLine, between: readonly Separator[], items: Items): Separator | null {
  const end = between.findLast((separator) => separator.kind === 'end');
  return (
    end ??
    between.findLast((separator) => !joinsItems(line, separator, items)) ??
    between[between.length - 1] ??
    null
  );
}

/** True if a separator only parts two regions, two sides or two levels. */
function joinsItems(line: RequestLine, { from, to }: UnitRange, items: Items): boolean {
  const before = items.ends.get(from);
  if (before === undefined) return false;
  for (let i = to; i <= to + LONGEST_STEP; i++) {
    const after = items.starts.get(i);
    if (after !== undefined) return after === before;
    if (line.cueEnd('small', i) === 0) return false;
  }
  return false;
}

/**
 * Where the words before the next mention begin that are its own, no separator parting them: with services named
 * the way of `lumbar MRI cervical MRI`, at the region; else only at the mention.
 */
function startOfPrefix(
  line: RequestLine,
  ahead: UnitRange,
  mention: ServiceMention,
  next: ServiceMention,
  items: Items,
): number {
  let hasPrefix = false;
  for (let i = ahead.from; i < ahead.to; i++) hasPrefix ||= items.starts.has(i);
  if (!hasPrefix) return next.from;
  let start = next.from;
  while (start > mention.to && (line.isKnown[start - 1] || line.units[start - 1]?.kind === UnitKind.Level)) {
    start--;
    if (line.cueEnd('purpose', start) > 0 || line.cueEnd('count-before', start) > 0) return next.from;
  }
  return start;
}
