/**
 * A rule that has been through JSON -> the same with its shared criteria (`use`) one object again in all their places,
 * as they are in a rule that was just read. Changes of a rule (`coverage/edit-rule.ts`) know criteria by identity.
 */
import type { Criterion, CriterionGroup, Rule } from '../vocabulary/rule.js';

const rejoined = new WeakMap<Rule, Rule>();

/** The same object for the same object. */
export function rejoinCriteria(rule: Rule): Rule {
  const known = rejoined.get(rule);
  if (known !== undefined) return known;
  const joined = joinRule(rule);
  rejoined.set(rule, joined);
  rejoined.set(joined, joined);
  return joined;
}

function joinRule(rule: Rule): Rule {
  // What is shared stands in one place of the file, and no two criteria of one kind have the same.
  const byPlace = new Map<string, Criterion>();
  const join = <C extends Criterion>(criterion: C): C => {
    const key = `${criterion.kind} ${criterion.place.span.start} ${criterion.place.span.end}`;
    const known = byPlace.get(key);
    if (known !== undefined) return known as C;
    const joined = criterion.kind === 'test' ? criterion : joinMembers(criterion, join);
    byPlace.set(key, joined);
    return joined as C;
  };
  return {
    ...rule,
    addresses: rule.addresses && join(rule.addresses),
    criteria: join(rule.criteria),
    exclusions: rule.exclusions && join(rule.exclusions),
    limits: rule.limits && join(rule.limits),
  };
}

function joinMembers(group: CriterionGroup, join: (criterion: Criterion) => Criterion): CriterionGroup {
  return { ...group, members: group.members.map(join) };
}
