/**
 * The numbers that a store gives to forms of services and to readings, so that a case is a short list of them.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { CaseDictionary, type CaseReading } from '../corpus/case-dictionary.js';
import type { ServiceForm } from '../corpus/letter-facts.js';
import { rowsOf } from './database.js';

/** The dictionary of a store. @param schema where its tables are */
export async function readDictionary(connection: DuckDBConnection, schema: string): Promise<CaseDictionary> {
  const cases = new CaseDictionary();
  for await (const [form] of rowsOf(connection, `SELECT form FROM ${schema}.forms ORDER BY form_id`)) {
    cases.formNumber(JSON.parse(String(form)) as ServiceForm);
  }
  const readings = `SELECT fact, status, value FROM ${schema}.readings ORDER BY reading_id`;
  for await (const [fact, status, value] of rowsOf(connection, readings)) {
    cases.readingNumber({
      fact: String(fact),
      status: status as CaseReading['status'],
      value: value === null ? null : (JSON.parse(String(value)) as CaseReading['value']),
    });
  }
  return cases;
}

/** Writes the forms and readings that cases are told by, each at its number. */
export async function writeDictionary(connection: DuckDBConnection, cases: CaseDictionary): Promise<void> {
  const forms = await connection.createAppender('forms');
  cases.forms.forEach((form, number) => {
    forms.appendInteger(number);
    forms.appendVarchar(JSON.stringify(form));
    forms.endRow();
  });
  forms.closeSync();
  const readings = await connection.createAppender('readings');
  cases.readings.forEach(({ fact, status, value }, number) => {
    readings.appendInteger(number);
    readings.appendVarchar(fact);
    readings.appendVarchar(status);
    if (value === null) readings.appendNull();
    else readings.appendVarchar(JSON.stringify(value));
    readings.endRow();
  });
  readings.closeSync();
}
