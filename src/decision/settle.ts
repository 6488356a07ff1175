/**
 * What a case comes to and what settled it, without the trace and without what would turn it: for stored cases, of
 * which there are very many. Folded, not run through the engine.
 * INVARIANT: it comes to the same as `decide`, which a differential test holds.
 */
import { BoundedMemo } from '../text/bounded-memo.js';
import type { Decision } from '../vocabulary/decision.js';
import type { FactBase, FactReading } from '../vocabulary/fact.js';
import type { Rule, RuleSet } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import { applicableRules, rulesByFamily, whyNotInForce } from './applicable-rules.js';
import { type FlatRule, flattenRule } from './flat-rule.js';
import { ruleOn } from './governing-rule.js';
import { groundsOf, reasonOf } from './grounds.js';
import { foldRule, type HeldRule, Readings } from './held-rule.js';

/** A decision without its service, trace and words. */
export interface Settled extends Pick<Decision, 'decision' | 'decidedBy' | 'undocumented' | 'reason'> {
  /** The rule that governs, held against a case of this kind; null where none does. */
  readonly governing: HeldRule | null;
}

/** Settles the cases of one rule set. */
export class Settler {
  readonly #families: ReadonlyMap<string, readonly Rule[]>;
  readonly #flat = new Map<Rule, FlatRule>();
  readonly #known = new BoundedMemo<Settled>();

  constructor(rules: RuleSet) {
    this.#families = rulesByFamily(rules);
  }

  /**
   * Settles one case.
   * @param date as for `decide`
   * @returns one and the same for cases that the governing rules cannot tell apart, as long as it is remembered
   */
  settle(service: Service, facts: FactBase, date: string | null): Settled {
    const ruling = ruleOn(this.#held(service, facts, date));
    const { decision, governing } = ruling;
    const { reason } = reasonOf(service, ruling);
    let key = `${decision} ${reason}`;
    for (const { rule, key: states } of governing) key += ` ${rule.id} ${states}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const settled = { decision, ...groundsOf(ruling), reason, governing: governing[0] ?? null };
    this.#known.set(key, settled);
    return settled;
  }

  /** The rules in force, tier by tier, up to the one whose rules surely speak: those after it are not asked. */
  #held(service: Service, facts: FactBase, date: string | null): readonly HeldRule[] {
    const applicable = applicableRules(this.#families.get(service.family) ?? [], service);
    const readings = new Readings(service, facts);
    const ask = (fact: string): FactReading => readings.ask(fact);
    const held: HeldRule[] = [];
    let last: number | null = null;
    for (const rule of applicable) {
      if (last !== null && rule.tier !== last) break;
      if (whyNotInForce(rule, date, applicable) !== null) continue;
      const one = foldRule(this.#flatOf(rule), ask);
      if (one.addresses === 'met') last = rule.tier;
      held.push(one);
    }
    return held;
  }

  #flatOf(rule: Rule): FlatRule {
    const known = this.#flat.get(rule);
    if (known !== undefined) return known;
    const made = flattenRule(rule);
    this.#flat.set(rule, made);
    return made;
  }
}
