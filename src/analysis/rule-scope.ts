/**
 * For which requests and days two or more rules are asked at once: families, regions, qualifiers, effective dates.
 */
import { FOR_EVER } from '../decision/applicable-rules.js';
import type { Rule } from '../vocabulary/rule.js';
import { addDays } from './representative-readings.js';

/** One kind of request on one day. */
export interface Scope {
  readonly family: string;
  /** Null: the request names no region. */
  readonly region: string | null;
  readonly modifiers: Rule['modifiers'];
  readonly day: string;
}

/** First day on which both are in force and the last; null if there is none. */
export function sharedDays(a: Rule, b: Rule): readonly [from: string, until: string] | null {
  const [, from = ''] = [a.effective.from, b.effective.from].sort();
  const [until = ''] = [a.effective.until ?? FOR_EVER, b.effective.until ?? FOR_EVER].sort();
  return from <= until ? [from, until] : null;
}

export function sharedFamilies(a: Rule, b: Rule): readonly string[] {
  return a.families.filter((family) => b.families.includes(family));
}

/** The rules in groups of which no two share a service, each group and all of them by id. */
export function ruleKins(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const kinOf = new Map<string, Rule[]>();
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const joined = [...new Set(rule.families.flatMap((family) => kinOf.get(family) ?? []))];
    const kin = [...joined, rule];
    for (const family of kin.flatMap((one) => one.families)) kinOf.set(family, kin);
  }
  const kins = [...new Set(kinOf.values())].map((kin) => kin.sort((a, b) => (a.id < b.id ? -1 : 1)));
  return kins.sort(([a], [b]) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1));
}

/** Regions that both are for; `[null]`: any, so also requests without one. */
export function sharedRegions(a: Rule, b: Rule): readonly (string | null)[] {
  if (a.regions === null) return b.regions ?? [null];
  const { regions } = b;
  return regions === null ? a.regions : a.regions.filter((region) => regions.includes(region));
}

/** The qualifiers that a request for both has; null if they ask for different ones. */
export function sharedModifiers(a: Rule, b: Rule): Rule['modifiers'] | null {
  const clashes = Object.entries(a.modifiers).some(
    ([key, value]) => Object.hasOwn(b.modifiers, key) && b.modifiers[key] !== value,
  );
  return clashes ? null : { ...a.modifiers, ...b.modifiers };
}

export function isAskedFor(rule: Rule, { family, region, modifiers, day }: Scope): boolean {
  if (!rule.families.includes(family)) return false;
  if (rule.regions !== null && (region === null || !rule.regions.includes(region))) return false;
  if (!Object.entries(rule.modifiers).every(([key, value]) => modifiers[key] === value)) return false;
  return rule.effective.from <= day && day <= (rule.effective.until ?? FOR_EVER);
}

/** The days from one to another on which what is in force changes, the first included. */
export function daysOfChange(rules: readonly Rule[], from: string, until: string): readonly string[] {
  const changes = rules.flatMap(({ effective }) =>
    effective.until === null ? [effective.from] : [effective.from, addDays(effective.until, 1)],
  );
  const inside = changes.filter((day) => day > from && day <= until);
  return [...new Set([from, ...inside])].sort();
}
