/**
 * Everything that is found by reasoning over a checked rule set, its examples and its lexicon.
 * Not here: reading files (`rules/`), switches that turn a code off on a line (`rules/lint-switches.ts`).
 */
import { requiredExamples } from '../decision/required-examples.js';
import { type Diagnostic, diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { EntryPlaces } from '../vocabulary/lexicon-entries.js';
import type { ExampleFile, LexiconNames, RuleSet } from '../vocabulary/rule.js';
import { criteriaProblems } from './criteria-problems.js';
import { factDomains } from './fact-domain.js';
import { lexiconUseProblems } from './lexicon-use.js';
import { rulePairProblems } from './rule-conflicts.js';
import { ruleFormProblems } from './rule-form.js';
import { gapProblems } from './rule-gaps.js';
import { reachProblems } from './rule-reach.js';

export interface AnalysisInput {
  readonly rules: RuleSet;
  readonly examples: readonly ExampleFile[];
  readonly lexicon: LexiconFile;
  readonly names: LexiconNames;
  readonly places: EntryPlaces;
}

/** Sorted by place; the same whatever the order of the rules. */
export function analyseRules({
  rules,
  examples,
  lexicon,
  names,
  places,
}: AnalysisInput): readonly Diagnostic[] {
  const domains = factDomains(names, lexicon.facts);
  const sorted = [...rules.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const missing = requiredExamples({ rules: sorted }, examples).map(({ code, place, message, help }) =>
    diagnostic(code, place.file, place.span, message, help === undefined ? {} : { help }),
  );
  return sortDiagnostics([
    ...missing,
    ...ruleFormProblems(sorted, examples),
    ...sorted.flatMap((rule) => criteriaProblems(rule, domains)),
    ...rulePairProblems(sorted, domains),
    ...reachProblems(sorted, names.regions, domains),
    ...gapProblems(sorted, lexicon, places, domains),
    ...lexiconUseProblems(sorted, examples, lexicon, places),
  ]);
}
