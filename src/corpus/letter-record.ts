/**
 * A letter judged, as one plain record: what `necessity map` prints a line of, and what the tables of a store are
 * made from, here or in another engine.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { calledAs } from '../pipeline/check-letter.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import type { SourceText } from '../text/source-text.js';
import type { Fact } from '../vocabulary/fact.js';
import type { IssueRow, ServiceRow } from '../vocabulary/issue-row.js';
import { CaseDictionary } from './case-dictionary.js';
import { Evaluator } from './evaluator.js';
import { issueRow } from './issue-rows.js';
import { type JudgedService, judgeServices } from './judge-services.js';
import type { LetterFacts, LetterProblem, ServiceForm, StoredIssue } from './letter-facts.js';
import { problemOf, readLetter } from './read-letter.js';
import type { CriterionResult, Verdict } from './verdict.js';

/** A service row with all else that the request says, and every criterion of the rule that governs. */
export type ServiceRecord = Omit<ServiceForm, keyof ServiceRow> &
  ServiceRow & { readonly criteria: readonly CriterionResult[] };

/** An issue row without what its letter says once for all of them. */
export interface IssueRecord extends Omit<IssueRow, 'document' | 'urDate' | 'specialty' | 'services'> {
  readonly services: readonly ServiceRecord[];
}

/** The line of one letter. */
export interface LetterRecord
  extends Pick<LetterFacts, 'document' | 'hash' | 'year' | 'specialty' | 'urDate' | 'problems'> {
  readonly facts: readonly Fact[];
  readonly issues: readonly IssueRecord[];
}

/** A letter that could not be read at all. */
export interface UnreadRecord {
  readonly document: string;
  readonly error: Omit<LetterProblem, 'severity'>;
}

/** A letter with the rows of its issues. */
export interface JudgedLetter {
  readonly letter: LetterFacts;
  readonly verdicts: readonly (readonly Verdict[])[];
  readonly rows: readonly IssueRow[];
}

/** Entries of the dictionary after which it is begun anew, so that a run of any length takes the same memory. */
const MOST_ENTRIES = 5000;

/** Judges letters one after the other, and remembers what kinds of cases come to. */
export class LetterJudge {
  readonly #knowledge: Knowledge;
  readonly #hasSignatures: boolean;
  #evaluator: Evaluator;

  /** @param hasSignatures whether anybody will look for letters that repeat each other */
  constructor(knowledge: Knowledge, hasSignatures = true) {
    this.#knowledge = knowledge;
    this.#hasSignatures = hasSignatures;
    this.#evaluator = new Evaluator(knowledge.rules, new CaseDictionary());
  }

  /** Reads a letter and judges all of its issues; the same result whatever was judged before. */
  async judge(source: SourceText): Promise<JudgedLetter> {
    const { rules } = this.#knowledge;
    if (this.#evaluator.cases.size > MOST_ENTRIES)
      this.#evaluator = new Evaluator(rules, new CaseDictionary());
    const letter = readLetter(source, this.#knowledge, this.#hasSignatures);
    const judged = await this.#judgeServices(letter);
    const verdicts = judged.map((issue) => issue.map((one) => one.verdict));
    const quoteOf = (fact: number) => letter.facts[fact]?.evidence[0];
    const rows = letter.issues.map((issue, i) =>
      issueRow(letter, withForms(issue, judged[i] ?? []), verdicts[i] ?? [], quoteOf, rules),
    );
    return { letter, verdicts, rows };
  }

  #judgeServices({ issues, urDate }: LetterFacts): ReturnType<typeof judgeServices> {
    const { cases } = this.#evaluator;
    const numbered = issues.map(({ services }) =>
      services.map(({ form, readings }) => ({
        form: cases.formNumber(form),
        readings: readings.map((reading) => cases.readingNumber(reading)),
      })),
    );
    return judgeServices(numbered, urDate, this.#evaluator, calledAs(this.#knowledge));
  }
}

/** The issue with the forms under which its services were judged. */
function withForms(issue: StoredIssue, judged: readonly JudgedService[]): StoredIssue {
  const services = issue.services.map((service, i) => ({
    ...service,
    form: judged[i]?.form ?? service.form,
  }));
  return { ...issue, services };
}

/** What is written of a judged letter. */
export function letterRecord({ letter, verdicts, rows }: JudgedLetter): LetterRecord {
  const { document, hash, year, specialty, urDate, problems, facts } = letter;
  const issues = letter.issues.map((issue, i): IssueRecord => {
    const { request, services, predicted, actual, agreement, findings } = rows[i] as IssueRow;
    const full = services.map((row, j) => ({
      ...(issue.services[j]?.form as ServiceForm),
      ...row,
      criteria: verdicts[i]?.[j]?.criteria ?? [],
    }));
    return { issue: issue.issue, request, predicted, actual, agreement, services: full, findings };
  });
  return { document, hash, year, specialty, urDate, problems, facts, issues };
}

/** What is written in place of a letter. @param source the text that the problem is about; null if it could not be read */
export function unreadRecord(problem: Diagnostic, source: SourceText | null): UnreadRecord {
  const { severity: _always, ...error } = problemOf(problem, source);
  return { document: problem.file, error };
}

/** Whether something kept a letter, or a part of it, from being read. */
export function hasErrors(letter: UnreadRecord | { readonly problems: readonly LetterProblem[] }): boolean {
  return 'error' in letter || letter.problems.some((one) => one.severity === 'error');
}
