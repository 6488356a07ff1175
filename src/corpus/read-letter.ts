/**
 * A letter -> what is kept of it. No rule is asked: the same lexicon gives the same, whatever the rules say.
 * Not here: what the rules come to (`evaluator.ts`), reading files (`files/`).
 */
import { createHash } from 'node:crypto';
import { findingsOf } from '../comparison/compare.js';
import { requestMismatches, type ScannedSummary } from '../comparison/request-mismatch.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ImrDocument, Issue, PredictionInput } from '../document/imr-document.js';
import { parseDocument } from '../document/parse-document.js';
import { predictionInput } from '../document/prediction-input.js';
import { factBase } from '../facts/fact-base.js';
import { decisionDate, readSummary, servicesAsked } from '../pipeline/check-letter.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { textSignature } from '../similarity/signature.js';
import type { SourceText } from '../text/source-text.js';
import type { Decision, Finding } from '../vocabulary/decision.js';
import type { Fact, FactBase, FactReading } from '../vocabulary/fact.js';
import type { FactEntry } from '../vocabulary/lexicon.js';
import type { RuleSet } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import { askableFacts } from './askable-facts.js';
import type {
  LetterFacts,
  LetterProblem,
  StoredIssue,
  StoredReading,
  StoredService,
} from './letter-facts.js';

const NO_RULES: RuleSet = { rules: [] };

/** Half of a SHA-256: no two letters of a corpus share it by chance. */
const HASH_LENGTH = 32;

/** Identifies a text. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
}

/**
 * Reads a letter once for all rules. Never throws for any text; what is wrong with it is among its problems.
 * @param hasSignature whether anybody will look for letters that repeat each other
 */
export function readLetter(source: SourceText, knowledge: Knowledge, hasSignature = true): LetterFacts {
  const document = parseDocument(source, knowledge.form);
  const input = predictionInput(document);
  const summary = readSummary(input, knowledge);
  const { facts } = summary;
  const letter: Case = { document, input, summary, urDate: decisionDate(input, facts, knowledge), knowledge };
  return {
    document: source.name,
    hash: textHash(source.text),
    year: yearOf(document, letter.urDate),
    specialty: document.header.specialty?.value ?? null,
    urDate: letter.urDate,
    problems: document.diagnostics.map((one) => problemOf(one, source)),
    signature: hasSignature ? signatureOf(document) : null,
    facts,
    issues: readIssues(letter),
  };
}

/** What the parts of a letter are made from. */
interface Case {
  readonly document: ImrDocument;
  readonly input: PredictionInput;
  readonly summary: ScannedSummary;
  readonly urDate: string | null;
  readonly knowledge: Knowledge;
}

function signatureOf({ source, summary }: ImrDocument): LetterFacts['signature'] {
  const signature = summary && textSignature(source.text.slice(summary.start, summary.end));
  return signature && [...signature];
}

function yearOf({ header }: ImrDocument, urDate: string | null): number | null {
  const date = header.decisionDate?.value ?? header.applicationDate?.value ?? urDate;
  return date === null ? null : Number(date.slice(0, 4));
}

/** A diagnostic as it is kept: with the place, which needs the text, worked out. */
export function problemOf(
  { code, severity, message, help, span }: Diagnostic,
  source: SourceText | null,
): LetterProblem {
  const advice = help === undefined ? {} : { help };
  return { code, severity, message, ...advice, ...(source && span ? source.point(span.start) : {}) };
}

function readIssues(letter: Case): readonly StoredIssue[] {
  const { document, input, summary, urDate, knowledge } = letter;
  const read = readerOf(summary.facts, urDate, knowledge);
  const asked = servicesAsked(input, knowledge);
  const mismatches = requestMismatches(document, summary, asked, knowledge.lexicon, knowledge.services);
  return document.issues.map((issue, i) => {
    const services = asked[i] ?? [];
    const mismatch = mismatches[i];
    const findings = [...letterFindings(issue, services, letter), ...(mismatch ? [mismatch] : [])];
    return { ...issueHead(issue), services: services.map(read), findings };
  });
}

type ReadService = (service: Service) => StoredService;

function readerOf(facts: readonly Fact[], urDate: string | null, { lexicon }: Knowledge): ReadService {
  const base = factBase(facts, lexicon, urDate);
  const names = askableFacts(facts, lexicon.facts);
  const places = new Map(facts.map((fact, place) => [fact, place]));
  // Most facts are the same for all services of a letter: they are asked for once.
  const shared = new Map<string, FactReading>();
  const ask = (name: string, service: Service): FactReading => {
    const known = shared.get(name);
    if (known !== undefined) return known;
    const reading = base.ask(name, service);
    if (isOfWholeLetter(lexicon.facts.get(name))) shared.set(name, reading);
    return reading;
  };
  return (service) => {
    const { words, ...form } = service;
    return { form, words, readings: readingsOf(service, ask, names, places) };
  };
}

/** A fact that is about no region and no service, and does not follow from facts that may be. */
function isOfWholeLetter(entry: FactEntry | undefined): boolean {
  return (
    entry !== undefined && entry.derive === undefined && entry.scope !== 'region' && entry.scope !== 'service'
  );
}

function readingsOf(
  service: Service,
  ask: FactBase['ask'],
  names: readonly string[],
  places: ReadonlyMap<Fact, number>,
): readonly StoredReading[] {
  const readings: StoredReading[] = [];
  for (const name of names) {
    const { status, value, facts } = ask(name, service);
    const [first] = facts;
    if (first !== undefined) readings.push({ fact: name, status, value, from: places.get(first) ?? -1 });
    else if (status !== 'not-documented') readings.push({ fact: name, status, value, from: -1 });
  }
  return readings;
}

function issueHead(issue: Issue): Omit<StoredIssue, 'services' | 'findings'> {
  const { outcome, reviewer } = issue.determination;
  return {
    issue: issue.number,
    request: issue.request.text.replace(/\s+/g, ' ').trim(),
    outcome: outcome && { value: outcome.value, quote: outcome.quote },
    cited: (reviewer?.sources ?? []).map(({ title, year, quote }) => ({ title, year, quote })),
  };
}

/** The findings about the letter alone: what is found when nothing is predicted and no edition is known. */
function letterFindings(issue: Issue, services: readonly Service[], letter: Case): readonly Finding[] {
  const { document, summary, urDate, knowledge } = letter;
  const decisions = services.map((service) => undecided(service, urDate));
  const compared = { issue, decisions, predicted: 'undetermined' } as const;
  return findingsOf(compared, document, summary, urDate, knowledge.lexicon, NO_RULES);
}

function undecided(service: Service, date: string | null): Decision {
  return {
    service,
    decision: 'undetermined',
    date,
    rule: null,
    decidedBy: [],
    undocumented: [],
    reason: null,
    reasonText: null,
    rules: [],
    turningPoints: [],
  };
}
