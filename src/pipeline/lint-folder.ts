/**
 * Texts of a rules folder -> everything that an author should know of them, in one run: what is wrong, what reasoning
 * over the checked rules finds, the form of the texts, and what comments switch off.
 * Not here: the disk; telling people (`report/lint-report.ts`).
 */
import { analyseRules } from '../analysis/analyse-rules.js';
import type { Recalled } from '../analysis/recalled.js';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { OWN_QUALIFIERS } from '../requests/build-services.js';
import { withGroupFixes } from '../rules/group-fixes.js';
import { applySwitches } from '../rules/lint-switches.js';
import { FORGETFUL, type Remembering, recalled } from '../rules/remembering.js';
import { textFormProblems } from '../rules/text-form.js';
import { type CheckedParts, checkFolder, type RuleFolder } from './check-folder.js';
import { PARENT_NECESSARY } from './decide-services.js';

/** What `rules lint` tells. */
export interface LintResult {
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files of rules, whether they can be used or not; examples and facts that can. */
  readonly counts: { readonly rules: number; readonly examples: number; readonly facts: number };
}

/**
 * Checks a folder for its author.
 * @param unread problems of files that could not be read: what they hold is not said to be missing
 * @param memory takes over what was found in files that have not changed since
 */
export function lintFolder(
  folder: RuleFolder,
  unread: readonly Diagnostic[] = [],
  memory: Remembering = FORGETFUL,
): LintResult {
  const files = [...folder.lexicon, ...folder.rules, ...folder.examples];
  const { parts, problems, remarks } = checkFolder(folder, memory);
  const isWhole = ![...unread, ...problems].some((one) => one.severity === 'error');
  const all = memory.digest([String(isWhole), ...files.flatMap(({ file, text }) => [file, text])]);
  const analysed = recalled(memory, 'analysis', all, () =>
    parts === null
      ? []
      : analyseRules({
          ...parts,
          isWhole,
          otherQualifiers: [PARENT_NECESSARY, ...OWN_QUALIFIERS],
          recalled: analysisMemory(folder, parts, memory),
        }),
  );
  const fixable = parts === null ? analysed : withFixes(analysed, folder, parts, memory);
  const found = [...problems, ...remarks, ...files.flatMap(textFormProblems), ...fixable];
  return {
    diagnostics: sortDiagnostics([...unread, ...applySwitches(found, files, isWhole)]),
    counts: {
      rules: folder.rules.length,
      examples: parts?.examples.reduce((sum, file) => sum + file.examples.length, 0) ?? 0,
      facts: parts?.names.facts.length ?? 0,
    },
  };
}

/** What reasoning finds, with what can be mended for certain: that takes the text. */
function withFixes(
  analysed: readonly Diagnostic[],
  { rules }: RuleFolder,
  { examples }: CheckedParts,
  memory: Remembering,
): readonly Diagnostic[] {
  const named = new Set(examples.flatMap((file) => file.examples.flatMap((one) => one.decidedBy ?? [])));
  const texts = new Map(rules.map((one) => [one.file, one]));
  const files = [...new Set(analysed.map(({ file }) => file))];
  return files.flatMap((file) => {
    const own = analysed.filter((one) => one.file === file);
    const text = texts.get(file);
    if (text === undefined) return own;
    const digest = memory.digest([text.text, JSON.stringify(own), ...named]);
    return recalled(memory, `${file}#fixes`, digest, () => withGroupFixes(own, text, named));
  });
}

/** What was found of some rules holds for as long as their files, and what the facts can say, are the same. */
function analysisMemory(
  { rules }: RuleFolder,
  { lexicon, names }: CheckedParts,
  memory: Remembering,
): Recalled {
  const texts = new Map(rules.map(({ file, text }) => [file, text]));
  const vocabulary = memory.digest([JSON.stringify(names), JSON.stringify(lexicon.facts ?? {})]);
  return (aspect, own, make) => {
    const files = own.map(({ place }) => place.file);
    const [only] = files;
    const key = files.length === 1 && only !== undefined ? `${only}#${aspect}` : aspect;
    const digest = memory.digest([vocabulary, ...files.flatMap((file) => [file, texts.get(file) ?? ''])]);
    return recalled(memory, key, digest, make);
  };
}
