/**
 * Which rules two sets do not have in common, by what they say; where they stand in their files does not count.
 */
import type { RuleSet } from '../vocabulary/rule.js';

/** Ids, each list sorted. */
export interface RuleChanges {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The ids of rules that were changed, added or removed, each list sorted. */
export function ruleChanges(before: RuleSet, after: RuleSet): RuleChanges {
  const [was, is] = [saying(before), saying(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort();
  return {
    changed: ids.filter((id) => was.has(id) && is.has(id) && was.get(id) !== is.get(id)),
    added: ids.filter((id) => !was.has(id)),
    removed: ids.filter((id) => !is.has(id)),
  };
}

function saying({ rules }: RuleSet): ReadonlyMap<string, string> {
  const withoutPlace = (key: string, value: unknown): unknown => (key === 'place' ? undefined : value);
  return new Map(rules.map((rule) => [rule.id, JSON.stringify(rule, withoutPlace)]));
}
