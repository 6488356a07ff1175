/**
 * `necessity compare PATH...`: figures over a whole corpus beside their baselines, findings, twins, and a page.
 */
import type { Command } from 'commander';
import {
  AcceptedFindings,
  baselineText,
  type CheckedLetter,
  type CompareReport,
  CorpusComparison,
  type CorpusResult,
  comparePage,
  compareReport,
  compareText,
  DIMENSIONS,
  type Diagnostic,
  diagnostic,
  type FoundFinding,
  factDifferences,
  type Knowledge,
  ruleVersions,
  StoreError,
} from '../index.js';
import { addCompareOptions, type CompareOptions } from './compare-options.js';
import { ExportFile, loadBaseline, tried, writeOutput } from './compare-outputs.js';
import { type LetterSource, letterSource } from './compared-letters.js';
import { EXIT, EXIT_HELP, type ExitCode } from './exit-codes.js';
import { loadRulesForLetters } from './load-rules-folder.js';
import type { FailOn } from './options.js';
import { openSession, type Session } from './session.js';
import { storedSource } from './stored-letters.js';
import { textStyle } from './text-style.js';

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

const TWINS = 20;

export function addCompareCommand(program: Command, finish: (exit: ExitCode) => void): void {
  addCompareOptions(program.command('compare'))
    .description('compare predictions and determinations over a whole corpus')
    .argument('[path...]', 'files, folders, globs, or - for standard input; none: the letters of --store')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (paths: string[], options: CompareOptions, command: Command) => {
      if (options.updateBaseline && options.baseline === undefined) {
        command.error('error: --update-baseline needs --baseline FILE', { exitCode: EXIT.usage });
      }
      const wrong = wrongUse(paths, options);
      if (wrong !== null) command.error(`error: ${wrong}`, { exitCode: EXIT.usage });
      finish(await compare(paths, options));
    });
}

function wrongUse(paths: readonly string[], { store, parquet, resume }: CompareOptions): string | null {
  if (paths.length === 0 && store === undefined) return 'name letters, or the store that holds them';
  if (parquet !== undefined && store === undefined) return '--parquet needs --store FILE';
  return resume && store === undefined ? '--resume needs --store FILE' : null;
}

async function compare(paths: readonly string[], options: CompareOptions): Promise<ExitCode> {
  const session = openSession(options);
  const loaded = await loadRulesForLetters(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const { knowledge } = loaded;
  const baseline = await loadBaseline(options.baseline, options.updateBaseline === true);
  if ('code' in baseline) return fails(session, baseline, EXIT.usage);
  const file = options.export === undefined ? null : await ExportFile.open(options.export);
  if (file !== null && 'code' in file) return fails(session, file, EXIT.failed);
  const accepted = new AcceptedFindings(baseline, ruleVersions(knowledge.rules));
  let source: LetterSource | null = null;
  try {
    const { store } = options;
    source =
      store === undefined
        ? await letterSource(paths, loaded, options, session)
        : await storedSource(paths, loaded, { ...options, store }, session);
    return await new Run(session, options, accepted, file, source).finish(knowledge);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    await file?.giveUp();
    const { path, message, help } = cause;
    return fails(
      session,
      diagnostic('store', path, null, message, help === undefined ? {} : { help }),
      EXIT.unread,
    );
  } finally {
    await source?.close();
  }
}

async function fails(session: Session, problem: Diagnostic, exit: ExitCode): Promise<ExitCode> {
  await session.tell([problem], () => undefined);
  return exit;
}

/** One comparison from its first letter to its last file. */
class Run {
  #unread = 0;
  #warnings = 0;
  #newFindings = 0;
  readonly #session: Session;
  readonly #options: CompareOptions;
  readonly #accepted: AcceptedFindings;
  readonly #export: ExportFile | null;
  readonly #source: LetterSource;
  readonly #comparison: CorpusComparison;

  constructor(
    session: Session,
    options: CompareOptions,
    accepted: AcceptedFindings,
    file: ExportFile | null,
    source: LetterSource,
  ) {
    this.#session = session;
    this.#options = options;
    this.#accepted = accepted;
    this.#export = file;
    this.#source = source;
    const codes = options.finding === undefined ? null : new Set(options.finding);
    const { dedupe = false, samples } = options;
    this.#comparison = new CorpusComparison({ dedupe, samples, twins: TWINS, codes }, accepted);
  }

  async finish(knowledge: Knowledge): Promise<ExitCode> {
    const problem = await tried(this.#options.export ?? '', () => this.#readAll());
    if (problem !== null) return fails(this.#session, problem, EXIT.failed);
    if (this.#options.store !== undefined && this.#source.wasStopped()) return EXIT.unread;
    const result = this.#comparison.result();
    const letters = await this.#source.again(this.#wanted(result));
    const parts = { unread: this.#unread, differences: differencesOf(result, letters) };
    const { format, by } = this.#options;
    const report = compareReport(result, { ...parts, by });
    const text =
      format === 'json'
        ? `${JSON.stringify(report)}\n`
        : compareText(report, textStyle(this.#session, knowledge));
    await this.#session.results.write(text);
    const whole = compareReport(result, { ...parts, by: DIMENSIONS });
    const failed = await this.#writeFiles(whole, letters, knowledge);
    for (const one of failed) await this.#session.tell([one], () => undefined);
    return failed.length > 0 ? EXIT.failed : this.#exitCode(report);
  }

  async #readAll(): Promise<null> {
    for await (const { letter, problems } of this.#source.letters()) {
      if (this.#session.results.isClosed) break;
      const errors = problems.filter((problem) => problem.severity === 'error');
      this.#warnings += problems.length - errors.length;
      if (errors.length > 0) this.#unread += 1;
      const found = letter === null ? [] : this.#comparison.add(letter);
      if (found.length > 0) await this.#take(found);
      if (problems.length > 0) await this.#session.tell(problems, () => undefined);
    }
    await this.#export?.keep();
    if (this.#source.wasStopped() && this.#options.store === undefined) {
      await this.#session.note('stopped: the figures are over the letters that were read until then');
    }
    return null;
  }

  async #take(found: readonly FoundFinding[]): Promise<void> {
    const isNew = (one: FoundFinding): boolean => !one.isAccepted && one.finding.code !== 'outcome-disagrees';
    this.#newFindings += found.filter(isNew).length;
    if (this.#options.updateBaseline) {
      for (const { row, finding } of found) this.#accepted.accept(row, finding);
    }
    await this.#export?.write(found);
  }

  /** Letters that are shown: the sample of the page, and the pairs of twins. */
  #wanted({ sample, twins }: CorpusResult): ReadonlySet<string> {
    const shown = this.#options.report === undefined ? [] : sample.shown.map((row) => row.document);
    const pairs = twins.groups.flatMap((group) => group.sides.flatMap((side) => side.samples.slice(0, 1)));
    return new Set([...shown, ...pairs.map((place) => place.document)]);
  }

  async #writeFiles(
    report: CompareReport,
    letters: ReadonlyMap<string, CheckedLetter>,
    knowledge: Knowledge,
  ): Promise<readonly Diagnostic[]> {
    const { report: page, baseline, updateBaseline } = this.#options;
    const meaningOf = (fact: string): string | null => knowledge.lexicon.facts.get(fact)?.meaning ?? null;
    const written = [
      page === undefined
        ? null
        : await writeOutput(page, comparePage(report, letters, { meaningOf, names: knowledge.names })),
      baseline === undefined || !updateBaseline
        ? null
        : await writeOutput(baseline, baselineText(this.#accepted.current())),
    ];
    return written.filter((one) => one !== null);
  }

  #exitCode({ overall, undetermined, stale }: CompareReport): ExitCode {
    if (this.#unread > 0 || this.#source.wasStopped()) return EXIT.unread;
    const { agreement } = overall;
    const disagreements = Math.round(agreement.n * (1 - (agreement.value ?? 1)));
    const isUpdated = this.#options.updateBaseline === true;
    const counts: Readonly<Record<FailOn, number>> = {
      disagreement: disagreements,
      finding: isUpdated ? 0 : this.#newFindings + stale.length,
      undetermined,
      warning: this.#warnings,
    };
    return this.#options.failOn?.some((one) => counts[one] > 0) ? EXIT.failed : EXIT.ok;
  }
}

type Differences = ReturnType<typeof factDifferences>;

/** What the first letters of the first two sides of each group of twins differ in. */
function differencesOf(
  { twins }: CorpusResult,
  letters: ReadonlyMap<string, CheckedLetter>,
): ReadonlyMap<number, Differences> {
  const found = new Map<number, Differences>();
  for (const [i, group] of twins.groups.entries()) {
    const [a, b] = group.sides.map((side) => letters.get(side.samples[0]?.document ?? '')?.result.facts);
    if (a && b) found.set(i, factDifferences(a, b));
  }
  return found;
}
