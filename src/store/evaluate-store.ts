/**
 * What rules come to on the stored cases of all letters, in the order of the letters; no letter is read. The results
 * are written to the tables of the rules where they were made by other rules, all of them or none.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { Evaluator } from '../corpus/evaluator.js';
import type { LetterProblem } from '../corpus/letter-facts.js';
import type { CalledAs } from '../pipeline/host-services.js';
import type { IssueRow } from '../vocabulary/issue-row.js';
import type { RuleSet } from '../vocabulary/rule.js';
import type { Database } from './database.js';
import { readDictionary } from './dictionary.js';
import { disagreementWords } from './disagreements.js';
import { type JudgedStored, type JudgeStored, judgeStored, rowOfStored, wantedOf } from './judge-stored.js';
import { letterBatches } from './letter-batches.js';
import { ResultWriter } from './result-writer.js';
import { ServiceRows } from './stored-case.js';

/** A stored letter as the rules judge it, the same as if it had been read just now. */
export interface EvaluatedLetter {
  readonly document: string;
  /** What kept it from being read; null if nothing did. */
  readonly error: Omit<LetterProblem, 'severity'> | null;
  readonly problems: readonly LetterProblem[];
  /** Null where it is not asked for. */
  readonly signature: readonly number[] | null;
  /** One for each issue, in the order of the letter; empty where it could not be read. */
  readonly rows: readonly IssueRow[];
}

/** What a store is judged with. */
export interface Evaluation {
  readonly rules: RuleSet;
  readonly calledAs: CalledAs;
  /** Hash of the rules under which results are written; null if those in the store are of these rules. */
  readonly keepAs: string | null;
  readonly hasSignatures: boolean;
}

/**
 * The letters of a store by the rules given, in the order of the input. Results are kept once all letters are taken:
 * who stops early leaves those that were there.
 */
export async function* evaluateStore(
  database: Database,
  { rules, calledAs, keepAs, hasSignatures }: Evaluation,
): AsyncGenerator<EvaluatedLetter> {
  const connection = await database.connect();
  const evaluator = new Evaluator(rules, await readDictionary(connection, 'main'));
  const judge: JudgeStored = { evaluator, calledAs, rules, services: new ServiceRows(evaluator.cases) };
  const writer = keepAs === null ? null : await ResultWriter.open(await database.connect());
  try {
    for await (const batch of letterBatches(database, { hasSignatures, hasWords: false })) {
      const judged: JudgedStored[] = [];
      for (const letter of batch) {
        const one = judgeStored(letter, judge);
        judged.push(one instanceof Promise ? await one : one);
      }
      yield* finish(judged, connection, judge, writer);
    }
    await writer?.keep(evaluator.verdicts, keepAs ?? '');
  } finally {
    await writer?.giveUp();
    connection.closeSync();
  }
}

async function* finish(
  batch: readonly JudgedStored[],
  connection: DuckDBConnection,
  judge: JudgeStored,
  writer: ResultWriter | null,
): AsyncGenerator<EvaluatedLetter> {
  const words = await disagreementWords(connection, batch.flatMap(wantedOf));
  for (const letter of batch) {
    const { id, head, error, problems, signature } = letter;
    const rows = letter.issues.map((issue) => rowOfStored(letter, issue, words, judge));
    writer?.add(
      id,
      letter.issues.map(({ services }) => services.map(({ judged }) => judged.verdict)),
      rows,
    );
    yield { document: head.document, error, problems, signature, rows };
  }
}
