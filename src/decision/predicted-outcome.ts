/**
 * Decisions on the services of one issue -> the outcome that they predict for it.
 * The one place where a decision becomes an outcome: `upheld` means that the denial stands, so not necessary.
 */
import type { Decision, Predicted } from '../vocabulary/decision.js';

/**
 * The outcome of one issue, from all of its services; of none it is undetermined.
 * @returns `undetermined` while an undetermined service could still change the outcome; once services differ it
 * is overturned in part, whatever the others come to
 */
export function predictOutcome(decisions: readonly Pick<Decision, 'decision'>[]): Predicted {
  const has = (value: Decision['decision']): boolean => decisions.some((one) => one.decision === value);
  if (has('medically-necessary') && has('not-medically-necessary')) return 'overturned-in-part';
  if (decisions.length === 0 || has('undetermined')) return 'undetermined';
  return has('medically-necessary') ? 'overturned' : 'upheld';
}
