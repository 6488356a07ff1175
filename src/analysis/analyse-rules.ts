/**
 * Everything that is found by reasoning over a checked rule set, its examples and its lexicon.
 * Not here: reading files (`rules/`), switches that turn a code off on a line (`rules/lint-switches.ts`).
 */
import { requiredExamples } from '../decision/required-examples.js';
import { type Diagnostic, diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { EntryPlaces } from '../vocabulary/lexicon-entries.js';
import type { ExampleFile, LexiconNames, Rule, RuleSet } from '../vocabulary/rule.js';
import { criteriaProblems } from './criteria-problems.js';
import { type FactDomains, factDomains } from './fact-domain.js';
import { lexiconUseProblems } from './lexicon-use.js';
import type { Recalled } from './recalled.js';
import { rulePairProblems } from './rule-conflicts.js';
import { endProblems } from './rule-ends.js';
import { orphanExamples, ruleFormProblems } from './rule-form.js';
import { gapProblems } from './rule-gaps.js';
import { reachProblems } from './rule-reach.js';

/** Checked parts of a rules folder; whatever order they come in, the same is found. */
export interface AnalysisInput {
  readonly rules: RuleSet;
  readonly examples: readonly ExampleFile[];
  readonly lexicon: LexiconFile;
  readonly names: LexiconNames;
  /** Where entries of the lexicon stand, for what is told of them. */
  readonly places: EntryPlaces;
  /** Qualifiers that requests get from elsewhere than their line. */
  readonly otherQualifiers: readonly string[];
  /** False if some files could not be used: then nothing is said of what is missing, it may be there. */
  readonly isWhole: boolean;
  readonly recalled: Recalled;
}

/** Sorted by place; the same whatever the order of the rules. */
export function analyseRules(input: AnalysisInput): readonly Diagnostic[] {
  const domains = factDomains(input.names, input.lexicon.facts);
  const sorted = [...input.rules.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sortDiagnostics([
    ...ruleFormProblems(sorted),
    ...sorted.flatMap((rule) => input.recalled('criteria', [rule], () => problemsOfRule(rule, domains))),
    ...rulePairProblems(sorted, domains, input.recalled),
    ...reachProblems(sorted, input.names.regions, domains),
    ...(input.isWhole ? wholeProblems(sorted, input, domains) : []),
  ]);
}

/** What its parts come to together is looked at when each is sound by itself. */
function problemsOfRule(rule: Rule, domains: FactDomains): readonly Diagnostic[] {
  const found = criteriaProblems(rule, domains);
  return found.some((one) => one.severity !== 'note') ? found : [...found, ...endProblems(rule, domains)];
}

/** What can only be said when every file was read. */
function wholeProblems(
  rules: readonly Rule[],
  { examples, lexicon, places, otherQualifiers, recalled }: AnalysisInput,
  domains: FactDomains,
): readonly Diagnostic[] {
  const missing = requiredExamples({ rules }, examples).map(({ code, place, message, help }) =>
    diagnostic(code, place.file, place.span, message, help === undefined ? {} : { help }),
  );
  const qualifiers = [...Object.keys(lexicon.qualifiers ?? {}), ...otherQualifiers];
  return [
    ...missing,
    ...orphanExamples(rules, examples),
    ...gapProblems(rules, lexicon, places, domains, recalled),
    ...lexiconUseProblems(rules, examples, { lexicon, places, qualifiers }),
  ];
}
