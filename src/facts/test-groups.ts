/**
 * Tests that are named together, and what may stand between a test and its result.
 */

import { type Unit, UnitKind } from '../language/unit.js';
import type { ConceptMatch, CueMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';

/** How many small words may stand between a result and the test after it. */
export const NEAREST = 6;

/** Tests that follow each other in a list, with no result between, belong together. */
export function groupsOf(
  tests: readonly ConceptMatch[],
  results: readonly CueMatch[],
  units: readonly Unit[],
): ConceptMatch[][] {
  const groups: ConceptMatch[][] = [];
  for (const test of tests) {
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    if (
      group &&
      before &&
      isListed(before.to, test.from, units) &&
      !results.some((result) => result.from >= before.to && result.to <= test.from)
    )
      group.push(test);
    else groups.push([test]);
  }
  return groups;
}

function isListed(from: number, to: number, units: readonly Unit[]): boolean {
  if (to - from > 7) return false;
  let joined = false;
  for (let i = from; i < to; i++) {
    if (does(units[i], 'list')) joined = true;
  }
  return joined || to === from;
}

/** Only small words, sides, regions and levels stand between a result and the test after it. */
export function isAdjacent(from: number, to: number, sentence: Sentence, units: readonly Unit[]): boolean {
  if (to < from || to - from > NEAREST) return false;
  for (let i = from; i < to; i++) {
    const unit = units[i] as Unit;
    const isAttribute =
      unit.kind === UnitKind.Level ||
      sentence.attributes.some((attribute) => attribute.from <= i && i < attribute.to);
    if (!isAttribute && !does(unit, 'to-test')) return false;
  }
  return true;
}
