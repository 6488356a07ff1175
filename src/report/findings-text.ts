/**
 * Findings as text: the code, what does not hold together, the words on both sides with their places, a hint.
 */
import type { Quote } from '../text/source-text.js';
import type { Finding } from '../vocabulary/decision.js';
import { placeText, type TextStyle } from './words.js';
import { indented, plainWords, shortened } from './wrap.js';

/** Longest quote that is shown whole, unless the caller says otherwise. */
const MOST_QUOTED = 320;

/**
 * @param document name of the letter, for the places of quotes
 * @param indent spaces before the code; what follows stands deeper
 */
export function findingLines(
  document: string,
  finding: Finding,
  style: TextStyle,
  indent: number,
): readonly string[] {
  const [first = '', ...rest] = indented(`${finding.code}: ${finding.message}`, style.width, indent, 2);
  const lines = [first.replace(finding.code, style.paint('red', finding.code)), ...rest];
  for (const quote of finding.quotes) lines.push(...quoteLines(document, quote, style, indent + 4));
  if (finding.hint !== null) lines.push(...indented(`hint: ${finding.hint}`, style.width, indent + 4, 2));
  return lines;
}

/** The words between quotation marks, and where they stand: beside them if there is room, else below. */
export function quoteLines(
  document: string,
  quote: Quote,
  style: TextStyle,
  indent: number,
  most = MOST_QUOTED,
): readonly string[] {
  const place = placeText(document, quote);
  const lines = indented(`"${shortened(plainWords(quote.text), most)}"`, style.width, indent, 1);
  const last = lines.at(-1) ?? '';
  if (last.length + 2 + place.length <= style.width) {
    return [...lines.slice(0, -1), `${last}  ${style.paint('dim', place)}`];
  }
  return [...lines, ' '.repeat(indent + 2) + style.paint('dim', place)];
}
