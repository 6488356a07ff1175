/**
 * What a case comes to and what settled it, without the trace and without what would turn it: for stored cases, of
 * which there are very many. Folded, not run through the engine.
 * INVARIANT: it comes to the same as `decide`, which a differential test holds.
 */
import type { Decision } from '../vocabulary/decision.js';
import type { FactBase } from '../vocabulary/fact.js';
import type { Rule, RuleSet } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import { applicableRules, rulesByFamily, whyNotInForce } from './applicable-rules.js';
import { type FlatRule, flattenRule } from './flat-rule.js';
import { foldRule } from './fold-example.js';
import { ruleOn } from './governing-rule.js';
import { groundsOf, reasonOf } from './grounds.js';
import { type HeldRule, Readings } from './held-rule.js';

export interface Settled extends Pick<Decision, 'decision' | 'decidedBy' | 'undocumented' | 'reason'> {
  /** The rule that governs, held against the case; null where none does. */
  readonly governing: HeldRule | null;
}

/** Settles the cases of one rule set. */
export class Settler {
  readonly #families: ReadonlyMap<string, readonly Rule[]>;
  readonly #flat = new Map<Rule, FlatRule>();

  constructor(rules: RuleSet) {
    this.#families = rulesByFamily(rules);
  }

  /** @param date as for `decide` */
  settle(service: Service, facts: FactBase, date: string | null): Settled {
    const applicable = applicableRules(this.#families.get(service.family) ?? [], service);
    const readings = new Readings(service, facts);
    const held = applicable
      .filter((rule) => whyNotInForce(rule, date, applicable) === null)
      .map((rule) => foldRule(this.#flatOf(rule), (fact) => readings.ask(fact)));
    const ruling = ruleOn(held);
    return {
      decision: ruling.decision,
      ...groundsOf(ruling),
      reason: reasonOf(service, ruling).reason,
      governing: ruling.governing[0] ?? null,
    };
  }

  #flatOf(rule: Rule): FlatRule {
    const known = this.#flat.get(rule);
    if (known !== undefined) return known;
    const made = flattenRule(rule);
    this.#flat.set(rule, made);
    return made;
  }
}
