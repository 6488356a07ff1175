/**
 * What rules come to on the stored cases of all letters, in the order of the letters; no letter is read. The results
 * are written to the tables of the rules where they were made by other rules, all of them or none.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { Evaluator } from '../corpus/evaluator.js';
import { issueRow } from '../corpus/issue-rows.js';
import { type JudgedService, judgeServices, type NumberedService } from '../corpus/judge-services.js';
import type { LetterProblem, StoredIssue } from '../corpus/letter-facts.js';
import type { Quote } from '../text/source-text.js';
import type { IssueRow } from '../vocabulary/issue-row.js';
import type { RuleSet } from '../vocabulary/rule.js';
import { type Database, type Row, rowsOf } from './database.js';
import { readDictionary } from './dictionary.js';
import { LetterRowsReader } from './group-rows.js';
import { quotesOf } from './quotes.js';
import { ResultWriter } from './result-writer.js';
import {
  type CodedService,
  codedService,
  helpOf,
  numberedService,
  storedProblem,
  storedService,
} from './stored-case.js';

export interface EvaluatedLetter {
  readonly document: string;
  /** What kept it from being read; null if nothing did. */
  readonly error: Omit<LetterProblem, 'severity'> | null;
  readonly problems: readonly LetterProblem[];
  readonly signature: readonly number[] | null;
  readonly rows: readonly IssueRow[];
}

/** Letters that are evaluated together, so that their quotes are fetched in one go. */
const LETTERS_AT_ONCE = 2048;

/** What other services call a family that they go with. */
export type CalledAs = (family: string) => string | null;

/** @param keepAs hash of the rules under which results are written; null if those in the store are of these rules */
export async function* evaluateStore(
  database: Database,
  rules: RuleSet,
  calledAs: CalledAs,
  keepAs: string | null,
): AsyncGenerator<EvaluatedLetter> {
  const reading = await Promise.all(Array.from({ length: 6 }, () => database.connect()));
  const [quotes, letters, issues, services, findings, problems] = reading as [
    DuckDBConnection,
    ...DuckDBConnection[],
  ] as readonly DuckDBConnection[];
  if (!quotes || !letters || !issues || !services || !findings || !problems) throw new Error('no connection');
  const evaluator = new Evaluator(rules, await readDictionary(quotes, 'main'));
  const writer = keepAs === null ? null : await ResultWriter.open(await database.connect());
  const tables = {
    issues: await LetterRowsReader.over(
      rowsOf(issues, 'SELECT letter_id, issue, request, outcome, cited FROM stored_issues'),
    ),
    services: await LetterRowsReader.over(
      rowsOf(services, 'SELECT letter_id, issue, form_id, words, readings, from_facts FROM stored_services'),
    ),
    findings: await LetterRowsReader.over(
      rowsOf(findings, 'SELECT letter_id, issue, finding FROM stored_findings'),
    ),
    problems: await LetterRowsReader.over(rowsOf(problems, 'SELECT * FROM problems')),
  };
  const heads = rowsOf(
    letters,
    'SELECT letter_id, document, specialty, ur_date, to_json(signature), error_code, error_message, error_help FROM letters',
  );
  try {
    let batch: Open[] = [];
    for await (const head of heads) {
      batch.push(await openLetter(head, tables, evaluator, calledAs));
      if (batch.length < LETTERS_AT_ONCE) continue;
      yield* finish(batch, quotes, rules, writer);
      batch = [];
    }
    yield* finish(batch, quotes, rules, writer);
    await writer?.keep(evaluator.verdicts, keepAs ?? '');
  } finally {
    await writer?.giveUp();
    for (const connection of reading) connection.closeSync();
  }
}

type Tables = Readonly<Record<'issues' | 'services' | 'findings' | 'problems', LetterRowsReader>>;

interface OpenIssue {
  readonly row: Row;
  readonly services: readonly CodedService[];
  readonly findings: StoredIssue['findings'];
}

/** A letter whose services are decided, without the words that findings quote. */
interface Open {
  readonly id: bigint;
  readonly head: Row;
  readonly issues: readonly OpenIssue[];
  readonly problems: readonly LetterProblem[];
}

async function openLetter(
  head: Row,
  tables: Tables,
  evaluator: Evaluator,
  calledAs: CalledAs,
): Promise<Open> {
  const id = head[0] as bigint;
  const date = head[3] as string | null;
  const services = await tables.services.take(id);
  const findings = await tables.findings.take(id);
  const problems = await tables.problems.take(id);
  const rows = await tables.issues.take(id);
  const own = rows.map((row) => services.filter((service) => service[1] === row[1]));
  const numbered = own.map((issue) => issue.map(numberedService));
  const judged = await judgeServices(numbered, date, evaluator, calledAs);
  const issues = rows.map((row, i): OpenIssue => {
    const coded = (own[i] ?? []).map((service, j) =>
      codedService(
        service,
        numbered[i]?.[j] as NumberedService,
        judged[i]?.[j] as JudgedService,
        evaluator.cases,
      ),
    );
    const found = findings.filter((one) => one[1] === row[1]).map((one) => JSON.parse(String(one[2])));
    return { row, services: coded, findings: found };
  });
  return { id, head, issues, problems: problems.map(storedProblem) };
}

async function* finish(
  batch: readonly Open[],
  connection: DuckDBConnection,
  rules: RuleSet,
  writer: ResultWriter | null,
): AsyncGenerator<EvaluatedLetter> {
  const quotes = await quotesOf(
    connection,
    batch.map(({ id, issues }) => ({ id, facts: factsToQuote(issues) })),
  );
  for (const { id, head, issues, problems } of batch) {
    const [, document, specialty, urDate, signature, code, message, help] = head;
    const letter = {
      document: String(document),
      specialty: specialty as string | null,
      urDate: urDate as string | null,
    };
    const quoteOf = (fact: number): Quote | undefined => quotes.get(`${id} ${fact}`);
    const rows = issues.map((issue) => rowOf(letter, issue, quoteOf, rules));
    writer?.add(
      id,
      issues.map(({ services }) => services),
      rows,
    );
    yield {
      document: letter.document,
      error: code === null ? null : { code: String(code), message: String(message), ...helpOf(help) },
      problems,
      signature: signature === null ? null : (JSON.parse(String(signature)) as number[]),
      rows,
    };
  }
}

/** The facts whose words a disagreement would quote. */
function factsToQuote(issues: readonly OpenIssue[]): readonly number[] {
  return issues.flatMap(({ services }) =>
    services.flatMap(({ deciding }) => deciding.map((one) => one.from)),
  );
}

function rowOf(
  letter: Parameters<typeof issueRow>[0],
  { row, services, findings }: OpenIssue,
  quoteOf: (fact: number) => Quote | undefined,
  rules: RuleSet,
): IssueRow {
  const [, issue, request, outcome, cited] = row;
  const stored: StoredIssue = {
    issue: Number(issue),
    request: String(request),
    outcome: outcome === null ? null : (JSON.parse(String(outcome)) as StoredIssue['outcome']),
    cited: cited === '[]' ? [] : (JSON.parse(String(cited)) as StoredIssue['cited']),
    services: services.map(storedService),
    findings,
  };
  return issueRow(
    letter,
    stored,
    services.map(({ verdict }) => verdict),
    quoteOf,
    rules,
  );
}
