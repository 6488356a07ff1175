/**
 * Holds one test against what a case says on its fact.
 * Silence and doubt count as the rule's author wrote (`when-not-documented`, `when-uncertain`), and it is noted that
 * they did. A number that is `absent` in words (`no therapy so far`) counts as none, zero.
 */
import type { CriterionStatus } from '../vocabulary/decision.js';
import type { FactReading, FactValue } from '../vocabulary/fact.js';
import type { CriterionTest, FactTest } from '../vocabulary/rule.js';

/** How one test came out. */
export interface Tested {
  readonly status: CriterionStatus;
  /** Set when the status is the author's choice for silence or doubt, not what the case says. */
  readonly assumed: 'not-documented' | 'uncertain' | null;
}

type Answer = 'met' | 'not-met' | 'not-documented' | 'uncertain';

/** How a reading answers a test, and what the rule made of silence or doubt. */
export function testReading(criterion: CriterionTest, reading: FactReading): Tested {
  const answer = answerOf(criterion.test, reading);
  if (answer === 'met' || answer === 'not-met') return { status: answer, assumed: null };
  const status = answer === 'uncertain' ? criterion.whenUncertain : criterion.whenNotDocumented;
  return { status, assumed: status === 'undetermined' ? null : answer };
}

function answerOf(test: FactTest, reading: FactReading): Answer {
  const { status, value } = reading;
  if (status === 'not-documented') return 'not-documented';
  if (test.operator === 'is') {
    if (status === test.status) return 'met';
    return status === 'uncertain' && test.status !== 'uncertain' ? 'uncertain' : 'not-met';
  }
  if (status === 'uncertain') return 'uncertain';
  if ('value' in test) {
    if (value === null) return status === 'absent' ? compareRange(test, 0, 0) : 'not-documented';
    const [low, high] = rangeOf(value);
    return low === undefined || high === undefined ? 'not-documented' : compareRange(test, low, high);
  }
  if (status === 'absent') return 'not-met';
  if (value === null) return 'not-documented';
  if ('day' in test) return compareDay(test, String(value));
  return compareValues(test, value);
}

function rangeOf(value: FactValue): readonly [number | undefined, number | undefined] {
  if (typeof value === 'number') return [value, value];
  if (!Array.isArray(value)) return [undefined, undefined];
  const [low, high] = value as readonly unknown[];
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : [undefined, undefined];
}

/** A range that lies on both sides of the limit is uncertain. */
function compareRange(test: Extract<FactTest, { value: number }>, low: number, high: number): Answer {
  const holds = (n: number): boolean => compareNumber(test.operator, n, test.value);
  if (test.operator === 'equals' && low < test.value && test.value < high) return 'uncertain';
  if (holds(low) !== holds(high)) return 'uncertain';
  return holds(low) ? 'met' : 'not-met';
}

function compareNumber(
  operator: Extract<FactTest, { value: number }>['operator'],
  n: number,
  limit: number,
): boolean {
  switch (operator) {
    case 'at-least':
      return n >= limit;
    case 'at-most':
      return n <= limit;
    case 'more-than':
      return n > limit;
    case 'less-than':
      return n < limit;
    case 'equals':
      return n === limit;
  }
}

/** Dates may be partial (`2015`, `2015-10`): then the part that is known must settle it. */
function compareDay(test: Extract<FactTest, { day: string }>, date: string): Answer {
  const limit = test.day.slice(0, date.length);
  if (date === limit) return date.length < test.day.length ? 'uncertain' : 'not-met';
  return date < limit === (test.operator === 'before') ? 'met' : 'not-met';
}

/** A choice has one value, a list several; a choice that the case answers in several ways is uncertain. */
function compareValues(test: Extract<FactTest, { values: readonly string[] }>, value: FactValue): Answer {
  const said = Array.isArray(value) ? value.map(String) : [String(value)];
  const hits = said.filter((one) => test.values.includes(one)).length;
  if (hits === 0) return 'not-met';
  const isList = test.operator === 'includes' || test.operator === 'includes-any';
  return isList || hits === said.length ? 'met' : 'uncertain';
}

/** The test in words: `red_flag_any is present`, `conservative_care_weeks at least 4 weeks`. */
export function testInWords(fact: string, test: FactTest): string {
  if (test.operator === 'is') return `${fact} is ${test.status}`;
  const operator = test.operator.replace(/-/g, ' ');
  if ('value' in test) return `${fact} ${operator} ${test.value}${test.unit === null ? '' : ` ${test.unit}`}`;
  if ('day' in test) return `${fact} ${operator} ${test.day}`;
  const values = test.values.join(', ');
  if (test.operator === 'is-value') return `${fact} is ${values}`;
  return `${fact} ${test.operator === 'one-of' ? 'is one of' : operator} ${values}`;
}
