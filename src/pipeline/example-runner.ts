/**
 * Runs examples again and again while their author edits. What they came to before, also in an earlier run of the
 * program, is taken over for as long as neither the rule nor its examples have changed, and their texts are read as
 * before: a phrase that is found in none of them changes nothing. So a run after a save takes the time of what was saved.
 * An example that is as expected has its trace only where all traces are asked for: it is held against its rule again.
 */
import { holdExample } from '../decision/hold-example.js';
import { type RuleRun, runRuleExamples } from '../decision/run-examples.js';
import { type CompiledLexicon, compileLexicon } from '../facts/compiled-lexicon.js';
import { lexiconNames } from '../rules/lexicon-names.js';
import { type Remembering, recalled } from '../rules/remembering.js';
import type { ExampleRun } from '../vocabulary/example-run.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { ExampleFile, ExampleProblem, Rule } from '../vocabulary/rule.js';
import type { RuleFolder } from './check-folder.js';
import { type CheckedRules, readSummaryPhrases } from './compile-knowledge.js';
import { phrasesInTexts, runExampleTexts } from './example-texts.js';
import { definitionsDigest, lexiconDigest } from './lexicon-digest.js';
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
  readonly texts: string;
  readonly traces: RunOptions['traces'];
}

/** What one run is about. */
interface Bench extends Required<Pick<RunOptions, 'traces'>> {
  readonly lexicon: LexiconFile;
  /** Stands for what the lexicon says. */
  readonly words: string;
  /** Stands for what it says apart from its phrases. */
  readonly definitions: string;
  /** Stands for the names that rules and examples may use. */
  readonly names: string;
  /** The texts of the files by their names. */
  readonly fileTexts: ReadonlyMap<string, string>;
}

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
    const bench: Bench = {
      lexicon,
      words: lexiconDigest(lexicon, this.#memory),
      definitions: definitionsDigest(lexicon, this.#memory),
      names: this.#memory.digest([JSON.stringify(lexiconNames(lexicon))]),
      fileTexts: new Map([...folder.rules, ...folder.examples].map(({ file, text }) => [file, text])),
      traces,
    };
    const next = new Map<Rule, KnownReport>();
    for (const rule of rules.rules) {
      if (only !== undefined && !only.has(rule.id)) continue;
      const file = byRule.get(rule.id);
      const texts = this.#textsDigest(rule, file, bench);
      next.set(rule, { report: await this.#report(rule, file, texts, bench), texts, traces });
    }
    this.#known = next;
    return [...next.values()].map(({ report }) => report);
  }

  async #report(rule: Rule, file: ExampleFile | undefined, texts: string, bench: Bench): Promise<RuleReport> {
    const known = this.#known.get(rule);
    if (known?.report.file === file && known?.texts === texts && known.traces === bench.traces)
      return { ...known.report, isNew: false };
    const { runs, problems } = await this.#runStated(rule, file, bench);
    const misread = await this.#runTexts(rule, file, texts, bench);
    return { rule, file, runs, problems: [...problems, ...misread], isNew: true };
  }

  /** The examples as their facts are stated. */
  async #runStated(rule: Rule, file: ExampleFile | undefined, bench: Bench): Promise<RuleRun> {
    const key = `${rule.place.file}#examples`;
    const digest = this.#memory.digest([bench.names, ...saidOf(rule, file, bench)]);
    const kept = this.#memory.known<KeptRun>(key, digest);
    if (kept !== undefined) return runFromKept(kept, rule, file, bench);
    const { runs, problems } = await runRuleExamples(rule, file);
    this.#memory.keep(key, digest, { runs: runs.map(withoutTrace), problems } satisfies KeptRun);
    return { runs: bench.traces === 'all' ? runs : runs.map(withTraceIfFailing), problems };
  }

  /** The examples as their texts are read. */
  async #runTexts(
    rule: Rule,
    file: ExampleFile | undefined,
    texts: string,
    bench: Bench,
  ): Promise<readonly ExampleProblem[]> {
    if (file === undefined || !hasText(file)) return [];
    const key = `${rule.place.file}#texts`;
    const kept = this.#memory.known<readonly ExampleProblem[]>(key, texts);
    if (kept !== undefined) return kept;
    const problems = await runExampleTexts({ lexicon: this.#ready(bench), rules: { rules: [rule] } }, [file]);
    this.#memory.keep(key, texts, problems);
    return problems;
  }

  /** Stands for all that the reading of the texts depends on; empty where there are none. */
  #textsDigest(rule: Rule, file: ExampleFile | undefined, bench: Bench): string {
    if (file === undefined || !hasText(file)) return '';
    const said = saidOf(rule, file, bench);
    const digest = this.#memory.digest([bench.words, bench.fileTexts.get(file.file) ?? '']);
    const found = recalled(this.#memory, `${file.file}#phrases`, digest, () =>
      this.#memory.digest(phrasesInTexts(file, this.#ready(bench))),
    );
    return this.#memory.digest([bench.definitions, found, ...said]);
  }

  #ready({ lexicon, words }: Bench): CompiledLexicon {
    if (this.#compiled?.words !== words) {
      const phrases = readSummaryPhrases(lexicon, this.#memory, words);
      this.#compiled = { words, ready: compileLexicon(lexicon, phrases) };
    }
    return this.#compiled.ready;
  }
}

/** The files of a rule and of its examples, and what stands in them. */
function saidOf(rule: Rule, file: ExampleFile | undefined, { fileTexts }: Bench): readonly string[] {
  const own = [rule.place.file, ...(file === undefined ? [] : [file.file])];
  return own.flatMap((one) => [one, fileTexts.get(one) ?? '']);
}

const hasText = ({ examples }: ExampleFile): boolean => examples.some(({ text }) => text !== null);

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
