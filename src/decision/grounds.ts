/**
 * What a ruling rests on: the criteria that decided, the facts that could still change it, and why nothing was decided.
 */
import type { Decision } from '../vocabulary/decision.js';
import { type Service, UNKNOWN_FAMILY } from '../vocabulary/service.js';
import { decidingCriteria } from './deciding-criteria.js';
import type { Ruling } from './governing-rule.js';
import { undocumentedFacts } from './undocumented-facts.js';

export function groundsOf({ governing, decision }: Ruling): Pick<Decision, 'decidedBy' | 'undocumented'> {
  const first = governing.find((one) => one.decision === decision);
  return {
    decidedBy: decision === 'undetermined' || first === undefined ? [] : decidingCriteria(first),
    undocumented: [...new Set(governing.flatMap(undocumentedFacts))],
  };
}

export function reasonOf(service: Service, ruling: Ruling): Pick<Decision, 'reason' | 'reasonText'> {
  if (service.family !== UNKNOWN_FAMILY) return { reason: ruling.reason, reasonText: ruling.reasonText };
  return {
    reason: 'unknown-service',
    reasonText: `the lexicon has no service for \`${service.words.text}\``,
  };
}
