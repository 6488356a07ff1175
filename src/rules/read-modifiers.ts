/**
 * The qualifiers of a request, as rules and examples give them -> plain values.
 * Not here: whether the lexicon has such a qualifier (`analysis/rule-scope.ts`).
 */
import { isMap, isScalar, type Node } from 'yaml';
import type { Rule } from '../vocabulary/rule.js';
import type { ProblemList } from './schema-check.js';
import { keysOf, nodeAt } from './yaml-file.js';

/** What is no plain value gives a problem and is left out; nothing for what is no mapping. */
export function readModifiers(node: Node | undefined, problems: ProblemList): Rule['modifiers'] {
  const modifiers: [string, string | number | boolean][] = [];
  if (!isMap(node)) return {};
  for (const key of keysOf(node)) {
    const at = nodeAt(node, key);
    const value = isScalar(at) ? at.value : undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      modifiers.push([key, value]);
    } else
      problems.add('wrong-type', at ?? node, `the modifier \`${key}\` must be text, a number, true or false`);
  }
  return Object.fromEntries(modifiers);
}
