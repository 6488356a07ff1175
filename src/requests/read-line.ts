/**
 * A request line as units and everything the lexicon knows in them, each kind of match where it can be asked for.
 * In: a clean view. Out: a `RequestLine`. One pass; later steps only look up.
 * Not here: which words name services that are asked for (see `mentions.ts`).
 */

import type { PhraseMatch } from '../language/phrase-index.js';
import { type Unit, UnitKind, type UnitRange } from '../language/unit.js';
import { readUnits } from '../language/units.js';
import type { CleanView } from '../text/clean-view.js';
import type { LineCue } from '../vocabulary/lexicon-terms.js';
import type { AttributeEntry, CompiledServices, LineEntry, NamingEntry } from './compiled-services.js';

/** A phrase of the lexicon on a line, with its range of units. */
export type Match<T extends LineEntry> = PhraseMatch<T>;

/** Words that name a service. */
export type NamingMatch = Match<NamingEntry>;

/** A match of one kind of attribute. */
export type MatchOf<K extends AttributeEntry['type']> = Match<Extract<AttributeEntry, { type: K }>>;

/** How strongly a separator parts what stands around it. */
export type SeparatorKind = 'and' | 'list' | 'end';

/** One or more separators in a row, as strong as the strongest of them. */
export interface Separator extends UnitRange {
  readonly kind: SeparatorKind;
}

/** A line read once; every list is in the order of the line. */
export interface RequestLine {
  readonly view: CleanView;
  readonly units: readonly Unit[];
  readonly namings: readonly NamingMatch[];
  readonly regions: readonly MatchOf<'region'>[];
  readonly sides: readonly MatchOf<'side'>[];
  readonly qualifiers: readonly MatchOf<'qualifier'>[];
  /** Words for measures by the unit at which they begin; so with `frequencyAt`. */
  readonly unitAt: ReadonlyMap<number, MatchOf<'unit'>>;
  readonly frequencyAt: ReadonlyMap<number, MatchOf<'frequency'>>;
  readonly separators: readonly Separator[];
  /** True for units that some match of the lexicon covers. */
  readonly isKnown: readonly boolean[];
  /** True for units inside a naming, or a qualifier that is no number: `3-D reconstruction`. */
  readonly isNamed: readonly boolean[];
  /** The end of a cue that begins at a unit, or 0. */
  cueEnd(cue: LineCue, at: number): number;
}

/** Cues that part services or begin what they are for. */
const PARTING: ReadonlySet<LineCue> = new Set(['and', 'list', 'end', 'purpose']);

const STRENGTH: Readonly<Record<SeparatorKind, number>> = { and: 0, list: 1, end: 2 };

/** The words of a request line that mean something, by where they stand. */
export function readLine(view: CleanView, lexicon: CompiledServices): RequestLine {
  const units = readUnits(view.text, lexicon.units);
  const matches = lexicon.index.match(units);
  const of = <K extends AttributeEntry['type']>(type: K): MatchOf<K>[] =>
    matches.filter((match): match is MatchOf<K> => match.entry.type === type);
  const cues = of('cue');
  const qualifiers = outside(of('qualifier'), of('qualifier'), units.length);
  // Which operation it is, the very words for it and its place say: `left ankle ORIF`.
  const apart = qualifiers.filter(({ entry }) => !lexicon.qualifierOf.has(entry.name));
  const neutral = cues.filter((match) => match.entry.value === 'neutral');
  const namings = outside(
    matches.filter((match): match is NamingMatch => match.entry.type === 'naming'),
    [...apart, ...neutral],
    units.length,
  );
  const regions = outside(of('region'), [...apart, ...neutral], units.length);
  // A cue inside a longer phrase is none: the `x` of `x-ray`, the `and` of `with and without contrast`.
  const isPart = ({ entry }: MatchOf<'cue'>): boolean => PARTING.has(entry.value);
  const wordings = [...namings, ...of('frequency'), ...neutral];
  const purposes = cues.filter(({ entry }) => entry.value === 'purpose');
  const kept = [
    ...outside(cues.filter(isPart), [...wordings, ...qualifiers, ...regions, ...purposes], units.length),
    ...outside(
      cues.filter((cue) => !isPart(cue)),
      wordings,
      units.length,
    ),
  ];
  const starts = new Map<LineCue, Map<number, number>>();
  for (const { entry, from, to } of kept) {
    const ends = starts.get(entry.value) ?? new Map<number, number>();
    starts.set(entry.value, ends.set(from, to));
  }
  const isKnown = covered(matches, units.length);
  const isNamed = covered(
    [...namings, ...qualifiers.filter(({ entry }) => entry.value !== null)],
    units.length,
  );
  return {
    view,
    units,
    namings,
    regions,
    sides: outside(of('side'), [...regions, ...of('frequency'), ...neutral], units.length).filter(
      (side) => !isLetterOf(side, isNamed, units),
    ),
    qualifiers,
    unitAt: new Map(of('unit').map((match) => [match.from, match])),
    frequencyAt: new Map(of('frequency').map((match) => [match.from, match])),
    separators: separatorsOf(units, kept),
    isKnown,
    isNamed,
    cueEnd: (cue, at) => starts.get(cue)?.get(at) ?? 0,
  };
}

/** The matches that do not lie inside a longer one of the others. */
function outside<M extends UnitRange>(
  matches: readonly M[],
  others: readonly UnitRange[],
  length: number,
): M[] {
  const endOver = new Int32Array(length + 1);
  const longest = new Int32Array(length + 1);
  for (const { from, to } of others) {
    for (let i = from; i < to; i++) {
      if (to - from <= (longest[i] as number)) continue;
      longest[i] = to - from;
      endOver[i] = to;
    }
  }
  return matches.filter(
    ({ from, to }) => !((longest[from] as number) > to - from && to <= (endOver[from] as number)),
  );
}

/** The `b` of `vitamin b 12`, the `L` of a procedure code: no side. */
function isLetterOf({ from, to }: UnitRange, isNamed: readonly boolean[], units: readonly Unit[]): boolean {
  return isNamed[from] === true && to === from + 1 && units[from]?.word.length === 1;
}

function covered(matches: readonly UnitRange[], length: number): boolean[] {
  const known = new Array<boolean>(length).fill(false);
  for (const { from, to } of matches) known.fill(true, from, to);
  return known;
}

/** Separators in order; neighbours are joined. A full stop that ends a sentence parts like a comma. */
function separatorsOf(units: readonly Unit[], cues: readonly MatchOf<'cue'>[]): Separator[] {
  const found: Separator[] = [];
  const add = (from: number, to: number, kind: SeparatorKind): void => {
    const last = found[found.length - 1];
    if (last?.to !== from) found.push({ from, to, kind });
    else
      found[found.length - 1] = {
        from: last.from,
        to,
        kind: STRENGTH[kind] > STRENGTH[last.kind] ? kind : last.kind,
      };
  };
  const kinds = new Map<number, MatchOf<'cue'>>();
  for (const cue of cues)
    if (cue.entry.value === 'and' || cue.entry.value === 'list' || cue.entry.value === 'end')
      kinds.set(cue.from, cue);
  for (let i = 0; i < units.length; i++) {
    const cue = kinds.get(i);
    if (cue) add(i, cue.to, cue.entry.value as SeparatorKind);
    else if (units[i]?.kind === UnitKind.Break) add(i, i + 1, 'end');
  }
  return found;
}
