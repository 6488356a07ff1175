/**
 * The family of each draft, once its region and qualifiers are known.
 * Not here: drafts that are one service (see `joining.ts`).
 */

import { UNKNOWN_FAMILY } from '../vocabulary/service.js';
import type { CompiledServices, NamingEntry } from './compiled-services.js';
import type { Draft } from './drafts.js';
import { fill } from './filling.js';
import type { Site } from './sites.js';

/** Drafts with their final families; words that fit nothing are dropped when the line names a service besides. */
export function settleFamilies(drafts: readonly Draft[], lexicon: CompiledServices): Draft[] {
  const settled = drafts.map((draft) =>
    withDefaultRegion(
      { ...draft, families: draft.families.map((family) => finalFamily(family, draft, lexicon)) },
      lexicon,
    ),
  );
  const gives = ({ zone: { mention } }: Draft): boolean => mention.entry.givesWay;
  const strong = new Set(settled.filter((draft) => !gives(draft)).flatMap(({ families }) => families));
  // `C4-5 revision, hardware removal, C6-7 fusion`: the revision is a part of the fusion, and of nothing else.
  const isPart = ({ families, sites }: Draft): boolean =>
    families.some((family) => strong.has(family)) && sites.some(({ levels }) => levels.length > 0);
  const isWeak = (draft: Draft): boolean =>
    (gives(draft) && !isPart(draft)) ||
    (draft.zone.mention.entry.byRegion !== null && draft.families[0] === UNKNOWN_FAMILY);
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
