/**
 * Texts of rule files -> one checked rule set, or everything that is wrong with them.
 * Not here: the disk. The caller hands in every file; `*.examples.yaml` go to `load-examples.ts`.
 */
import { type Diagnostic, diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import type { LexiconNames, Rule, RuleSet } from '../vocabulary/rule.js';
import { indexNames, type NameIndex } from './name-index.js';
import { readRule } from './read-rule.js';
import { rejoinCriteria } from './rejoin-criteria.js';
import { FORGETFUL, type Remembering, recalled } from './remembering.js';
import { ProblemList } from './schema-check.js';
import { parseYamlFile } from './yaml-file.js';

/** A file as read: its path as people know it, and its text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  /** Set when a byte order mark stood before the text. */
  readonly hasMark?: boolean;
}

/** The rules of a folder. */
export interface LoadedRules {
  /** The rules that have no problem; the whole set only if `problems` has no error. */
  readonly rules: RuleSet;
  /** Sorted by place. */
  readonly problems: readonly Diagnostic[];
  /** What only authors want to know, sorted by place; of rules without problems. */
  readonly remarks: readonly Diagnostic[];
}

/** What one file comes to; no rule if it has a problem. */
export interface ReadRule {
  readonly rule: Rule | null;
  readonly problems: readonly Diagnostic[];
  readonly remarks: readonly Diagnostic[];
}

/**
 * Reads and checks rule files; the order of the files does not matter.
 * @param vocabulary digest of what the names were taken from, for what is remembered
 */
export function loadRules(
  files: readonly TextFile[],
  lexicon: LexiconNames,
  memory: Remembering = FORGETFUL,
  vocabulary = '',
): LoadedRules {
  const names = indexNames(lexicon);
  return joinRules(
    files.map((one) =>
      recalled(memory, one.file, memory.digest([vocabulary, one.text]), () => readRuleFile(one, names)),
    ),
  );
}

/** Reads one file by itself. */
function readRuleFile({ file, text }: TextFile, names: NameIndex): ReadRule {
  const { yaml, problems } = parseYamlFile(file, text);
  if (yaml === null) return { rule: null, problems, remarks: [] };
  const list = new ProblemList(file);
  const asides = new ProblemList(file);
  const rule = readRule(yaml, names, list, asides);
  return { rule, problems: list.found, remarks: asides.found };
}

/** The files of a folder as one rule set. */
function joinRules(read: readonly ReadRule[]): LoadedRules {
  const rules = read.flatMap(({ rule }) => (rule === null ? [] : [rejoinCriteria(rule)])).sort(byIdThenFile);
  const problems = read.flatMap((one) => one.problems);
  return {
    rules: { rules: withoutTwins(rules, problems) },
    problems: sortDiagnostics(problems),
    remarks: sortDiagnostics(read.flatMap((one) => one.remarks)),
  };
}

/** Drops rules whose id another file has already, each with a problem that names both files. */
function withoutTwins(sorted: readonly Rule[], problems: Diagnostic[]): readonly Rule[] {
  return sorted.filter((rule, i) => {
    const twin = sorted[i - 1];
    if (twin?.id !== rule.id) return true;
    const message = `\`${twin.place.file}\` has a rule \`${rule.id}\` already`;
    const related = [{ file: twin.place.file, span: twin.place.span, message: 'the other rule' }];
    problems.push(diagnostic('duplicate-id', rule.place.file, rule.place.span, message, { related }));
    return false;
  });
}

function byIdThenFile(a: Rule, b: Rule): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.place.file < b.place.file ? -1 : 1;
}
