/**
 * Decides stored cases by a rule set, each kind of case once (see `family-plan.ts`): what makes it possible to try a
 * changed rule on the stored facts of a whole archive.
 * INVARIANT: the verdict is that of `decide` on the same service, facts and date.
 */
import { rulesByFamily } from '../decision/applicable-rules.js';
import { type Settled, Settler } from '../decision/settle.js';
import { type FactBase, type FactReading, readingOf, silentOn } from '../vocabulary/fact.js';
import type { Rule, RuleSet } from '../vocabulary/rule.js';
import type { CaseDictionary, CaseReading } from './case-dictionary.js';
import { FamilyPlan, serviceOf } from './family-plan.js';
import type { ServiceForm } from './letter-facts.js';
import { type Verdict, verdictOf } from './verdict.js';

/** A verdict and its number, by the order in which verdicts were first come to. */
export interface NumberedVerdict extends Verdict {
  readonly number: number;
}

/** Kinds of cases that are remembered: most of an archive's are met once, and cost little to settle. */
const MOST_REMEMBERED = 20_000;

/** One rule set at work on the cases of one dictionary. It remembers kinds of cases; `cases` may grow meanwhile. */
export class Evaluator {
  readonly cases: CaseDictionary;
  /** In the order of their numbers. */
  readonly verdicts: NumberedVerdict[] = [];
  readonly #settler: Settler;
  readonly #families: ReadonlyMap<string, readonly Rule[]>;
  readonly #plans = new Map<string, FamilyPlan>();
  readonly #numbers = new Map<string, NumberedVerdict>();
  readonly #settled = new WeakMap<Settled, NumberedVerdict>();
  readonly #full: FactReading[] = [];
  readonly #known = new Map<string, NumberedVerdict>();

  constructor(rules: RuleSet, cases: CaseDictionary) {
    this.#settler = new Settler(rules);
    this.#families = rulesByFamily(rules);
    this.cases = cases;
  }

  /** @param readings in the order of their facts */
  verdict(form: number, readings: ArrayLike<number>, date: string | null): NumberedVerdict {
    const { family } = this.cases.forms[form] as ServiceForm;
    const key = `${family} ${this.#planOf(family).keyOf(form, readings, date)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const service = serviceOf(this.cases.forms[form] as ServiceForm);
    const verdict = this.#numbered(this.#settler.settle(service, this.#factsOf(readings), date));
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(key, verdict);
    return verdict;
  }

  #planOf(family: string): FamilyPlan {
    const known = this.#plans.get(family);
    if (known !== undefined) return known;
    const made = new FamilyPlan(this.#families.get(family) ?? [], this.cases);
    this.#plans.set(family, made);
    return made;
  }

  #factsOf(numbers: ArrayLike<number>): FactBase {
    const known = new Map<string, FactReading>();
    for (let i = 0; i < numbers.length; i++) {
      const reading = this.#reading(numbers[i] as number);
      known.set(reading.fact, reading);
    }
    return { ask: (fact) => known.get(fact) ?? silentOn(fact) };
  }

  #reading(number: number): FactReading {
    const known = this.#full[number];
    if (known !== undefined) return known;
    const { fact, status, value } = this.cases.readings[number] as CaseReading;
    const made = readingOf(fact, status, value);
    this.#full[number] = made;
    return made;
  }

  #numbered(settled: Settled): NumberedVerdict {
    const known = this.#settled.get(settled) ?? this.#numberedVerdict(verdictOf(settled));
    this.#settled.set(settled, known);
    return known;
  }

  #numberedVerdict(verdict: Verdict): NumberedVerdict {
    const key = JSON.stringify(verdict);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const made = { ...verdict, number: this.verdicts.length };
    this.verdicts.push(made);
    this.#numbers.set(key, made);
    return made;
  }
}
