/**
 * Results as a table for people: a line for each letter, a row for each issue, its findings below.
 * Columns depend on the width alone, so that rows can be printed as they come.
 */
import type { Decision } from '../vocabulary/decision.js';
import type { IssueResult, LetterResult } from '../vocabulary/letter-result.js';
import { findingLines } from './findings-text.js';
import { AGREEMENT_STYLES, AGREEMENT_WORDS, type TextStyle } from './words.js';
import { plainWords, wrap } from './wrap.js';

const TITLES = ['#', 'request', 'predicted', 'actual', 'agreement', 'decided by'] as const;
/** Widths of the columns between request and decided by: the longest words that stand there. */
const NUMBER_WIDTH = 2;
const OUTCOME_WIDTH = 12;
/** Room for `DISAGREE`, and on wide terminals for `not comparable`. */
const AGREEMENT_WIDTHS = { narrow: 10, wide: 14, from: 100 } as const;
/** Criteria named in a row; explanations name them all. */
const MOST_CRITERIA = 3;
const GAP = '  ';
const INDENT = '  ';

/** The titles of the columns with a rule below; once, before the first letter. */
export function checkHeading(style: TextStyle): string {
  const widths = columnWidths(style.width);
  const titles = rowText(
    TITLES.map((title) => [title]),
    widths,
  )[0];
  return `${style.paint('bold', titles ?? '')}\n${style.paint('dim', '─'.repeat(style.width))}`;
}

/** One letter: its name, its issues, their findings. */
export function checkText({ document, issues }: LetterResult, style: TextStyle): string {
  const rows = issues.flatMap((issue) => [
    ...issueRow(issue, style),
    ...issue.findings.flatMap((finding) => findingLines(document, finding, style, 6)),
  ]);
  if (issues.length === 0) rows.push(`${INDENT}no issues`);
  return [style.paint('bold', plainWords(document)), ...rows].join('\n');
}

function issueRow(issue: IssueResult, style: TextStyle): readonly string[] {
  const widths = columnWidths(style.width);
  const cells = [
    String(issue.issue),
    issue.request.text,
    issue.predicted,
    issue.actual ?? 'none stated',
    AGREEMENT_WORDS[issue.agreement],
    issue.decisions.length === 0 ? 'no summary' : issue.decisions.map(decidedByText).join('; '),
  ];
  const lines = rowText(
    cells.map((cell, i) => wrap(cell, widths[i] ?? 0)),
    widths,
  );
  const tint = AGREEMENT_STYLES[issue.agreement];
  if (tint === null) return lines;
  const word = AGREEMENT_WORDS[issue.agreement].split(' ')[0] ?? '';
  const at = 2 + NUMBER_WIDTH + (widths[1] ?? 0) + 2 * OUTCOME_WIDTH + 4 * GAP.length;
  return lines.map((line, i) =>
    i === 0 ? line.slice(0, at) + line.slice(at).replace(word, style.paint(tint, word)) : line,
  );
}

/** The rule and the criteria that settled it, or why nothing did. */
function decidedByText(decision: Decision): string {
  if (decision.decision === 'undetermined') return (decision.reason ?? 'undetermined').replaceAll('-', ' ');
  const more = decision.decidedBy.length - MOST_CRITERIA;
  const criteria =
    decision.decidedBy.slice(0, MOST_CRITERIA).join(', ') + (more > 0 ? ` and ${more} more` : '');
  if (decision.rule === null) return criteria;
  return criteria === '' ? decision.rule : `${decision.rule}: ${criteria}`;
}

function columnWidths(width: number): readonly number[] {
  const agreement = width < AGREEMENT_WIDTHS.from ? AGREEMENT_WIDTHS.narrow : AGREEMENT_WIDTHS.wide;
  const fixed = INDENT.length + NUMBER_WIDTH + 2 * OUTCOME_WIDTH + agreement + 5 * GAP.length;
  const free = Math.max(width - fixed, 24);
  const request = Math.ceil(free / 2);
  return [NUMBER_WIDTH, request, OUTCOME_WIDTH, OUTCOME_WIDTH, agreement, free - request];
}

/** Cells of several lines side by side. */
function rowText(cells: readonly (readonly string[])[], widths: readonly number[]): readonly string[] {
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, i) => {
    const parts = cells.map((cell, column) => (cell[i] ?? '').padEnd(widths[column] ?? 0));
    return `${INDENT}${parts.join(GAP)}`.trimEnd();
  });
}
