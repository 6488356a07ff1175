/**
 * A service of a real letter and the facts that a rule reads -> an example of that rule, as its examples file has it.
 * What would identify a person stays out: no words of the letter, no day of the case. The month of the decision
 * remains, since it chooses the edition; days remain where a fact is a day that the rule tests.
 * Not here: words of the letter, where they are asked for (`blurred-text.ts`); writing it down (`rules/write-example.ts`).
 */
import { holdExample } from '../decision/hold-example.js';
import { factBase } from '../facts/fact-base.js';
import type { Decision } from '../vocabulary/decision.js';
import { type Fact, type FactReading, readingOf } from '../vocabulary/fact.js';
import { isRequestFact, requestFact } from '../vocabulary/request-facts.js';
import type { Rule, RuleExample } from '../vocabulary/rule.js';
import { testsOf } from '../vocabulary/rule-tests.js';
import type { Service } from '../vocabulary/service.js';
import type { Knowledge } from './knowledge.js';

const MOST_NAMED = 3;
/** `2015-10-05`, also as the beginning of a time */
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** An example with what it was made from, which stays out of it. */
export interface LetterExample {
  readonly example: RuleExample;
  /** As read from the letter, with their evidence. */
  readonly readings: readonly FactReading[];
}

/**
 * Makes an example of a rule out of a decided service; it expects what the rule comes to now, right or wrong.
 * @returns the example, or why the rule has no say on the service, as a phrase
 */
export async function letterExample(
  decision: Pick<Decision, 'service' | 'date'>,
  facts: readonly Fact[],
  rule: Rule,
  { lexicon }: Knowledge,
): Promise<LetterExample | string> {
  const base = factBase(facts, lexicon, decision.date);
  const tested = [...new Set(testsOf(rule).map(({ fact }) => fact))];
  const readings = tested
    .filter((fact) => !isRequestFact(fact))
    .map((fact) => base.ask(fact, decision.service))
    .filter((reading) => reading.status !== 'not-documented');
  const service = withoutDays(decision.service, tested);
  const date = decision.date === null ? null : blurredDay(decision.date, rule);
  const bare: RuleExample = {
    name: '',
    service,
    date,
    readings: readings.map(({ fact, status, value }) => readingOf(fact, status, value)),
    text: null,
    textPlace: null,
    expect: 'undetermined',
    decidedBy: null,
    decidedByPlaces: [],
    place: rule.place,
    factPlaces: {},
  };
  const { end, decidedBy, trace } = await holdExample(rule, bare);
  if (end === 'out-of-force')
    return `the rule \`${rule.id}\` was not in force on ${decision.date ?? 'that day'}`;
  if (trace === null) return `the rule \`${rule.id}\` is not for what was requested`;
  const name = nameOf(end, decidedBy);
  const example = { ...bare, name, expect: end, decidedBy: decidedBy.length === 0 ? null : decidedBy };
  return { example, readings };
}

/** `from a letter, not met by a, b, c and 2 more` */
function nameOf(end: string, decidedBy: readonly string[]): string {
  const come = `from a letter, ${end.replace('-', ' ')}`;
  if (decidedBy.length === 0) return come;
  const more = decidedBy.length - MOST_NAMED;
  return `${come} by ${decidedBy.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The first of the month; the first day on which the rule was in force where that is later. */
function blurredDay(date: string, { effective }: Rule): string | null {
  if (!DAY.test(date)) return null;
  const first = `${date.slice(0, 7)}-01`;
  return first < effective.from && date >= effective.from ? effective.from : first;
}

/** Days that a request line gives, such as that of the service, unless the rule asks for them. */
function withoutDays(service: Service, tested: readonly string[]): Service {
  const kept = Object.entries(service.modifiers).filter(
    ([name, value]) => !DAY.test(String(value)) || tested.includes(requestFact(name)),
  );
  return { ...service, modifiers: Object.fromEntries(kept) };
}
