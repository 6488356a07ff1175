/**
 * What `necessity query --format json` prints, as a schema: the rows of an answer, each a record by the names of its
 * columns. The columns are those of the query; docs/store.md describes the tables that they come from.
 */
import * as z from 'zod';

/** A value of a cell: numbers beyond what JSON holds exactly, and days, are text. */
const cellSchema = z.json().meta({ id: 'Cell' });

const queryRowSchema = z.record(z.string(), cellSchema).meta({ id: 'Row' });
/** All rows, in the order of the query; an empty list where there are none. */
export const queryReportSchema = z.array(queryRowSchema);
