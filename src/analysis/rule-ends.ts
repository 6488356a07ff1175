/**
 * A rule whose parts, each sound by itself, leave no case for one of its decisions: an exclusion that takes back all
 * that the criteria let pass, a limit that nothing keeps.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Rule } from '../vocabulary/rule.js';
import { findCase } from './case-search.js';
import type { FactDomains } from './fact-domain.js';
import { flatRule } from './flat-rules.js';
import { goalsToSpeak, waysTo } from './ways-to-decide.js';

/** One problem for each settled decision of the rule that no case can come to. */
export function endProblems(rule: Rule, domains: FactDomains): readonly Diagnostic[] {
  const flat = flatRule(rule);
  const ends = new Set([rule.decision, rule.otherwise].filter((end) => end !== 'undetermined'));
  return [...ends].flatMap((end) => {
    const ways = waysTo(flat, end).map((goals) => [...goalsToSpeak(flat), ...goals]);
    if (!ways.every((goals) => findCase(goals, domains) === 'none')) return [];
    const message = `\`${rule.id}\` can never come to \`${end}\`: no case passes all of its parts`;
    return [diagnostic('unreachable-decision', rule.place.file, rule.place.span, message)];
  });
}
