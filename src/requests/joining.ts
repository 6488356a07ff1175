/**
 * Which drafts are one service: parts of a larger one (the CT after a myelogram), and second namings of the same one.
 */
import type { CompiledFamily } from './compiled-families.js';
import type { CompiledServices } from './compiled-services.js';
import type { Draft } from './drafts.js';
import { fill } from './filling.js';

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
    } else if (same && earlier !== undefined && isSame(same, draft, habitsOfFirst(draft, lexicon))) {
      joined[earlier] =
        habitsOfFirst(draft, lexicon)?.namings === 'levels'
          ? withLevels(fill(same, draft), draft)
          : fill(same, draft);
    } else {
      // `electrodiagnostic study (EMG and NCV)`: what names two services is the first naming of both.
      for (const family of draft.families.length > 0 ? draft.families : [''])
        lastOf.set(family, joined.length);
      joined.push(draft);
    }
  }
  return joined;
}

/** Habits of the family that a draft names first. */
function habitsOfFirst(draft: Draft, lexicon: CompiledServices): CompiledFamily | undefined {
  return lexicon.families.get(draft.families[0] ?? '');
}

/** True if the part is one of the whole and about no other region. */
function absorbs(whole: Draft, part: Draft, lexicon: CompiledServices): boolean {
  if (!habitsOfFirst(whole, lexicon)?.absorbs.has(part.families[0] ?? '')) return false;
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

/** All levels of both. */
function withLevels(draft: Draft, other: Draft): Draft {
  const sites = draft.sites.map((site, i) => ({
    ...site,
    levels: [...new Set([...site.levels, ...(other.sites[i]?.levels ?? [])])],
  }));
  return { ...draft, sites };
}
