/**
 * How many services each rule decided before and after an edit. What a rule leaves undetermined it does not decide.
 */
import type { JudgedService, RuleShift } from '../vocabulary/impact.js';

/** Counts services, in any order, by the rule that decided them. */
export class RuleShiftTally {
  readonly #counts = new Map<string, [before: number, after: number]>();

  /** The services of one issue by both sets of rules; what goes unchanged counts on both sides. */
  add(before: readonly JudgedService[], after: readonly JudgedService[]): void {
    this.#count(before, 0);
    this.#count(after, 1);
  }

  /** Rules whose number changed, the largest change first, then by id. */
  get shifts(): readonly RuleShift[] {
    return [...this.#counts]
      .filter(([, [before, after]]) => before !== after)
      .sort(([a, [x, y]], [b, [u, v]]) => Math.abs(v - u) - Math.abs(y - x) || (a < b ? -1 : 1))
      .map(([rule, [decidedBefore, decidedAfter]]) => ({ rule, decidedBefore, decidedAfter }));
  }

  #count(services: readonly JudgedService[], side: 0 | 1): void {
    for (const { rule, decision } of services) {
      if (rule === null || decision === 'undetermined') continue;
      const counts = this.#counts.get(rule) ?? [0, 0];
      counts[side] += 1;
      this.#counts.set(rule, counts);
    }
  }
}
