/**
 * Texts of a rules folder -> everything that an author should know of them, in one run: what is wrong, what reasoning
 * over the checked rules finds, the form of the texts, and what comments switch off.
 * Not here: the disk; telling people (`report/lint-report.ts`).
 */
import { analyseRules } from '../analysis/analyse-rules.js';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { applySwitches } from '../rules/lint-switches.js';
import { textFormProblems } from '../rules/text-form.js';
import { type CheckedParts, checkFolder, type FolderCheck, type RuleFolder } from './build-knowledge.js';

export interface LintResult {
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: { readonly rules: number; readonly examples: number; readonly facts: number };
}

/** @param check how the texts become rules; given where an earlier check of most files is remembered */
export function lintFolder(folder: RuleFolder, check: FolderCheck = checkFolder): LintResult {
  const files = [...folder.lexicon, ...folder.rules, ...folder.examples];
  const { parts, problems, remarks } = check(folder);
  const found = [
    ...problems,
    ...remarks,
    ...files.flatMap(textFormProblems),
    ...(parts === null ? [] : analysed(parts, problems)),
  ];
  const isComplete = parts !== null && !problems.some((one) => one.severity === 'error');
  return {
    diagnostics: sortDiagnostics(applySwitches(found, files, isComplete)),
    counts: {
      rules: folder.rules.length,
      examples: parts?.examples.reduce((sum, file) => sum + file.examples.length, 0) ?? 0,
      facts: parts?.names.facts.length ?? 0,
    },
  };
}

function analysed(parts: CheckedParts, problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const isWhole = !problems.some((one) => one.severity === 'error');
  return analyseRules({ ...parts, isWhole });
}
