/**
 * What a request line says of each service, one draft per zone; a zone that gives several regions their own amounts
 * (`therapy cervical 2x6 and lumbar 2x6`) has one draft for each.
 * Not here: what services of a list share (see `sharing.ts`), families that depend on it (see `families.ts`).
 */
import { UnitKind, type UnitRange } from '../language/unit.js';
import { isNumber, SMALLEST_CODE } from './amount-reader.js';
import { type Amounts, amountsOf } from './amounts.js';
import type { CompiledFamily } from './compiled-families.js';
import type { CompiledServices } from './compiled-services.js';
import { type Qualifiers, qualifiersOf } from './qualifiers.js';
import type { MatchOf, RequestLine, Separator } from './read-line.js';
import { type Site, sitesOf } from './sites.js';
import type { Zone } from './zones.js';

/** What will be one service or more: one for each region or side, where the family is split so. */
export interface Draft {
  readonly zone: Zone;
  /** More than one only for words that name several services; `families.ts` settles those that depend on the region. */
  readonly families: readonly string[];
  /** One at least, in the order of the line. */
  readonly sites: readonly Site[];
  /** True when the first region or level of the zone stands behind the words for the service. */
  readonly isSitedBehind: boolean;
  readonly amounts: Amounts;
  readonly qualifiers: Qualifiers;
  /** Those of the qualifiers that hold for the whole line. */
  readonly wholeLine: Qualifiers;
  /** Filled where drafts are joined to a mixture. */
  readonly ingredients: readonly string[];
  /** True for a naming in the singular without any number beside it. */
  readonly isSingular: boolean;
}

/** Drafts in the order of the line. */
export function draftServices(line: RequestLine, zones: readonly Zone[], lexicon: CompiledServices): Draft[] {
  const regions = byZone(zones, line.regions);
  const sides = byZone(zones, line.sides);
  const qualifiers = byZone(zones, line.qualifiers);
  return zones.flatMap((zone, i) => {
    const habits = habitsOfWords(zone, lexicon);
    const matches = { regions: regions[i] ?? [], sides: sides[i] ?? [] };
    const parts = partsWithAmounts(line, zone, matches.regions, habits);
    return parts.map((part): Draft => {
      const within = <M extends UnitRange>(all: readonly M[]): M[] =>
        parts.length > 1 ? all.filter(({ from, to }) => from >= part.from && to <= part.to) : [...all];
      const sites = sitesOf(
        line,
        part,
        { regions: within(matches.regions), sides: within(matches.sides) },
        habits,
        lexicon,
      );
      return {
        zone: part,
        families: zone.mention.entry.families,
        sites,
        isSitedBehind: isSitedBehind(line, part, matches.regions),
        amounts: amountsOf(line, part, habits),
        qualifiers: qualifiersOf(line, qualifiers[i] ?? []),
        wholeLine: qualifiersOf(
          line,
          (qualifiers[i] ?? []).filter(({ entry }) => entry.wholeLine),
        ),
        ingredients: [],
        isSingular: isSingular(line, part),
      };
    });
  });
}

function isSitedBehind(line: RequestLine, zone: Zone, regions: readonly UnitRange[]): boolean {
  if ((regions[0]?.from ?? zone.mention.to) < zone.mention.to) return false;
  for (let i = zone.from; i < zone.mention.from; i++)
    if (line.units[i]?.kind === UnitKind.Level) return false;
  return true;
}

/** `blocks`, `studies`, but not `discus` or `ncs`. */
const PLURAL = /[^sui]s$/;
const SHORTEST_PLURAL = 4;

function isSingular(line: RequestLine, zone: Zone): boolean {
  for (let i = zone.from; i < zone.to; i++) {
    const unit = line.units[i];
    if (!line.isNamed[i] && isNumber(unit) && unit.value < SMALLEST_CODE) return false;
  }
  const last = line.units[zone.mention.to - 1]?.word ?? '';
  return last.length < SHORTEST_PLURAL || !PLURAL.test(last);
}

/** Habits of the family, where the words alone say the family. */
function habitsOfWords(zone: Zone, lexicon: CompiledServices): CompiledFamily | null {
  const { families, byRegion } = zone.mention.entry;
  return byRegion ? null : (lexicon.families.get(families[0] ?? '') ?? null);
}

/** Matches of each zone, in one pass. */
function byZone<M extends UnitRange>(zones: readonly Zone[], matches: readonly M[]): M[][] {
  let next = 0;
  return zones.map((zone) => {
    const own: M[] = [];
    for (let match = matches[next]; match && match.from < zone.to; match = matches[++next])
      if (match.from >= zone.from) own.push(match);
    return own;
  });
}

/** The parts of a zone that have a region and an amount each; the whole zone unless there are two or more. */
function partsWithAmounts(
  line: RequestLine,
  zone: Zone,
  regions: readonly MatchOf<'region'>[],
  habits: CompiledFamily | null,
): readonly Zone[] {
  if (regions.length < 2 || !habits?.hasWeeklyGrid) return [zone];
  const parts: Zone[] = [];
  let from = zone.from;
  let next = 0;
  regions.forEach((region, i) => {
    const following = regions[i + 1];
    let cut: Separator | null = null;
    for (
      let one = line.separators[next];
      following && one && one.to <= following.from;
      one = line.separators[++next]
    )
      if (one.from >= region.to) cut = one;
    if (following && !cut) return;
    parts.push({ ...zone, from, to: cut?.from ?? zone.to });
    from = cut?.to ?? zone.to;
  });
  const isComplete =
    parts.length > 1 && parts.every((part) => amountsOf(line, part, habits).quantity !== null);
  return isComplete ? parts : [zone];
}
