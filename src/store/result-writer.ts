/**
 * Writes what rules came to, in one transaction: until it is kept, readers see what was there before.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { NumberedVerdict } from '../corpus/evaluator.js';
import type { IssueRow } from '../vocabulary/issue-row.js';
import type { Appender } from './database.js';
import { RULE_TABLES } from './schema.js';
import { writeMeta } from './store-meta.js';

/** Findings that rules have a part in; the others are stored with the letter. */
const OF_RULES: ReadonlySet<string> = new Set(['outcome-disagrees', 'citation-out-of-force']);

/**
 * The tables of the rules while they are written anew: opened, filled letter by letter, and then kept or given up.
 */
export class ResultWriter {
  readonly #connection: DuckDBConnection;
  readonly #services: Appender;
  readonly #issues: Appender;
  readonly #findings: Appender;
  #isOpen = true;

  private constructor(connection: DuckDBConnection, appenders: readonly [Appender, Appender, Appender]) {
    this.#connection = connection;
    [this.#services, this.#issues, this.#findings] = appenders;
  }

  /** Empties the tables, within the transaction. @param connection is closed with the writer */
  static async open(connection: DuckDBConnection): Promise<ResultWriter> {
    await connection.run('BEGIN');
    for (const table of RULE_TABLES) await connection.run(`DELETE FROM ${table}`);
    return new ResultWriter(connection, [
      await connection.createAppender('service_verdicts'),
      await connection.createAppender('issue_results'),
      await connection.createAppender('rule_findings'),
    ]);
  }

  /**
   * @param id number of the letter; letters are added in their order
   * @param verdicts for each issue those of its services
   * @param rows the same issues, in the same order
   */
  add(id: number, verdicts: readonly (readonly NumberedVerdict[])[], rows: readonly IssueRow[]): void {
    const letter = BigInt(id);
    rows.forEach(({ issue, predicted, agreement, findings }, i) => {
      verdicts[i]?.forEach((verdict, j) => {
        this.#services.appendBigInt(letter);
        this.#services.appendInteger(issue);
        this.#services.appendInteger(j + 1);
        this.#services.appendInteger(verdict.number);
        this.#services.endRow();
      });
      this.#issues.appendBigInt(letter);
      this.#issues.appendInteger(issue);
      this.#issues.appendVarchar(predicted);
      this.#issues.appendVarchar(agreement);
      this.#issues.endRow();
      for (const finding of findings) {
        if (!OF_RULES.has(finding.code)) continue;
        this.#findings.appendBigInt(letter);
        this.#findings.appendInteger(issue);
        this.#findings.appendVarchar(JSON.stringify(finding));
        this.#findings.endRow();
      }
    });
  }

  /** Writes the verdicts that services are numbered by, and makes it all count. @param rules their hash */
  async keep(verdicts: readonly NumberedVerdict[], rules: string): Promise<void> {
    for (const appender of [this.#services, this.#issues, this.#findings]) appender.closeSync();
    await writeVerdicts(this.#connection, verdicts);
    await writeMeta(this.#connection, { rules });
    await this.#connection.run('COMMIT');
    this.#isOpen = false;
    this.#connection.closeSync();
  }

  /** Leaves what was there, unless it was kept. */
  async giveUp(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#connection.run('ROLLBACK').catch(() => undefined);
    this.#connection.closeSync();
  }
}

async function writeVerdicts(
  connection: DuckDBConnection,
  verdicts: readonly NumberedVerdict[],
): Promise<void> {
  const { LIST, VARCHAR } = await import('@duckdb/node-api');
  const texts = LIST(VARCHAR);
  const rows = await connection.createAppender('verdicts');
  const criteria = await connection.createAppender('verdict_criteria');
  const text = (appender: Appender, value: string | null): void =>
    value === null ? appender.appendNull() : appender.appendVarchar(value);
  for (const verdict of verdicts) {
    rows.appendInteger(verdict.number);
    rows.appendVarchar(verdict.decision);
    text(rows, verdict.rule);
    text(rows, verdict.guideline);
    if (verdict.tier === null) rows.appendNull();
    else rows.appendInteger(verdict.tier);
    rows.appendList(verdict.decidedBy, texts);
    rows.appendList(verdict.undocumented, texts);
    text(rows, verdict.reason);
    rows.appendList([...new Set(verdict.decidingFacts)].sort(), texts);
    rows.endRow();
    verdict.criteria.forEach(({ criterion, fact, status, assumed }, i) => {
      criteria.appendInteger(verdict.number);
      criteria.appendInteger(i + 1);
      criteria.appendVarchar(criterion);
      criteria.appendVarchar(fact);
      criteria.appendVarchar(status);
      text(criteria, assumed);
      criteria.endRow();
    });
  }
  rows.closeSync();
  criteria.closeSync();
}
