/**
 * Runs examples again and again while their author edits: what was run before is kept for as long as neither the rule
 * nor its examples have changed, so that a run after a save takes the time of what was saved.
 */
import { type RuleRun, runRuleExamples } from '../decision/run-examples.js';
import type { ExampleFile, Rule, RuleSet } from '../vocabulary/rule.js';

/** The examples of one rule as they were run. */
export interface RuleReport extends RuleRun {
  readonly rule: Rule;
  readonly file: ExampleFile | undefined;
  /** False if the result of an earlier run still holds. */
  readonly isNew: boolean;
}

export class ExampleRunner {
  #known = new Map<Rule, RuleReport>();

  /** @returns in the order of the rules; the same whatever was run before, `isNew` apart */
  async run(rules: RuleSet, files: readonly ExampleFile[]): Promise<readonly RuleReport[]> {
    const byRule = new Map(files.map((file) => [file.rule, file]));
    const next = new Map<Rule, RuleReport>();
    for (const rule of rules.rules) {
      const file = byRule.get(rule.id);
      const known = this.#known.get(rule);
      const isKept = known !== undefined && known.file === file;
      const run = isKept ? known : await runRuleExamples(rule, file);
      next.set(rule, { rule, file, runs: run.runs, problems: run.problems, isNew: !isKept });
    }
    this.#known = next;
    return [...next.values()];
  }
}
