/**
 * Binds result words to the tests they are about: `straight leg raise is positive on the left and negative on the
 * right`, `normal strength`, `sensation and reflexes are intact`, `Tinel and Phalen: negative`.
 * Tests that are only listed share the result that follows the list. A test without a result says nothing.
 */
import { type Unit, UnitKind } from '../language/unit.js';
import { RESULT_MEANINGS, type ResultMeaning } from '../vocabulary/lexicon.js';
import type { AttributeMatch, ConceptMatch, CueMatch, Sentence } from './scan.js';

export type TestResult = 'positive' | 'negative' | 'equivocal';

/** A test's result and the words that give it; `until` is where the words about this result end. */
export interface BoundResult {
  readonly result: TestResult;
  readonly cue: CueMatch;
  readonly until: number;
}

/** How far after a test its result may stand, in units. */
const FARTHEST = 16;
/** How many small words may stand between a result and the test after it. */
const NEAREST = 6;
const LIST_WORDS: ReadonlySet<string> = new Set([',', 'and', 'or', '&', '/', 'nor', '-', 'as', 'well']);
const SMALL_WORDS: ReadonlySet<string> = new Set([
  'of',
  'in',
  'the',
  'to',
  'on',
  'at',
  'a',
  'for',
  'with',
  'his',
  'her',
  'both',
  '-',
  '(',
  '"',
]);
const USUAL: Readonly<Record<Exclude<ResultMeaning, 'grade'>, TestResult>> = {
  positive: 'positive',
  abnormal: 'positive',
  decreased: 'positive',
  increased: 'positive',
  negative: 'negative',
  normal: 'negative',
  absent: 'negative',
  equivocal: 'equivocal',
};

/** The results of the tests of a sentence, by test. */
export function bindResults(sentence: Sentence, units: readonly Unit[]): Map<ConceptMatch, BoundResult[]> {
  const bound = new Map<ConceptMatch, BoundResult[]>();
  const tests = sentence.concepts.filter((match) => match.entry.kind === 'test');
  if (tests.length === 0) return bound;
  const results = sentence.cues.filter((cue) => isResult(cue) && !isMereDash(cue, sentence, units));
  if (results.length === 0) return bound;
  const groups = groupsOf(tests, results, units);
  /** `power 4/5 in abduction`: where a result stands that is its test's, whatever test comes next. */
  let taken = -1;
  groups.forEach((group, index) => {
    const first = group[0] as ConceptMatch;
    const last = group[group.length - 1] as ConceptMatch;
    const next = groups[index + 1]?.[0];
    const before = results.findLast(
      (result) =>
        result.to <= first.from &&
        result.from !== taken &&
        isAdjacent(result.to, first.from, sentence, units) &&
        !isOfRowBefore(result, last, index, results, sentence, units),
    );
    taken = before ? -1 : last.to;
    const limit = Math.min(next?.from ?? sentence.to, last.to + FARTHEST + (group.length > 1 ? 0 : 4));
    const after = results.filter(
      (result) =>
        result.from >= last.to &&
        result.from < limit &&
        !(
          next &&
          result.from !== taken &&
          isAdjacent(result.to, next.from, sentence, units) &&
          !takesFollowing(next, results, groups[index + 2]?.[0])
        ),
    );
    const inside = results.filter((result) => result.from >= first.to && result.to <= last.from);
    const chosen =
      before && !(after.length > 0 && before.from < first.from - NEAREST)
        ? [before, ...after.filter((result) => isOfOtherSide(result, first, sentence, units))]
        : after.length > 0
          ? after
          : inside;
    for (const test of group) {
      // `positive facet challenge, neurologically intact`: the last of a list may have a result of its own right after it.
      const own =
        chosen[0] === before &&
        chosen.length === 1 &&
        test === last &&
        group.length > 1 &&
        after[0] &&
        after[0].from - last.to <= 2
          ? after
          : chosen;
      bound.set(
        test,
        own.flatMap((cue, k) =>
          isLowButEven(test, cue, own[k + 1], units)
            ? []
            : boundResult(test, cue, own[k + 1]?.from ?? next?.from ?? sentence.to, units),
        ),
      );
    }
  });
  return bound;
}

/**
 * Rows of a table run on: in `psoas right 5/5, left 5/5 quadriceps right 4/5` the grade before a muscle is that of the row
 * before, as the muscle has one of its own.
 */
function isOfRowBefore(
  result: CueMatch,
  test: ConceptMatch,
  index: number,
  results: readonly CueMatch[],
  sentence: Sentence,
  units: readonly Unit[],
): boolean {
  if (result.entry.meaning !== 'grade') return false;
  const colon = units[test.to]?.word === ':' ? 1 : 0;
  const own = results.find((one) => one.from >= test.to);
  const goesOn = index > 0 || results.some((one) => one.to <= result.from);
  if (!goesOn || own === undefined) return false;
  if (own.entry.meaning !== 'grade') return own.from - test.to <= 2;
  return own.from === test.to + colon || isAdjacent(test.to + colon, own.from, sentence, units);
}

const MEANINGS_OF_RESULTS: ReadonlySet<string> = new Set(RESULT_MEANINGS);

function isResult(cue: CueMatch): boolean {
  return MEANINGS_OF_RESULTS.has(cue.entry.meaning);
}

/**
 * `Hoffman -`, `Hoffman (-)`, `Phalen + R / - L`: a dash is a result only where it stands alone, right after a test or side and before
 * an end. Elsewhere it parts words.
 */
function isMereDash(
  cue: CueMatch,
  { from, to, concepts, attributes }: Sentence,
  units: readonly Unit[],
): boolean {
  if (cue.to - cue.from !== 1 || units[cue.from]?.word !== '-') return false;
  if (units[cue.from - 1]?.word === '(' && units[cue.to]?.word === ')') return false;
  const isSide = (at: 'from' | 'to', place: number): AttributeMatch | undefined =>
    attributes.find((one) => one.entry.type === 'side' && one[at] === place);
  const follows =
    concepts.some((one) => one.to === cue.from) ||
    isSide('to', cue.from) !== undefined ||
    (cue.from > from && ENDS_ENTRY.has(units[cue.from - 1]?.word ?? ''));
  const end = isSide('from', cue.to)?.to ?? cue.to;
  return !follows || (end < to && !ENDS_ENTRY.has(units[end]?.word ?? ''));
}
const ENDS_ENTRY: ReadonlySet<string> = new Set([',', '/', ')', 'and', '&']);

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
    units.slice(result.to, side.from).every((unit) => OF_SIDE.has(unit.word)) &&
    !concepts.some((one) => one.from >= test.to && one.from < side.from && one.entry.kind !== 'marker')
  );
}
const OF_SIDE: ReadonlySet<string> = new Set([
  'on',
  'at',
  'to',
  'for',
  'in',
  'the',
  'test',
  'sign',
  'result',
  'response',
]);

/** True if a test has a result of its own after it, so that the one before it belongs to another. */
function takesFollowing(
  test: ConceptMatch,
  results: readonly CueMatch[],
  next: ConceptMatch | undefined,
): boolean {
  return results.some(
    (result) => result.from >= test.to && result.from < Math.min(test.to + 4, next?.from ?? test.to + 4),
  );
}

/** Tests that follow each other in a list, with no result between, belong together. */
function groupsOf(
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
    const word = units[i]?.word ?? '';
    if (LIST_WORDS.has(word)) joined = true;
  }
  return joined || to === from;
}

/** Only small words, sides, regions and levels stand between a result and the test after it. */
function isAdjacent(from: number, to: number, sentence: Sentence, units: readonly Unit[]): boolean {
  if (to < from || to - from > NEAREST) return false;
  for (let i = from; i < to; i++) {
    const unit = units[i] as Unit;
    const isAttribute =
      unit.kind === UnitKind.Level ||
      sentence.attributes.some((attribute) => attribute.from <= i && i < attribute.to);
    if (!isAttribute && !SMALL_WORDS.has(unit.word)) return false;
  }
  return true;
}

/** `ankle jerks 1+ and symmetric`: a low grade that is the same on both sides is normal, as the word after it says. */
function isLowButEven(
  { entry }: ConceptMatch,
  grade: CueMatch,
  next: CueMatch | undefined,
  units: readonly Unit[],
): boolean {
  return (
    entry.normalGrade !== null &&
    grade.entry.meaning === 'grade' &&
    next?.entry.meaning === 'normal' &&
    units.slice(grade.to, next.from).every((unit) => EVEN.has(unit.word))
  );
}
const EVEN: ReadonlySet<string> = new Set([
  ',',
  'and',
  '&',
  'but',
  'throughout',
  'bilaterally',
  'bilateral',
  'b',
  'at',
  'the',
  'knees',
  'ankles',
  'both',
]);

function boundResult(
  test: ConceptMatch,
  cue: CueMatch,
  until: number,
  units: readonly Unit[],
): BoundResult[] {
  const meaning = cue.entry.meaning as ResultMeaning;
  const own = test.entry.results[meaning];
  if (own === 'none') return [];
  const result = own ?? (meaning === 'grade' ? gradeOf(test, cue, units) : USUAL[meaning]);
  return result === null ? [] : [{ result, cue, until }];
}

/** `5/5` is full, anything less is a deficit; `2+` is what the test's usual grade makes of it; null if the grade is of another scale. */
function gradeOf(test: ConceptMatch, cue: CueMatch, units: readonly Unit[]): TestResult | null {
  const { normalGrade, results } = test.entry;
  const grade = units
    .slice(cue.from, cue.to)
    .find((unit) => unit.kind === UnitKind.Ratio || unit.kind === UnitKind.Number);
  if (!grade || (normalGrade === null) !== (grade.base === 5)) return null;
  if (normalGrade !== null) {
    const shade =
      grade.value < normalGrade ? 'decreased' : grade.value > normalGrade ? 'increased' : 'normal';
    const own = results[shade] ?? USUAL[shade];
    return own === 'none' ? null : own;
  }
  const full = grade.value >= grade.base && units[cue.to]?.word !== '-';
  return full ? 'negative' : 'positive';
}

/** `spasm: negative`, `swelling absent`: the result word right after a finding, if it is not that of the next test. */
export function resultAfter(
  sentence: Sentence,
  finding: { readonly from: number; readonly to: number },
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
    /^(?:[,)]|and|or|with|but)$/.test(unit.word)
  );
}
