/**
 * Two drafts of one service made one: what the first does not say is taken from the second.
 */
import type { Amounts } from './amounts.js';
import type { Draft } from './drafts.js';
import type { Site } from './sites.js';

/** A draft with what it does not say itself taken from another. */
export function fill(draft: Draft, other: Draft): Draft {
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
    hoursPerWeek: amounts.hoursPerWeek ?? other.hoursPerWeek,
    strengthMg: amounts.strengthMg ?? other.strengthMg,
    strengthPercent: amounts.strengthPercent ?? other.strengthPercent,
    isEach: amounts.isEach,
    isLent: amounts.isLent,
  };
}
