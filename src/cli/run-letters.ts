/**
 * The loop of every command that reads letters: one letter after the other, its result printed before the next is
 * read, so that a run of any length takes the memory of one letter. A letter that fails is told, counted, and passed.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { programFailure } from '../diagnostics/program-failure.js';
import type { LetterInput } from '../files/letter-input.js';
import { readLetters } from '../files/read-letters.js';
import { type CheckedLetter, checkLetter } from '../pipeline/check-letter.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { errorRecord } from '../report/output-records.js';
import { addLetter, addUnread, NO_TOTALS, type Totals, totalsText } from '../report/totals.js';
import type { SourceText } from '../text/source-text.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { loadRulesForLetters } from './load-rules.js';
import type { FailOn, SharedOptions } from './options.js';
import type { Reporter } from './reporter.js';
import { openSession, type Session, textOfSource } from './session.js';

const PROGRESS_EVERY_MS = 200;

/** Makes the reporter of a command once its rules are known. */
export type MakeReporter = (session: Session, knowledge: Knowledge) => Reporter;

/**
 * Reads, checks and prints until the input ends, or nobody reads what is printed.
 * @returns `unread` if any input had errors, whatever else was found; then what `--fail-on` asks
 */
export async function runLetters(
  paths: readonly string[],
  options: SharedOptions,
  makeReporter: MakeReporter,
): Promise<ExitCode> {
  const session = openSession(options);
  const loaded = await loadRulesForLetters(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const reporter = makeReporter(session, loaded.knowledge);
  const run = new Run(session, reporter, loaded.knowledge);
  await session.results.write(reporter.start());
  for await (const input of readLetters(paths, process.stdin)) {
    if (session.results.isClosed) break;
    await run.take(input);
  }
  await session.results.write(reporter.end(run.totals));
  if (options.format !== 'text' || session.hasRoomForProgress) await session.note(totalsText(run.totals));
  return run.exitCode(options.failOn);
}

/** A run so far: what was counted and when progress was last shown. */
class Run {
  totals: Totals = NO_TOTALS;
  #warnings = 0;
  #nextProgress = 0;
  readonly #session: Session;
  readonly #reporter: Reporter;
  readonly #knowledge: Knowledge;

  constructor(session: Session, reporter: Reporter, knowledge: Knowledge) {
    this.#session = session;
    this.#reporter = reporter;
    this.#knowledge = knowledge;
  }

  async take(input: LetterInput): Promise<void> {
    const { source } = input;
    if (source === null) {
      await this.#tell(input.problems, null);
    } else {
      const checked = await check(source, this.#knowledge);
      if ('result' in checked) {
        this.totals = addLetter(this.totals, checked.result);
        await this.#session.results.write(this.#reporter.letter(checked));
        await this.#tell([...input.problems, ...checked.diagnostics], source);
      } else {
        await this.#tell([checked], source);
      }
    }
    await this.#showProgress();
  }

  exitCode(failOn: readonly FailOn[] = []): ExitCode {
    const { agreements, findingsInLetters, undetermined, unread } = this.totals;
    if (unread > 0) return EXIT.unread;
    const counts: Readonly<Record<FailOn, number>> = {
      disagreement: agreements.disagree,
      finding: findingsInLetters,
      undetermined,
      warning: this.#warnings,
    };
    return failOn.some((one) => counts[one] > 0) ? EXIT.failed : EXIT.ok;
  }

  async #tell(problems: readonly Diagnostic[], source: SourceText | null): Promise<void> {
    const errors = problems.filter((problem) => problem.severity === 'error');
    this.#warnings += problems.length - errors.length;
    if (errors.length > 0) this.totals = addUnread(this.totals);
    for (const error of errors) {
      await this.#session.results.write(this.#reporter.error(errorRecord(error, source)));
    }
    await this.#session.tell(problems, textOfSource(source));
  }

  async #showProgress(): Promise<void> {
    if (!this.#session.hasRoomForProgress || Date.now() < this.#nextProgress) return;
    this.#nextProgress = Date.now() + PROGRESS_EVERY_MS;
    await this.#session.progress(totalsText(this.totals));
  }
}

async function check(source: SourceText, knowledge: Knowledge): Promise<CheckedLetter | Diagnostic> {
  try {
    return await checkLetter(source, knowledge);
  } catch (cause) {
    return programFailure(source.name, cause);
  }
}
