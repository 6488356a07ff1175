/**
 * `necessity rules test --watch`: examples run again after every save. Only what changed is checked and run; a file
 * that cannot be read is told, and the watch goes on.
 */
import { type RuleTexts, rereadRuleFiles } from '../files/read-rule-folder.js';
import { watchFolder } from '../files/watch-folder.js';
import { ExampleRunner, type RuleReport } from '../pipeline/example-runner.js';
import { RuleWorkspace } from '../pipeline/rule-workspace.js';
import { exampleCounts } from '../report/example-report.js';
import type { Remembering } from '../rules/remembering.js';
import { openChecks } from './checked-folder.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { fileNames, placeOfRules, readTexts } from './rules-folder.js';
import { exampleResults, resultsText, runChosen, type TestOptions } from './rules-test-run.js';
import type { Session } from './session.js';

/** Runs until it is interrupted; ends by itself only if the first look finds no rules or no such name. */
export async function watchExamples(
  words: readonly string[],
  options: TestOptions,
  session: Session,
  refuse: (message: string) => never,
): Promise<ExitCode> {
  // Watched from before the first look on, so that no save falls between the two.
  const place = placeOfRules(options.rules);
  const watch = await watchFolder(place.folder);
  try {
    const checks = await openChecks(place);
    const first = await readTexts(options.rules, session);
    if ('exit' in first) return first.exit;
    const run = new WatchedRun(words, options, session, checks);
    let texts: RuleTexts = first;
    const problem = await run.again(texts);
    if (problem !== null) return refuse(problem);
    await checks.save(fileNames(texts));
    await session.note('watching; end it with Ctrl-C');
    for await (const paths of watch.changes) {
      const next = rereadRuleFiles(place.folder, place.name, texts, paths);
      const changed = changedFiles(texts, next);
      if (changed.length === 0 && next.problems.length === 0) continue;
      texts = next;
      await session.note(`\n${changed.join(', ')} changed`);
      await session.tell(texts.problems);
      const trouble = texts.problems.length > 0 ? null : await run.again(texts);
      if (trouble !== null) await session.note(trouble);
    }
    return EXIT.ok;
  } finally {
    await watch.close();
  }
}

/** Files that are new, gone, or of another text. */
function changedFiles(before: RuleTexts, after: RuleTexts): readonly string[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((file) => old.get(file) !== now.get(file))
    .sort();
}

function textsOf({ lexicon, rules, examples }: RuleTexts): ReadonlyMap<string, string> {
  return new Map([...lexicon, ...rules, ...examples].map(({ file, text }) => [file, text]));
}

/** What is kept from one run to the next. */
class WatchedRun {
  readonly #workspace: RuleWorkspace;
  readonly #runner: ExampleRunner;
  readonly #words: readonly string[];
  readonly #options: TestOptions;
  readonly #session: Session;
  #isFirst = true;

  constructor(words: readonly string[], options: TestOptions, session: Session, checks: Remembering) {
    this.#workspace = new RuleWorkspace(checks);
    this.#runner = new ExampleRunner(this.#workspace);
    this.#words = words;
    this.#options = options;
    this.#session = session;
  }

  /** @returns what is wrong with the names of rules, or null */
  async again(texts: RuleTexts): Promise<string | null> {
    const chosen = await runChosen(
      this.#words,
      texts,
      this.#workspace,
      this.#runner,
      this.#options,
      this.#session,
    );
    if (chosen === null || typeof chosen === 'string') return chosen;
    await this.#print(chosen, texts);
    this.#isFirst = false;
    return null;
  }

  /** What was run now in full, everything else as counts. */
  async #print(chosen: readonly RuleReport[], texts: RuleTexts): Promise<void> {
    const now = exampleResults(chosen.filter(({ isNew, problems }) => isNew || problems.length > 0));
    const all = exampleCounts(exampleResults(chosen));
    if (this.#isFirst) {
      await this.#session.results.write(
        resultsText(exampleResults(chosen), texts, this.#options, this.#session),
      );
      return;
    }
    const told =
      now.rules === 0 ? 'no example is touched\n' : resultsText(now, texts, this.#options, this.#session);
    await this.#session.results.write(`${told}in all ${all}\n`);
  }
}
