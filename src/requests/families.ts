/**
 * The family of each draft once its region and qualifiers are known, and which drafts are one service:
 * parts of a larger service (the CT after a myelogram) and second namings of the same one.
 */
import type { Amounts } from './amounts.js';
import type { CompiledFamily } from './compiled-families.js';
import { type CompiledServices, type NamingEntry, UNKNOWN_FAMILY } from './compiled-services.js';
import type { Draft } from './drafts.js';
import type { Site } from './sites.js';

/** Drafts with their final families; words that fit nothing are dropped when the line names a service besides. */
export function settleFamilies(drafts: readonly Draft[], lexicon: CompiledServices): Draft[] {
  const settled = drafts.map((draft) =>
    withDefaultRegion(
      { ...draft, families: draft.families.map((family) => finalFamily(family, draft, lexicon)) },
      lexicon,
    ),
  );
  const isWeak = ({ families, zone: { mention } }: Draft): boolean =>
    mention.entry.givesWay || (mention.entry.byRegion !== null && families[0] === UNKNOWN_FAMILY);
  return settled.some((draft) => !isWeak(draft)) ? withoutWeak(settled, isWeak) : settled;
}

function finalFamily(family: string, draft: Draft, lexicon: CompiledServices): string {
  const base = familyByRegion(draft.zone.mention.entry, draft.sites) ?? family;
  for (const [qualifier, other] of lexicon.families.get(base)?.becomes ?? [])
    if (draft.qualifiers[qualifier]) return other;
  return base;
}

/** The family that words mean for the first region that decides it; null if none does. */
export function familyByRegion({ byRegion }: NamingEntry, sites: readonly Site[]): string | null {
  for (const { region } of sites) {
    const family = region === null ? undefined : byRegion?.get(region);
    if (family !== undefined) return family;
  }
  return null;
}

/** The region of a code or of the family, where the line names none. */
function withDefaultRegion(draft: Draft, lexicon: CompiledServices): Draft {
  const habits = lexicon.families.get(draft.families[0] ?? '');
  const { codeRegion, entry } = draft.zone.mention;
  const stated = entry.region ?? codeRegion ?? habits?.region ?? null;
  const isAllowed = (region: string | null): boolean =>
    region === null || !habits?.regions || habits.regions.has(region);
  const sites = draft.sites.filter(({ region }) => isAllowed(region));
  const own = sites.length > 0 ? sites : draft.sites.slice(0, 1).map((site) => ({ ...site, region: null }));
  return { ...draft, sites: own.map((site) => (site.region === null ? { ...site, region: stated } : site)) };
}

/** What is said of weak words goes to the service before them, or after. */
function withoutWeak(drafts: readonly Draft[], isWeak: (draft: Draft) => boolean): Draft[] {
  const kept: Draft[] = [];
  let waiting: Draft | null = null;
  for (const draft of drafts) {
    const last = kept[kept.length - 1];
    if (!isWeak(draft)) {
      kept.push(waiting ? fill(draft, waiting) : draft);
      waiting = null;
    } else if (last) kept[kept.length - 1] = fill(last, draft);
    else waiting = draft;
  }
  return kept;
}

/** Drafts in which parts of others, and second namings, are taken up into them. */
export function joinDrafts(drafts: readonly Draft[], lexicon: CompiledServices): Draft[] {
  const joined: Draft[] = [];
  const lastOf = new Map<string, number>();
  for (const draft of drafts) {
    const at = joined.length - 1;
    const before = joined[at];
    const earlier = lastOf.get(draft.families[0] ?? '');
    const same = earlier === undefined ? undefined : joined[earlier];
    if (before && draft.zone.join !== 'end' && absorbs(before, draft, lexicon))
      joined[at] = fill(before, draft);
    else if (before && draft.zone.join !== 'end' && absorbs(draft, before, lexicon)) {
      joined[at] = fill(
        { ...draft, zone: { ...draft.zone, from: before.zone.from, join: before.zone.join } },
        before,
      );
      lastOf.set(draft.families[0] ?? '', at);
    } else if (same && earlier !== undefined && isSame(same, draft, habitsOf(draft, lexicon))) {
      joined[earlier] =
        habitsOf(draft, lexicon)?.namings === 'levels'
          ? withLevels(fill(same, draft), draft)
          : fill(same, draft);
    } else {
      lastOf.set(draft.families[0] ?? '', joined.length);
      joined.push(draft);
    }
  }
  return joined;
}

function habitsOf(draft: Draft, lexicon: CompiledServices): CompiledFamily | undefined {
  return lexicon.families.get(draft.families[0] ?? '');
}

/** True if the part is one of the whole and about no other region. */
function absorbs(whole: Draft, part: Draft, lexicon: CompiledServices): boolean {
  if (!habitsOf(whole, lexicon)?.absorbs.has(part.families[0] ?? '')) return false;
  return part.sites.every(
    ({ region }) =>
      region === null || whole.sites.some((site) => site.region === null || site.region === region),
  );
}

/** True if nothing that both say differs. */
function isSame(a: Draft, b: Draft, habits: CompiledFamily | undefined): boolean {
  if (habits?.namings === 'each' || a.sites.length !== b.sites.length) return false;
  const agree = <T>(x: T | null | undefined, y: T | null | undefined): boolean =>
    x == null || y == null || x === y;
  const drugs = agree(a.zone.mention.entry.drug?.name, b.zone.mention.entry.drug?.name);
  const amounts =
    agree(a.amounts.strengthMg, b.amounts.strengthMg) && agree(a.amounts.quantity, b.amounts.quantity);
  const sites = a.sites.every((site, i) => {
    const other = b.sites[i];
    const levels =
      habits?.namings === 'levels' ||
      site.levels.length === 0 ||
      !other?.levels.length ||
      site.levels.join() === other.levels.join();
    return agree(site.region, other?.region) && agree(site.laterality, other?.laterality) && levels;
  });
  return drugs && amounts && sites;
}

/** A draft with what it does not say itself taken from another. */
function fill(draft: Draft, other: Draft): Draft {
  return {
    ...draft,
    zone: {
      ...draft.zone,
      from: Math.min(draft.zone.from, other.zone.from),
      to: Math.max(draft.zone.to, other.zone.to),
      mention: fillMention(draft, other),
    },
    sites: fillSites(draft.sites, other.sites),
    amounts: fillAmounts(draft.amounts, other.amounts),
    qualifiers: { ...other.qualifiers, ...draft.qualifiers },
    ingredients: draft.ingredients.length > 0 ? draft.ingredients : other.ingredients,
  };
}

function fillMention(
  { zone: { mention } }: Draft,
  { zone: { mention: other } }: Draft,
): Draft['zone']['mention'] {
  const drug = mention.entry.drug ?? other.entry.drug;
  return { ...mention, entry: { ...mention.entry, drug }, served: mention.served ?? other.served };
}

function fillSites(sites: readonly Site[], others: readonly Site[]): readonly Site[] {
  if (
    sites.every(
      ({ region, levels, laterality }) => region === null && levels.length === 0 && laterality === null,
    )
  )
    return others;
  if (sites.length !== others.length) return sites;
  return sites.map((site, i) => ({
    region: site.region ?? others[i]?.region ?? null,
    laterality: site.laterality ?? others[i]?.laterality ?? null,
    levels: site.levels.length > 0 ? site.levels : (others[i]?.levels ?? []),
  }));
}

function fillAmounts(amounts: Amounts, other: Amounts): Amounts {
  const counted = amounts.quantity === null ? other : amounts;
  return {
    quantity: counted.quantity,
    unit: counted.unit,
    frequency: amounts.frequency ?? other.frequency,
    durationWeeks: amounts.durationWeeks ?? other.durationWeeks,
    refills: amounts.refills ?? other.refills,
    strengthMg: amounts.strengthMg ?? other.strengthMg,
    strengthPercent: amounts.strengthPercent ?? other.strengthPercent,
    isEach: amounts.isEach,
  };
}

/** All levels of both. */
function withLevels(draft: Draft, other: Draft): Draft {
  const sites = draft.sites.map((site, i) => ({
    ...site,
    levels: [...new Set([...site.levels, ...(other.sites[i]?.levels ?? [])])],
  }));
  return { ...draft, sites };
}
