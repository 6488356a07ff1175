/**
 * Options of `necessity compare`: texts of a command line become checked values here.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { FINDING_MEANINGS } from '../report/compare/finding-meanings.js';
import { EXPORT_KINDS, exportKindOf } from '../report/compare/findings-export.js';
import { DIMENSIONS, type Dimension } from '../statistics/dimensions.js';
import {
  addRuleOptions,
  FAIL_ON,
  type FailOn,
  type RuleOptions,
  readFailOn,
  readList,
  readWhole,
} from './options.js';

/** Options as they were checked; what is left out was not given, or is a default of the run. */
export interface CompareOptions extends RuleOptions {
  readonly format: 'text' | 'json';
  /** Paths of files that are written, `export` with an ending of `EXPORT_KINDS`. */
  readonly report?: string;
  readonly export?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly dedupe?: boolean;
  readonly by: readonly Dimension[];
  /** Codes of the findings that are looked at; all where it is left out. */
  readonly finding?: readonly string[];
  /** Issues that the page shows with their explanation. */
  readonly samples: number;
  readonly workers?: number;
  readonly store?: string;
  readonly parquet?: string;
  readonly resume?: boolean;
  readonly failOn?: readonly FailOn[];
}

const MOST_SAMPLES = 5000;

/** Adds the options to a command. Which of them go together is left to the command. */
export function addCompareOptions(command: Command): Command {
  return addRuleOptions(command)
    .addOption(
      new Option('--format <format>', 'how figures are written').choices(['text', 'json']).default('text'),
    )
    .option('--report <file>', 'also write a page to read and pass on, in one HTML file')
    .option(
      '--export <file>',
      `also write the findings; by its ending, ${EXPORT_KINDS.join(', ')}`,
      readExport,
    )
    .option('--baseline <file>', 'findings that were accepted before: they do not fail, stale ones do')
    .option('--update-baseline', 'accept the findings of this run: write them to --baseline')
    .option('--dedupe', 'count the same request in nearly the same letter once')
    .addOption(
      new Option('--by <list>', `parts to show: all, or ${DIMENSIONS.join(', ')}`)
        .argParser(readDimensions)
        .default(['family', 'year'], 'family,year'),
    )
    .option('--finding <list>', 'look only at findings with these codes', readCodes)
    .option('--samples <count>', 'issues that the page shows with their explanation', readSamples, 200)
    .option('--store <file>', 'keep facts and results in a DuckDB file; the next run reads only what changed')
    .option('--parquet <dir>', 'also write the tables of the store as Parquet files')
    .option('--resume', 'go on where a run with the same --store was stopped')
    .option('--workers <count>', 'threads that read letters (default: one for each core)', readWorkers)
    .option('--fail-on <list>', `exit with 1 on any of: ${FAIL_ON.join(', ')}`, readFailOn);
}

function readExport(path: string): string {
  if (exportKindOf(path) === null) {
    throw new InvalidArgumentError(
      `Its ending says what it is: ${EXPORT_KINDS.map((kind) => `.${kind}`).join(', ')}.`,
    );
  }
  return path;
}

function readDimensions(list: string): readonly Dimension[] {
  if (list.trim() === 'all') return DIMENSIONS;
  return readList(list, DIMENSIONS);
}

function readCodes(list: string): readonly string[] {
  return readList(list, Object.keys(FINDING_MEANINGS));
}

const MOST_WORKERS = 256;

function readWorkers(text: string): number {
  return readWhole(text, 1, MOST_WORKERS);
}

function readSamples(text: string): number {
  return readWhole(text, 0, MOST_SAMPLES);
}
