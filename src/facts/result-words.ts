/**
 * What a result word says of a test: `4/5`, `2+`, `normal`, `negative`; and which marks and words are no result at all.
 * Not here: which test a result is about (see `results.ts`).
 */

import { type Unit, UnitKind } from '../language/unit.js';
import { RESULT_MEANINGS, type ResultMeaning } from '../vocabulary/lexicon-terms.js';
import type { AttributeMatch, ConceptMatch, CueMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';

/** What a test showed; `positive` is what the test looks for, so that less of a reflex is positive, too. */
export type TestResult = 'positive' | 'negative' | 'equivocal';

/** A test's result and the words that give it; `until` is where the words about this result end. */
export interface BoundResult {
  readonly result: TestResult;
  readonly cue: CueMatch;
  readonly until: number;
}

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

const MEANINGS_OF_RESULTS: ReadonlySet<string> = new Set(RESULT_MEANINGS);

/** True for words that give the result of a test. */
export function isResult(cue: CueMatch): boolean {
  return MEANINGS_OF_RESULTS.has(cue.entry.meaning);
}

/**
 * `Hoffman -`, `Hoffman (-)`, `Phalen + R / - L`: a dash is a result only where it stands alone, right after a test or side and before
 * an end. Elsewhere it parts words.
 */
export function isMereDash(
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
    (cue.from > from && does(units[cue.from - 1], 'ends-entry'));
  const end = isSide('from', cue.to)?.to ?? cue.to;
  return !follows || (end < to && !does(units[end], 'ends-entry'));
}

/** `ankle jerks 1+ and symmetric`: a low grade that is the same on both sides is normal, as the word after it says. */
export function isLowButEven(
  { entry }: ConceptMatch,
  grade: CueMatch,
  next: CueMatch | undefined,
  units: readonly Unit[],
): boolean {
  return (
    entry.normalGrade !== null &&
    grade.entry.meaning === 'grade' &&
    next?.entry.meaning === 'normal' &&
    units.slice(grade.to, next.from).every((unit) => does(unit, 'to-even'))
  );
}

/**
 * The result that words give to a test; none where they mean nothing for it. @param until where the words about
 * this result end
 */
export function boundResult(
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
  if (!grade) return null;
  if (normalGrade === null && isPartStrength(grade, units[cue.to - 1])) return 'positive';
  if ((normalGrade === null) !== (grade.base === 5)) return normalGrade === null ? unevenPair(grade) : null;
  if (normalGrade !== null) {
    const value = lowerGrade(grade);
    const shade = value < normalGrade ? 'decreased' : value > normalGrade ? 'increased' : 'normal';
    const own = results[shade] ?? USUAL[shade];
    return own === 'none' ? null : own;
  }
  const full = grade.value >= grade.base && units[cue.to]?.word !== '-';
  return full ? 'negative' : 'positive';
}

/** `EHL 4+`: against resistance, yet not in full; a grade of strength whose scale is left out (Medical Research Council). */
const isPartStrength = ({ kind, value }: Unit, last: Unit | undefined): boolean =>
  kind === UnitKind.Number && value >= AGAINST_GRAVITY && value < FULL_STRENGTH && last?.word === '+';
const AGAINST_GRAVITY = 3;

/** `2+/1+`, `1/2`: what looks like a ratio over less than a whole scale is the grade of one side and that of the other. */
function lowerGrade({ kind, value, base }: Unit): number {
  return kind === UnitKind.Ratio && base < FEWEST_GRADES ? Math.min(Math.floor(value), base) : value;
}
/** The smallest scale that tendon reflexes are graded on. */
const FEWEST_GRADES = 4;

/** `5/4`: of two sides only one has full strength. More than the whole cannot be meant. */
const unevenPair = ({ kind, value, base }: Unit): TestResult | null =>
  kind === UnitKind.Ratio && value > base && base < FULL_STRENGTH ? 'positive' : null;
const FULL_STRENGTH = 5;
