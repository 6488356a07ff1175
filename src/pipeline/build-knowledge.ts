/**
 * Texts of a rules folder -> knowledge ready for letters, or everything that is wrong with them.
 * Checking is the slow part, so what was checked is plain data that can be kept and compiled later.
 * Not here: the disk (`files/read-rule-folder.ts`, `files/checked-rules.ts`).
 */
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { compileLexicon } from '../facts/compiled-lexicon.js';
import { compileServices } from '../requests/compiled-services.js';
import { lexiconNames } from '../rules/lexicon-names.js';
import { loadExamples } from '../rules/load-examples.js';
import { loadLexicon } from '../rules/load-lexicon.js';
import { loadRules, type TextFile } from '../rules/load-rules.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import { namesOf } from '../vocabulary/names.js';
import type { ExampleFile, RuleSet } from '../vocabulary/rule.js';
import type { Knowledge } from './knowledge.js';

export interface RuleFolder {
  readonly lexicon: readonly TextFile[];
  readonly rules: readonly TextFile[];
  readonly examples: readonly TextFile[];
}

/** A lexicon and rules without errors. Plain data: the same after a trip through JSON. */
export interface CheckedRules {
  readonly lexicon: LexiconFile;
  readonly rules: RuleSet;
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

/** Makes checked rules ready for letters. */
export function compileKnowledge({ lexicon, rules }: CheckedRules): Knowledge {
  const names = namesOf(lexicon);
  return { lexicon: compileLexicon(lexicon), services: compileServices(lexicon), rules, names };
}
