/**
 * What is wrong with an input, where, and how to mend it. Data only; wording for people is in `code-frame.ts`.
 * The codes are a closed union kept here, each with what it means.
 */
import type { Span } from '../text/source-text.js';

/** A note is worth knowing and needs no mending. */
export type Severity = 'error' | 'warning' | 'note';

/** Every code, with the severity it has and a line on what it means. */
export const DIAGNOSTIC_CODES = {
  // documents
  'unreadable-file': ['error', 'the file or folder cannot be opened'],
  'empty-document': ['error', 'the document has no text'],
  'binary-document': ['error', 'the document is not text'],
  'too-large': ['error', 'the document is larger than any letter'],
  'not-a-determination': ['error', 'the text has neither a case summary nor issues'],
  'no-case-summary': ['error', 'no case summary was found, so nothing can be predicted'],
  'several-case-summaries': ['warning', 'the text has more than one case summary; the first is used'],
  'no-issues': ['error', 'no disputed issue was found'],
  'issue-without-outcome': ['warning', 'an issue states no outcome'],
  'invalid-encoding': ['warning', 'some bytes are not valid in the encoding of the document'],
  'no-documents': ['error', 'the path holds no document'],
  'malformed-record': ['error', 'a record of an NDJSON stream is not `{id, text}`'],
  'unwritable-file': ['error', 'a file that was asked for cannot be written'],
  'malformed-baseline': ['error', 'the file of accepted findings is not one'],
  store: ['error', 'a store cannot be read, written or brought up to date'],
  'internal-error': ['error', 'this program failed on the document'],
  'no-revision': ['error', 'neither a folder nor a revision of a git repository that has it'],
  'unwritable-folder': ['error', 'the folder cannot be written, or holds files of others'],
  // trying out rules
  'surviving-mutant': ['warning', 'a change of the rule that no example notices'],
  // rule and lexicon files
  'yaml-syntax': ['error', 'the file is not well-formed YAML'],
  'yaml-alias': ['error', 'anchors, aliases and merge keys are not part of the rule language'],
  'unknown-key': ['error', 'a key that the schema does not have'],
  'missing-key': ['error', 'a key that the schema requires'],
  'wrong-type': ['error', 'a value of another type than the schema asks for'],
  'unknown-fact': ['error', 'a fact that the lexicon does not define'],
  'unknown-concept': ['error', 'a concept that the lexicon does not define'],
  'unknown-service': ['error', 'a service family that the lexicon does not define'],
  'unknown-region': ['error', 'a body region that the lexicon does not define'],
  'unknown-value': ['error', 'a value outside the list that the key or fact allows'],
  'unknown-criterion': ['error', 'a criterion that is named and not there'],
  'operator-mismatch': ['error', 'a test that does not fit the type of its fact'],
  'unit-mismatch': ['error', 'a unit that is not the unit of the fact'],
  'forbidden-fact': ['error', 'a fact that rules may not read'],
  'duplicate-id': ['error', 'an id that is used already'],
  'duplicate-phrase': ['error', 'a phrase that another concept has already'],
  'unmatchable-phrase': ['error', 'a phrase that no text can match'],
  'cue-without-scope': ['error', 'a cue that says neither direction nor reach'],
  'circular-reference': ['error', 'definitions that need each other'],
  'empty-group': ['error', 'a group of criteria without members'],
  'too-many-criteria': ['error', 'a tree of criteria larger than any guideline'],
  'id-is-not-file-name': ['error', 'the id of a rule is not the name of its file'],
  'missing-examples': ['error', 'a rule file without an examples file'],
  'failing-example': ['error', 'an example whose expectation the rule does not meet'],
  'failing-text': ['error', 'a text of an example that is not read as the facts of the example'],
  'missing-unit': ['error', 'a number without the unit that its fact has'],
  // rule and lexicon files, for their authors: what `rules lint` looks for besides
  'never-met': ['warning', 'a criterion that no case can meet'],
  'never-fails': ['warning', 'a criterion that no case can fail'],
  'impossible-value': ['warning', 'a number that the fact cannot have'],
  'duplicate-criterion': ['warning', 'a criterion that stands beside itself'],
  'dead-criterion': ['warning', 'a criterion that changes nothing, whatever the case'],
  'unreachable-decision': ['warning', 'a decision of a rule that no case can come to'],
  'same-decision': ['warning', 'a rule that decides the same whatever its criteria come to'],
  'trivial-count': ['note', 'a count that asks for one, or for all, of its members'],
  'group-of-one': ['note', 'an `all` or `any` with a single member'],
  'unused-definition': ['warning', 'a shared criterion that nothing uses'],
  'unknown-qualifier': ['warning', 'a qualifier of the request that the lexicon does not define'],
  'conflicting-rules': ['warning', 'two rules that speak on one case and decide it in opposite ways'],
  'duplicate-rule': ['warning', 'two rules for the same requests with the same criteria'],
  'overlapping-editions': ['warning', 'two editions of one guideline topic in force on one day'],
  'never-governs': ['warning', 'a rule that an earlier one always goes before'],
  'missing-section': ['warning', 'a citation that does not say where in the guideline'],
  'to-be-written': ['warning', 'a rule that was laid out by `rules new` and is not filled in'],
  'orphan-examples': ['warning', 'examples that stand beside no rule'],
  'unproducible-fact': ['warning', 'a fact that rules test and no phrase of the lexicon can state'],
  'unused-fact': ['note', 'a fact that nothing uses'],
  'service-without-rule': ['note', 'a service family that no rule is for'],
  'region-without-rule': ['note', 'a body region for which a service family has no rule'],
  'period-without-rule': ['note', 'a time for which a service family has no rule'],
  'undecided-case': ['note', 'a fully documented case on which every rule is silent or open'],
  'byte-order-mark': ['note', 'a byte order mark at the start of the file'],
  'windows-line-ends': ['note', 'lines that end with a carriage return'],
  'trailing-space': ['note', 'spaces at the end of a line'],
  'no-final-line-end': ['note', 'a last line without an end'],
  'malformed-switch': ['warning', 'a `lint-disable-line` that does not say which code, or why'],
  'unused-switch': ['warning', 'a `lint-disable-line` that switches nothing off'],
} as const satisfies Record<string, readonly [Severity, string]>;

/** One of `DIAGNOSTIC_CODES`; the word that options, exports and switches in files know it by. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;

/** Another place that has to do with the trouble, with a sentence on how: where an id was used first. */
export interface RelatedPlace {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

/** A change of one file that surely mends the trouble and changes nothing else. */
export interface Fix {
  /** What it does, as an order: `write \`red_flag_any\``. */
  readonly title: string;
  /** Places and what to put there; they do not overlap. */
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** One trouble with an input: plain data, which may go between threads. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly file: string;
  /** Null when the trouble is with the file as a whole. */
  readonly span: Span | null;
  /** Lower case, one line, no final stop, user text in backticks. */
  readonly message: string;
  /** How to mend it, or what may have been meant; one line, worded like the message. */
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  /** Left out where it takes an author to say what is right. */
  readonly fix?: Fix;
}

/** A diagnostic with the severity that its code has in the table. */
export function diagnostic(
  code: DiagnosticCode,
  file: string,
  span: Span | null,
  message: string,
  more: Pick<Diagnostic, 'help' | 'related' | 'fix'> = {},
): Diagnostic {
  return { code, severity: DIAGNOSTIC_CODES[code][0], file, span, message, ...more };
}

/** Sorted by file, then place, then code: the order in which every list of diagnostics is shown. */
export function sortDiagnostics(list: readonly Diagnostic[]): Diagnostic[] {
  const place = (d: Diagnostic): number => d.span?.start ?? -1;
  return [...list].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      place(a) - place(b) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
