/**
 * The result of a comparison -> the document that is printed and that pages are made from.
 */
import type { CorpusResult } from '../../corpus/corpus-comparison.js';
import { DIMENSIONS, type Dimension } from '../../statistics/dimensions.js';
import type { CompareReport, ReportTwin } from './compare-schema.js';

/** What of the report is not in the result itself. */
export interface ReportParts {
  /** Inputs with errors. */
  readonly unread: number;
  /** The parts by which the corpus is divided in the report. */
  readonly by: readonly Dimension[];
  /** What the letters of a pair of twins differ in, by the index of the group; missing where they were not read again. */
  readonly differences: ReadonlyMap<number, NonNullable<ReportTwin['differences']>>;
}

/**
 * Lists keep the order of the result. `by` holds the parts that were asked for alone, in the order of `DIMENSIONS`.
 */
export function compareReport(result: CorpusResult, { unread, by, differences }: ReportParts): CompareReport {
  const { statistics, findings, stale, twins, repeats, sample } = result;
  const { letters, overall, baselines, undetermined, causes, deciders } = statistics;
  const parts = DIMENSIONS.filter((one) => by.includes(one)).map((one) => [one, statistics.by[one]]);
  return {
    report: 'compare',
    letters,
    unread,
    overall,
    baselines,
    by: Object.fromEntries(parts),
    undetermined,
    causes,
    deciders,
    findings,
    stale,
    twins: {
      unlike: twins.unlike,
      compared: twins.compared,
      leftAside: twins.leftAside,
      groups: twins.groups.map((group, i) => ({
        ...group,
        decidingFacts: group.decidingFacts.map((read) => ({
          ...read,
          value: read.value as ReportTwin['decidingFacts'][number]['value'],
        })),
        differences: differences.get(i) ?? null,
      })),
    },
    repeats,
    sample: {
      of: sample.of,
      shown: sample.shown.map((row) => ({
        document: row.document,
        issue: row.issue,
        request: row.request,
        predicted: row.predicted,
        actual: row.actual,
        agreement: row.agreement,
        findings: row.findings.map(({ code }) => code),
      })),
    },
  };
}
