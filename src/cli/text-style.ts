/**
 * How reports for people are laid out in a session, with the meanings of facts and the names of ids from the lexicon.
 */
import type { Knowledge } from '../pipeline/knowledge.js';
import type { TextStyle } from '../report/words.js';
import type { Session } from './session.js';

/** The style of standard output; messages on standard error are laid out by the session. */
export function textStyle({ width, paint }: Session, { lexicon, names }: Knowledge): TextStyle {
  return { width, paint, meaningOf: (fact) => lexicon.facts.get(fact)?.meaning ?? null, names };
}
