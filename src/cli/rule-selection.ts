/**
 * The rules that a command line names: by id, by the path of a rule file or of its examples, or by a folder.
 */
import { resolve } from 'node:path';
import type { RuleFolderPlace } from '../files/rule-paths.js';
import { didYouMean } from '../text/suggest.js';
import type { Rule } from '../vocabulary/rule.js';

/** A rule as it can be named. */
export interface NamedRule {
  readonly rule: Rule;
  /** Paths as output names them: the rule file, its examples. */
  readonly files: readonly string[];
}

/** Ids of the rules that are meant, all of them where nothing is named; or what is wrong with a name. */
export function selectRules(
  words: readonly string[],
  all: readonly NamedRule[],
  folder: RuleFolderPlace,
): ReadonlySet<string> | string {
  if (words.length === 0) return new Set(all.map(({ rule }) => rule.id));
  const chosen = new Set<string>();
  for (const word of words) {
    const named = all.filter((one) => isNamed(one, word, folder));
    if (named.length === 0) return `error: no rule is called \`${word}\`: ${helpFor(word, all)}`;
    for (const { rule } of named) chosen.add(rule.id);
  }
  return chosen;
}

function isNamed({ rule, files }: NamedRule, word: string, { name, folder }: RuleFolderPlace): boolean {
  if (rule.id === word) return true;
  const wanted = word.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  const real = resolve(word);
  return files.some((file) => {
    const place = resolve(folder, file.slice(name.length + 1));
    return isAtOrBelow(file, wanted) || isAtOrBelow(place.replaceAll('\\', '/'), real.replaceAll('\\', '/'));
  });
}

function isAtOrBelow(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}

function helpFor(word: string, all: readonly NamedRule[]): string {
  const ids = all.map(({ rule }) => rule.id);
  return didYouMean(word, ids) ?? 'name a rule by its id, its file, or a folder of rules';
}
