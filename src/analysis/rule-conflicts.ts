/**
 * Rules of one tier that speak on one case and decide it in opposite ways, each pair with a case in which they do;
 * rules that say the same; editions of one guideline that are in force together.
 * A pair is told only when the case, tried, really ends in conflict: where a rule of an earlier tier always speaks, the
 * two never meet.
 */
import { FOR_EVER } from '../decision/applicable-rules.js';
import type { FlatRule } from '../decision/flat-rule.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Rule } from '../vocabulary/rule.js';
import { findCase } from './case-search.js';
import { meaningKey, relatedTo } from './criterion-names.js';
import type { FactDomains } from './fact-domain.js';
import { flatRule } from './flat-rules.js';
import { NOTHING_RECALLED, type Recalled } from './recalled.js';
import {
  daysOfChange,
  isAskedFor,
  ruleKins,
  type Scope,
  sharedDays,
  sharedFamilies,
  sharedModifiers,
  sharedRegions,
} from './rule-scope.js';
import { caseInWords, givenByRequest, rulingOn, type SampleCase, sampleCase } from './sample-case.js';
import { goalsToBeSilent, goalsToSpeak, waysTo } from './ways-to-decide.js';

/** Pairs of rules that are compared in one run; real libraries have few that overlap. */
const MOST_PAIRS = 5000;
/** Conflicts that are told of one rule: more of them are the same mistake. */
const MOST_TOLD = 3;

/** Two rules and a case in which they contradict each other. */
export interface Conflict {
  /** The one that says necessary, and the one that says not necessary. */
  readonly yes: Rule;
  readonly no: Rule;
  readonly sample: SampleCase;
}

/**
 * Conflicts, twins and overlapping editions among some rules.
 * @param rules any order; problems name the rule whose id comes later, and the other as related
 */
export function rulePairProblems(
  rules: readonly Rule[],
  domains: FactDomains,
  recalled: Recalled = NOTHING_RECALLED,
): readonly Diagnostic[] {
  return ruleKins(rules).flatMap((kin) => {
    const [first, second] = kin;
    if (first === undefined || second === undefined) return [];
    return recalled(`pairs of ${first.id}`, kin, () => pairProblemsAmong(kin, domains));
  });
}

function pairProblemsAmong(rules: readonly Rule[], domains: FactDomains): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const twins = new Set<Rule>();
  const told = new Map<Rule, number>();
  for (const [one, other] of overlappingPairs(rules)) {
    if (twins.has(one) || twins.has(other) || (told.get(other) ?? 0) >= MOST_TOLD) continue;
    if (areTwins(one, other)) {
      twins.add(other);
      problems.push(twinProblem(one, other));
      continue;
    }
    // Whatever two editions disagree on follows from their being in force together.
    if (areEditions(one, other)) {
      problems.push(editionProblem(one, other));
      continue;
    }
    const conflict = findConflict(one, other, rules, domains);
    if (conflict === null) continue;
    problems.push(conflictProblem(conflict));
    told.set(other, (told.get(other) ?? 0) + 1);
  }
  return problems;
}

/** Pairs of one tier that can be asked about one request on one day: each rule with those before it, by id. */
function* overlappingPairs(rules: readonly Rule[]): Generator<readonly [Rule, Rule]> {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  let pairs = 0;
  for (const [i, other] of sorted.entries()) {
    for (const one of sorted.slice(0, i)) {
      if (one.tier !== other.tier || !overlap(one, other)) continue;
      if (pairs++ >= MOST_PAIRS) return;
      yield [one, other];
    }
  }
}

function overlap(a: Rule, b: Rule): boolean {
  return (
    sharedFamilies(a, b).length > 0 &&
    sharedRegions(a, b).length > 0 &&
    sharedModifiers(a, b) !== null &&
    sharedDays(a, b) !== null
  );
}

/** A case in which two rules of one tier govern together and come to opposite decisions; null when none was found. */
export function findConflict(
  one: Rule,
  other: Rule,
  rules: readonly Rule[],
  domains: FactDomains,
): Conflict | null {
  const flats = [flatRule(one), flatRule(other)] as const;
  for (const scope of sharedScopes(one, other, rules)) {
    for (const [yes, no] of [flats, [flats[1], flats[0]] as const]) {
      const sample = conflictIn(scope, yes, no, rules, domains);
      if (sample !== null) return { yes: yes.rule, no: no.rule, sample };
    }
  }
  return null;
}

function sharedScopes(one: Rule, other: Rule, rules: readonly Rule[]): readonly Scope[] {
  const days = sharedDays(one, other);
  const modifiers = sharedModifiers(one, other);
  if (days === null || modifiers === null) return [];
  const near = rules.filter((rule) => rule.tier <= one.tier && sharedFamilies(rule, one).length > 0);
  return sharedFamilies(one, other).flatMap((family) =>
    sharedRegions(one, other).flatMap((region) =>
      daysOfChange(near, ...days).map((day) => ({ family, region, modifiers, day })),
    ),
  );
}

function conflictIn(
  scope: Scope,
  yes: FlatRule,
  no: FlatRule,
  rules: readonly Rule[],
  domains: FactDomains,
): SampleCase | null {
  const before = rules.filter((rule) => rule.tier < yes.rule.tier && isAskedFor(rule, scope)).map(flatRule);
  const silent = before.map(goalsToBeSilent);
  if (silent.includes(null)) return null;
  const fixed = [...goalsToSpeak(yes), ...goalsToSpeak(no), ...silent.flatMap((goals) => goals ?? [])];
  const given = givenByRequest(scope);
  if (findCase(fixed, domains, { given }) === 'none') return null;
  for (const one of waysTo(yes, 'medically-necessary')) {
    for (const other of waysTo(no, 'not-medically-necessary')) {
      const found = findCase([...fixed, ...one, ...other], domains, { given });
      if (found === 'none' || found === 'unknown') continue;
      const sample = sampleCase(scope, found);
      if (isConflict(sample, yes.rule, no.rule, rules)) return sample;
    }
  }
  return null;
}

function isConflict(sample: SampleCase, yes: Rule, no: Rule, rules: readonly Rule[]): boolean {
  const { reason, governing } = rulingOn(sample, rules);
  const decided = (rule: Rule): string | undefined => governing.find((held) => held.rule === rule)?.decision;
  return (
    reason === 'conflict' &&
    decided(yes) === 'medically-necessary' &&
    decided(no) === 'not-medically-necessary'
  );
}

function conflictProblem({ yes, no, sample }: Conflict): Diagnostic {
  const [first, second] = yes.id < no.id ? [yes, no] : [no, yes];
  const message = `\`${second.id}\` and \`${first.id}\` contradict each other on ${caseInWords(sample)}`;
  const related = [yes, no].map((rule) =>
    relatedTo(rule.place, `says ${rule === yes ? 'necessary' : 'not necessary'}`),
  );
  const help = 'keep them apart by `addresses`, `region`, `modifiers` or `tier`';
  return diagnostic('conflicting-rules', second.place.file, second.place.span, message, { help, related });
}

// ---- the same rule twice

function areTwins(a: Rule, b: Rule): boolean {
  return twinKey(a) === twinKey(b);
}

function twinKey(rule: Rule): string {
  const parts = [rule.addresses, rule.criteria, rule.exclusions, rule.limits];
  const keys = parts.map((part) => (part === null ? null : meaningKey(part)));
  return JSON.stringify([rule.decision, rule.otherwise, rule.modifiers, ...keys]);
}

function twinProblem(one: Rule, other: Rule): Diagnostic {
  const message = `\`${other.id}\` has the criteria of \`${one.id}\`, for requests that both are for`;
  const related = [relatedTo(one.place, 'the other rule')];
  return diagnostic('duplicate-rule', other.place.file, other.place.span, message, { related });
}

// ---- two editions at once

function areEditions(a: Rule, b: Rule): boolean {
  return a.citation.source === b.citation.source && a.citation.edition !== b.citation.edition;
}

function editionProblem(one: Rule, other: Rule): Diagnostic {
  const [from = '', until = ''] = sharedDays(one, other) ?? [];
  const days = until === FOR_EVER ? `from ${from} on` : `from ${from} to ${until}`;
  const editions = `editions ${one.citation.edition} and ${other.citation.edition}`;
  const message = `${editions} of \`${one.citation.source}\` are both in force ${days}`;
  const related = [relatedTo(one.place, `edition ${one.citation.edition}`)];
  const help = 'end the older edition with `until`';
  return diagnostic('overlapping-editions', other.place.file, other.place.span, message, { help, related });
}
