/**
 * What small words do between those that facts are made of: `at the` leads from a finding to its level. Which words do
 * what is data of the lexicon.
 */
import type { Unit } from '../language/unit.js';
import type { CountingRole, SmallWordRole } from '../vocabulary/lexicon-terms.js';

/** True if a unit does this; false where there is no unit. */
export function does(unit: Unit | undefined, role: SmallWordRole | CountingRole): boolean {
  return unit?.roles.has(role) ?? false;
}
