/**
 * Texts of a rules folder -> a checked lexicon and rules, or everything that is wrong with them.
 * Not here: the disk (`files/read-rule-folder.ts`); making them ready for letters (`compile-knowledge.ts`).
 */
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { lexiconNames } from '../rules/lexicon-names.js';
import { loadExamples } from '../rules/load-examples.js';
import { loadLexicon } from '../rules/load-lexicon.js';
import { loadRules, type TextFile } from '../rules/load-rules.js';
import type { ExampleFile } from '../vocabulary/rule.js';
import type { CheckedRules } from './compile-knowledge.js';

export interface RuleFolder {
  readonly lexicon: readonly TextFile[];
  readonly rules: readonly TextFile[];
  readonly examples: readonly TextFile[];
}

export interface CheckedFolder {
  /** Null if any problem is an error: half a rule set would decide wrongly. */
  readonly checked: CheckedRules | null;
  readonly examples: readonly ExampleFile[];
  /** Sorted by place. */
  readonly problems: readonly Diagnostic[];
}

/** Reads and checks every file of a rules folder. */
export function checkFolder(folder: RuleFolder): CheckedFolder {
  const { lexicon, problems: lexiconProblems } = loadLexicon(folder.lexicon);
  // A broken lexicon makes every rule that uses it look wrong, so its problems stand alone.
  if (hasError(lexiconProblems)) return { checked: null, examples: [], problems: lexiconProblems };
  const names = lexiconNames(lexicon);
  const { rules, problems: ruleProblems } = loadRules(folder.rules, names);
  const { files: examples, problems: exampleProblems } = loadExamples(folder.examples, names);
  const problems = sortDiagnostics([...lexiconProblems, ...ruleProblems, ...exampleProblems]);
  return { checked: hasError(problems) ? null : { lexicon, rules }, examples, problems };
}

const hasError = (problems: readonly Diagnostic[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
