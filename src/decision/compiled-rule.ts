/**
 * A rule made ready to decide with: flattened, its engine built once, and what was settled before remembered by the
 * statuses of its tests. Letters repeat, so most rules of a batch are never evaluated twice.
 */
import type { CriterionStatus } from '../vocabulary/decision.js';
import type { Rule } from '../vocabulary/rule.js';
import { EngineBracket } from './engine-bracket.js';
import { type FlatRule, flattenRule } from './flat-rule.js';

const MOST_REMEMBERED = 5000;

export class CompiledRule {
  readonly flat: FlatRule;
  readonly #engine: EngineBracket;
  readonly #settled = new BoundedMemo<readonly CriterionStatus[]>();

  constructor(rule: Rule) {
    this.flat = flattenRule(rule);
    this.#engine = new EngineBracket(this.flat);
  }

  /** Statuses of every node, at once where these statuses of the tests were seen before. */
  settle(
    key: string,
    tests: readonly CriterionStatus[],
  ): readonly CriterionStatus[] | Promise<readonly CriterionStatus[]> {
    const known = this.#settled.get(key);
    if (known !== undefined) return known;
    return this.#engine.settle(tests).then((statuses) => {
      this.#settled.set(key, statuses);
      return statuses;
    });
  }
}

/** A map that starts over when it is full: enough where a few keys make up nearly all asks. */
export class BoundedMemo<V> {
  readonly #known = new Map<string, V>();

  get(key: string): V | undefined {
    return this.#known.get(key);
  }

  set(key: string, value: V): void {
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(key, value);
  }
}
