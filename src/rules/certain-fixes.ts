/**
 * Changes of a rule file that are certain: a name with one typing error, a unit that the lexicon gives.
 * Edits are of places in the text, so comments and layout stay as they are.
 */
import { isMap, isNode, type Node } from 'yaml';
import type { Fix } from '../diagnostics/diagnostic.js';
import { certain } from '../text/suggest.js';
import { nodeAt, spanOf, type YamlFile } from './yaml-file.js';

/** Writes the one name that can be meant; null where it is not certain. */
export function spellingFix(node: Node, word: string, candidates: Iterable<string>): Fix | null {
  const guess = certain(word, candidates);
  const { start, end } = spanOf(node);
  // A name in quotes is longer than the name; a node that is no name at all is left alone.
  if (guess === undefined || end - start > word.length + 2) return null;
  return { title: `write \`${guess}\` for \`${word}\``, edits: [{ span: { start, end }, text: guess }] };
}

/** Puts the unit behind the number that it belongs to. */
export function unitFix(yaml: YamlFile, test: Node, operator: string, unit: string): Fix | null {
  const number = nodeAt(test, operator);
  const [first] = isMap(test) ? test.items : [];
  if (!isMap(test) || number === undefined || !isNode(first?.key)) return null;
  const at = spanOf(number).end;
  const indent = ' '.repeat(yaml.place(first.key).column - 1);
  const text = test.flow ? `, unit: ${unit}` : `\n${indent}unit: ${unit}`;
  return { title: `add \`unit: ${unit}\``, edits: [{ span: { start: at, end: at }, text }] };
}
