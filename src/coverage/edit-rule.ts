/**
 * A rule with one of its criteria replaced or left out. Criteria are known by identity, so a shared one changes in
 * all its places; everything around it is copied, nothing is changed in place.
 */
import type { Criterion, CriterionGroup, Rule } from '../vocabulary/rule.js';

/** The rule with one criterion in the place of another; the rule itself is left as it is. */
export function withReplaced(rule: Rule, criterion: Criterion, by: Criterion): Rule {
  const edit = (node: Criterion): Criterion => {
    if (node === criterion) return by;
    return node.kind === 'test' ? node : { ...node, members: node.members.map(edit) };
  };
  return edited(rule, edit);
}

/** Null where the rule cannot do without: the criteria as a whole, what a `not` negates, the last of a group. */
export function withoutCriterion(rule: Rule, criterion: Criterion): Rule | null {
  if (criterion === rule.criteria) return null;
  if (criterion === rule.addresses) return { ...rule, addresses: null };
  if (criterion === rule.exclusions || criterion === rule.limits) return null;
  if (isOnly(rule.exclusions, criterion)) return { ...rule, exclusions: null };
  if (isOnly(rule.limits, criterion)) return { ...rule, limits: null };
  let isStuck = false;
  const edit = (node: Criterion): Criterion => {
    if (node.kind === 'test') return node;
    const members = node.members.filter((member) => member !== criterion);
    if (members.length === 0) isStuck = true;
    // Where all were needed, all of the others are.
    const count = node.count === null ? null : Math.min(node.count, members.length);
    return { ...node, count, members: members.map(edit) };
  };
  const without = edited(rule, edit);
  return isStuck ? null : without;
}

/** A rule with each of its parts edited; groups stay groups. */
function edited(rule: Rule, edit: (criterion: Criterion) => Criterion): Rule {
  return {
    ...rule,
    addresses: rule.addresses && edit(rule.addresses),
    criteria: edit(rule.criteria),
    exclusions: rule.exclusions && (edit(rule.exclusions) as CriterionGroup),
    limits: rule.limits && (edit(rule.limits) as CriterionGroup),
  };
}

function isOnly(group: CriterionGroup | null, criterion: Criterion): boolean {
  return group !== null && group.members.length === 1 && group.members[0] === criterion;
}
