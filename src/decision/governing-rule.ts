/**
 * Which guideline speaks, by the medical evidence search sequence (8 CCR 9792.21.1): the lowest tier with a rule
 * that addresses the case governs, silent rules are passed over.
 * Rules of that tier that come to different ends decide nothing: never the last one read, never the first.
 * If it is open whether a rule addresses the case, it governs only if the next tier would decide the same.
 */
import type { Decision, DecisionValue } from '../vocabulary/decision.js';
import type { HeldRule } from './held-rule.js';

/** What the rules in force come to together. */
export interface Ruling {
  readonly decision: DecisionValue;
  readonly reason: Decision['reason'];
  readonly reasonText: string | null;
  /** The rules of the tier that governs; the first is named in the decision. Empty when no rule speaks. */
  readonly governing: readonly HeldRule[];
}

/** What the rules for a service come to. @param held those in force, in the order of the evidence sequence */
export function ruleOn(held: readonly HeldRule[]): Ruling {
  const tier = held[0]?.rule.tier;
  if (tier === undefined) {
    return {
      decision: 'undetermined',
      reason: 'no-rule',
      reasonText: 'no rule addresses this request',
      governing: [],
    };
  }
  const lower = held.filter((one) => one.rule.tier !== tier);
  const speaking = held.filter((one) => one.rule.tier === tier && one.addresses !== 'not-met');
  if (speaking.length === 0) return ruleOn(lower);
  const decision = combineDecisions(speaking.map((one) => one.decision));
  const isOpen = speaking.every((one) => one.addresses === 'undetermined');
  if (isOpen && ruleOn(lower).decision !== decision) {
    const ids = speaking.map((one) => `\`${one.rule.id}\``).join(', ');
    const reasonText = `it is not documented whether ${ids} addresses the case`;
    return { decision: 'undetermined', reason: 'not-documented', reasonText, governing: speaking };
  }
  const governing = [...speaking].sort((a, b) => rank(a, decision) - rank(b, decision));
  if (decision !== 'undetermined') return { decision, reason: null, reasonText: null, governing };
  return { decision, ...whyUndetermined(speaking), governing };
}

/** One decision out of those of rules of the same tier: theirs if they agree, else undetermined. */
export function combineDecisions(decisions: readonly DecisionValue[]): DecisionValue {
  const [first] = decisions;
  return first !== undefined && decisions.every((one) => one === first) ? first : 'undetermined';
}

function whyUndetermined(speaking: readonly HeldRule[]): Pick<Ruling, 'reason' | 'reasonText'> {
  const yes = speaking.find((one) => one.decision === 'medically-necessary');
  const no = speaking.find((one) => one.decision === 'not-medically-necessary');
  if (yes && no) {
    const reasonText = `${nameOf(yes)} says necessary, ${nameOf(no)} says not necessary`;
    return { reason: 'conflict', reasonText };
  }
  const open = speaking.filter((one) => one.decision === 'undetermined').map((one) => `\`${one.rule.id}\``);
  return { reason: 'not-documented', reasonText: `what is documented does not settle ${open.join(', ')}` };
}

function nameOf({ rule }: HeldRule): string {
  return `\`${rule.id}\` (${rule.place.file}:${rule.place.line})`;
}

/** Rules that decide as the tier does come first, then those that surely address the case. */
function rank(held: HeldRule, decision: DecisionValue): number {
  return (held.decision === decision ? 0 : 2) + (held.addresses === 'met' ? 0 : 1);
}
