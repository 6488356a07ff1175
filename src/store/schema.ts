/**
 * The tables of a store. What was read of letters stands in tables of its own, apart from what rules came to, so that
 * a change of rules rewrites only the second; views join both for people (docs/store.md describes them).
 */

/** Goes up with every change of the tables: a store of another number is made anew. */
export const STORE_VERSION = 1;

/** What the rules came to. */
export const RULE_TABLES = [
  'verdicts',
  'verdict_criteria',
  'service_verdicts',
  'issue_results',
  'rule_findings',
] as const;

const QUOTE_FIELDS = {
  text: 'VARCHAR',
  start: 'BIGINT',
  end: 'BIGINT',
  line: 'INTEGER',
  column: 'INTEGER',
  page: 'INTEGER',
} as const;
const QUOTE = `STRUCT(${Object.entries(QUOTE_FIELDS)
  .map(([name, type]) => `"${name}" ${type}`)
  .join(', ')})`;

/**
 * What is known of letters before any rule is asked. JSON stands in columns of text where only this program reads it.
 */
export const CREATE_LETTER_TABLES = `
CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE blocks (key VARCHAR, ordinal INTEGER, base BIGINT, letters INTEGER, is_last BOOLEAN);
CREATE TABLE forms (form_id INTEGER, form VARCHAR);
CREATE TABLE readings (reading_id INTEGER, fact VARCHAR, status VARCHAR, value VARCHAR);
CREATE TABLE letters (letter_id BIGINT, document VARCHAR, hash VARCHAR, year INTEGER, specialty VARCHAR,
  ur_date VARCHAR, signature UINTEGER[], error_code VARCHAR, error_message VARCHAR, error_help VARCHAR);
CREATE TABLE problems (letter_id BIGINT, severity VARCHAR, code VARCHAR, message VARCHAR, line INTEGER,
  "column" INTEGER, page INTEGER, help VARCHAR);
CREATE TABLE facts (letter_id BIGINT, fact_no INTEGER, fact VARCHAR, status VARCHAR, value JSON, region VARCHAR,
  laterality VARCHAR, levels VARCHAR[], date VARCHAR, service VARCHAR, evidence ${QUOTE}[], cues ${QUOTE}[]);
CREATE TABLE stored_issues (letter_id BIGINT, issue INTEGER, request VARCHAR, outcome VARCHAR, cited VARCHAR);
CREATE TABLE stored_services (letter_id BIGINT, issue INTEGER, service INTEGER, form_id INTEGER, words VARCHAR,
  readings VARCHAR, from_facts VARCHAR);
CREATE TABLE stored_findings (letter_id BIGINT, issue INTEGER, finding VARCHAR);`;

/** What rules came to. Cases repeat, so each verdict stands once and services name it by its number. */
export const CREATE_RULE_TABLES = `
CREATE TABLE verdicts (verdict_id INTEGER, decision VARCHAR, rule VARCHAR, guideline VARCHAR, tier INTEGER,
  decided_by VARCHAR[], undocumented VARCHAR[], reason VARCHAR, deciding_facts VARCHAR[]);
CREATE TABLE verdict_criteria (verdict_id INTEGER, criterion_no INTEGER, criterion VARCHAR, fact VARCHAR,
  status VARCHAR, assumed VARCHAR);
CREATE TABLE service_verdicts (letter_id BIGINT, issue INTEGER, service INTEGER, verdict_id INTEGER);
CREATE TABLE issue_results (letter_id BIGINT, issue INTEGER, predicted VARCHAR, agreement VARCHAR);
CREATE TABLE rule_findings (letter_id BIGINT, issue INTEGER, finding VARCHAR);`;

/** Columns of a service form; JSON, since most are missing in most forms. */
const FORM_COLUMNS = [
  'family',
  'region',
  'laterality',
  'quantity',
  'unit',
  'frequency',
  'durationWeeks',
  'drug',
  'strengthMg',
  'parent',
] as const;

const NUMBERS: ReadonlySet<string> = new Set(['quantity', 'durationWeeks', 'strengthMg']);

const formColumn = (name: string): string => {
  const snake = name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  const text = `json_extract_string(f.form, '$.${name}')`;
  return `${NUMBERS.has(name) ? `CAST(${text} AS DOUBLE)` : text} AS ${snake}`;
};

/** The tables that people ask of. */
export const CREATE_VIEWS = `
CREATE VIEW issues AS
  SELECT i.letter_id, i.issue, l.document, l.year, l.ur_date, l.specialty, i.request, r.predicted,
    json_extract_string(i.outcome, '$.value') AS actual, r.agreement
  FROM stored_issues i JOIN letters l USING (letter_id) JOIN issue_results r USING (letter_id, issue);
CREATE VIEW services AS
  SELECT s.letter_id, s.issue, s.service, ${FORM_COLUMNS.map(formColumn).join(', ')},
    CAST(json_extract(f.form, '$.levels') AS VARCHAR[]) AS levels,
    CAST(json_extract(f.form, '$.ingredients') AS VARCHAR[]) AS ingredients,
    json_extract(f.form, '$.modifiers') AS modifiers,
    v.decision, v.rule, v.guideline, v.tier, v.decided_by, v.undocumented, v.reason
  FROM stored_services s JOIN forms f USING (form_id)
    JOIN service_verdicts USING (letter_id, issue, service) JOIN verdicts v USING (verdict_id);
CREATE VIEW criteria AS
  SELECT s.letter_id, s.issue, s.service, v.rule, c.criterion_no, c.criterion, c.fact, c.status, c.assumed
  FROM service_verdicts s JOIN verdicts v USING (verdict_id) JOIN verdict_criteria c USING (verdict_id);
CREATE VIEW findings AS
  SELECT letter_id, issue, json_extract_string(finding, '$.code') AS code,
    json_extract_string(finding, '$.message') AS message, json_extract_string(finding, '$.hint') AS hint,
    from_json(json_extract(finding, '$.quotes'), '[${JSON.stringify(QUOTE_FIELDS)}]') AS quotes
  FROM (SELECT * FROM stored_findings UNION ALL SELECT * FROM rule_findings);`;

/**
 * The tables that are written as Parquet, each with its order; `letters` without what is for the store alone. JSON is
 * text there: not every engine has a type for it.
 */
export const PARQUET_TABLES: Readonly<Record<string, string>> = {
  letters: `SELECT letter_id, document, hash, year, specialty, ur_date, error_code, error_message FROM letters ORDER BY letter_id`,
  issues: 'SELECT * FROM issues ORDER BY letter_id, issue',
  services:
    'SELECT * REPLACE (modifiers::VARCHAR AS modifiers) FROM services ORDER BY letter_id, issue, service',
  facts: 'SELECT * REPLACE (value::VARCHAR AS value) FROM facts ORDER BY letter_id, fact_no',
  criteria: 'SELECT * FROM criteria ORDER BY letter_id, issue, service, criterion_no',
  findings: 'SELECT * FROM findings ORDER BY letter_id, issue, code, message',
};

/** How a file of letters that a worker left is read (see `shard.ts`). */
export const SHARD_COLUMNS = `{
  block: 'VARCHAR', place: 'INTEGER', document: 'VARCHAR', hash: 'VARCHAR', year: 'INTEGER', specialty: 'VARCHAR',
  urDate: 'VARCHAR', signature: 'UINTEGER[]', known: 'BOOLEAN', error: 'STRUCT(code VARCHAR, message VARCHAR, help VARCHAR)',
  problems: 'STRUCT(severity VARCHAR, code VARCHAR, message VARCHAR, line INTEGER, "column" INTEGER, page INTEGER, help VARCHAR)[]',
  facts: 'STRUCT(fact VARCHAR, status VARCHAR, value JSON, region VARCHAR, laterality VARCHAR, levels VARCHAR[], date VARCHAR, service VARCHAR, evidence ${QUOTE}[], cues ${QUOTE}[])[]',
  issues: 'STRUCT(issue INTEGER, request VARCHAR, outcome JSON, cited JSON, findings JSON[])[]'
}`;
