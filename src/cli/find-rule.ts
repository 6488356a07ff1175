/**
 * A rule by the id that somebody typed, or what they may have meant.
 */
import { didYouMean } from '../text/suggest.js';
import type { Rule } from '../vocabulary/rule.js';

const MOST_NAMED = 5;

/** @returns the rule, or why there is none, with help, as what follows `error: ` */
export function findRule(id: string, rules: readonly Rule[]): Rule | string {
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return rule;
  const ids = rules.map((one) => one.id);
  const alike = idsLike(id.toLowerCase(), ids);
  if (alike.length === 0)
    return `there is no rule \`${id}\`; ${didYouMean(id, ids) ?? '`necessity rules docs` lists them all'}`;
  const more = alike.length > MOST_NAMED ? ` and ${alike.length - MOST_NAMED} more` : '';
  const named = alike.slice(0, MOST_NAMED).map((one) => `\`${one}\``);
  return `there is no rule \`${id}\`; there ${alike.length === 1 ? 'is' : 'are'} ${named.join(', ')}${more}`;
}

/** Ids that hold the text, those that have it as a word of their own first. */
function idsLike(text: string, ids: readonly string[]): readonly string[] {
  if (text === '') return [];
  const holding = ids.filter((one) => one.includes(text));
  const isWord = (one: string): boolean => `-${one}-`.includes(`-${text}-`);
  return [...holding.filter(isWord), ...holding.filter((one) => !isWord(one))];
}
