/**
 * `necessity map`: NDJSON records of letters in, one record of results out for each, in order. The unit that another
 * engine runs over its partitions (docs/spark.md). A record that cannot be judged becomes an error record in its
 * place; memory holds one record at a time.
 */
import type { Command } from 'commander';
import { Option } from 'commander';
import {
  hasErrors,
  LetterJudge,
  type LetterRecord,
  letterRecord,
  type UnreadRecord,
} from '../corpus/letter-record.js';
import type { LetterInput } from '../files/letter-input.js';
import { STANDARD_INPUT_NAME } from '../files/letter-input.js';
import { readRecords } from '../files/read-records.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { guarded } from '../workers/guarded-letter.js';
import { EXIT, type ExitCode, type Finish } from './exit-codes.js';
import { loadRulesForLetters } from './load-rules.js';
import { openSession } from './session.js';
import { keepHeapsSmall } from './small-heaps.js';

interface MapOptions {
  readonly rules?: string;
  readonly failOn?: 'error';
}

const HELP = `
Reads {"id": …, "text": …} a line and prints, in the same order, a line of results for each:
the letter's facts, its issues with decisions, criteria and findings, or {"document": …, "error": …}.
Blank lines are passed over; an empty input gives an empty output.

Examples:
  $ necessity map < letters.ndjson > results.ndjson
  $ zstd -dc archive.ndjson.zst | necessity map | gzip > results.ndjson.gz

Exit status:
  0  ran, also where records are errors: one poison record must not fail the job of an engine
  2  the command line is wrong
  3  the rules could not be read; with --fail-on error: some record could not be judged`;

/** Reads standard input to its end, and has none of the options of layout: what it prints is for programs. */
export function addMapCommand(program: Command, finish: Finish): void {
  program
    .command('map')
    .description('records in, results out, line by line: the unit that another engine runs')
    .option('--rules <dir>', 'folder of rules and lexicon (default: the rules that come with this program)')
    .addOption(new Option('--fail-on <what>', 'exit with 3 if any record is an error').choices(['error']))
    .addHelpText('after', HELP)
    .action(async (options: MapOptions) => finish(await map(options)));
}

async function map(options: MapOptions): Promise<ExitCode> {
  keepHeapsSmall();
  const session = openSession({ quiet: true });
  const loaded = await loadRulesForLetters(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const judge = judgeOf(loaded.knowledge);
  let failed = 0;
  for await (const input of readRecords(STANDARD_INPUT_NAME, process.stdin)) {
    if (session.results.isClosed) break;
    // A partition of an engine may be empty.
    if (input.problems[0]?.code === 'no-documents') continue;
    const record = await judge(input);
    if (hasErrors(record)) failed += 1;
    await session.results.write(`${JSON.stringify(record)}\n`);
  }
  return failed > 0 && options.failOn === 'error' ? EXIT.unread : EXIT.ok;
}

function judgeOf(knowledge: Knowledge): (input: LetterInput) => Promise<LetterRecord | UnreadRecord> {
  const judge = new LetterJudge(knowledge, false);
  return (input) => guarded(input, async (source) => letterRecord(await judge.judge(source)));
}
