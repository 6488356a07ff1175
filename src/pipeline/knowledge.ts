/**
 * Everything that the checker knows and a letter does not say: the compiled lexicon and the rules.
 * Made once per run, then shared by all letters.
 */
import type { LetterForm } from '../document/letter-form.js';
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import type { CompiledServices } from '../requests/compiled-services.js';
import type { Names } from '../vocabulary/names.js';
import type { RuleSet } from '../vocabulary/rule.js';

/**
 * One lexicon and one rule set, ready for letters. Immutable but for what its parts remember, which changes no
 * result.
 */
export interface Knowledge {
  readonly lexicon: CompiledLexicon;
  readonly services: CompiledServices;
  readonly rules: RuleSet;
  /** How such letters are worded. */
  readonly form: LetterForm;
  /** What people call families and regions. */
  readonly names: Names;
}
