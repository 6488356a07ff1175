/**
 * Runs examples again and again while their author edits. What they came to before, also in an earlier run of the
 * program, is taken over for as long as neither the rule, nor its examples, nor the words that their texts are read
 * with have changed, so that a run after a save takes the time of what was saved.
 * An example that is as expected has its trace only where all traces are asked for: it is held against its rule again.
 */
import { holdExample } from '../decision/hold-example.js';
import { type RuleRun, runRuleExamples } from '../decision/run-examples.js';
import { type CompiledLexicon, compileLexicon } from '../facts/compiled-lexicon.js';
import { lexiconNames } from '../rules/lexicon-names.js';
import type { Remembering } from '../rules/remembering.js';
import type { ExampleRun } from '../vocabulary/example-run.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { ExampleFile, ExampleProblem, Rule } from '../vocabulary/rule.js';
import type { RuleFolder } from './check-folder.js';
import { type CheckedRules, readSummaryPhrases } from './compile-knowledge.js';
import { runExampleTexts } from './example-texts.js';
import { lexiconDigest } from './lexicon-digest.js';
import { RuleWorkspace } from './rule-workspace.js';

/** The examples of one rule as they were run. */
export interface RuleReport extends RuleRun {
  readonly rule: Rule;
  readonly file: ExampleFile | undefined;
  /** False if the result of an earlier run of this runner still holds. */
  readonly isNew: boolean;
}

/** What of the examples is run, and how much of it is kept. */
export interface RunOptions {
  /** Ids of the rules whose examples are run; all where it is left out. */
  readonly only?: ReadonlySet<string>;
  /** Which examples have a trace; those that fail where it is left out. */
  readonly traces?: 'failing' | 'all';
}

/** What is kept of the examples of a rule. */
interface KeptRun {
  readonly runs: readonly Pick<ExampleRun, 'end' | 'decidedBy' | 'undocumented' | 'failure'>[];
  readonly problems: readonly ExampleProblem[];
}

interface KnownReport {
  readonly report: RuleReport;
  readonly words: string;
  readonly traces: RunOptions['traces'];
}

/** What one run is about. */
interface Bench extends Required<Pick<RunOptions, 'traces'>> {
  readonly lexicon: LexiconFile;
  /** Stands for what the lexicon says. */
  readonly words: string;
  readonly keptAt: KeptAt;
}

/** Where the examples of a rule are kept, and what stands for everything that they depend on. */
type KeptAt = (rule: Rule, file: ExampleFile | undefined) => readonly [key: string, digest: string];

/** Runs the examples of one folder again and again; one runner for one folder. */
export class ExampleRunner {
  readonly #memory: Remembering;
  #known = new Map<Rule, KnownReport>();
  #compiled: { readonly words: string; readonly ready: CompiledLexicon } | null = null;

  /** @param memory what examples came to in earlier runs of the program */
  constructor(memory: Remembering = new RuleWorkspace()) {
    this.#memory = memory;
  }

  /**
   * Runs examples, or takes over what they came to.
   * @param folder the texts that were checked
   * @returns in the order of the rules; the same whatever was run before, `isNew` apart
   */
  async run(
    { lexicon, rules }: CheckedRules,
    files: readonly ExampleFile[],
    folder: RuleFolder,
    { only, traces = 'failing' }: RunOptions = {},
  ): Promise<readonly RuleReport[]> {
    const byRule = new Map(files.map((file) => [file.rule, file]));
    const words = lexiconDigest(lexicon, this.#memory);
    const keptAt = keeping(lexicon, words, folder, this.#memory);
    const bench: Bench = { lexicon, words, traces, keptAt };
    const next = new Map<Rule, KnownReport>();
    for (const rule of rules.rules) {
      if (only !== undefined && !only.has(rule.id)) continue;
      next.set(rule, { report: await this.#report(rule, byRule.get(rule.id), bench), words, traces });
    }
    this.#known = next;
    return [...next.values()].map(({ report }) => report);
  }

  async #report(rule: Rule, file: ExampleFile | undefined, bench: Bench): Promise<RuleReport> {
    const known = this.#known.get(rule);
    if (known !== undefined && stillHolds(known, file, bench)) return { ...known.report, isNew: false };
    return { rule, file, ...(await this.#runRule(rule, file, bench)), isNew: true };
  }

  async #runRule(rule: Rule, file: ExampleFile | undefined, bench: Bench): Promise<RuleRun> {
    const [key, digest] = bench.keptAt(rule, file);
    const kept = this.#memory.known<KeptRun>(key, digest);
    if (kept !== undefined) return runFromKept(kept, rule, file, bench);
    const { runs, problems: found } = await runRuleExamples(rule, file);
    const problems = [...found, ...(await this.#runTexts(rule, file, bench))];
    this.#memory.keep(key, digest, { runs: runs.map(withoutTrace), problems } satisfies KeptRun);
    return { runs: bench.traces === 'all' ? runs : runs.map(withTraceIfFailing), problems };
  }

  async #runTexts(
    rule: Rule,
    file: ExampleFile | undefined,
    bench: Bench,
  ): Promise<readonly ExampleProblem[]> {
    if (file === undefined || !hasText(file)) return [];
    return runExampleTexts({ lexicon: this.#ready(bench), rules: { rules: [rule] } }, [file]);
  }

  #ready({ lexicon, words }: Bench): CompiledLexicon {
    if (this.#compiled?.words !== words) {
      const phrases = readSummaryPhrases(lexicon, this.#memory, words);
      this.#compiled = { words, ready: compileLexicon(lexicon, phrases) };
    }
    return this.#compiled.ready;
  }
}

function keeping(lexicon: LexiconFile, words: string, folder: RuleFolder, memory: Remembering): KeptAt {
  const names = memory.digest([JSON.stringify(lexiconNames(lexicon))]);
  const texts = new Map([...folder.rules, ...folder.examples].map(({ file, text }) => [file, text]));
  return (rule, file) => {
    const own = [rule.place.file, ...(file === undefined ? [] : [file.file])];
    const read = file !== undefined && hasText(file) ? words : '';
    const said = own.flatMap((one) => [one, texts.get(one) ?? '']);
    return [`${rule.place.file}#examples`, memory.digest([names, read, ...said])];
  };
}

const hasText = ({ examples }: ExampleFile): boolean => examples.some(({ text }) => text !== null);

function stillHolds(known: KnownReport, file: ExampleFile | undefined, bench: Bench): boolean {
  if (known.report.file !== file || known.traces !== bench.traces) return false;
  // Only texts depend on the words of the lexicon.
  return known.words === bench.words || file === undefined || !hasText(file);
}

function withoutTrace({ end, decidedBy, undocumented, failure }: ExampleRun): KeptRun['runs'][number] {
  return { end, decidedBy, undocumented, failure };
}

function withTraceIfFailing(run: ExampleRun): ExampleRun {
  return run.failure === null ? { ...run, trace: null } : run;
}

/** Examples whose trace is asked for are held against their rule again, which comes to the same. */
async function runFromKept(
  { runs: kept, problems }: KeptRun,
  rule: Rule,
  file: ExampleFile | undefined,
  { traces }: Bench,
): Promise<RuleRun> {
  const runs: ExampleRun[] = [];
  for (const [i, example] of (file?.examples ?? []).entries()) {
    const one = kept[i];
    if (one === undefined || one.failure !== null || traces === 'all')
      runs.push(await holdExample(rule, example));
    else runs.push({ rule: rule.id, example, ...one, trace: null });
  }
  return { runs, problems };
}
