/**
 * Which parts of the body a zone of a request line is about: regions, each with its side and spinal levels.
 * Regions in what a service is for (`due to leg pain`) count only where nothing else is said.
 * Not here: one service per region or side (see `build-services.ts`).
 */
import { UnitKind, type UnitRange } from '../language/unit.js';
import type { Laterality } from '../vocabulary/service.js';
import type { CompiledFamily } from './compiled-families.js';
import type { CompiledServices } from './compiled-services.js';
import type { MatchOf, RequestLine } from './read-line.js';
import type { Zone } from './zones.js';

/** A place that a service is for; null for what the line does not say. */
export interface Site {
  readonly region: string | null;
  readonly laterality: Laterality | null;
  readonly levels: readonly string[];
}

/** What matches of the line lie in a range. */
export interface ZoneMatches {
  readonly regions: readonly MatchOf<'region'>[];
  readonly sides: readonly MatchOf<'side'>[];
}

/**
 * The sites of a zone, in the order of the line.
 * @param habits of the family; null while the family still depends on the region
 * @returns one site at least; its region is null if the zone names none
 */
export function sitesOf(
  line: RequestLine,
  zone: Zone,
  matches: ZoneMatches,
  habits: CompiledFamily | null,
  lexicon: CompiledServices,
): Site[] {
  const core = coreOf(line, zone);
  const inCore = (match: UnitRange): boolean => match.from < core.to;
  const allowed = besideName(matches.regions, zone, habits).filter(
    ({ entry }) => !habits?.regions || habits.regions.has(habits.readsAs.get(entry.value) ?? entry.value),
  );
  const regions = allowed.some(inCore) ? allowed.filter(inCore) : allowed;
  const levels = levelsIn(line, core).length > 0 ? levelsIn(line, core) : levelsIn(line, zone);
  const isCoreSited = allowed.some(inCore) || matches.sides.some(inCore);
  const sides = isCoreSited ? matches.sides.filter(inCore) : matches.sides;
  const sited =
    regions.length > 0
      ? sitesOfRegions(line, regions, sides, habits)
      : sitesOfLevels(levels, joinSides(sides), lexicon);
  const plural = pluralSide(line, zone, lexicon);
  // `lumbar spine and hips`: the plural is not that of the spine.
  const isSpine = (region: string | null): boolean =>
    [...lexicon.regionOfColumn.values()].some((one) => one === region);
  return withLevels(sited, levels, lexicon).map((site) => ({
    ...site,
    laterality: site.laterality ?? (sited.length > 1 && isSpine(site.region) ? null : plural),
  }));
}

/** Of visits for treatment a region in their name, `hand therapy`, counts only where the line names no other. */
function besideName<M extends UnitRange>(
  regions: readonly M[],
  { mention }: Zone,
  habits: CompiledFamily | null,
): readonly M[] {
  if (habits?.sited !== 'ahead') return regions;
  const beside = regions.filter(({ from, to }) => from < mention.from || to > mention.to);
  return beside.length > 0 ? beside : regions;
}

/** The zone up to what the service is for. */
function coreOf(line: RequestLine, zone: Zone): UnitRange {
  for (let i = zone.mention.to; i < zone.to; i++)
    if (line.cueEnd('purpose', i) > 0) return { from: zone.from, to: i };
  return zone;
}

function levelsIn(line: RequestLine, { from, to }: UnitRange): string[] {
  const levels = new Set<string>();
  for (let i = from; i < to; i++) for (const level of line.units[i]?.levels ?? []) levels.add(level);
  return [...levels];
}

/** Each region with its side: the one before it, else the one after it, else that of the region before it in the list. */
function sitesOfRegions(
  line: RequestLine,
  regions: readonly MatchOf<'region'>[],
  sides: readonly MatchOf<'side'>[],
  habits: CompiledFamily | null,
): Site[] {
  const sited = new Map<string, Laterality | null>();
  let next = 0;
  let earlier: Laterality | null = null;
  let trailing: Laterality | null = null;
  regions.forEach((match, i) => {
    const own: MatchOf<'side'>[] = [];
    while ((sides[next]?.from ?? Infinity) < match.to) own.push(sides[next++] as MatchOf<'side'>);
    const following = regions[i + 1];
    if (own.length === 0 || following === undefined) {
      // A side after a region is its own unless it leads up to the next region: `knee, left ankle`.
      while (
        sides[next] &&
        (following === undefined || !leadsTo(line, sides[next] as UnitRange, following)) &&
        (sides[next]?.from ?? 0) < (following?.from ?? Infinity)
      )
        own.push(sides[next++] as MatchOf<'side'>);
    }
    const side = joinSides(own) ?? earlier;
    const region = habits?.readsAs.get(match.entry.value) ?? match.entry.value;
    sited.set(region, sited.has(region) ? joinLateralities(sited.get(region) ?? null, side) : side);
    earlier = side;
    if (own.length > 0 && (own[0]?.from ?? 0) >= match.to) trailing = side;
  });
  // A side said last of all is that of all: `knee and ankle, left`.
  return [...sited].map(([region, laterality]) => ({
    region,
    laterality: laterality ?? trailing,
    levels: [],
  }));
}

function leadsTo(line: RequestLine, side: UnitRange, region: UnitRange): boolean {
  for (let i = side.to; i < region.from; i++) if (line.cueEnd('small', i) === 0) return false;
  return true;
}

/** Without words for regions, the levels say them; one site for each part of the spine. */
function sitesOfLevels(
  levels: readonly string[],
  laterality: Laterality | null,
  lexicon: CompiledServices,
): Site[] {
  const regions = new Set(levels.map((level) => regionOfLevel(level, lexicon)));
  if (regions.size === 0) return [{ region: null, laterality, levels: [] }];
  return [...regions].map((region) => ({ region, laterality, levels: [] }));
}

/** Gives the levels to the site, or of several sites to that of the same part of the spine. */
function withLevels(sites: readonly Site[], levels: readonly string[], lexicon: CompiledServices): Site[] {
  if (sites.length === 1) return sites.map((site) => ({ ...site, levels }));
  return sites.map((site) => ({
    ...site,
    levels: levels.filter((level) => regionOfLevel(level, lexicon) === site.region),
  }));
}

function regionOfLevel(level: string, lexicon: CompiledServices): string | null {
  return lexicon.regionOfColumn.get(level[0] ?? '') ?? null;
}

function pluralSide(line: RequestLine, zone: UnitRange, lexicon: CompiledServices): Laterality | null {
  for (let i = zone.from; i < zone.to; i++) {
    const unit = line.units[i];
    if (unit?.kind === UnitKind.Word && lexicon.plurals.has(unit.word)) return 'bilateral';
  }
  return null;
}

function joinSides(matches: readonly MatchOf<'side'>[]): Laterality | null {
  let joined: Laterality | null = null;
  for (const { entry } of matches) joined = joinLateralities(joined, entry.value);
  return joined;
}

/** Left and right together are both sides. */
function joinLateralities(a: Laterality | null, b: Laterality | null): Laterality | null {
  if (a === null || b === null || a === b) return a ?? b;
  return 'bilateral';
}
