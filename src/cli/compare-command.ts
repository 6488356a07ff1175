/**
 * `necessity compare PATH...`: figures over a whole corpus beside their baselines, findings, twins, and a page.
 * Here what a run needs is opened, and closed whatever happens; the run itself is in `compare-run.ts`.
 */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { AcceptedFindings } from '../corpus/accepted-findings.js';
import { ruleVersions } from '../corpus/rule-versions.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SpoolError } from '../files/spool.js';
import { StoreError } from '../store/store-error.js';
import { NoWorkersError } from '../workers/worker-pool.js';
import type { RulesForLetters } from './checked-folder.js';
import { addCompareOptions, type CompareOptions } from './compare-options.js';
import { ExportFile, loadBaseline, unwritableOutput } from './compare-outputs.js';
import { CompareRun } from './compare-run.js';
import { type LetterSource, letterSource } from './compared-letters.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { loadRulesForLetters } from './load-rules.js';
import { openSession, type Session } from './session.js';
import { keepHeapsSmall } from './small-heaps.js';
import { listenForStop, type Stopping } from './stopping.js';
import { storeProblem } from './store-problem.js';
import { storedSource } from './stored-letters.js';

const EXAMPLES = `
Examples:
  $ necessity compare letters/
  $ necessity compare archive.ndjson.gz --dedupe --by family,year,guideline --report report.html
  $ necessity compare archive/ --store results.duckdb --parquet results/
  $ necessity compare --store results.duckdb --rules my-rules      tries other rules, reads no letter
  $ necessity compare letters/ --finding request-mismatch,region-mismatch --export findings.csv
  $ necessity compare letters/ --baseline accepted.json --update-baseline
  $ necessity compare letters/ --baseline accepted.json --fail-on finding

How to read the figures:
  Most denials are upheld, so that agreement alone says little: hold it against the two baselines, which always
  predict the commonest outcome (of all other issues, of the others of the category). Intervals are at 95 %.
  Figures are over issues for which an outcome is both predicted and stated; coverage says how many those are.`;

const MORE_EXITS = `, or the store cannot be used
  130, 143  stopped by Ctrl-C, or by a signal: no file was written, and --resume goes on from what a store holds`;

/** Options that need each other are looked at before anything is read; a wrong use ends with status 2. */
export function addCompareCommand(program: Command, finish: Finish): void {
  addCompareOptions(program.command('compare'))
    .description('compare predictions and determinations over a whole corpus')
    .argument('[path...]', 'files, folders, globs, or - for standard input; none: the letters of --store')
    .addHelpText('after', EXAMPLES + EXIT_HELP + MORE_EXITS)
    .action(async (paths: string[], options: CompareOptions, command: Command) => {
      const wrong = wrongUse(paths, options);
      if (wrong !== null) command.error(`error: ${wrong}`, { exitCode: EXIT.usage });
      finish(await compare(paths, options));
    });
}

function wrongUse(paths: readonly string[], options: CompareOptions): string | null {
  const { baseline, updateBaseline, store, parquet, resume } = options;
  if (updateBaseline && baseline === undefined) return '--update-baseline needs --baseline FILE';
  if (paths.length === 0 && store === undefined) return 'name letters, or the store that holds them';
  if (parquet !== undefined && store === undefined) return '--parquet needs --store FILE';
  return resume && store === undefined ? '--resume needs --store FILE' : null;
}

async function compare(paths: readonly string[], options: CompareOptions): Promise<ExitCode> {
  keepHeapsSmall();
  const session = openSession(options);
  const stopping = listenForStop();
  try {
    const problem = await compareLetters(paths, options, session, stopping);
    if (typeof problem === 'number') return problem;
    await session.tell([problem]);
    return problem.code === 'unwritable-file' ? EXIT.failed : EXIT.unread;
  } finally {
    stopping.ignore();
  }
}

/** @returns how the run ends, or what kept it from ending */
async function compareLetters(
  paths: readonly string[],
  options: CompareOptions,
  session: Session,
  stopping: Stopping,
): Promise<ExitCode | Diagnostic> {
  const loaded = await loadRulesForLetters(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const baseline = await loadBaseline(options.baseline, options.updateBaseline === true);
  if ('code' in baseline) return fails(session, baseline, EXIT.usage);
  const unwritable = await unwritableOutput(options);
  if (unwritable !== null) return unwritable;
  const file = options.export === undefined ? null : await ExportFile.open(options.export);
  if (file !== null && 'code' in file) return file;
  const accepted = new AcceptedFindings(baseline, ruleVersions(loaded.knowledge.rules));
  let source: LetterSource | null = null;
  try {
    source = await sourceOf(paths, options, loaded, session, stopping);
    const run = new CompareRun({ session, options, accepted, file, source, stopping });
    return await run.finish(loaded.knowledge);
  } catch (cause) {
    return problemOf(cause);
  } finally {
    await file?.giveUp();
    await source?.close();
  }
}

function sourceOf(
  paths: readonly string[],
  { store, parquet, resume, dedupe = false, workers = availableParallelism() }: CompareOptions,
  rules: RulesForLetters,
  session: Session,
  { signal }: Stopping,
): Promise<LetterSource> {
  const reading = { workers, dedupe, signal };
  if (store === undefined) return letterSource(paths, rules, reading, session);
  return storedSource(paths, rules, { ...reading, store, parquet, resume }, session);
}

/** What people can do something about; anything else is thrown on. */
function problemOf(cause: unknown): Diagnostic {
  if (cause instanceof SpoolError || cause instanceof NoWorkersError) return cause.problem;
  if (!(cause instanceof StoreError)) throw cause;
  return storeProblem(cause);
}

async function fails(session: Session, problem: Diagnostic, exit: ExitCode): Promise<ExitCode> {
  await session.tell([problem]);
  return exit;
}
