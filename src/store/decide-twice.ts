/**
 * The stored letters decided by two sets of rules, in the order of the input: for what an edit of rules does to the
 * past. No letter is read, and nothing is written.
 * INVARIANT: the decisions are those over the letters themselves, as long as they are read as they were.
 */
import { open } from 'node:fs/promises';
import { Evaluator } from '../corpus/evaluator.js';
import { serviceOf } from '../corpus/family-plan.js';
import { type JudgedService as Judged, judgeServices } from '../corpus/judge-services.js';
import type { LetterProblem, StoredIssue } from '../corpus/letter-facts.js';
import { calledAs } from '../pipeline/check-letter.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import type { DecidedIssue, DecidedPair, JudgedService } from '../vocabulary/impact.js';
import type { RuleSet } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import { openDatabase, type Row, rowsOf } from './database.js';
import { readDictionary } from './dictionary.js';
import { LetterRowsReader } from './group-rows.js';
import { storeTrouble } from './store-error.js';
import { helpOf, numberedService, storedProblem } from './stored-case.js';

export interface StoredPair {
  readonly document: string;
  readonly problems: readonly LetterProblem[];
  /** Null where the letter could not be read. */
  readonly decided: DecidedPair | null;
}

const MAGIC = 'DUCK';
const MAGIC_AT = 8;

/** True for a database file, whatever it is called. */
export async function isStoreFile(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const bytes = Buffer.alloc(MAGIC.length);
      await file.read(bytes, 0, MAGIC.length, MAGIC_AT);
      return bytes.toString('latin1') === MAGIC;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/** @throws {StoreError} */
export async function* decideTwice(
  path: string,
  before: RuleSet,
  after: RuleSet,
  knowledge: Pick<Knowledge, 'services'>,
): AsyncGenerator<StoredPair> {
  try {
    const database = await openDatabase(path, 'read');
    try {
      const connect = () => database.connect();
      const cases = await readDictionary(await connect(), 'main');
      const judges = [new Evaluator(before, cases), new Evaluator(after, cases)] as const;
      const called = calledAs(knowledge);
      const tables: Tables = {
        problems: await LetterRowsReader.over(rowsOf(await connect(), 'SELECT * FROM problems')),
        issues: await LetterRowsReader.over(rowsOf(await connect(), ISSUES)),
        services: await LetterRowsReader.over(rowsOf(await connect(), SERVICES)),
      };
      for await (const head of rowsOf(await connect(), LETTERS)) {
        const [own, problems] = await lettersRows(head, tables);
        yield await storedPair(head, own, problems, judges, called);
      }
    } finally {
      database.close();
    }
  } catch (cause) {
    throw storeTrouble(path, cause);
  }
}

const LETTERS = 'SELECT letter_id, document, ur_date, error_code, error_message, error_help FROM letters';
const ISSUES = 'SELECT letter_id, issue, request, outcome FROM stored_issues';
const SERVICES = 'SELECT letter_id, issue, form_id, words, readings FROM stored_services';

type Tables = Readonly<Record<'problems' | 'issues' | 'services', LetterRowsReader>>;
interface IssueRows {
  readonly issue: Row;
  readonly services: readonly Row[];
}

async function lettersRows(
  [letter]: Row,
  tables: Tables,
): Promise<readonly [readonly IssueRows[], readonly LetterProblem[]]> {
  const id = letter as bigint;
  const problems = await tables.problems.take(id);
  const services = await tables.services.take(id);
  const issues = await tables.issues.take(id);
  const own = issues.map((issue) => ({ issue, services: services.filter((one) => one[1] === issue[1]) }));
  return [own, problems.map(storedProblem)];
}

async function storedPair(
  [, name, date, code, message, help]: Row,
  own: readonly IssueRows[],
  problems: readonly LetterProblem[],
  judges: readonly [Evaluator, Evaluator],
  called: (family: string) => string | null,
): Promise<StoredPair> {
  const document = String(name);
  if (code !== null) {
    const error = {
      severity: 'error',
      code: String(code),
      message: String(message),
      ...helpOf(help),
    } as const;
    return { document, problems: [error], decided: null };
  }
  const numbered = own.map(({ services }) => services.map(numberedService));
  const judge = (evaluator: Evaluator) => judgeServices(numbered, date as string | null, evaluator, called);
  const [was, is] = [await judge(judges[0]), await judge(judges[1])];
  const pairs = own.map((rows, i) => decidedIssues(rows, was[i] ?? [], is[i] ?? []));
  return {
    document,
    problems,
    decided: { document, before: pairs.map(([one]) => one), after: pairs.map(([, one]) => one) },
  };
}

/** The words of services are read only where the two sets differ: of the others nothing is shown. */
function decidedIssues(
  { issue: [, number, request, outcome], services }: IssueRows,
  was: readonly Judged[],
  is: readonly Judged[],
): readonly [DecidedIssue, DecidedIssue] {
  const areAlike = was.every((one, i) => groundsOf(one) === groundsOf(is[i]));
  const words = services.map((row) =>
    areAlike ? undefined : (JSON.parse(String(row[3])) as Service['words']),
  );
  const decided = (judged: readonly Judged[]): DecidedIssue => ({
    issue: Number(number),
    request: String(request),
    actual:
      outcome === null ? null : ((JSON.parse(String(outcome)) as StoredIssue['outcome'])?.value ?? null),
    services: judged.map((one, i) => decidedService(one, words[i])),
  });
  return [decided(was), decided(is)];
}

function decidedService({ form, verdict }: Judged, words: Service['words'] | undefined): JudgedService {
  const { decision, rule, decidedBy, reason } = verdict;
  return { service: serviceOf(form, words), decision, rule, decidedBy, reason };
}

function groundsOf(judged: Judged | undefined): string {
  return judged === undefined
    ? ''
    : `${judged.verdict.decision} ${judged.verdict.rule} ${judged.verdict.decidedBy.join(' ')}`;
}
