/**
 * Versions of rules: a short digest of what a rule says, whatever its layout and place. What was accepted of one
 * version is looked at again when the rule changes.
 */
import { createHash } from 'node:crypto';
import type { IssueRow } from '../vocabulary/issue-row.js';
import type { RuleSet } from '../vocabulary/rule.js';

/** By id of the rule: the id with the digest of what it says. */
export type RuleVersions = ReadonlyMap<string, string>;

const LENGTH = 8;
/** Where a node stands in its file is not what it says. */
const PLACES = new Set(['place', 'span', 'file', 'line', 'column']);

/** `low-back-scan@1f0c22ab` by rule id. */
export function ruleVersions({ rules }: RuleSet): RuleVersions {
  return new Map(
    rules.map((rule) => {
      const said = JSON.stringify(rule, (key, value: unknown) => (PLACES.has(key) ? undefined : value));
      return [rule.id, `${rule.id}@${createHash('sha256').update(said).digest('hex').slice(0, LENGTH)}`];
    }),
  );
}

/** The versions of the rules that govern an issue, each once, sorted. */
export function versionsOf({ services }: IssueRow, versions: RuleVersions): readonly string[] {
  const rules = services.flatMap(({ rule }) => (rule === null ? [] : (versions.get(rule) ?? rule)));
  return [...new Set(rules)].sort();
}
