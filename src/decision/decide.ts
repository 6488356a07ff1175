/**
 * Service, facts, date and rules -> decision with its whole trace.
 * INVARIANT: nothing of a determination can come in here; the facts are those of the case summary.
 * Not here: how a letter's services make up one predicted outcome (`predicted-outcome.ts`).
 */
import { BoundedMemo } from '../text/bounded-memo.js';
import type { Decision, RuleTrace } from '../vocabulary/decision.js';
import type { FactBase } from '../vocabulary/fact.js';
import type { Rule, RuleSet } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import { applicableRules, rulesByFamily, whyNotInForce } from './applicable-rules.js';
import { CompiledRule } from './compiled-rule.js';
import { combineDecisions, type Ruling, ruleOn } from './governing-rule.js';
import { groundsOf, reasonOf } from './grounds.js';
import { type HeldRule, holdRule, Readings } from './held-rule.js';
import { NOT_PASSED_OVER, traceRule, traceUntested } from './trace.js';
import { turningPoints } from './turning-points.js';

type Grounds = ReturnType<typeof groundsOf>;
type TurningPoints = Decision['turningPoints'];

/** What is kept for as long as a rule set is: its rules made ready, and analyses of what they decided. */
interface Bench {
  readonly families: ReadonlyMap<string, readonly Rule[]>;
  readonly compiled: Map<Rule, CompiledRule>;
  readonly grounds: BoundedMemo<Grounds>;
  readonly turns: BoundedMemo<TurningPoints>;
}

const benches = new WeakMap<RuleSet, Bench>();

/**
 * Decides one service.
 * @param date the day that chooses the editions, ISO, may be partial; null takes the latest edition of each tier
 * @returns the decision; the same for the same input, whatever was decided before
 */
export async function decide(
  service: Service,
  facts: FactBase,
  date: string | null,
  rules: RuleSet,
): Promise<Decision> {
  const { ruling, ...decided } = await ruleOnService(service, facts, date, rules);
  const turns = () => turningPoints(ruling.governing, combineDecisions);
  return { ...decided, turningPoints: recalled(benchOf(rules).turns, ruling, turns) };
}

/** A decision before it is asked what would turn it, which takes longer than deciding. */
export interface Ruled extends Omit<Decision, 'turningPoints'> {
  readonly ruling: Ruling;
}

/** As `decide`, for those who do not ask what would turn the decision. */
export async function ruleOnService(
  service: Service,
  facts: FactBase,
  date: string | null,
  rules: RuleSet,
): Promise<Ruled> {
  const bench = benchOf(rules);
  const applicable = applicableRules(bench.families.get(service.family) ?? [], service);
  const readings = new Readings(service, facts);
  const held: HeldRule[] = [];
  const untested: RuleTrace[] = [];
  for (const rule of applicable) {
    const why = whyNotInForce(rule, date, applicable);
    if (why === null) held.push(await holdRule(compiledOf(bench, rule), readings));
    else untested.push(traceUntested(rule, why));
  }
  const ruling = ruleOn(held);
  return {
    service,
    decision: ruling.decision,
    date,
    rule: ruling.governing[0]?.rule.id ?? null,
    ...recalled(bench.grounds, ruling, () => groundsOf(ruling)),
    ...reasonOf(service, ruling),
    rules: [...tracesOf(held, ruling), ...untested],
    ruling,
  };
}

function benchOf(rules: RuleSet): Bench {
  const known = benches.get(rules);
  if (known !== undefined) return known;
  const bench: Bench = {
    families: rulesByFamily(rules),
    compiled: new Map(),
    grounds: new BoundedMemo(),
    turns: new BoundedMemo(),
  };
  benches.set(rules, bench);
  return bench;
}

function compiledOf(bench: Bench, rule: Rule): CompiledRule {
  const known = bench.compiled.get(rule);
  if (known !== undefined) return known;
  const compiled = new CompiledRule(rule);
  bench.compiled.set(rule, compiled);
  return compiled;
}

/** Remembered by the governing rules and the state of each of their tests, on which alone it depends. */
function recalled<T>(memo: BoundedMemo<T>, { governing, decision }: Ruling, make: () => T): T {
  const key = `${decision} ${governing.map((one) => `${one.rule.id} ${one.key}`).join(' ')}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = make();
  memo.set(key, made);
  return made;
}

/** The governing rules first, then the others in the order of the evidence sequence. */
function tracesOf(held: readonly HeldRule[], { governing }: Ruling): readonly RuleTrace[] {
  const others = held.filter((one) => !governing.includes(one));
  return [
    ...governing.map((one) => traceRule(one, NOT_PASSED_OVER)),
    ...others.map((one) => traceRule(one, whyPassedOver(one, governing[0]))),
  ];
}

function whyPassedOver(
  held: HeldRule,
  governing: HeldRule | undefined,
): Pick<RuleTrace, 'passedOver' | 'passedOverBecause'> {
  if (held.addresses === 'not-met') {
    return {
      passedOver: 'silent',
      passedOverBecause: 'the guideline does not address this request for this condition',
    };
  }
  const speaks = governing ? `\`${governing.rule.id}\` comes first in the evidence sequence` : null;
  return { passedOver: 'lower-tier', passedOverBecause: speaks };
}
