/**
 * What services of a list have in common though a line says it once: `MRI and x-ray of the left knee`,
 * `L4-5 decompression and fusion`, `6 sessions each`.
 */
import type { CompiledFamily } from './compiled-families.js';
import type { CompiledServices } from './compiled-services.js';
import type { Draft } from './drafts.js';
import { joinQualifiers } from './qualifiers.js';
import type { Site } from './sites.js';

/** Drafts in which those without a region, or an amount, have that of their neighbours where the line shares it. */
export function shareInLists(drafts: readonly Draft[], lexicon: CompiledServices): Draft[] {
  const shared = [...drafts];
  for (let i = shared.length - 2; i >= 0; i--) {
    const draft = shared[i] as Draft;
    const next = shared[i + 1] as Draft;
    const takes = takesFrom(draft, next, 'ahead', lexicon);
    shared[i] = withAmounts(
      takes ? withSites(draft, next, isClose(draft, next, next, lexicon)) : draft,
      next,
      isClose(draft, next, next, lexicon),
    );
    if (areLeveledBehind(shared[i] as Draft, next, lexicon))
      shared[i] = withLevelsOf(shared[i] as Draft, next);
    if (isLentWith(draft, next, lexicon)) {
      shared[i] = { ...(shared[i] as Draft), amounts: next.amounts };
      shared[i + 1] = {
        ...next,
        amounts: { ...next.amounts, quantity: null, unit: null, durationWeeks: null },
      };
    }
    // `repeat EMG and NCV of the legs`: what stands before both is said of both.
    if (takes && isClose(draft, next, next, lexicon))
      shared[i + 1] = { ...next, qualifiers: { ...draft.qualifiers, ...next.qualifiers } };
  }
  for (let i = 1; i < shared.length; i++) {
    const draft = shared[i] as Draft;
    const before = shared[i - 1] as Draft;
    if (takesFrom(draft, before, 'both', lexicon))
      shared[i] = withSites(draft, before, isClose(draft, before, draft, lexicon));
    else if (isClose(draft, before, draft, lexicon) && habitsOf(draft, lexicon)?.namings === 'levels')
      shared[i] = withLevelsOf(draft, before);
  }
  return withWholeLine(shared);
}

const hasRegion = (draft: Draft): boolean => draft.sites.some(({ region }) => region !== null);

function takesFrom(
  draft: Draft,
  other: Draft,
  direction: 'ahead' | 'both',
  lexicon: CompiledServices,
): boolean {
  const later = direction === 'ahead' ? other : draft;
  if (hasRegion(draft) || !hasRegion(other) || later.zone.join === 'none' || later.zone.join === 'end')
    return false;
  const habits = habitsOf(draft, lexicon);
  const hasDefault = habits?.region !== null && draft.zone.mention.entry.byRegion === null;
  if (habits === null || hasDefault || habits.sited === null || habits.sited === 'own') return false;
  const regions = draft.zone.mention.entry.byRegion ?? habits.regions;
  if (regions && !other.sites.some(({ region }) => region !== null && regions.has(region))) return false;
  if (direction === 'ahead') return other.isSitedBehind && habitsOf(other, lexicon)?.sited !== 'own';
  return habits.sited === 'both' && habits.group === habitsOf(other, lexicon)?.group;
}

/** Habits of what a draft is, or of the first family that it may become. */
function habitsOf(draft: Draft, lexicon: CompiledServices): CompiledFamily | null {
  const { byRegion } = draft.zone.mention.entry;
  const family = byRegion ? [...byRegion.values()][0] : draft.families[0];
  return lexicon.families.get(family ?? '') ?? null;
}

/** True for services of one kind that nothing but an `and` stands between. */
function isClose(draft: Draft, other: Draft, later: Draft, lexicon: CompiledServices): boolean {
  return later.zone.join === 'and' && habitsOf(draft, lexicon)?.group === habitsOf(other, lexicon)?.group;
}

/** Levels and qualifiers are shared only by services that stand close. */
function withSites(draft: Draft, other: Draft, areClose: boolean): Draft {
  const [own] = draft.sites;
  const sites = other.sites.map(
    (site): Site => ({
      region: site.region,
      laterality: own?.laterality ?? site.laterality,
      levels:
        areClose && draft.sites.every(({ levels }) => levels.length === 0)
          ? site.levels
          : (own?.levels ?? []),
    }),
  );
  return {
    ...draft,
    sites,
    isSitedBehind: other.isSitedBehind,
    qualifiers: areClose ? { ...other.qualifiers, ...draft.qualifiers } : draft.qualifiers,
  };
}

/** `L4-5 decompression and lumbar interbody fusion`: the levels, where both are about one region and the later names none. */
function withLevelsOf(draft: Draft, before: Draft): Draft {
  const [own] = draft.sites;
  const [other] = before.sites;
  const isSameRegion = draft.sites.length === 1 && before.sites.length === 1 && own?.region === other?.region;
  if (!own || !other || !isSameRegion || own.region === null || own.levels.length > 0) return draft;
  return {
    ...draft,
    sites: [{ ...own, laterality: own.laterality ?? other.laterality, levels: other.levels }],
  };
}

/** `lumbar decompression and fusion at L4-5`: what stands behind both is said of both. */
function areLeveledBehind(draft: Draft, next: Draft, lexicon: CompiledServices): boolean {
  if (!next.isSitedBehind || habitsOf(draft, lexicon)?.namings !== 'levels') return false;
  return isClose(draft, next, next, lexicon);
}

/** `TENS unit with supplies, 30 day rental`: what is to be had for a time is the unit, not what goes with it. */
function isLentWith(draft: Draft, next: Draft, lexicon: CompiledServices): boolean {
  if (!next.amounts.isLent || next.zone.join === 'end' || draft.amounts.quantity !== null) return false;
  return habitsOf(next, lexicon)?.parent === 'on-the-line' && habitsOf(draft, lexicon)?.isHost === true;
}

/** `chiropractic and acupuncture, 6 sessions each`, `therapy and acupuncture twice a week for 6 weeks` */
function withAmounts(draft: Draft, next: Draft, areClose: boolean): Draft {
  const isOften = areClose && next.amounts.frequency !== null && next.amounts.durationWeeks !== null;
  const isShared = next.amounts.isEach || (isOften && draft.amounts.frequency === null);
  if (!isShared || draft.amounts.quantity !== null || next.zone.join === 'end') return draft;
  return { ...draft, amounts: next.amounts };
}

function withWholeLine(drafts: readonly Draft[]): Draft[] {
  const whole = joinQualifiers(drafts.map((draft) => draft.wholeLine));
  return drafts.map((draft) => ({ ...draft, qualifiers: { ...whole, ...draft.qualifiers } }));
}
