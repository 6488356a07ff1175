/**
 * One rule held against one service: what each test read, the status of every node, and what the rule says.
 */
import type { CriterionStatus, DecisionValue } from '../vocabulary/decision.js';
import type { FactBase, FactReading } from '../vocabulary/fact.js';
import { isRequestFact } from '../vocabulary/request-facts.js';
import type { Rule } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import type { CompiledRule } from './compiled-rule.js';
import { type Tested, testReading } from './fact-test.js';
import { type FlatRule, foldStatuses, partStatus } from './flat-rule.js';
import { readRequest } from './request-readings.js';
import { verdictOf } from './verdict.js';

/** What a rule comes to for one service, whether it governs or not. All of its tests were asked. */
export interface HeldRule {
  readonly rule: Rule;
  readonly flat: FlatRule;
  /** One per test, in the order of `flat.tests`. */
  readonly readings: readonly FactReading[];
  readonly tested: readonly Tested[];
  readonly testStatuses: readonly CriterionStatus[];
  /** One per node of `flat.nodes`. */
  readonly statuses: readonly CriterionStatus[];
  /** Whether the rule speaks on the case at all. */
  readonly addresses: CriterionStatus;
  readonly decision: DecisionValue;
  /** Everything that analyses of the rule depend on, as text. */
  readonly key: string;
}

/** Asks each fact once, however many rules test it. */
export class Readings {
  readonly #service: Service;
  readonly #facts: FactBase;
  readonly #known = new Map<string, FactReading>();

  constructor(service: Service, facts: FactBase) {
    this.#service = service;
    this.#facts = facts;
  }

  /** The reading of a fact for the service; facts of the request come from the service itself. */
  ask(fact: string): FactReading {
    const known = this.#known.get(fact);
    if (known !== undefined) return known;
    const reading = isRequestFact(fact)
      ? readRequest(fact, this.#service)
      : this.#facts.ask(fact, this.#service);
    this.#known.set(fact, reading);
    return reading;
  }
}

/** Holds a rule against the facts of a case. */
export async function holdRule(compiled: CompiledRule, ask: Readings): Promise<HeldRule> {
  const asked = askTests(compiled.flat, (fact) => ask.ask(fact));
  const settled = compiled.settle(asked.key, asked.testStatuses);
  return heldAs(asked, settled instanceof Promise ? await settled : settled);
}

/**
 * As `holdRule`, by the plain fold, without the engine: for what-ifs and stored cases, of which there are very many.
 * Nothing is remembered. INVARIANT: it comes to the same, which a differential test holds.
 */
export function foldRule(flat: FlatRule, ask: (fact: string) => FactReading): HeldRule {
  const asked = askTests(flat, ask);
  return heldAs(asked, foldStatuses(flat, asked.testStatuses));
}

/** A rule whose tests were asked, before its groups are settled. */
type AskedTests = Pick<HeldRule, 'flat' | 'readings' | 'tested' | 'testStatuses' | 'key'>;

/** Holds every test of a rule against what a case says on its fact. */
function askTests(flat: FlatRule, ask: (fact: string) => FactReading): AskedTests {
  const readings = flat.tests.map((test) => ask(test.fact));
  const tested = flat.tests.map((test, i) => testReading(test, readings[i] as FactReading));
  const testStatuses = tested.map((one) => one.status);
  return { flat, readings, tested, testStatuses, key: keyOf(tested, readings) };
}

/** What a rule says where its nodes, in the order of the list, come to these statuses. */
function heldAs(asked: AskedTests, statuses: readonly CriterionStatus[]): HeldRule {
  const { flat, readings, tested, testStatuses, key } = asked;
  const addresses = partStatus(statuses, flat.addresses, 'met');
  const decision = verdictOf(flat, statuses);
  return { rule: flat.rule, flat, readings, tested, testStatuses, statuses, addresses, decision, key };
}

/** What analyses of a rule depend on, besides the rule. */
function keyOf(tested: readonly Tested[], readings: readonly FactReading[]): string {
  let key = '';
  for (let i = 0; i < tested.length; i++) {
    key += letterOf(tested[i] as Tested, readings[i]?.status === 'not-documented');
  }
  return key;
}

/** One letter for each state of a test that analyses tell apart: its status, and what that rests on. */
function letterOf({ status, assumed }: Tested, isSilent: boolean): string {
  const letter = status === 'met' ? 'm' : status === 'not-met' ? 'n' : 'u';
  if (assumed === 'uncertain') return status === 'met' ? 'y' : 'z';
  return isSilent || assumed === 'not-documented' ? letter.toUpperCase() : letter;
}
