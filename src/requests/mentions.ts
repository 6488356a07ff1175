/**
 * The places of a request line that name a service which is asked for.
 * Left out are words that only say more about a service named before: a second name (`nerve conduction velocity
 * (NCV)`), a procedure code beside words, or what the service is for (`clearance for a fusion`).
 * Words that look like a service but are none of the lexicon become a mention of the unknown family.
 * Not here: what else the line says of each service (see `zones.ts`).
 */
import { UnitKind, type UnitRange } from '../language/unit.js';
import { UNKNOWN_FAMILY } from '../vocabulary/service.js';
import type { CompiledServices, NamingEntry } from './compiled-services.js';
import type { NamingMatch, RequestLine, Separator } from './read-line.js';

/** Words that ask for a service; the range is that of the words. */
export interface ServiceMention extends UnitRange {
  readonly entry: NamingEntry;
  /** Region of a procedure code that stands beside the words. */
  readonly codeRegion: string | null;
  /** The words for what this service is for: another service. */
  readonly served: NamingEntry | null;
}

/** The entry of words that name a service which is not in the lexicon. */
export const UNKNOWN: NamingEntry = {
  type: 'naming',
  families: [UNKNOWN_FAMILY],
  byRegion: null,
  region: null,
  isCode: false,
  givesWay: false,
  says: {},
  drug: null,
};

type Draft = { -readonly [K in keyof ServiceMention]: ServiceMention[K] };

/** Mentions in the order of the line; they never overlap. */
export function findMentions(line: RequestLine, lexicon: CompiledServices): ServiceMention[] {
  const kept: Draft[] = [];
  const worded = new Set(
    line.namings.filter(({ entry }) => !entry.isCode).flatMap(({ entry }) => entry.families),
  );
  let previous: NamingMatch | null = null;
  let isContext = false;
  let nextSeparator = 0;
  for (const naming of line.namings) {
    const last = kept[kept.length - 1];
    while ((line.separators[nextSeparator]?.to ?? Infinity) <= (previous?.to ?? 0)) nextSeparator++;
    const between = separatorsUpTo(line.separators, nextSeparator, naming.from);
    if (last && previous) {
      isContext = isServed(line, previous, naming, between, isContext, lexicon);
      if (isContext) last.served ??= naming.entry;
      if (isContext || isSecondName(last, previous, naming, between, worded)) {
        previous = naming;
        continue;
      }
    }
    previous = naming;
    kept.push({ from: naming.from, to: naming.to, entry: naming.entry, codeRegion: null, served: null });
  }
  if (kept.length === 0) return [];
  return [...kept, ...unknownMentions(line)].sort((a, b) => a.from - b.from);
}

function separatorsUpTo(separators: readonly Separator[], from: number, end: number): readonly Separator[] {
  let to = from;
  while ((separators[to]?.to ?? Infinity) <= end) to++;
  return separators.slice(from, to);
}

/** True if a naming says what the service before it is for, or goes on with a list of such things. */
function isServed(
  line: RequestLine,
  previous: NamingMatch,
  naming: NamingMatch,
  between: readonly Separator[],
  wasServed: boolean,
  lexicon: CompiledServices,
): boolean {
  if (
    wasServed &&
    between.every((separator) => separator.kind !== 'end') &&
    groupOf(previous, lexicon) === groupOf(naming, lexicon)
  )
    return true;
  const after = Math.max(previous.to, between[between.length - 1]?.to ?? 0);
  for (let i = after; i < naming.from; i++) if (line.cueEnd('purpose', i) > 0) return true;
  return false;
}

function groupOf({ entry }: NamingMatch, lexicon: CompiledServices): string {
  const [family] = [...(entry.byRegion?.values() ?? []), ...entry.families];
  return lexicon.families.get(family ?? '')?.group ?? UNKNOWN_FAMILY;
}

/** True for another name of the service just named; the better one of the two stays. */
function isSecondName(
  last: Draft,
  previous: NamingMatch,
  naming: NamingMatch,
  between: readonly Separator[],
  worded: ReadonlySet<string>,
): boolean {
  if (naming.entry.isCode && !last.entry.isCode) {
    const isOwn =
      between.some((separator) => separator.kind !== 'list') &&
      !naming.entry.families.some((family) => worded.has(family));
    if (!isOwn && naming.entry.families.some((family) => last.entry.families.includes(family)))
      last.codeRegion ??= naming.entry.region;
    return !isOwn;
  }
  if (last.entry.isCode ? between.some(({ kind }) => kind !== 'list') : between.length > 0) return false;
  if (previous.from !== last.from) return false;
  const families = (entry: NamingEntry): readonly string[] => [
    ...entry.families,
    ...(entry.byRegion?.values() ?? []),
  ];
  const isSame =
    last.entry.drug && naming.entry.drug
      ? last.entry.drug.name === naming.entry.drug.name
      : naming.entry.families.some((family) => families(last.entry).includes(family)) ||
        last.entry.families.some((family) => families(naming.entry).includes(family));
  if (
    isSame &&
    ((last.entry.byRegion && !naming.entry.byRegion) ||
      (!last.entry.drug && naming.entry.drug) ||
      last.entry.isCode)
  )
    last.entry = naming.entry;
  return isSame;
}

// ---- unknown services

const LONGEST_NAME = 4;

/** Parts of the line, between separators, that name no known service but end in a word for one, or in a dose. */
function* unknownMentions(line: RequestLine): Generator<ServiceMention> {
  let from = 0;
  for (const { from: end, to: next } of [
    ...line.separators,
    { from: line.units.length, to: line.units.length },
  ]) {
    const name = unknownName(line, { from, to: end });
    if (name) yield { ...name, entry: UNKNOWN, codeRegion: null, served: null };
    from = next;
  }
}

function unknownName(line: RequestLine, part: UnitRange): UnitRange | null {
  for (let i = part.from; i < part.to; i++) if (line.isNamed[i] || line.cueEnd('purpose', i) > 0) return null;
  for (let i = part.from + 1; i < part.to; i++) {
    const end = line.cueEnd('service-head', i) || (isDose(line, i) ? i : 0);
    if (end === 0 || !isNewWord(line, i - 1)) continue;
    let from = i - 1;
    while (from > part.from && i - from < LONGEST_NAME && isNewWord(line, from - 1)) from--;
    return { from, to: end };
  }
  return null;
}

/** A word that nothing in the lexicon knows. */
function isNewWord(line: RequestLine, at: number): boolean {
  const unit = line.units[at];
  return unit?.kind === UnitKind.Word && unit.word.length > 2 && !line.isKnown[at];
}

function isDose(line: RequestLine, at: number): boolean {
  const kind = line.units[at]?.kind;
  return (
    (kind === UnitKind.Number || kind === UnitKind.Ratio) &&
    (line.cueEnd('milligrams', at + 1) > 0 || line.cueEnd('strength', at + 1) > 0)
  );
}
