/**
 * What is stored of a letter -> the verdicts on its services, and the rows that statistics count. A row is made once
 * the words that its disagreement quotes are here.
 */
import type { Evaluator } from '../corpus/evaluator.js';
import { comparedVerdicts, disagreementOf, type LetterOfIssue, rowOf } from '../corpus/issue-rows.js';
import { type JudgedService, judgeServices, type NumberedService } from '../corpus/judge-services.js';
import type { CitedEdition, LetterProblem } from '../corpus/letter-facts.js';
import type { CalledAs } from '../pipeline/host-services.js';
import type { Finding, Outcome } from '../vocabulary/decision.js';
import type { IssueRow } from '../vocabulary/issue-row.js';
import type { RuleSet } from '../vocabulary/rule.js';
import type { Row } from './database.js';
import type { DisagreementWords, WantedIssue } from './disagreements.js';
import type { LetterBatchRow } from './letter-batches.js';
import { numberedService, type ServiceRows } from './stored-case.js';
import { helpOf, storedProblem } from './stored-problem.js';

/** What letters are judged with. */
export interface JudgeStored {
  readonly evaluator: Evaluator;
  readonly calledAs: CalledAs;
  readonly rules: RuleSet;
  readonly services: ServiceRows;
}

interface JudgedCase {
  readonly numbered: NumberedService;
  readonly judged: JudgedService;
  /** Which of its readings decided. */
  readonly deciding: readonly number[];
}

interface JudgedIssue extends Pick<IssueRow, 'predicted' | 'actual' | 'agreement'> {
  readonly row: Row;
  readonly services: readonly JudgedCase[];
  readonly findings: readonly Finding[];
}

/** A letter with its verdicts, before the words that its disagreements quote are fetched. */
export interface JudgedStored {
  /** Number of the letter in the store. */
  readonly id: number;
  readonly head: LetterOfIssue;
  readonly error: Omit<LetterProblem, 'severity'> | null;
  readonly problems: readonly LetterProblem[];
  readonly signature: readonly number[] | null;
  readonly issues: readonly JudgedIssue[];
}

/** At once unless some of the services go with others. */
export function judgeStored(
  letter: LetterBatchRow,
  judge: JudgeStored,
): JudgedStored | Promise<JudgedStored> {
  const numbered = letter.issues.map((row) =>
    letter.services.filter((service) => service[1] === row[1]).map(numberedService),
  );
  const date = letter.head[3] as string | null;
  const judged = judgeServices(numbered, date, judge.evaluator, judge.calledAs);
  const finish = (all: readonly (readonly JudgedService[])[]): JudgedStored =>
    judgedLetter(letter, numbered, all, judge.services);
  return judged instanceof Promise ? judged.then(finish) : finish(judged);
}

function judgedLetter(
  { id, head, issues, findings, problems }: LetterBatchRow,
  numbered: readonly (readonly NumberedService[])[],
  judged: readonly (readonly JudgedService[])[],
  rows: ServiceRows,
): JudgedStored {
  const [, document, specialty, urDate, code, message, help, signature] = head;
  return {
    id,
    head: {
      document: String(document),
      specialty: specialty as string | null,
      urDate: urDate as string | null,
    },
    error: code === null ? null : { code: String(code), message: String(message), ...helpOf(help) },
    problems: problems.map(storedProblem),
    signature: signature === null ? null : (JSON.parse(String(signature)) as number[]),
    issues: issues.map((row, i): JudgedIssue => {
      const services = (numbered[i] ?? []).map((one, j): JudgedCase => {
        const found = judged[i]?.[j] as JudgedService;
        return { numbered: one, judged: found, deciding: rows.deciding(one, found) };
      });
      const actual = row[3] as Outcome | null;
      const verdicts = services.map((one) => one.judged.verdict);
      return {
        row,
        services,
        actual,
        ...comparedVerdicts(verdicts, actual),
        findings: findings
          .filter((one) => one[1] === row[1])
          .map((one) => JSON.parse(String(one[2])) as Finding),
      };
    }),
  };
}

/** The issues of a letter whose disagreement quotes words. */
export function wantedOf({ id, issues }: JudgedStored): readonly WantedIssue[] {
  return issues.filter(isDisagreement).map(({ row, services }) => ({
    id,
    issue: row[1] as number,
    deciding: services.map((one) => one.deciding),
  }));
}

const isDisagreement = ({ agreement }: JudgedIssue): boolean => agreement === 'disagree';

/** The row of a stored issue, as that of a letter just read would be. */
export function rowOfStored(
  { id, head }: JudgedStored,
  issue: JudgedIssue,
  words: DisagreementWords,
  judge: JudgeStored,
): IssueRow {
  const { row, predicted, actual, agreement } = issue;
  const { services } = judge;
  const cited = row[4] === '[]' ? [] : (JSON.parse(String(row[4])) as readonly CitedEdition[]);
  return rowOf(
    head,
    {
      issue: row[1] as number,
      request: String(row[2]),
      services: issue.services.map((one) => services.rowOf(one.numbered, one.judged, one.deciding)),
      predicted,
      actual,
      agreement,
      cited,
      findings: [...disagreementsIn(id, issue, words, judge), ...issue.findings],
    },
    judge.rules,
  );
}

function disagreementsIn(
  id: number,
  issue: JudgedIssue,
  words: DisagreementWords,
  { services }: JudgeStored,
): readonly Finding[] {
  if (!isDisagreement(issue)) return [];
  const found = words.words(id, issue.row[1] as number);
  if (!found?.outcome) return [];
  const stored = issue.services.flatMap(({ numbered, judged, deciding }, i) => {
    const own = found.services[i];
    if (own === undefined) return [];
    const readings = services.readingsAt(numbered.readings, deciding, own.from);
    return [{ form: judged.form, words: own.words, readings }];
  });
  const verdicts = issue.services.map(({ judged }) => judged.verdict);
  const quoteOf = (fact: number) => words.quote(id, fact);
  return [disagreementOf({ outcome: found.outcome, services: stored }, issue.predicted, verdicts, quoteOf)];
}
