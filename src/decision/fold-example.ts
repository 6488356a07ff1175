/**
 * One example held against one rule by the plain fold, without the engine: for the thousands of what-ifs of coverage
 * and mutation. Comes to the same as `hold-example.ts`, which a differential test holds.
 */
import type { ExampleEnd } from '../vocabulary/example-run.js';
import type { FactReading } from '../vocabulary/fact.js';
import type { Rule, RuleExample } from '../vocabulary/rule.js';
import { applicableRules, whyNotInForce } from './applicable-rules.js';
import { decidingCriteria } from './deciding-criteria.js';
import { type HeldRule, Readings } from './held-rule.js';
import { exampleFacts } from './hold-example.js';

/** What an example says, asked fact by fact; or its end, where the rule is not for its service or not in force. */
export type CaseReadings =
  | { readonly ask: (fact: string) => FactReading }
  | Exclude<ExampleEnd, 'met' | 'not-met' | 'undetermined'>;

/** Whether a rule speaks on an example at all depends on its head alone, which no change of criteria touches. */
export function readingsOf(rule: Rule, example: RuleExample): CaseReadings {
  const family = rule.families.includes(example.service.family) ? [rule] : [];
  const applicable = applicableRules(family, example.service);
  if (applicable.length === 0) return 'silent';
  if (whyNotInForce(rule, example.date, applicable) !== null) return 'out-of-force';
  return new Readings(example.service, exampleFacts(example.readings));
}

/** What a held rule comes to when it stands alone. */
export function endOfHeld({ rule, addresses, decision }: HeldRule): ExampleEnd {
  if (addresses === 'not-met') return 'silent';
  if (addresses === 'undetermined' || decision === 'undetermined') return 'undetermined';
  return decision === rule.decision ? 'met' : 'not-met';
}

/** Ids of the criteria that settle what a held rule comes to; empty where it settles nothing. */
export function decidersOfHeld(held: HeldRule): readonly string[] {
  return held.addresses === 'met' ? decidingCriteria(held) : [];
}
