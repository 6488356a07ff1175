/**
 * Rules flattened, each once however often it is looked at.
 */
import { type FlatRule, flattenRule } from '../decision/flat-rule.js';
import type { Rule } from '../vocabulary/rule.js';

const known = new WeakMap<Rule, FlatRule>();

/** The same object for the same rule. */
export function flatRule(rule: Rule): FlatRule {
  const found = known.get(rule);
  if (found !== undefined) return found;
  const flat = flattenRule(rule);
  known.set(rule, flat);
  return flat;
}
