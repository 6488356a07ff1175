/**
 * The interface for other programs: read rules and letters, check letters, print what was found. Named re-exports only.
 * The command line is not built on it: it takes from each folder what it needs, so that a command loads no code of others.
 */
export { LetterJudge, type LetterRecord, letterRecord, type UnreadRecord } from './corpus/letter-record.js';
export { formatDiagnostics } from './diagnostics/code-frame.js';
export type { Diagnostic, DiagnosticCode, Severity } from './diagnostics/diagnostic.js';
export type { ImrDocument } from './document/imr-document.js';
export { parseDocument } from './document/parse-document.js';
export type { LetterInput } from './files/letter-input.js';
export { readLetters } from './files/read-letters.js';
export { type RuleTexts, readRuleFolder } from './files/read-rule-folder.js';
export { type CheckedFolder, checkFolder } from './pipeline/check-folder.js';
export { type CheckedLetter, checkLetter } from './pipeline/check-letter.js';
export { type CheckedRules, compileKnowledge } from './pipeline/compile-knowledge.js';
export type { Knowledge } from './pipeline/knowledge.js';
export { checkRecord, errorRecord, explainRecord, factRecord } from './report/output-records.js';
export { OUTPUT_SCHEMAS, type OutputRecord } from './report/output-schema.js';
export { SourceText } from './text/source-text.js';
export type { Decision, Finding } from './vocabulary/decision.js';
export type { Fact } from './vocabulary/fact.js';
export type { IssueResult, LetterResult } from './vocabulary/letter-result.js';
export type { Rule, RuleSet } from './vocabulary/rule.js';
