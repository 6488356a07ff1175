/**
 * What a store holds of some letters by their names: the hash of the text, by which a letter that is read again is
 * known, and its facts without their words, which is what two letters are held side by side by.
 */
import type { Fact } from '../vocabulary/fact.js';
import { openDatabase, rowsOf, sqlText } from './database.js';
import { storeTrouble } from './store-error.js';

/** A fact without its words, side and date: what is shown of it beside another letter's. */
export type SaidFact = Pick<Fact, 'fact' | 'region' | 'status' | 'value'>;

/** One letter of a store. */
export interface StoredLetter {
  readonly hash: string;
  /** In the order of the letter. */
  readonly facts: readonly SaidFact[];
}

/** What a store holds of letters of these names: of each name the first. What could not be read is left out. @throws {StoreError} */
export async function storedLetters(
  path: string,
  documents: ReadonlySet<string>,
): Promise<ReadonlyMap<string, StoredLetter>> {
  if (documents.size === 0) return new Map();
  const database = await openDatabase(path, 'read');
  try {
    const connection = await database.connect();
    const names = [...documents].map(sqlText).join(', ');
    const first = `SELECT min(letter_id) AS letter_id, document FROM letters
      WHERE hash IS NOT NULL AND document IN (${names}) GROUP BY document`;
    const letters = new Map<string, { readonly hash: string; readonly facts: SaidFact[] }>();
    const sql = `SELECT document, hash FROM (${first}) JOIN letters USING (letter_id, document)`;
    for await (const [document, hash] of rowsOf(connection, sql)) {
      letters.set(String(document), { hash: String(hash), facts: [] });
    }
    const facts = `SELECT document, fact, region, status, value::VARCHAR FROM (${first}) JOIN facts USING (letter_id)
      ORDER BY letter_id, fact_no`;
    for await (const [document, ...fact] of rowsOf(connection, facts)) {
      letters.get(String(document))?.facts.push(factOf(fact));
    }
    connection.closeSync();
    return letters;
  } catch (cause) {
    throw storeTrouble(path, cause);
  } finally {
    database.close();
  }
}

function factOf([fact, region, status, value]: readonly unknown[]): SaidFact {
  return {
    fact: String(fact),
    region: region as SaidFact['region'],
    status: status as SaidFact['status'],
    value: value === null ? null : (JSON.parse(String(value)) as SaidFact['value']),
  };
}
