/**
 * The words that disagreements quote, for many issues at once: of the outcome, of the request, and of the first
 * evidence of the facts that decided. Few issues need them, so they are fetched for those alone.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { StoredIssue } from '../corpus/letter-facts.js';
import type { Quote } from '../text/source-text.js';
import { rowsOf } from './database.js';
import { quotesOf } from './quotes.js';
import { numbersIn } from './stored-case.js';

/** An issue whose words are asked for. */
export interface WantedIssue {
  readonly id: number;
  readonly issue: number;
  /** For each service, which of its readings decided. */
  readonly deciding: readonly (readonly number[])[];
}

/** The words of one issue. */
export interface IssueWords {
  /** Null where the letter states none. */
  readonly outcome: StoredIssue['outcome'];
  /**
   * In the order of the request line; `from` has for each reading the number of the fact that decided, -1 for none.
   */
  readonly services: readonly { readonly words: Quote; readonly from: readonly number[] }[];
}

/** Looks words up that were fetched; undefined for what was not asked for, or is not there. */
export interface DisagreementWords {
  /** Of issue `issue` of the letter numbered `id`. */
  words(id: number, issue: number): IssueWords | undefined;
  /** The first evidence of fact `fact` of the letter numbered `id`. */
  quote(id: number, fact: number): Quote | undefined;
}

/** Letters have far fewer issues than this. */
const ISSUES_PER_LETTER = 100_000;

const placeOf = (id: number, issue: number): number => id * ISSUES_PER_LETTER + issue;

/** Fetches the words of some issues. @param wanted in the order of the letters */
export async function disagreementWords(
  connection: DuckDBConnection,
  wanted: readonly WantedIssue[],
): Promise<DisagreementWords> {
  const found = wanted.length === 0 ? new Map<number, IssueWords>() : await wordsOf(connection, wanted);
  const quotes = await quotesOf(
    connection,
    wanted.map(({ id, issue, deciding }) => {
      const services = found.get(placeOf(id, issue))?.services ?? [];
      return { id, facts: deciding.flatMap((places, i) => places.map((at) => services[i]?.from[at] ?? -1)) };
    }),
  );
  return {
    words: (id, issue) => found.get(placeOf(id, issue)),
    quote: (id, fact) => quotes.get(`${id} ${fact}`),
  };
}

async function wordsOf(
  connection: DuckDBConnection,
  wanted: readonly WantedIssue[],
): Promise<ReadonlyMap<number, IssueWords>> {
  const places = wanted.map(({ id, issue }) => placeOf(id, issue));
  const where = `WHERE letter_id BETWEEN ${wanted[0]?.id} AND ${wanted.at(-1)?.id}
    AND letter_id * ${ISSUES_PER_LETTER} + issue IN (${places.join(', ')})`;
  const services = new Map<number, { words: Quote; from: readonly number[] }[]>();
  const ofServices = `SELECT CAST(letter_id AS DOUBLE), issue, words, from_facts FROM stored_services ${where}
    ORDER BY letter_id, issue, service`;
  for await (const [id, issue, words, from] of rowsOf(connection, ofServices)) {
    const place = placeOf(id as number, issue as number);
    const one = { words: JSON.parse(String(words)) as Quote, from: numbersIn(String(from)) };
    const known = services.get(place);
    if (known) known.push(one);
    else services.set(place, [one]);
  }
  const issues = new Map<number, IssueWords>();
  const ofIssues = `SELECT CAST(letter_id AS DOUBLE), issue, outcome FROM stored_issues ${where}`;
  for await (const [id, issue, outcome] of rowsOf(connection, ofIssues)) {
    const place = placeOf(id as number, issue as number);
    const read = outcome === null ? null : (JSON.parse(String(outcome)) as StoredIssue['outcome']);
    issues.set(place, { outcome: read, services: services.get(place) ?? [] });
  }
  return issues;
}
