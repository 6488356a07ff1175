/**
 * What a rule should have beside what the schema asks for: a section of the guideline; and examples
 * that belong to no rule.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { ExampleFile, Rule } from '../vocabulary/rule.js';
import { testsOf } from '../vocabulary/rule-tests.js';

export function ruleFormProblems(rules: readonly Rule[]): readonly Diagnostic[] {
  return rules.flatMap(missingSection);
}

/** The section may stand in the rule, or with every criterion. */
function missingSection(rule: Rule): readonly Diagnostic[] {
  if (rule.citation.section !== null) return [];
  if (testsOf(rule).every((test) => test.citation !== null && test.citation.section !== null)) return [];
  const { source, edition } = rule.citation;
  const message = `\`${rule.id}\` cites \`${source} ${edition}\` without a section`;
  const help = 'a reader must find the sentence: `citation: { …, section: … }`';
  return [diagnostic('missing-section', rule.place.file, rule.place.span, message, { help })];
}

export function orphanExamples(
  rules: readonly Rule[],
  examples: readonly ExampleFile[],
): readonly Diagnostic[] {
  const ids = new Set(rules.map((rule) => rule.id));
  return examples
    .filter(({ rule }) => !ids.has(rule))
    .map(({ file, rule }) => diagnostic('orphan-examples', file, null, `there is no rule \`${rule}\``));
}
