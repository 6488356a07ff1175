/**
 * The first words of evidence of facts, for many letters at once.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Quote } from '../text/source-text.js';
import { rowsOf } from './database.js';

/** Facts of one letter, by their numbers in the store; negative ones stand for none. */
export interface WantedQuotes {
  readonly id: number;
  readonly facts: readonly number[];
}

/** Letters have far fewer facts than this. */
const FACTS_PER_LETTER = 1_000_000;

/** The first evidence of each fact. @param wanted in the order of the letters @returns by `letter fact`, numbers both */
export async function quotesOf(
  connection: DuckDBConnection,
  wanted: readonly WantedQuotes[],
): Promise<ReadonlyMap<string, Quote>> {
  const quotes = new Map<string, Quote>();
  const places = wanted.flatMap(({ id, facts }) =>
    facts.filter((fact) => fact >= 0).map((fact) => id * FACTS_PER_LETTER + fact),
  );
  if (places.length === 0) return quotes;
  const [first, last] = [wanted[0]?.id, wanted.at(-1)?.id];
  const sql = `SELECT CAST(letter_id AS DOUBLE), fact_no, to_json(evidence[1]) FROM facts
    WHERE letter_id BETWEEN ${first} AND ${last} AND letter_id * ${FACTS_PER_LETTER} + fact_no IN (${places.join(', ')})`;
  for await (const [id, fact, quote] of rowsOf(connection, sql)) {
    quotes.set(`${id} ${fact}`, withoutNulls(JSON.parse(String(quote)) as Quote));
  }
  return quotes;
}

/** The database gives every quote a page. */
function withoutNulls(quote: Quote & { readonly page?: number | null }): Quote {
  if (quote.page !== null) return quote as Quote;
  const { page: _none, ...rest } = quote;
  return rest;
}
