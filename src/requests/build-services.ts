/**
 * Finished drafts as services: one for each region, or each side of a joint, where the family's habits say so.
 */
import type { UnitRange } from '../language/unit.js';
import type { SourceText } from '../text/source-text.js';
import { type Laterality, OTHER_FAMILY, type Service, UNKNOWN_FAMILY } from '../vocabulary/service.js';
import type { CompiledFamily } from './compiled-families.js';
import type { CompiledServices, NamingEntry } from './compiled-services.js';
import type { Draft } from './drafts.js';
import { familyByRegion } from './families.js';
import type { Qualifiers } from './qualifiers.js';
import type { RequestLine } from './read-line.js';
import type { Site } from './sites.js';

/** The qualifier of an agent for the skin whose strength the line gives in percent. */
const STRENGTH_PERCENT = 'strength_percent';
/** The qualifier of what is asked for by the hour. */
const HOURS_PER_WEEK = 'hours_per_week';
/** The qualifier of what may be had so many times again. */
const REFILLS = 'refills';
/** The qualifier of one service for several regions: those after the first, parted by spaces. */
const MORE_REGIONS = 'more_regions';
/** Qualifiers that a service gets from the amounts and regions of its line, and from no phrase of the lexicon. */
export const OWN_QUALIFIERS: readonly string[] = [STRENGTH_PERCENT, HOURS_PER_WEEK, REFILLS, MORE_REGIONS];

/**
 * Services of a draft; each has the words of the whole draft.
 * @param host family of the service of the line that others go with, if there is one
 */
export function buildServices(
  line: RequestLine,
  draft: Draft,
  host: string | null,
  lexicon: CompiledServices,
): Service[] {
  const { amounts, qualifiers, zone } = draft;
  const drug = zone.mention.entry.drug;
  return draft.families.flatMap((family) => {
    const habits = lexicon.families.get(family) ?? null;
    const sites = splitSites(draft.sites, family, habits);
    const [first, ...others] = sites as readonly [Site, ...Site[]];
    const isOne = others.length > 0 && !habits?.splitsByRegion;
    const parent = parentOf(draft, habits, host, lexicon);
    const said = family === OTHER_FAMILY ? zone.mention.entry.says : {};
    const own = ownQualifiers({ ...said, ...qualifiers }, said, habits, parent, lexicon);
    const more = isOne ? { [MORE_REGIONS]: others.map(({ region }) => region).join(' ') } : {};
    return (isOne ? [first] : sites).map(
      (site): Service => ({
        family,
        region: site.region,
        laterality: site.laterality,
        levels: site.levels,
        quantity: amounts.quantity ?? (habits?.isSingle && draft.isSingular ? 1 : null),
        unit: amounts.unit,
        frequency: amounts.frequency,
        durationWeeks: amounts.durationWeeks,
        drug: draft.ingredients.length > 0 ? null : (drug?.name ?? null),
        strengthMg: amounts.strengthMg ?? drug?.strengthMg ?? null,
        ingredients: draft.ingredients.length > 0 ? draft.ingredients : (drug?.ingredients ?? []),
        modifiers: { ...own, ...more, ...amountQualifiers(draft) },
        parent,
        words: quote(line, zone),
      }),
    );
  });
}

/** The words of a range of units. */
export function quote(line: RequestLine, { from, to }: UnitRange): ReturnType<SourceText['quote']> {
  let last = to - 1;
  const separators = new Set([',', ';', ':', '.', '-', '&', '/']);
  let first = from;
  while (first < last && separators.has(line.units[first]?.word ?? '')) first++;
  while (last > first && separators.has(line.units[last]?.word ?? '')) last--;
  const { view } = line;
  return view.source.quote(view.span(line.units[first]?.start ?? 0, line.units[last]?.end ?? 0));
}

function splitSites(sites: readonly Site[], family: string, habits: CompiledFamily | null): readonly Site[] {
  if (habits === null) return family === UNKNOWN_FAMILY ? sites.slice(0, 1) : sites;
  if (habits.sited === null) return [{ region: null, laterality: null, levels: [] }];
  if (!habits.splitsBySide) return sites;
  return sites.flatMap((site): Site[] => {
    if (site.laterality !== 'bilateral' || site.levels.length > 0) return [site];
    return (['left', 'right'] satisfies Laterality[]).map((laterality) => ({ ...site, laterality }));
  });
}

/** The qualifiers that a service of this family, which goes with this parent, can have; those that its words say it has. */
function ownQualifiers(
  qualifiers: Qualifiers,
  said: Qualifiers,
  habits: CompiledFamily | null,
  parent: string | null,
  { qualifierOf, families }: CompiledServices,
): Qualifiers {
  const called = [habits?.name, habits?.calledAs, parent, families.get(parent ?? '')?.calledAs];
  const isOwn = (name: string): boolean => {
    const of = qualifierOf.get(name);
    return of === undefined || name in said || called.includes(of);
  };
  return Object.fromEntries(Object.entries(qualifiers).filter(([name]) => isOwn(name)));
}

function amountQualifiers({ amounts }: Draft): Record<string, number> {
  return {
    ...(amounts.refills === null ? {} : { [REFILLS]: amounts.refills }),
    ...(amounts.strengthPercent === null ? {} : { [STRENGTH_PERCENT]: amounts.strengthPercent }),
    ...(amounts.hoursPerWeek === null ? {} : { [HOURS_PER_WEEK]: amounts.hoursPerWeek }),
  };
}

/**
 * What the service is said to be for; for what goes with others, the service of the line that things go with; else what qualifiers
 * say, or the family by itself.
 */
function parentOf(
  draft: Draft,
  habits: CompiledFamily | null,
  host: string | null,
  lexicon: CompiledServices,
): string | null {
  const { served } = draft.zone.mention;
  if (habits?.parent && served) {
    const named = servedFamily(served, draft.sites, lexicon);
    // `referral to a neurosurgeon for consultation` is one service.
    if (named !== habits.name) return named;
  }
  if (habits?.parent === 'on-the-line' && host !== null) return host;
  for (const [qualifier, parent] of lexicon.servedBy) if (draft.qualifiers[qualifier]) return parent;
  return habits?.serves ?? null;
}

/** What is served, by its family; what is of no family of its own by what its words make it: an operation. */
function servedFamily(served: NamingEntry, sites: readonly Site[], lexicon: CompiledServices): string | null {
  const family = familyByRegion(served, sites);
  if (family !== null) return family;
  const called = Object.keys(served.says).flatMap((qualifier) => lexicon.qualifierOf.get(qualifier) ?? []);
  return called[0] ?? (served.byRegion ? null : (served.families[0] ?? null));
}
