/**
 * Runs examples again and again while their author edits: what was run before is kept for as long as neither the rule
 * nor its examples have changed, so that a run after a save takes the time of what was saved.
 */
import { type RuleRun, runRuleExamples } from '../decision/run-examples.js';
import { type CompiledLexicon, compileLexicon } from '../facts/compiled-lexicon.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { ExampleFile, Rule } from '../vocabulary/rule.js';
import type { CheckedRules } from './compile-knowledge.js';
import { runExampleTexts } from './example-texts.js';

/** The examples of one rule as they were run. */
export interface RuleReport extends RuleRun {
  readonly rule: Rule;
  readonly file: ExampleFile | undefined;
  /** False if the result of an earlier run still holds. */
  readonly isNew: boolean;
}

export class ExampleRunner {
  #known = new Map<Rule, RuleReport>();
  #lexicon: { readonly read: LexiconFile; readonly compiled: CompiledLexicon } | null = null;

  /** @returns in the order of the rules; the same whatever was run before, `isNew` apart */
  async run(checked: CheckedRules, files: readonly ExampleFile[]): Promise<readonly RuleReport[]> {
    const byRule = new Map(files.map((file) => [file.rule, file]));
    const next = new Map<Rule, RuleReport>();
    for (const rule of checked.rules.rules) {
      const file = byRule.get(rule.id);
      const known = this.#known.get(rule);
      const isKept = known !== undefined && known.file === file;
      const run = isKept ? known : await this.#runRule(rule, file, checked.lexicon);
      next.set(rule, { rule, file, runs: run.runs, problems: run.problems, isNew: !isKept });
    }
    this.#known = next;
    return [...next.values()];
  }

  /** By the facts that examples state, and by the texts of those that have one. */
  async #runRule(rule: Rule, file: ExampleFile | undefined, lexicon: LexiconFile): Promise<RuleRun> {
    const { runs, problems } = await runRuleExamples(rule, file);
    if (file?.examples.some((example) => example.text !== null) !== true) return { runs, problems };
    const knowledge = { lexicon: this.#compiled(lexicon), rules: { rules: [rule] } };
    return { runs, problems: [...problems, ...(await runExampleTexts(knowledge, [file]))] };
  }

  #compiled(read: LexiconFile): CompiledLexicon {
    if (this.#lexicon?.read !== read) this.#lexicon = { read, compiled: compileLexicon(read) };
    return this.#lexicon.compiled;
  }
}
