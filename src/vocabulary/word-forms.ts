/**
 * The forms under which phrases know a word that is written otherwise: irregular inflections, and the words for numbers.
 * A text is read into numbers before phrases are looked for, so `no one` in a phrase stands for `no 1`.
 */
import type { LexiconFile } from './lexicon.js';

/** Forms by the word, or the figure, that they belong to: `feel` to `felt`, `1` to `one`. */
export function wordForms(lexicon: LexiconFile): Readonly<Record<string, readonly string[]>> {
  const forms: Record<string, string[]> = {};
  for (const [word, value] of Object.entries(lexicon['number-words'] ?? {}))
    forms[String(value)] = [...(forms[String(value)] ?? []), word];
  return { ...lexicon['irregular-forms'], ...forms };
}
