/**
 * The qualifiers of a request, as rules and examples give them -> plain values.
 * Not here: whether the lexicon has such a qualifier (`analysis/lexicon-use.ts`).
 */
import { isMap, isScalar, type Node } from 'yaml';
import { didYouMean } from '../text/suggest.js';
import { requestFact } from '../vocabulary/request-facts.js';
import type { Rule } from '../vocabulary/rule.js';
import { spellingFix } from './certain-fixes.js';
import type { NameIndex } from './name-index.js';
import type { ProblemList } from './schema-check.js';
import { keysOf, nodeAt } from './yaml-file.js';

/**
 * What is no plain value gives a problem and is left out; nothing for what is no mapping. So does a word that the
 * qualifier never has, where the fact that it is read as lists its values.
 */
export function readModifiers(
  node: Node | undefined,
  { facts }: Pick<NameIndex, 'facts'>,
  problems: ProblemList,
): Rule['modifiers'] {
  const modifiers: [string, string | number | boolean][] = [];
  if (!isMap(node)) return {};
  for (const key of keysOf(node)) {
    const at = nodeAt(node, key);
    const value = isScalar(at) ? at.value : undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      modifiers.push([key, value]);
      const known = facts.get(requestFact(key))?.values ?? [];
      if (typeof value !== 'string' || known.length === 0 || known.includes(value)) continue;
      problems.add(
        'unknown-value',
        at ?? node,
        `the modifier \`${key}\` is \`${value}\`, which it never is`,
        didYouMean(value, known) ?? `it is one of ${known.map((one) => `\`${one}\``).join(', ')}`,
        at && spellingFix(at, value, known),
      );
    } else
      problems.add('wrong-type', at ?? node, `the modifier \`${key}\` must be text, a number, true or false`);
  }
  return Object.fromEntries(modifiers);
}
