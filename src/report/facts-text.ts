/**
 * Facts as text: a line for each fact with status and value, what it is about, and the words it rests on.
 */
import type { Fact } from '../vocabulary/fact.js';
import type { LetterResult } from '../vocabulary/letter-result.js';
import { quoteLines } from './findings-text.js';
import { statusWord, type TextStyle, valueText } from './words.js';
import { indented, plainWords } from './wrap.js';

/** One letter: its name, its facts in the order of the result, `no facts` for none. No line end follows. */
export function factsText({ document, facts }: LetterResult, style: TextStyle): string {
  const lines = [style.paint('bold', plainWords(document))];
  if (facts.length === 0) lines.push('  no facts');
  for (const fact of facts) {
    lines.push(...indented(factLine(fact), style.width, 2, 2));
    for (const quote of fact.evidence) lines.push(...quoteLines(document, quote, style, 6));
  }
  return lines.join('\n');
}

/** `pain_vas: present, 8 [lumbar_spine, left, L4-5] on 2015-09-10`. */
function factLine(fact: Fact): string {
  const about = [fact.service, fact.region, fact.laterality, ...fact.levels].filter((one) => one !== null);
  const value = fact.value === null ? '' : `, ${valueText(fact.value)}`;
  const where = about.length === 0 ? '' : ` [${about.join(', ')}]`;
  const when = fact.date === null ? '' : ` on ${fact.date}`;
  return `${fact.fact}: ${statusWord(fact.status)}${value}${where}${when}`;
}
