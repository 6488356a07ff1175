/**
 * How reports for people are laid out in a session, with the meanings of facts from the lexicon.
 */
import type { Knowledge, TextStyle } from '../index.js';
import type { Session } from './session.js';

export function textStyle({ width, paint }: Session, { lexicon }: Knowledge): TextStyle {
  return { width, paint, meaningOf: (fact) => lexicon.facts.get(fact)?.meaning ?? null };
}
