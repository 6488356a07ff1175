/**
 * Binds result words to the tests they are about: `straight leg raise is positive on the left and negative on the
 * right`, `normal strength`, `sensation and reflexes are intact`, `Tinel and Phalen: negative`.
 * Tests that are only listed share the result that follows the list. A test without a result says nothing.
 */

import { type Unit, UnitKind, type UnitRange } from '../language/unit.js';
import { type BoundResult, boundResult, isLowButEven, isMereDash, isResult } from './result-words.js';
import type { ConceptMatch, CueMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';
import { groupsOf, isAdjacent, NEAREST } from './test-groups.js';

/** How far after a test its result may stand, in units. */
const FARTHEST = 16;

/** The tests and results of a sentence. */
interface Row {
  readonly sentence: Sentence;
  readonly units: readonly Unit[];
  readonly groups: readonly (readonly ConceptMatch[])[];
  readonly results: readonly CueMatch[];
}

/** The results of the tests of a sentence, by test. */
export function bindResults(sentence: Sentence, units: readonly Unit[]): Map<ConceptMatch, BoundResult[]> {
  const bound = new Map<ConceptMatch, BoundResult[]>();
  const all = sentence.concepts.filter((match) => match.entry.kind === 'test');
  const tests = all.filter(({ entry }) => !entry.isBeside);
  if (tests.length === 0) return bound;
  const results = sentence.cues.filter((cue) => isResult(cue) && !isMereDash(cue, sentence, units));
  if (results.length === 0) return bound;
  const row: Row = { sentence, units, results, groups: groupsOf(tests, results, units) };
  /** `power 4/5 in abduction`: where a result stands that is its test's, whatever test comes next. */
  let taken = -1;
  for (const [index, group] of row.groups.entries()) {
    const found = resultsAround(group, index, taken, row);
    taken = found.before ? -1 : lastOf(group).to;
    const until = row.groups[index + 1]?.[0]?.from ?? sentence.to;
    for (const test of group) {
      const own = ofTest(test, group, found);
      const guest = guestOf(test, all);
      const isOfGuest =
        guest !== undefined &&
        boundTo(
          guest,
          own.filter((cue) => namesGrade(cue, units)),
          until,
          units,
        ).length > 0;
      if (isOfGuest) bound.set(guest, boundTo(guest, own, until, units));
      bound.set(test, boundTo(test, isOfGuest ? own.filter(isGrade) : own, until, units));
    }
  }
  return bound;
}

/**
 * The test that stands beside another in its words, and is graded on another scale. A grade on its scale, and the words
 * with it, are of that one: `biceps 4/5` is strength, `biceps 2+ and equal` a reflex.
 */
function guestOf(test: ConceptMatch, tests: readonly ConceptMatch[]): ConceptMatch | undefined {
  if (test.entry.normalGrade !== null) return undefined;
  return tests.find((one) => one.entry.isBeside && one.from >= test.from && one.to <= test.to);
}

/** `2+`, `2+ bilaterally`: words with a grade in them. */
const namesGrade = ({ from, to }: CueMatch, units: readonly Unit[]): boolean =>
  units.slice(from, to).some(({ kind }) => kind === UnitKind.Number || kind === UnitKind.Ratio);

const isGrade = ({ entry }: CueMatch): boolean => entry.meaning === 'grade';

const lastOf = (group: readonly ConceptMatch[]): ConceptMatch => group[group.length - 1] as ConceptMatch;

/** The results that stand around a group of tests, and those of them that are its own. */
interface FoundResults {
  readonly before: CueMatch | undefined;
  readonly after: readonly CueMatch[];
  readonly chosen: readonly CueMatch[];
}

/** @param taken where a result would stand that the group before has taken */
function resultsAround(group: readonly ConceptMatch[], index: number, taken: number, row: Row): FoundResults {
  const first = group[0] as ConceptMatch;
  const last = lastOf(group);
  const before = row.results.findLast(
    (result) =>
      result.to <= first.from &&
      result.from !== taken &&
      isAdjacent(result.to, first.from, row.sentence, row.units) &&
      !isOfRowBefore(result, last, index, row),
  );
  const after = resultsAfter(group, index, before ? -1 : last.to, row);
  if (before && !(after.length > 0 && before.from < first.from - NEAREST)) {
    const others = after.filter((result) => isOfOtherSide(result, first, row.sentence, row.units));
    return { before, after, chosen: [before, ...others] };
  }
  const inside = row.results.filter((result) => result.from >= first.to && result.to <= last.from);
  return { before, after, chosen: after.length > 0 ? after : inside };
}

/** The results after a group, but for those that the next group brings along. */
function resultsAfter(
  group: readonly ConceptMatch[],
  index: number,
  taken: number,
  row: Row,
): readonly CueMatch[] {
  const { sentence, units, groups, results } = row;
  const last = lastOf(group);
  const next = groups[index + 1]?.[0];
  const limit = Math.min(next?.from ?? sentence.to, last.to + FARTHEST + (group.length > 1 ? 0 : 4));
  const isOfNext = (result: CueMatch): boolean =>
    next !== undefined &&
    result.from !== taken &&
    isAdjacent(result.to, next.from, sentence, units) &&
    !takesFollowing(next, row, groups[index + 2]?.[0]);
  return results.filter((result) => result.from >= last.to && result.from < limit && !isOfNext(result));
}

/** `positive facet challenge, neurologically intact`: the last of a list may have a result of its own right after it. */
function ofTest(
  test: ConceptMatch,
  group: readonly ConceptMatch[],
  { before, after, chosen }: FoundResults,
): readonly CueMatch[] {
  const isShared = chosen[0] === before && chosen.length === 1;
  const [own] = after;
  const hasOwn = isShared && group.length > 1 && test === lastOf(group) && own && own.from - test.to <= 2;
  return hasOwn ? after : chosen;
}

function boundTo(
  test: ConceptMatch,
  cues: readonly CueMatch[],
  until: number,
  units: readonly Unit[],
): BoundResult[] {
  return cues.flatMap((cue, k) => {
    const next = cues[k + 1];
    return isLowButEven(test, cue, next, units) ? [] : boundResult(test, cue, next?.from ?? until, units);
  });
}

/**
 * Rows of a table run on: in `psoas right 5/5, left 5/5 quadriceps right 4/5` the grade before a muscle is that of the row
 * before, as the muscle has one of its own.
 */
function isOfRowBefore(result: CueMatch, test: ConceptMatch, index: number, row: Row): boolean {
  const { results, sentence, units, groups } = row;
  if (result.entry.meaning !== 'grade' && !isMark(result, units)) return false;
  const colon = units[test.to]?.word === ':' ? 1 : 0;
  const own = results.find((one) => one.from >= test.to);
  const goesOn = index > 0 || results.some((one) => one.to <= result.from);
  if (!goesOn || own === undefined || isBroughtBy(groups[index + 1]?.[0], own, row)) return false;
  if (own.entry.meaning !== 'grade') return own.from - test.to <= 2 && goesOnWith(result, own, units);
  return own.from === test.to + colon || isAdjacent(test.to + colon, own.from, sentence, units);
}

/** `Thigh thrust - / + SLR - / -`: a sign before a test is that of the row before, if the test has signs as well. */
const goesOnWith = (result: CueMatch, own: CueMatch, units: readonly Unit[]): boolean =>
  result.entry.meaning === 'grade' || isMark(own, units);

const isMark = ({ from, to }: CueMatch, units: readonly Unit[]): boolean =>
  to - from === 1 && units[from]?.kind === UnitKind.Mark;

/** `positive straight leg raise on the left, negative on the right`: a later result with a side of its own. */
function isOfOtherSide(
  result: CueMatch,
  test: ConceptMatch,
  { attributes, concepts }: Sentence,
  units: readonly Unit[],
): boolean {
  const side = attributes.find((one) => one.entry.type === 'side' && one.from >= result.to);
  return (
    side !== undefined &&
    side.from - result.to <= NEAREST &&
    units.slice(result.to, side.from).every((unit) => does(unit, 'to-side')) &&
    !concepts.some((one) => one.from >= test.to && one.from < side.from && one.entry.kind !== 'marker')
  );
}

/**
 * True if a test has a result of its own after it, so that the one before it belongs to another; but not in
 * `sensation reduced, 4/5 wrist extension, positive Spurling`.
 */
function takesFollowing(test: ConceptMatch, row: Row, next: ConceptMatch | undefined): boolean {
  return row.results.some(
    (result) =>
      result.from >= test.to &&
      result.from < Math.min(test.to + 4, next?.from ?? test.to + 4) &&
      !isBroughtBy(next, result, row),
  );
}

/** True for a result right before the next test and behind a comma or `and`: it is of that one. */
function isBroughtBy(next: ConceptMatch | undefined, result: CueMatch, { sentence, units }: Row): boolean {
  return (
    next !== undefined &&
    (units[result.from - 1]?.word === ',' || does(units[result.from - 1], 'and')) &&
    isAdjacent(result.to, next.from, sentence, units)
  );
}

/** `spasm: negative`, `swelling absent`: the result word right after a finding, if it is not that of the next test. */
export function resultAfter(
  sentence: Sentence,
  finding: UnitRange,
  units: readonly Unit[],
): CueMatch | undefined {
  const next = sentence.concepts.find((other) => other.from >= finding.to)?.from ?? sentence.to;
  const cue = sentence.cues.find(
    (one) =>
      one.entry.meaning !== 'stop' &&
      !isMereDash(one, sentence, units) &&
      one.from >= finding.to &&
      one.from - finding.to <= 3 &&
      one.to <= next,
  );
  if (!cue || units.slice(finding.to, cue.from).some(partsFromResult)) return undefined;
  // `numbness, negative straight leg raise`: a result that stands before the next test is that test's.
  return cue.to < next || units[cue.to] === undefined || next >= sentence.to ? cue : undefined;
}

/** `swelling with normal gait`, `1) cyst 2) normal colon`: what follows is about something else. */
function partsFromResult(unit: Unit): boolean {
  return (
    unit.kind === UnitKind.Date ||
    unit.kind === UnitKind.Number ||
    unit.word === ',' ||
    unit.word === ')' ||
    does(unit, 'parts-result')
  );
}
