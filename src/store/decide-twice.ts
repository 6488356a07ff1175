/**
 * The stored letters decided by two sets of rules, in the order of the input: for what an edit of rules does to the
 * past. No letter is read, and nothing is written.
 * INVARIANT: the decisions are those over the letters themselves, as long as they are read as they were.
 */
import { Evaluator } from '../corpus/evaluator.js';
import { serviceOf } from '../corpus/family-plan.js';
import { type JudgedService as Judged, judgeServices } from '../corpus/judge-services.js';
import type { LetterProblem } from '../corpus/letter-facts.js';
import { calledAs } from '../pipeline/check-letter.js';
import type { CalledAs } from '../pipeline/host-services.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import type { Outcome } from '../vocabulary/decision.js';
import type { DecidedIssue, DecidedPair, JudgedService } from '../vocabulary/impact.js';
import type { RuleSet } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import { openDatabase, type Row } from './database.js';
import { readDictionary } from './dictionary.js';
import { type LetterBatchRow, letterBatches } from './letter-batches.js';
import { storeTrouble } from './store-error.js';
import { numberedService } from './stored-case.js';
import { helpOf, storedProblem } from './stored-problem.js';

/** One stored letter with what both sets of rules come to. */
export interface StoredPair {
  readonly document: string;
  /** What kept it from being read, or else what was odd about it. */
  readonly problems: readonly LetterProblem[];
  /** Null where the letter could not be read. */
  readonly decided: DecidedPair | null;
}

/**
 * Decides every letter of a store by two sets of rules. The store stays open, for reading, until the last is taken.
 * @throws {StoreError} if it cannot be read
 */
export async function* decideTwice(
  path: string,
  before: RuleSet,
  after: RuleSet,
  knowledge: Pick<Knowledge, 'services'>,
): AsyncGenerator<StoredPair> {
  try {
    const database = await openDatabase(path, 'read');
    try {
      const connection = await database.connect();
      const cases = await readDictionary(connection, 'main');
      connection.closeSync();
      const judges = [new Evaluator(before, cases), new Evaluator(after, cases)] as const;
      const called = calledAs(knowledge);
      for await (const batch of letterBatches(database, { hasSignatures: false, hasWords: true })) {
        for (const letter of batch) yield await storedPair(letter, judges, called);
      }
    } finally {
      database.close();
    }
  } catch (cause) {
    throw storeTrouble(path, cause);
  }
}

async function storedPair(
  { head, issues, services, problems }: LetterBatchRow,
  [before, after]: readonly [Evaluator, Evaluator],
  called: CalledAs,
): Promise<StoredPair> {
  const [, name, , urDate, code, message, help] = head;
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
  const own = issues.map((issue) => services.filter((one) => one[1] === issue[1]));
  const numbered = own.map((rows) => rows.map(numberedService));
  const date = urDate as string | null;
  const was = await judgeServices(numbered, date, before, called);
  const is = await judgeServices(numbered, date, after, called);
  const pairs = issues.map((issue, i) => decidedIssues(issue, own[i] ?? [], was[i] ?? [], is[i] ?? []));
  return {
    document,
    problems: problems.map(storedProblem),
    decided: { document, before: pairs.map(([one]) => one), after: pairs.map(([, one]) => one) },
  };
}

/** The words of services are read only where the two sets differ: of the others nothing is shown. */
function decidedIssues(
  [, issue, request, outcome]: Row,
  services: readonly Row[],
  was: readonly Judged[],
  is: readonly Judged[],
): readonly [DecidedIssue, DecidedIssue] {
  const areAlike = was.every((one, i) => groundsOf(one) === groundsOf(is[i]));
  const words = services.map((row) =>
    areAlike ? undefined : (JSON.parse(String(row[4])) as Service['words']),
  );
  const decided = (judged: readonly Judged[]): DecidedIssue => ({
    issue: Number(issue),
    request: String(request),
    actual: outcome as Outcome | null,
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
