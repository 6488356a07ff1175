/**
 * The labelled letters of `test/corpus` for tests, and the output of a reader that says what the labels say.
 */
import type { Letter } from '../../bench/eval/cases.js';
import { scoreLetters } from '../../bench/eval/figures.js';
import type { GoldFact, GoldIssue } from '../../bench/eval/gold.js';
import { isRequestFact, isScored } from '../../bench/eval/gold.js';
import type { OutputFact, OutputFinding, OutputIssue, OutputService } from '../../bench/eval/output.js';
import type { OutputQuote } from '../../bench/eval/quotes.js';
import { readEquivalents, readLabelledLetters, readVocabularyTable } from '../../bench/eval/read-inputs.js';

export const CORPUS = 'test/corpus';

export const YARDSTICK = {
  equivalents: readEquivalents(),
  vocabulary: readVocabularyTable(),
};

/** All letters, as if all were labelled exhaustively, so that precision is scored on each. */
export const LETTERS: readonly Letter[] = readLabelledLetters(CORPUS).map((letter) => ({
  ...letter,
  gold: { ...letter.gold, complete: true },
}));

export interface Rows {
  readonly facts: readonly OutputFact[];
  readonly issues: readonly OutputIssue[];
}

export const PERFECT: Rows = {
  facts: LETTERS.flatMap((letter) =>
    letter.gold.facts.filter(isToBeFound).map((label) => factOf(letter, label)),
  ),
  issues: LETTERS.flatMap((letter) => letter.gold.issues.map((issue, i) => issueOf(letter, issue, i))),
};

export function scoreRows({ facts, issues }: Rows) {
  const { figures } = scoreLetters(
    LETTERS,
    { facts: { rows: byLetter(facts), unread: [] }, checks: { rows: byLetter(issues), unread: [] } },
    YARDSTICK,
  );
  const { facts: factFigures, issues: issueFigures, services, decisions, findings } = figures;
  if (!factFigures || !issueFigures || !services || !decisions || !findings)
    throw new Error('a part is missing');
  return { facts: factFigures, issues: issueFigures, services, decisions, findings };
}

/** The perfect output with every fact changed; null drops it. */
export function withFacts(change: (fact: OutputFact, index: number) => OutputFact | null): Rows {
  return {
    ...PERFECT,
    facts: PERFECT.facts.flatMap((fact, i) => change(fact, i) ?? []),
  };
}

export function withIssues(change: (issue: OutputIssue) => OutputIssue): Rows {
  return { ...PERFECT, issues: PERFECT.issues.map(change) };
}

export function withServices(change: (service: OutputService) => readonly OutputService[]): Rows {
  return withIssues((issue) => ({ ...issue, services: issue.services.flatMap(change) }));
}

function byLetter<Row extends { readonly document: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const letters = new Map<string, Row[]>();
  for (const row of rows) letters.set(row.document, [...(letters.get(row.document) ?? []), row]);
  return letters;
}

function isToBeFound(label: GoldFact): boolean {
  return label.where === 'summary' && isScored(label) && !isRequestFact(label.fact);
}

function factOf(letter: Letter, label: GoldFact): OutputFact {
  const { fact, status, value, region, laterality, levels, date } = label;
  const evidence = [quoteOf(letter, label.evidence, 'summary')];
  const said = status === 'gap' ? 'not-documented' : status;
  return { document: letter.name, fact, status: said, value, region, laterality, levels, date, evidence };
}

function issueOf(letter: Letter, gold: GoldIssue, index: number): OutputIssue {
  const { request, outcome } = gold;
  return {
    document: letter.name,
    issue: index + 1,
    request,
    services: gold.services.filter(({ optional }) => !optional).map((one) => ({ ...one, decidedBy: [] })),
    predicted: outcome,
    actual: outcome,
    findings: index === 0 ? findingsOf(letter) : [],
  };
}

function findingsOf(letter: Letter): OutputFinding[] {
  const labels = letter.gold.inconsistencies.filter(({ optional }) => !optional);
  return labels.map(({ type, words, conflicts_with: other }) => ({
    code: type,
    message: '',
    quotes: [words, other ?? ''].map((text) => quoteOf(letter, text, 'anywhere')),
  }));
}

function quoteOf({ text }: Letter, words: string, part: 'summary' | 'anywhere'): OutputQuote {
  const [place] = (part === 'summary' ? text?.placesInSummary(words) : text?.places(words)) ?? [];
  return text && place ? { text: text.slice(place), ...place } : { text: words, start: null, end: null };
}
