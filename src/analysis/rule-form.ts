/**
 * What a rule should have beside what the schema asks for: a section of the guideline, and words of its author where
 * a new file is to be filled in; and examples that belong to no rule.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { ExampleFile, Rule } from '../vocabulary/rule.js';
import { testsOf } from '../vocabulary/rule-tests.js';
import { TO_BE_WRITTEN } from '../vocabulary/to-be-written.js';

/** What an author has left to do in checked rules: at most one problem of each kind a rule. */
export function ruleFormProblems(rules: readonly Rule[]): readonly Diagnostic[] {
  return rules.flatMap((rule) => [...missingSection(rule), ...unwritten(rule)]);
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

/** One message for a rule: who fills in one place sees the others. */
function unwritten(rule: Rule): readonly Diagnostic[] {
  const { source, edition, section } = rule.citation;
  const said = [
    ['title', rule.title],
    ['source', source],
    ['edition', edition],
    ['section', section],
    ...testsOf(rule).map((test) => [`because\` of \`${test.id}`, test.because] as const),
  ] as const;
  const open = said.filter(([, text]) => text?.startsWith(TO_BE_WRITTEN)).map(([where]) => `\`${where}\``);
  if (open.length === 0) return [];
  const message = `\`${rule.id}\` is not finished: ${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} still to be written`;
  return [diagnostic('to-be-written', rule.place.file, rule.place.span, message)];
}

/** Files of examples whose name is that of no rule. */
export function orphanExamples(
  rules: readonly Rule[],
  examples: readonly ExampleFile[],
): readonly Diagnostic[] {
  const ids = new Set(rules.map((rule) => rule.id));
  return examples
    .filter(({ rule }) => !ids.has(rule))
    .map(({ file, rule }) => diagnostic('orphan-examples', file, null, `there is no rule \`${rule}\``));
}
