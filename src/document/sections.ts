/**
 * Parts a letter by its headings: case summary, issues, lists, blocks, front matter. The order of the parts is free.
 * In: the clean view and its headings. Out: spans of the view; they never overlap.
 * A summary ends at the first heading behind it, so that what follows that heading cannot change it.
 */
import type { CleanView } from '../text/clean-view.js';
import type { Span } from '../text/source-text.js';
import type { Heading, HeadingKind } from './headings.js';
import { trimmed } from './issue-parts.js';

/** The parts of one letter; of a file of several letters those of the first. */
export interface Sections {
  /** Null if there is no heading of a summary, or nothing under it. */
  readonly summary: Span | null;
  /** Headings of summaries, the used one first. */
  readonly summaryHeadings: readonly Span[];
  /** What stands under the heading of issues; null without one. */
  readonly issues: Span | null;
  /** Where the requests of the 2013 shape may be listed, and where its blocks may stand. */
  readonly lists: readonly Span[];
  readonly blocks: readonly Span[];
  /** What may hold header fields, in the order of the letter. */
  readonly fronts: readonly Span[];
}

interface Section extends Span {
  readonly kind: HeadingKind;
  readonly heading: Span;
}

/** Parts a letter. Text before the first heading is front matter. */
export function splitSections(view: CleanView, headings: readonly Heading[]): Sections {
  const sections = mergeRepeats(sectionsOf(view.text, meaningful(headings)));
  const summaries = sections.filter((section) => section.kind === 'summary');
  const own = ofFirstLetter(sections, summaries);
  const spans = (...kinds: HeadingKind[]): Section[] => own.filter((section) => kinds.includes(section.kind));
  const issues = spans('issues');
  const first = summaries[0];
  return {
    summary: first ? trimmed(view.text, first.start, first.end) : null,
    summaryHeadings: summaries.map((section) => section.heading),
    issues:
      issues.length > 0 ? { start: (issues[0] as Section).start, end: (issues.at(-1) as Section).end } : null,
    lists: spans('list'),
    blocks: spans('items'),
    fronts: spans('front'),
  };
}

/** Leaves out blocks of the 2013 shape that stand in the summary, where utilization review is quoted. */
function meaningful(headings: readonly Heading[]): Heading[] {
  const documents = headings.findIndex((heading) => heading.kind === 'documents');
  const summary = headings.findIndex((heading) => heading.kind === 'summary');
  return headings.filter(
    (heading, index) => !(heading.kind === 'items' && summary >= 0 && index > summary && index < documents),
  );
}

function sectionsOf(text: string, headings: readonly Heading[]): Section[] {
  const opening: Section = {
    kind: 'front',
    heading: { start: 0, end: 0 },
    start: 0,
    end: headings[0]?.start ?? text.length,
  };
  const sections = headings.map((heading, index): Section => {
    const end = headings[index + 1]?.start ?? text.length;
    // Entries of lists and blocks are read with their opening words.
    const isEntry = heading.kind === 'list' || heading.kind === 'items';
    return {
      kind: heading.kind,
      heading: { start: heading.start, end: heading.end },
      start: isEntry ? heading.start : Math.min(heading.end, end),
      end,
    };
  });
  return [opening, ...sections];
}

/**
 * Joins sections of one kind that follow each other. A summary heading right below another, or marked as continued,
 * opens no summary of its own; any other does.
 */
function mergeRepeats(sections: readonly Section[]): Section[] {
  const merged: Section[] = [];
  for (const section of sections) {
    const last = merged.at(-1);
    if (!last || last.kind !== section.kind || section.kind === 'front') merged.push(section);
    else if (section.kind !== 'summary') merged[merged.length - 1] = { ...last, end: section.end };
    else if (last.end - last.start <= 2) merged[merged.length - 1] = section;
    else merged.push(section);
  }
  return merged;
}

/** The sections up to the second summary's letter, where a file holds several letters. */
function ofFirstLetter(sections: readonly Section[], summaries: readonly Section[]): readonly Section[] {
  const [first, second] = summaries;
  if (!first || !second) return sections;
  const firstIssues = sections.find((section) => section.kind === 'issues');
  const isReversed = firstIssues !== undefined && firstIssues.start < first.start;
  const limit = isReversed ? first.end : second.heading.start;
  const own = sections.filter((section) => section.start < limit);
  // Two summaries in a row, then issues: still one letter.
  return own.some(({ kind }) => kind === 'issues' || kind === 'list' || kind === 'items') ? own : sections;
}
