import { describe, expect, test } from 'vitest';
import type { FoundFinding } from '../../../src/corpus/corpus-comparison.js';
import {
  type ExportKind,
  exportKindOf,
  findingsExport,
  MOST_SARIF,
} from '../../../src/report/compare/findings-export.js';
import type { Finding } from '../../../src/vocabulary/decision.js';
import { issueRow } from '../../helpers/issue-rows.js';
import { finding } from '../../helpers/results.js';

function found(parts: Partial<Finding> = {}, isAccepted = false): FoundFinding {
  return { row: issueRow({ request: 'Scan, of the "back"' }), finding: finding(parts), isAccepted };
}

function written(kind: ExportKind, list: readonly FoundFinding[]): string {
  const one = findingsExport(kind, '1.2.3');
  return one.start + list.map((each) => one.next(each)).join('') + one.end();
}

test.each([
  ['a.csv', 'csv'],
  ['A.SARIF', 'sarif'],
  ['x/y.json', 'json'],
  ['csv', null],
  ['a.csv.gz', null],
])('the ending of %s says %s', (path, kind) => expect(exportKindOf(path)).toBe(kind));

describe('CSV', () => {
  test('has a head and a line for each finding, quoted where it must be', () => {
    const [head, line] = written('csv', [found()]).trim().split('\n');
    expect(head).toMatch(/^document,issue,code,message/);
    expect(line).toContain('"Scan, of the ""back"""');
    expect(line).toContain('There is no documentation of failed therapy');
  });

  test.each(['=cmd()', '+1', '-1', '@x'])('does not let a spreadsheet run `%s`', (message) => {
    expect(written('csv', [found({ message })])).toContain(`'${message}`);
  });
});

describe('JSON', () => {
  test.each([0, 1, 3])('of %i findings is a list of as many', (count) => {
    const list = JSON.parse(
      written(
        'json',
        Array.from({ length: count }, () => found()),
      ),
    );
    expect(list).toHaveLength(count);
  });

  test('says which are accepted', () => {
    const list = JSON.parse(written('json', [found({}, true), found()])) as { accepted: boolean }[];
    expect(list.map((one) => one.accepted)).toEqual([true, false]);
  });
});

describe('SARIF', () => {
  interface Log {
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly locations: readonly unknown[];
        readonly relatedLocations: readonly unknown[];
      }[];
    }[];
  }
  const run = (list: readonly FoundFinding[]) => (JSON.parse(written('sarif', list)) as Log).runs[0];

  test('places the claim, and what it contradicts beside it', () => {
    const result = run([found()])?.results[0];
    expect(result).toMatchObject({ ruleId: 'rationale-contradicts-summary', level: 'warning' });
    expect(result?.locations[0]).toMatchObject({ physicalLocation: { region: { startLine: 6 } } });
    expect(result?.relatedLocations[0]).toMatchObject({ physicalLocation: { region: { startLine: 3 } } });
  });

  test('lists every code, and leaves out what is accepted', () => {
    const one = run([found({}, true)]);
    expect(one?.results).toEqual([]);
    expect(one?.tool.driver.rules).toHaveLength(7);
  });

  test('has no more results than hosts take', () => {
    expect(run(Array.from({ length: MOST_SARIF + 1 }, () => found()))?.results).toHaveLength(MOST_SARIF);
  });
});
