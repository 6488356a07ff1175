/**
 * Texts of a rules folder -> a checked lexicon and rules, or everything that is wrong with them.
 * Not here: the disk (`files/read-rule-folder.ts`); making them ready for letters (`compile-knowledge.ts`).
 */
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { exampleCriteriaProblems } from '../rules/example-criteria.js';
import { lexiconNames } from '../rules/lexicon-names.js';
import { loadExamples } from '../rules/load-examples.js';
import { loadLexicon } from '../rules/load-lexicon.js';
import { loadRules, type TextFile } from '../rules/load-rules.js';
import { FORGETFUL, type Remembering, recalled } from '../rules/remembering.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { EntryPlaces } from '../vocabulary/lexicon-entries.js';
import type { ExampleFile, LexiconNames, RuleSet } from '../vocabulary/rule.js';
import type { CheckedRules } from './compile-knowledge.js';
import { phraseProblems } from './planted-phrases.js';

/** The files of a rules folder, in any order. */
export interface RuleFolder {
  readonly lexicon: readonly TextFile[];
  readonly rules: readonly TextFile[];
  readonly examples: readonly TextFile[];
  /** Of files that could not be read. */
  readonly problems?: readonly Diagnostic[];
}

/** What could be used of a folder: everything but the files that have problems. */
export interface CheckedParts {
  readonly lexicon: LexiconFile;
  readonly names: LexiconNames;
  readonly places: EntryPlaces;
  readonly rules: RuleSet;
  readonly examples: readonly ExampleFile[];
}

/** What is left of a folder after it was checked. */
export interface CheckedFolder {
  /** Null if any problem is an error: half a rule set would decide wrongly. */
  readonly checked: CheckedRules | null;
  readonly examples: readonly ExampleFile[];
  /** For tools that look at rules without deciding by them; null if the lexicon cannot be used. */
  readonly parts: CheckedParts | null;
  /** Sorted by place. */
  readonly problems: readonly Diagnostic[];
  /** What only authors want to know. */
  readonly remarks: readonly Diagnostic[];
}

/** Reads and checks every file of a rules folder. */
export function checkFolder(folder: RuleFolder, memory: Remembering = FORGETFUL): CheckedFolder {
  const loaded = recalled(memory, 'lexicon', textsDigest(folder, memory), () =>
    loadLexicon(folder.lexicon, phraseProblems),
  );
  const { lexicon, places, problems: lexiconProblems } = loaded;
  // A broken lexicon, or none, makes every rule that uses it look wrong, so its problems stand alone.
  if (!isLexiconWhole(folder)) return { ...NOTHING, problems: [] };
  if (hasError(lexiconProblems)) return { ...NOTHING, problems: lexiconProblems };
  const names = lexiconNames(lexicon);
  // Phrases do not matter to rules and examples, the names that the lexicon defines do.
  const vocabulary = memory.digest([JSON.stringify(names)]);
  const {
    rules,
    problems: ruleProblems,
    remarks: ruleRemarks,
  } = loadRules(folder.rules, names, memory, vocabulary);
  const { files: examples, problems: exampleProblems } = loadExamples(
    folder.examples,
    names,
    memory,
    vocabulary,
  );
  const problems = sortDiagnostics([...lexiconProblems, ...ruleProblems, ...exampleProblems]);
  const remarks = sortDiagnostics([...ruleRemarks, ...exampleCriteriaProblems(rules.rules, examples)]);
  const parts = { lexicon, names, places, rules, examples };
  return { checked: hasError(problems) ? null : { lexicon, rules }, examples, parts, problems, remarks };
}

/** Stands for the texts of the lexicon and the names of their files. */
function textsDigest({ lexicon }: RuleFolder, memory: Remembering): string {
  return memory.digest(lexicon.flatMap(({ file, text }) => [file, text]));
}

const NOTHING = { checked: null, examples: [], parts: null, remarks: [] } as const;

function isLexiconWhole({ lexicon, problems = [] }: RuleFolder): boolean {
  return lexicon.length > 0 && !problems.some(({ file }) => file.includes('/lexicon/'));
}

const hasError = (problems: readonly Diagnostic[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
