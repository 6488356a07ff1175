/**
 * The sentences of a summary that facts rest on, with what points to a person taken off: days become years, ages
 * round down to ten, names after a title and long numbers go. They are given only if they still read as those facts.
 * A reader must look at them all the same: no list of patterns knows every name.
 */

import { extractFacts } from '../facts/extract.js';
import { factBase } from '../facts/fact-base.js';
import { readDate } from '../language/dates.js';
import { Tokens } from '../language/tokens.js';
import { type UnitData, UnitReading } from '../language/unit.js';
import { SourceText, type Span } from '../text/source-text.js';
import type { FactReading } from '../vocabulary/fact.js';
import type { Service } from '../vocabulary/service.js';
import type { Knowledge } from './knowledge.js';

/** `45` of `45-year-old` */
const AGE = /\b(\d{2,3})(?=[\s-]*(?:years?|yrs?|y)[\s./-]*(?:old|o)\b)/gi;
/** `Dr. Smith`, `Ms. Mary Jones` */
const TITLED_NAME = /\b(Drs?|Mrs?|Ms)\b\.?(?:\s+[A-Z][\w'-]*){1,3}/g;
/** `CM15-0012345`, `123456` */
const LONG_NUMBER = /\b[A-Z]{0,4}\d{0,4}-?\d{6,}\b/g;
const SENTENCE_END = /[.!?](?=\s)/g;

/**
 * The sentences of a summary that readings rest on, blurred.
 * @returns their text on one line, and in `unlike` the facts that it, read by itself, no longer gives as they were
 */
export function blurredText(
  source: SourceText,
  summary: Span,
  readings: readonly FactReading[],
  service: Service,
  { lexicon }: Knowledge,
): { readonly text: string; readonly unlike: readonly string[] } {
  const spans = readings.flatMap(({ facts }) => facts.slice(0, 1).flatMap(({ evidence }) => evidence));
  const text = sentencesAround(source.text, summary, spans)
    .map((sentence) => blurred(sentence, lexicon.units))
    .join(' ');
  const read = new SourceText('example', text);
  const base = factBase(extractFacts(read, { start: 0, end: text.length }, lexicon, null), lexicon);
  const unlike = readings.filter(({ fact, status, value }) => {
    const again = base.ask(fact, service);
    return again.status !== status || JSON.stringify(again.value) !== JSON.stringify(value);
  });
  return { text, unlike: unlike.map((one) => one.fact) };
}

/** The sentences that hold the spans, each once, in the order of the text, on one line. */
function sentencesAround(text: string, summary: Span, spans: readonly Span[]): readonly string[] {
  const body = text.slice(summary.start, summary.end);
  const ends = [...body.matchAll(SENTENCE_END)].map((match) => summary.start + match.index + 1);
  const bounds = [summary.start, ...ends, summary.end];
  return bounds.slice(1).flatMap((end, i) => {
    const start = bounds[i] ?? summary.start;
    if (!spans.some((span) => span.start < end && span.end > start)) return [];
    return [text.slice(start, end).replace(/\s+/g, ' ').trim()];
  });
}

/** A sentence without days, exact ages, names after titles and long numbers. @param sentence on one line */
export function blurred(sentence: string, data: UnitData): string {
  const undated = withoutDays(sentence, data);
  return undated
    .replace(AGE, (age) => String(Math.max(10, Math.floor(Number(age) / 10) * 10)))
    .replace(TITLED_NAME, (_name, title: string) => `${title} N`)
    .replace(LONG_NUMBER, 'N');
}

function withoutDays(sentence: string, data: UnitData): string {
  const tokens = Tokens.of(sentence);
  const reading = new UnitReading(tokens, data);
  let result = '';
  let at = 0;
  for (let i = 0; i < tokens.length; ) {
    const found = readDate(reading, i);
    if (found) {
      result += sentence.slice(at, tokens.start(i)) + found.iso.slice(0, 4);
      at = tokens.end(found.next - 1);
    }
    i = found?.next ?? i + 1;
  }
  return result + sentence.slice(at);
}
