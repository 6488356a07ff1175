/**
 * Which rules are about a service, and which of them were in force on a date.
 * Without a date the latest edition of each tier is taken.
 */
import type { Rule, RuleSet } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';

/** Sorts after every ISO day. */
const FOR_EVER = '9999-12-31';

/** Rules for the service's family, region and qualifiers, in the order of the evidence sequence. */
export function applicableRules(rules: RuleSet, service: Service): readonly Rule[] {
  return rules.rules
    .filter((rule) => appliesTo(rule, service))
    .sort((a, b) => a.tier - b.tier || compareIds(a, b));
}

function appliesTo(rule: Rule, service: Service): boolean {
  if (!rule.families.includes(service.family)) return false;
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
