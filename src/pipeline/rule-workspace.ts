/**
 * A rules folder that is checked again and again while its author edits it: texts in, the same answer as
 * `checkFolder` out, but only what has another text than before is read anew. Rules and example files that did not
 * change stay the same objects, so whatever was worked out about them can be kept by them.
 * Not here: the disk, and watching it (`files/`).
 */
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { lexiconNames } from '../rules/lexicon-names.js';
import { inFileOrder, type ReadExamples, readExampleFile } from '../rules/load-examples.js';
import { type LoadedLexicon, loadLexicon } from '../rules/load-lexicon.js';
import { joinRules, type ReadRule, readRuleFile, type TextFile } from '../rules/load-rules.js';
import { indexNames, type NameIndex } from '../rules/name-index.js';
import type { CheckedFolder, RuleFolder } from './check-folder.js';

export class RuleWorkspace {
  #lexicon: LexiconState | null = null;
  #rules = new TextMemo<ReadRule>();
  #examples = new TextMemo<ReadExamples>();

  /** Checks the whole folder; linear in what changed since the last time. */
  check(folder: RuleFolder): CheckedFolder {
    const { loaded, names } = this.#lexiconOf(folder.lexicon);
    if (hasError(loaded.problems)) return { checked: null, examples: [], problems: loaded.problems };
    const rules = joinRules(this.#rules.map(folder.rules, (file) => readRuleFile(file, names)));
    const read = this.#examples.map(folder.examples, (file) => readExampleFile(file, names));
    const problems = sortDiagnostics([
      ...loaded.problems,
      ...rules.problems,
      ...read.flatMap((one) => one.problems),
    ]);
    const checked = hasError(problems) ? null : { lexicon: loaded.lexicon, rules: rules.rules };
    return { checked, examples: inFileOrder(read.flatMap((one) => one.examples ?? [])), problems };
  }

  /** Any change of the lexicon may change the meaning of any rule, so then nothing is kept. */
  #lexiconOf(files: readonly TextFile[]): LexiconState {
    const known = this.#lexicon;
    if (known !== null && areSame(known.files, files)) return known;
    const loaded = loadLexicon(files);
    const state = { files, loaded, names: indexNames(lexiconNames(loaded.lexicon)) };
    this.#lexicon = state;
    this.#rules = new TextMemo();
    this.#examples = new TextMemo();
    return state;
  }
}

interface LexiconState {
  readonly files: readonly TextFile[];
  readonly loaded: LoadedLexicon;
  readonly names: NameIndex;
}

/** What was worked out from each file, for as long as its text stays the same. */
class TextMemo<V> {
  #known = new Map<string, { readonly text: string; readonly value: V }>();

  /** Forgets files that are no longer there. */
  map(files: readonly TextFile[], read: (file: TextFile) => V): readonly V[] {
    const next = new Map<string, { readonly text: string; readonly value: V }>();
    for (const one of files) {
      const known = this.#known.get(one.file);
      const value = known?.text === one.text ? known.value : read(one);
      next.set(one.file, { text: one.text, value });
    }
    this.#known = next;
    return [...next.values()].map((one) => one.value);
  }
}

function areSame(a: readonly TextFile[], b: readonly TextFile[]): boolean {
  return a.length === b.length && a.every(({ file, text }, i) => file === b[i]?.file && text === b[i]?.text);
}

const hasError = (problems: readonly Diagnostic[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
