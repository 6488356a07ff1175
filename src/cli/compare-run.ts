/**
 * One comparison from its first letter to its last file: letters are counted as they come, then figures are printed and
 * files written. A run that is stopped writes no file: what it saw would be taken for all there is.
 * Not here: where letters come from, and what a run needs (`compare-command.ts`).
 */
import { type AcceptedFindings, baselineText } from '../corpus/accepted-findings.js';
import { CorpusComparison, type CorpusResult, type FoundFinding } from '../corpus/corpus-comparison.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CheckedLetter } from '../pipeline/check-letter.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { compareReport } from '../report/compare/compare-report.js';
import type { CompareReport } from '../report/compare/compare-schema.js';
import { compareText } from '../report/compare/compare-text.js';
import { factDifferences } from '../report/compare/fact-differences.js';
import { comparePage } from '../report/html/compare/compare-page.js';
import { DIMENSIONS } from '../statistics/dimensions.js';
import type { SaidFact } from '../store/stored-facts.js';
import type { CompareOptions } from './compare-options.js';
import { type ExportFile, writeOutput } from './compare-outputs.js';
import type { LetterSource } from './compared-letters.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { FailOn } from './options.js';
import type { Session } from './session.js';
import type { Stopping } from './stopping.js';
import { textStyle } from './text-style.js';

const TWINS = 20;

/** What was opened for a run; whoever opened it closes it. */
export interface RunNeeds {
  readonly session: Session;
  readonly options: CompareOptions;
  readonly accepted: AcceptedFindings;
  /** Null where no file of findings was asked for. */
  readonly file: ExportFile | null;
  readonly source: LetterSource;
  readonly stopping: Stopping;
}

type Letters = ReadonlyMap<string, CheckedLetter>;

/** A run that has not begun; it is good for one `finish`. */
export class CompareRun {
  #unread = 0;
  #warnings = 0;
  #newFindings = 0;
  readonly #needs: RunNeeds;
  readonly #comparison: CorpusComparison;

  constructor(needs: RunNeeds) {
    this.#needs = needs;
    const { dedupe = false, samples, finding } = needs.options;
    const codes = finding === undefined ? null : new Set(finding);
    this.#comparison = new CorpusComparison({ dedupe, samples, twins: TWINS, codes }, needs.accepted);
  }

  /** @throws {StoreError} */
  async finish(knowledge: Knowledge): Promise<ExitCode> {
    const { source, stopping, file, session } = this.#needs;
    await this.#readAll();
    const result = this.#comparison.result();
    const letters = stopping.signal.aborted ? NONE : await source.again(this.#wanted(result));
    const facts = stopping.signal.aborted ? NONE : await source.facts(firstsOfTwins(result), letters);
    const differences = differencesOf(result, facts);
    const stopped = stopping.exit();
    if (stopped !== null) {
      await this.#tellStopped(result, knowledge);
      return stopped;
    }
    // No letter could be read: the errors are all there is to tell.
    if (result.statistics.letters === 0 && this.#unread > 0) return EXIT.unread;
    const report = await this.#print(result, differences, knowledge);
    const written = [
      await file?.keep(),
      ...(await this.#writeFiles(result, { letters, differences }, knowledge)),
    ];
    const failed = written.filter((one) => one !== null && one !== undefined);
    for (const one of failed) await session.tell([one]);
    return failed.length > 0 ? EXIT.failed : this.#exitCode(report);
  }

  async #readAll(): Promise<void> {
    const { source, stopping, session } = this.#needs;
    for await (const { letter, problems } of source.letters()) {
      if (stopping.signal.aborted) break;
      const errors = problems.filter((problem) => problem.severity === 'error');
      this.#warnings += problems.length - errors.length;
      if (errors.length > 0) this.#unread += 1;
      const found = letter === null ? [] : this.#comparison.add(letter);
      if (found.length > 0) await this.#take(found);
      if (problems.length > 0) await session.tell(problems);
    }
  }

  async #take(found: readonly FoundFinding[]): Promise<void> {
    const { options, accepted, file } = this.#needs;
    const isNew = (one: FoundFinding): boolean => !one.isAccepted && one.finding.code !== 'outcome-disagrees';
    this.#newFindings += found.filter(isNew).length;
    if (options.updateBaseline) for (const { row, finding } of found) accepted.accept(row, finding);
    await file?.write(found);
  }

  /** What was read until then is worth a look, but not by a program, which would take it for all. */
  async #tellStopped(result: CorpusResult, knowledge: Knowledge): Promise<void> {
    const { options, session } = this.#needs;
    if (options.store !== undefined) return;
    const { letters } = result.statistics;
    const hasFigures = options.format === 'text' && letters > 0;
    const words = hasFigures ? 'the figures are over those, and no file was written' : 'nothing was written';
    await session.note(`stopped after ${letters} letters: ${words}`);
    if (hasFigures) await this.#print(result, NONE, knowledge);
  }

  async #print(result: CorpusResult, differences: Differences, knowledge: Knowledge): Promise<CompareReport> {
    const { session, options } = this.#needs;
    const report = this.#reportOf(result, differences, options.by);
    const text =
      options.format === 'json'
        ? `${JSON.stringify(report)}\n`
        : compareText(report, textStyle(session, knowledge));
    await session.results.write(text);
    return report;
  }

  #reportOf(result: CorpusResult, differences: Differences, by: CompareOptions['by']): CompareReport {
    return compareReport(result, { unread: this.#unread, differences, by });
  }

  /** Letters that are shown: the sample of the page, and the pairs of twins. */
  #wanted(result: CorpusResult): ReadonlySet<string> {
    const { report } = this.#needs.options;
    const shown = report === undefined ? [] : result.sample.shown.map((row) => row.document);
    return new Set([...shown, ...firstsOfTwins(result)]);
  }

  async #writeFiles(
    result: CorpusResult,
    { letters, differences }: { readonly letters: Letters; readonly differences: Differences },
    knowledge: Knowledge,
  ): Promise<readonly (Diagnostic | null)[]> {
    const { report: page, baseline, updateBaseline } = this.#needs.options;
    const meaningOf = (fact: string): string | null => knowledge.lexicon.facts.get(fact)?.meaning ?? null;
    const pageText = (): string =>
      comparePage(this.#reportOf(result, differences, DIMENSIONS), letters, {
        meaningOf,
        names: knowledge.names,
      });
    if (page !== undefined) await this.#tellMissing(result, letters);
    return [
      page === undefined ? null : await writeOutput(page, pageText()),
      baseline === undefined || !updateBaseline
        ? null
        : await writeOutput(baseline, baselineText(this.#needs.accepted.current())),
    ];
  }

  /** Letters of the page that have no explanation there, such as records of which a store alone is named. */
  async #tellMissing({ sample }: CorpusResult, letters: Letters): Promise<void> {
    const documents = new Set(sample.shown.map((row) => row.document));
    const missing = [...documents].filter((one) => !letters.has(one)).length;
    if (missing === 0) return;
    const words = `${missing} of the ${documents.size} letters that the page shows could not be read again`;
    await this.#needs.session.note(`${words}, so they have no explanation there; name the letters, too`);
  }

  #exitCode({ overall, undetermined, stale }: CompareReport): ExitCode {
    if (this.#unread > 0) return EXIT.unread;
    const { failOn, updateBaseline = false } = this.#needs.options;
    const { agreement } = overall;
    const disagreements = Math.round(agreement.n * (1 - (agreement.value ?? 1)));
    const counts: Readonly<Record<FailOn, number>> = {
      disagreement: disagreements,
      finding: updateBaseline ? 0 : this.#newFindings + stale.length,
      undetermined,
      warning: this.#warnings,
    };
    return failOn?.some((one) => counts[one] > 0) ? EXIT.failed : EXIT.ok;
  }
}

type Differences = ReadonlyMap<number, ReturnType<typeof factDifferences>>;

const NONE: ReadonlyMap<never, never> = new Map<never, never>();

/** The first letter of each side of each group of twins. */
function firstsOfTwins({ twins }: CorpusResult): ReadonlySet<string> {
  const sides = twins.groups.flatMap((group) => group.sides);
  return new Set(sides.flatMap((side) => side.samples.slice(0, 1).map((place) => place.document)));
}

/** What the first letters of the first two sides of each group of twins differ in. */
function differencesOf(
  { twins }: CorpusResult,
  facts: ReadonlyMap<string, readonly SaidFact[]>,
): Differences {
  const found = new Map<number, ReturnType<typeof factDifferences>>();
  for (const [i, group] of twins.groups.entries()) {
    const [a, b] = group.sides.map((side) => facts.get(side.samples[0]?.document ?? ''));
    if (a && b) found.set(i, factDifferences(a, b));
  }
  return found;
}
