/**
 * Texts of a rules folder -> knowledge ready for letters, or everything that is wrong with them.
 * Not here: the disk (`files/read-rule-folder.ts`).
 */
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { compileLexicon } from '../facts/compiled-lexicon.js';
import { compileServices } from '../requests/compiled-services.js';
import { lexiconNames } from '../rules/lexicon-names.js';
import { loadExamples } from '../rules/load-examples.js';
import { loadLexicon } from '../rules/load-lexicon.js';
import { loadRules, type TextFile } from '../rules/load-rules.js';
import type { ExampleFile } from '../vocabulary/rule.js';
import type { Knowledge } from './knowledge.js';

export interface RuleFolder {
  readonly lexicon: readonly TextFile[];
  readonly rules: readonly TextFile[];
  readonly examples: readonly TextFile[];
}

export interface BuiltKnowledge {
  /** Null if any problem is an error: half a rule set would decide wrongly. */
  readonly knowledge: Knowledge | null;
  readonly examples: readonly ExampleFile[];
  /** Sorted by place. */
  readonly problems: readonly Diagnostic[];
}

export function buildKnowledge(folder: RuleFolder): BuiltKnowledge {
  const { lexicon, problems: lexiconProblems } = loadLexicon(folder.lexicon);
  const hasError = (problems: readonly Diagnostic[]): boolean =>
    problems.some((problem) => problem.severity === 'error');
  // A broken lexicon makes every rule that uses it look wrong, so its problems stand alone.
  if (hasError(lexiconProblems)) return { knowledge: null, examples: [], problems: lexiconProblems };
  const names = lexiconNames(lexicon);
  const { rules, problems: ruleProblems } = loadRules(folder.rules, names);
  const { files: examples, problems: exampleProblems } = loadExamples(folder.examples, names);
  const problems = sortDiagnostics([...lexiconProblems, ...ruleProblems, ...exampleProblems]);
  if (hasError(problems)) return { knowledge: null, examples, problems };
  return {
    knowledge: { lexicon: compileLexicon(lexicon), services: compileServices(lexicon), rules },
    examples,
    problems,
  };
}
