/**
 * Which rules are about a service, and which of them were in force on a date.
 * Without a date the latest edition of each tier is taken.
 */
import type { Rule, RuleSet } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';

/** What stands for the last day of a rule that is in force without end: it sorts after every ISO day. */
export const FOR_EVER = '9999-12-31';

/** Rules by service family, each list in the order of the evidence sequence. */
export function rulesByFamily(rules: RuleSet): ReadonlyMap<string, readonly Rule[]> {
  const families = new Map<string, Rule[]>();
  for (const rule of [...rules.rules].sort((a, b) => a.tier - b.tier || compareIds(a, b))) {
    for (const family of new Set(rule.families)) {
      const known = families.get(family);
      if (known) known.push(rule);
      else families.set(family, [rule]);
    }
  }
  return families;
}

/** The rules of a family that are for the service's region and qualifiers, in the order given. */
export function applicableRules(family: readonly Rule[], service: Service): readonly Rule[] {
  return family.filter((rule) => appliesTo(rule, service));
}

function appliesTo(rule: Rule, service: Service): boolean {
  if (rule.regions !== null && (service.region === null || !rule.regions.includes(service.region)))
    return false;
  return Object.entries(rule.modifiers).every(
    ([key, value]) => Object.hasOwn(service.modifiers, key) && service.modifiers[key] === value,
  );
}

/**
 * Why a rule was not in force, or null when it was.
 * @param date ISO, may be partial (`2015`): then any overlap counts
 */
export function whyNotInForce(rule: Rule, date: string | null, applicable: readonly Rule[]): string | null {
  const { from, until } = rule.effective;
  if (date === null) {
    const latest = applicable
      .filter((other) => other.tier === rule.tier)
      .map((other) => other.effective.until ?? FOR_EVER);
    return latest.some((end) => end > (until ?? FOR_EVER))
      ? 'the letter gives no date, so the latest edition speaks'
      : null;
  }
  if (date < from.slice(0, date.length)) return `in force from ${from}, the decision is of ${date}`;
  if (until !== null && date > until.slice(0, date.length)) {
    return `in force until ${until}, the decision is of ${date}`;
  }
  return null;
}

function compareIds(a: Rule, b: Rule): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
