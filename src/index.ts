/**
 * The public interface: what the command line uses, and what another program may. Named re-exports only.
 */
export { EDITOR_SCHEMAS, type EditorSchemaName, editorSchemaText } from './authoring/editor-schemas.js';
export { type FileKind, formatFile } from './authoring/format-file.js';
export { type Scaffold, type ScaffoldRequest, scaffoldRule } from './authoring/scaffold-rule.js';
export { type ExampleChange, updateExamples } from './authoring/update-examples.js';
export {
  type AcceptedFinding,
  AcceptedFindings,
  baselineText,
  readBaseline,
} from './corpus/accepted-findings.js';
export { type ComparedLetter, comparedLetter } from './corpus/compared-letter.js';
export { CorpusComparison, type CorpusResult, type FoundFinding } from './corpus/corpus-comparison.js';
export type { LetterProblem } from './corpus/letter-facts.js';
export { packHashes } from './corpus/letter-hashes.js';
export {
  LetterJudge,
  type LetterRecord,
  letterRecord,
  type UnreadRecord,
  unreadRecord,
} from './corpus/letter-record.js';
export { textHash } from './corpus/read-letter.js';
export { ruleVersions } from './corpus/rule-versions.js';
export { coverRule } from './coverage/rule-coverage.js';
export { mutateRule } from './coverage/run-mutants.js';
export { type Paint, painter } from './diagnostics/ansi.js';
export { formatDiagnostics } from './diagnostics/code-frame.js';
export {
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  diagnostic,
  type Severity,
} from './diagnostics/diagnostic.js';
export type { ImrDocument } from './document/imr-document.js';
export { parseDocument } from './document/parse-document.js';
export { appendExample } from './files/append-example.js';
export { digestOf, type KeptRules, keepCheckedRules, readCheckedRules } from './files/checked-rules.js';
export { dropKeptChecks, type KeptChecks, openKeptChecks } from './files/kept-checks.js';
export { blockWeight, planBlocks, type Spooled, weighInputs } from './files/letter-blocks.js';
export type { LetterInput } from './files/letter-input.js';
export { readChosen, readLetters } from './files/read-letters.js';
export { readRecords } from './files/read-records.js';
export { isFolder, type RuleTexts, readRuleFolder, rereadRuleFiles } from './files/read-rule-folder.js';
export { type RuleFolderPlace, ruleFileName, writeRuleFile } from './files/rule-paths.js';
export { readRuleRevision } from './files/rule-revision.js';
export { SpoolError, type SpooledInput, spoolInput } from './files/spool.js';
export { type FolderWatch, watchFolder } from './files/watch-folder.js';
export {
  type FileBeside,
  ownPath,
  systemWords,
  tryWriting,
  unwritableFile,
  writeBeside,
  writeWhole,
} from './files/write-beside.js';
export { writeNewText } from './files/write-new-text.js';
export { readSearchLibrary, writeSite } from './files/write-site.js';
export type { CasePair, FactSource } from './history/fact-source.js';
export { impactOf, impactOfDecided } from './history/impact.js';
export { casePair } from './history/letter-source.js';
export { ruleChanges } from './history/rule-changes.js';
export { RuleUseTally } from './history/rule-use.js';
export { blurredText } from './pipeline/blurred-text.js';
export { type CheckedFolder, checkFolder, lexiconDigest } from './pipeline/check-folder.js';
export { type CheckedLetter, checkLetter } from './pipeline/check-letter.js';
export {
  type CheckedRules,
  compileKnowledge,
  readAllPhrases,
} from './pipeline/compile-knowledge.js';
export { ExampleRunner, type RuleReport } from './pipeline/example-runner.js';
export type { Knowledge } from './pipeline/knowledge.js';
export { letterExample } from './pipeline/letter-example.js';
export { type LintResult, lintFolder } from './pipeline/lint-folder.js';
export { RuleWorkspace } from './pipeline/rule-workspace.js';
export { checkHeading, checkText } from './report/check-text.js';
export { compareReport } from './report/compare/compare-report.js';
export type { CompareReport } from './report/compare/compare-schema.js';
export { compareText } from './report/compare/compare-text.js';
export { factDifferences } from './report/compare/fact-differences.js';
export { FINDING_CODES } from './report/compare/finding-codes.js';
export {
  EXPORT_KINDS,
  exportKindOf,
  type FindingsExport,
  findingsExport,
} from './report/compare/findings-export.js';
export {
  coverageJson,
  coverageListing,
  coveragePercent,
  coverageTable,
} from './report/coverage-text.js';
export {
  type ExampleReportStyle,
  type ExampleResults,
  exampleCounts,
  exampleReportJson,
  exampleReportText,
} from './report/example-report.js';
export { explainText } from './report/explain-text.js';
export { factsText } from './report/facts-text.js';
export { comparePage } from './report/html/compare/compare-page.js';
export { handbookFiles } from './report/html/handbook/handbook.js';
export { type ImpactHead, impactText } from './report/impact-text.js';
export {
  DOCUMENT_SCHEMAS,
  type DocumentName,
  documentSchemaText,
  jsonSchemaText,
} from './report/json-schema.js';
export {
  countSeverities,
  LINT_FORMATS,
  type LintFormat,
  type LintReport,
  lintJson,
  lintSarif,
  lintText,
} from './report/lint-report.js';
export {
  mutationCounts,
  mutationJson,
  mutationPercent,
  mutationSummary,
  mutationTable,
  mutationText,
} from './report/mutation-text.js';
export { checkRecord, errorRecord, explainRecord, factRecord } from './report/output-records.js';
export {
  type ErrorRecord,
  OUTPUT_SCHEMAS,
  type OutputRecord,
  type ReportName,
} from './report/output-schema.js';
export {
  type RecordFormat,
  recordsEnd,
  recordsStart,
  recordText,
  reportSchema,
} from './report/record-text.js';
export { ruleText } from './report/rule-text.js';
export { type RuleView, ruleView } from './report/rule-view.js';
export { addLetter, addUnread, NO_TOTALS, type Totals, totalsText } from './report/totals.js';
export { counted, type TextStyle } from './report/words.js';
export { applyFixes } from './rules/apply-fixes.js';
export { exampleDiagnostics } from './rules/load-examples.js';
export type { Remembering } from './rules/remembering.js';
export { nearest } from './rules/suggest.js';
export { exampleText } from './rules/write-example.js';
export { DIMENSIONS, type Dimension } from './statistics/dimensions.js';
export type { StorePlan } from './store/build-store.js';
export { decideTwice, isStoreFile } from './store/decide-twice.js';
export type { EvaluatedLetter } from './store/evaluate-store.js';
export { NAMED_QUERIES } from './store/named-queries.js';
export { type JsonValue, type QueryRows, queryStore } from './store/query-store.js';
export { ShardWriter } from './store/shard.js';
export {
  inspectStore,
  judgeStore,
  metaOf,
  openWorkFolder,
  type StoreState,
  workFolder,
  writeParquet,
} from './store/store.js';
export { StoreError, storeTrouble } from './store/store-error.js';
export { lockStore } from './store/store-lock.js';
export type { StoreMeta } from './store/store-meta.js';
export { type SaidFact, storedLetters } from './store/stored-facts.js';
export { canResume, writeManifest } from './store/work-manifest.js';
export { SourceText } from './text/source-text.js';
export type { Decision, Finding } from './vocabulary/decision.js';
export type { ExampleRun } from './vocabulary/example-run.js';
export type { Fact } from './vocabulary/fact.js';
export type { DecidedPair, Impact } from './vocabulary/impact.js';
export type { IssueResult, LetterResult } from './vocabulary/letter-result.js';
export type { ExampleFile, Rule, RuleExample, RuleSet } from './vocabulary/rule.js';
export type { RuleUse } from './vocabulary/rule-use.js';
export type { BlockResult, LetterOutcome, WorkerSetup } from './workers/block-task.js';
export { runBlocks } from './workers/run-blocks.js';
export { NoWorkersError, openPool } from './workers/worker-pool.js';
