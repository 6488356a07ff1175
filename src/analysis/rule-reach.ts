/**
 * Rules that never govern: for every request and day that they are for, rules of earlier tiers always speak.
 */
import { FOR_EVER } from '../decision/applicable-rules.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Rule } from '../vocabulary/rule.js';
import { findCase } from './case-search.js';
import { relatedTo } from './criterion-names.js';
import type { FactDomains } from './fact-domain.js';
import { flatRule } from './flat-rules.js';
import { daysOfChange, isAskedFor, type Scope } from './rule-scope.js';
import { givenByRequest } from './sample-case.js';
import { goalsToBeSilent, goalsToSpeak } from './ways-to-decide.js';

/** The rules that never govern, as problems, in the order given. @param regions every region that a request can name */
export function reachProblems(
  rules: readonly Rule[],
  regions: readonly string[],
  domains: FactDomains,
): readonly Diagnostic[] {
  return rules.flatMap((rule) => {
    const before = rules.filter(
      (other) => other.tier < rule.tier && other.families.some((family) => rule.families.includes(family)),
    );
    if (before.length === 0) return [];
    const scopes = scopesOf(rule, before, regions);
    if (!scopes.every((scope) => isAlwaysBehind(rule, before, scope, domains))) return [];
    const ahead = before.filter((other) => scopes.some((scope) => isAskedFor(other, scope)));
    const names = ahead.map((other) => `\`${other.id}\``).join(', ');
    const message = `\`${rule.id}\` never governs: whenever it would speak, ${names} of an earlier tier ${ahead.length === 1 ? 'does' : 'do'}`;
    const related = ahead.map((other) => relatedTo(other.place, `tier ${other.tier}, speaks first`));
    return [diagnostic('never-governs', rule.place.file, rule.place.span, message, { related })];
  });
}

/** One scope for every kind of request and stretch of time in which the same rules are asked. */
function scopesOf(rule: Rule, before: readonly Rule[], regions: readonly string[]): readonly Scope[] {
  const days = daysOfChange(before, rule.effective.from, rule.effective.until ?? FOR_EVER);
  const places = rule.regions ?? [null, ...regions];
  return rule.families.flatMap((family) =>
    places.flatMap((region) => days.map((day) => ({ family, region, modifiers: rule.modifiers, day }))),
  );
}

/** Whether no case of the scope leaves the earlier rules silent while this one speaks. */
function isAlwaysBehind(rule: Rule, before: readonly Rule[], scope: Scope, domains: FactDomains): boolean {
  const asked = before.filter((other) => isAskedFor(other, scope)).map(flatRule);
  if (asked.length === 0) return false;
  const silent = asked.map(goalsToBeSilent);
  if (silent.includes(null)) return true;
  const goals = [...goalsToSpeak(flatRule(rule)), ...silent.flatMap((one) => one ?? [])];
  return findCase(goals, domains, { given: givenByRequest(scope) }) === 'none';
}
