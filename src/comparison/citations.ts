/**
 * Whether the editions that the reviewer cites were in force on the day of the UR decision.
 * The windows are those of the rule files; an edition that none of them knows is told only if its year is still to come.
 */
import type { CitedSource } from '../document/imr-document.js';
import { BoundedMemo } from '../text/bounded-memo.js';
import type { Finding } from '../vocabulary/decision.js';
import type { Rule, RuleSet } from '../vocabulary/rule.js';

/** A finding for each edition that was not in force. Without a whole date nothing is said. @param cited what the reviewer cites */
export function citationsOutOfForce(
  cited: readonly Pick<CitedSource, 'title' | 'year' | 'quote'>[],
  urDate: string | null,
  rules: RuleSet,
): Finding[] {
  if (urDate === null || urDate.length < 10) return [];
  const findings: Finding[] = [];
  for (const { title, year, quote } of cited) {
    const message = whyOutOfForce({ title, year }, urDate, rules);
    if (message !== null)
      findings.push({ code: 'citation-out-of-force', message, hint: null, quotes: [quote] });
  }
  return findings;
}

/** @returns null for an edition that was in force, or may have been: what no rule knows is only known by its year */
function whyOutOfForce(
  { title, year }: Pick<CitedSource, 'title' | 'year'>,
  urDate: string,
  rules: RuleSet,
): string | null {
  const known = windowsOf(title, year, rules);
  const [first] = known;
  if (first === undefined) {
    const isLater = year !== null && Number(year) > Number(urDate.slice(0, 4));
    return isLater ? `\`${title}\` is cited in an edition of ${year}, later than ${urDate}` : null;
  }
  if (known.some(({ from, until }) => from <= urDate && (until === null || urDate <= until))) return null;
  const { from, until } = first;
  return `\`${title} ${year}\` was in force from ${from}${until === null ? '' : ` until ${until}`}, not on ${urDate}`;
}

type Window = Rule['effective'];

/** The windows of cited editions by title and year; those of a rule set are looked up over and over. */
const windowsByCitation = new WeakMap<RuleSet, BoundedMemo<readonly Window[]>>();

/** When the rules that rest on a cited edition are in force, in the order of the rules. */
function windowsOf(title: string, year: string | null, rules: RuleSet): readonly Window[] {
  const memo = windowsByCitation.get(rules) ?? new BoundedMemo<readonly Window[]>();
  windowsByCitation.set(rules, memo);
  const key = `${year} ${title}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const windows = rules.rules
    .filter((rule) => rule.citation.edition === year && names(rule.citation.source, title))
    .map((rule) => rule.effective);
  memo.set(key, windows);
  return windows;
}

/** True if a rule's source is the cited title, with or without the name of the collection before it. */
function names(source: string, title: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const a = plain(source);
  const b = plain(title);
  return b.length > 0 && (a === b || a.endsWith(` ${b}`));
}
