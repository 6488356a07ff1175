/**
 * A rule made ready to decide with: flattened, its engine built once, and what was settled before remembered by the
 * statuses of its tests. Letters repeat, so most rules of a batch are never evaluated twice.
 */
import { BoundedMemo } from '../text/bounded-memo.js';
import type { CriterionStatus } from '../vocabulary/decision.js';
import type { Rule } from '../vocabulary/rule.js';
import { EngineBracket } from './engine-bracket.js';
import { type FlatRule, flattenRule } from './flat-rule.js';

/** One rule at work; may be asked for many cases, also at the same time. */
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
