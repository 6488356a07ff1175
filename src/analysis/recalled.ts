/**
 * How what an earlier run found of some rules by themselves can be taken over where nothing of them has changed.
 * Not here: where it is kept, and how that nothing has changed is known (`pipeline/lint-folder.ts`).
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Rule } from '../vocabulary/rule.js';

/**
 * What was found under a name of these rules, else what is made now.
 * @param make depends on the rules and on what the facts can say, and on nothing else
 */
export type Recalled = (
  aspect: string,
  rules: readonly Rule[],
  make: () => readonly Diagnostic[],
) => readonly Diagnostic[];

/** Finds everything anew. */
export const NOTHING_RECALLED: Recalled = (_aspect, _rules, make) => make();
