/**
 * Evaluates a rule's trees with json-rules-engine, which knows only true and false.
 * Each tree is given to the engine twice: `low`, where every undetermined test fails, and `high`, where every one
 * passes; `not` is pushed down to the tests first, so both runs are monotone. Equal results are settled, unequal
 * ones undetermined: strong Kleene logic out of two-valued runs.
 * Quirks of the engine (7.3) that shape this: an unset fact makes negated tests true, so every fact is passed; a
 * root must be a group; it has no counting group, so members of `at-least` are rules of their own that run first
 * and are tallied; runs of one engine at the same time cut each other short, so they queue.
 */
import { type Almanac, Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { CriterionStatus } from '../vocabulary/decision.js';
import type { FlatRule } from './flat-rule.js';
import { neededCount } from './three-values.js';

type Side = 'low' | 'high';
type Condition = Parameters<Engine['setCondition']>[1] | NestedTest;
interface NestedTest {
  readonly name: string;
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}

const EVENT = { type: 'evaluated' };

/** The engine of one rule, built once. Runs queue, so that it may be asked again before it has answered. */
export class EngineBracket {
  readonly #flat: FlatRule;
  readonly #engine: Engine;
  readonly #negated = new Map<number, boolean>();
  #lastRun: Promise<unknown> = Promise.resolve();

  constructor(flat: FlatRule) {
    this.#flat = flat;
    this.#engine = new Engine();
    for (const side of ['low', 'high'] as const) {
      for (const root of [flat.addresses, flat.criteria, flat.exclusions, flat.limits]) {
        if (root === null) continue;
        const condition = this.#compile(root, false, side, 2);
        this.#engine.addRule({
          name: `root ${root}`,
          conditions: { all: [condition] },
          event: EVENT,
          priority: 1,
        });
      }
    }
  }

  /**
   * The status of every node of the rule.
   * @param tests one per test, in the order of the flat rule
   */
  async settle(tests: readonly CriterionStatus[]): Promise<CriterionStatus[]> {
    const facts: Record<string, CriterionStatus> = {};
    this.#flat.testPositions.forEach((position, i) => {
      facts[factName(position)] = tests[i] ?? 'undetermined';
    });
    const run = this.#lastRun.then(() => this.#engine.run(facts));
    this.#lastRun = run.catch(() => undefined);
    try {
      const { results, failureResults } = await run;
      const passed = new Map<string, boolean>();
      for (const { conditions } of [...results, ...failureResults]) collect(conditions, passed);
      return this.#flat.nodes.map((_node, position) => this.#bracket(position, passed));
    } catch (cause) {
      throw new Error(`the engine failed on rule \`${this.#flat.rule.id}\``, { cause });
    }
  }

  #bracket(position: number, passed: ReadonlyMap<string, boolean>): CriterionStatus {
    const low = passed.get(nodeName('low', position));
    const high = passed.get(nodeName('high', position));
    if (low === undefined || high === undefined) throw new Error(`node ${position} was not evaluated`);
    if (low !== high) return 'undetermined';
    return low !== (this.#negated.get(position) ?? false) ? 'met' : 'not-met';
  }

  /** A condition that holds when the node is met, or not met if `negated`. */
  #compile(position: number, negated: boolean, side: Side, priority: number): Condition {
    const node = this.#flat.nodes[position];
    if (node === undefined) throw new Error(`no node ${position}`);
    this.#negated.set(position, negated);
    const name = nodeName(side, position);
    const { criterion, members } = node;
    if (criterion.kind === 'test') {
      const wanted = negated ? 'not-met' : 'met';
      const value = side === 'low' ? [wanted] : [wanted, 'undetermined'];
      return { name, fact: factName(position), operator: 'in', value };
    }
    const negateMembers = criterion.kind === 'not' ? !negated : negated;
    if (criterion.kind !== 'at-least') {
      const conditions = members.map((member) => this.#compile(member, negateMembers, side, priority));
      const isAny = (criterion.kind === 'any') !== negated && criterion.kind !== 'not';
      return isAny ? { name, any: conditions } : { name, all: conditions };
    }
    const needed = neededCount('at-least', criterion.count, members.length);
    const tally = `tally ${name}`;
    this.#addTally(tally, members, negateMembers, side, priority);
    const value = negated ? members.length - needed + 1 : needed;
    return { name, fact: tally, operator: 'greaterThanInclusive', value };
  }

  /** Rules that run before the tree and leave in a fact how many of the members hold. */
  #addTally(tally: string, members: readonly number[], negated: boolean, side: Side, priority: number): void {
    const marks = members.map((member) => `${tally} ${member}`);
    members.forEach((member, i) => {
      const mark = marks[i] ?? '';
      const conditions: TopLevelCondition = { all: [this.#compile(member, negated, side, priority + 1)] };
      const onSuccess = (_event: unknown, almanac: Almanac): void => almanac.addRuntimeFact(mark, 1);
      const rule: RuleProperties = { name: mark, conditions, event: EVENT, priority, onSuccess };
      this.#engine.addFact(mark, 0);
      this.#engine.addRule(rule);
    });
    const count = async (_params: unknown, almanac: Almanac): Promise<number> => {
      const values = await Promise.all(marks.map((mark) => almanac.factValue<number>(mark)));
      return values.reduce((sum, value) => sum + value, 0);
    };
    this.#engine.addFact(tally, count, { cache: false });
  }
}

function factName(position: number): string {
  return `test ${position}`;
}

function nodeName(side: Side, position: number): string {
  return `${side} ${position}`;
}

/** Reads the result of every named condition out of an evaluated tree. */
function collect(condition: object, passed: Map<string, boolean>): void {
  const { name, result, all, any } = condition as {
    readonly name?: string;
    readonly result?: boolean;
    readonly all?: readonly object[];
    readonly any?: readonly object[];
  };
  if (name !== undefined && result !== undefined) passed.set(name, result);
  for (const member of all ?? any ?? []) collect(member, passed);
}
