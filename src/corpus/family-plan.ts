/**
 * What the rules of one service family can tell apart. Readings that every test answers alike are one class, and so
 * are forms of a service and dates; cases of the same classes are decided alike, so each kind is decided once.
 * The classes are those of the analyses in `decision/`: the status of each test and whether it rests on silence.
 */
import { applicableRules, whyNotInForce } from '../decision/applicable-rules.js';
import { testReading } from '../decision/fact-test.js';
import { flattenRule } from '../decision/flat-rule.js';
import { readRequest } from '../decision/request-readings.js';
import { readingOf } from '../vocabulary/fact.js';
import { isRequestFact } from '../vocabulary/request-facts.js';
import type { CriterionTest, Rule } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import type { CaseDictionary, CaseReading } from './case-dictionary.js';
import type { ServiceForm } from './letter-facts.js';

/** The class of a reading that no rule of the family asks for. */
const NOT_READ = 0;

const NO_WORDS: Service['words'] = { text: '', start: 0, end: 0, line: 1, column: 1 };

/** A service of a form. @param words left out where nobody asks for them */
export function serviceOf(form: ServiceForm, words: Service['words'] = NO_WORDS): Service {
  return { ...form, words };
}

/** The classes of one family's cases, found as cases come. Classes are numbers that mean nothing outside of it. */
export class FamilyPlan {
  readonly #rules: readonly Rule[];
  readonly #cases: CaseDictionary;
  readonly #tests = new Map<string, CriterionTest[]>();
  readonly #requestTests: CriterionTest[] = [];
  readonly #classes = new Map<string, number>();
  /** A family meets few of all readings. */
  readonly #ofReading = new Map<number, number>();
  readonly #ofForm: number[] = [];
  readonly #ofDate = new Map<string | null, number>();

  /** @param rules of the family, in the order of the evidence sequence */
  constructor(rules: readonly Rule[], cases: CaseDictionary) {
    this.#rules = rules;
    this.#cases = cases;
    for (const test of rules.flatMap((rule) => flattenRule(rule).tests)) {
      if (isRequestFact(test.fact)) this.#requestTests.push(test);
      else this.#tests.set(test.fact, [...(this.#tests.get(test.fact) ?? []), test]);
    }
  }

  /** All that a decision on the case depends on. @param readings numbers, in the order of their facts */
  keyOf(form: number, readings: ArrayLike<number>, date: string | null): string {
    let key = `${this.#formClass(form)} ${this.#dateClass(date)}`;
    for (let i = 0; i < readings.length; i++) {
      const known = this.#readingClass(readings[i] as number);
      if (known !== NOT_READ) key += ` ${known}`;
    }
    return key;
  }

  #readingClass(number: number): number {
    const known = this.#ofReading.get(number);
    if (known !== undefined) return known;
    const reading = this.#cases.readings[number] as CaseReading;
    const tests = this.#tests.get(reading.fact);
    const made = tests ? this.#classOf(`${reading.fact} ${answersTo(tests, reading)}`) : NOT_READ;
    this.#ofReading.set(number, made);
    return made;
  }

  #formClass(number: number): number {
    const known = this.#ofForm[number];
    if (known !== undefined) return known;
    const service = serviceOf(this.#cases.forms[number] as ServiceForm);
    const rules = applicableRules(this.#rules, service).map((rule) => rule.id);
    const answers = this.#requestTests.map((test) => answersTo([test], readRequest(test.fact, service)));
    const made = this.#classOf(`form ${rules.join(' ')} ${answers.join(' ')}`);
    this.#ofForm[number] = made;
    return made;
  }

  #dateClass(date: string | null): number {
    const known = this.#ofDate.get(date);
    if (known !== undefined) return known;
    const inForce = this.#rules.map((rule) => (whyNotInForce(rule, date, this.#rules) === null ? 1 : 0));
    // Without a date it depends on the other rules that apply which of them speak.
    const made = this.#classOf(`date ${date === null ? 'none' : inForce.join('')}`);
    this.#ofDate.set(date, made);
    return made;
  }

  #classOf(signature: string): number {
    const known = this.#classes.get(signature);
    if (known !== undefined) return known;
    const made = this.#classes.size + 1;
    this.#classes.set(signature, made);
    return made;
  }
}

/** How each test answers to a reading, as text. */
function answersTo(tests: readonly CriterionTest[], { fact, status, value }: CaseReading): string {
  const reading = readingOf(fact, status, value);
  const answers = tests.map((test) => {
    const tested = testReading(test, reading);
    return `${tested.status}/${tested.assumed ?? ''}`;
  });
  return `${status === 'not-documented' ? 'silent' : 'said'} ${answers.join(' ')}`;
}
