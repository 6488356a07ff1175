/**
 * Reads what a party says it relied on, in the wording of every year, into sources with title, year, sections, pages.
 * `Decision based on MTUS A 2004, Section(s): B, and C 2004, Section(s): D.` `… based its decision on the MTUS A, page 9.`
 * In: a span of the clean view. Out: a block with quotes of the source.
 * Not here: which guideline a title means, and whether it was in force.
 */
import type { CleanView } from '../text/clean-view.js';
import type { Span } from '../text/source-text.js';
import type { CitationForm } from './citation-form.js';
import { describeSource } from './citation-source.js';
import type { CitationBlock, CitedSource } from './imr-document.js';

/** A full stop that ends a sentence: not that of `No. 5`, of an initial, or of `version 20.0`. */
const SENTENCE_END = /(?<=[A-Za-z0-9)\]]{2}|[)\]"])\.(?= [A-Z])|\.$/;

/**
 * Reads a citation block.
 * @param administrator the block of the claims administrator, when this one may refer to it
 */
export function readCitations(
  view: CleanView,
  span: Span,
  administrator: CitationBlock | null,
  form: CitationForm,
): CitationBlock {
  const text = view.text.slice(span.start, span.end);
  const quote = view.source.quote(view.span(span.start, span.end));
  const own = citedSpans(text, form).map(({ kind, start, end }): CitedSource | null => {
    const words = text.slice(start, end);
    const description = describeSource(words, form);
    if (description === null) return null;
    return {
      kind: kind ?? kindByWording(words, form),
      ...description,
      quote: view.source.quote(view.span(span.start + start, span.start + end)),
    };
  });
  const sources = own.filter((source) => source !== null);
  if (sources.length === 0 && administrator && form.same.test(text)) {
    return { basedOnSchedule: administrator.basedOnSchedule, sources: administrator.sources, quote };
  }
  return { basedOnSchedule: basedOnSchedule(text, sources, form), sources, quote };
}

/** The schedule where any source is part of it; not where the block says so or every source is another; else unsaid. */
function basedOnSchedule(text: string, sources: readonly CitedSource[], form: CitationForm): boolean | null {
  if (sources.some((source) => source.kind === 'schedule')) return true;
  return sources.length > 0 || form.denial.test(text) ? false : null;
}

/** How citations of 2013 and 2014 show that a source is part of the schedule when no form says so. */
function kindByWording(words: string, { member, outsider }: CitationForm): CitedSource['kind'] {
  return member.test(words) && !outsider.test(words) ? 'schedule' : 'other';
}

interface CitedSpan extends Span {
  /** Null where the wording of the source itself must tell. */
  readonly kind: CitedSource['kind'] | null;
}

function citedSpans(text: string, form: CitationForm): CitedSpan[] {
  const formal = [...text.matchAll(form.formal)];
  if (formal.length > 0) {
    return formal.flatMap((match, index): CitedSpan[] => {
      const start = match.index + match[0].length;
      const end = formal[index + 1]?.index ?? text.length;
      if (match[1] !== undefined) return [{ kind: 'other', start, end: endOfSource(text, start, end) }];
      return chaptersOf(text, start, end, form).map((span): CitedSpan => ({ kind: 'schedule', ...span }));
    });
  }
  return [...text.matchAll(form.informal)].map((match, index, all): CitedSpan => {
    const start = match.index + match[0].length;
    return { kind: null, start, end: endOfSource(text, start, all[index + 1]?.index ?? text.length) };
  });
}

/** End of the sentence that a source stands in. */
function endOfSource(text: string, start: number, limit: number): number {
  const stop = text.slice(start, limit).search(SENTENCE_END);
  return stop < 0 ? limit : start + stop;
}

/** The chapters that one lead-in of a form names, each with its sections. */
function chaptersOf(text: string, start: number, limit: number, form: CitationForm): Span[] {
  const end = endOfSource(text, start, limit);
  const marks = [...text.slice(start, end).matchAll(form.sections)].map((match) => start + match.index);
  const chapters: Span[] = [];
  let from = start;
  for (const [index, mark] of marks.entries()) {
    const next = marks[index + 1];
    if (next === undefined) break;
    const between = text.slice(mark, next);
    const joint = form.joint.exec(between);
    if (!joint) continue;
    chapters.push({ start: from, end: mark + joint.index });
    from = mark + joint.index + joint[0].length;
  }
  return [...chapters, { start: from, end }];
}
