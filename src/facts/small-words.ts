/**
 * What small words do between those that facts are made of: `at the` leads from a finding to its level. Which words do
 * what is data of the lexicon. Each role is a bit of the unit, so that asking costs no lookup.
 */
import type { Unit } from '../language/unit.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import { SMALL_WORD_ROLES, type SmallWordRole } from '../vocabulary/lexicon-terms.js';

const BITS = Object.fromEntries(SMALL_WORD_ROLES.map((role, i) => [role, 1 << i])) as Readonly<
  Record<SmallWordRole, number>
>;

/** The roles of each word of the lists, as bits. */
export function rolesByWord(lists: NonNullable<LexiconFile['small-words']>): ReadonlyMap<string, number> {
  const roles = new Map<string, number>();
  for (const role of SMALL_WORD_ROLES)
    for (const word of lists[role] ?? []) roles.set(word, (roles.get(word) ?? 0) | BITS[role]);
  return roles;
}

/** True if a unit does this; false where there is no unit. */
export function does(unit: Unit | undefined, role: SmallWordRole): boolean {
  return unit !== undefined && (unit.roles & BITS[role]) !== 0;
}
