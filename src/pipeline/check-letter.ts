/**
 * One letter through the whole flow: document, requests and facts, decisions, comparison.
 * The only place where the stages meet. A decision is made from the prediction input alone; the determination
 * is looked at afterwards.
 */
import { agreementOf, findingsOf } from '../comparison/compare.js';
import { requestMismatches, type ScannedSummary } from '../comparison/request-mismatch.js';
import { decide } from '../decision/decide.js';
import { predictOutcome } from '../decision/predicted-outcome.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ImrDocument, PredictionInput } from '../document/imr-document.js';
import { parseDocument } from '../document/parse-document.js';
import { predictionInput } from '../document/prediction-input.js';
import { extract } from '../facts/extract.js';
import { factBase } from '../facts/fact-base.js';
import { parseRequest } from '../requests/parse-request.js';
import type { Quote, SourceText } from '../text/source-text.js';
import type { Decision, Predicted } from '../vocabulary/decision.js';
import type { Fact } from '../vocabulary/fact.js';
import type { IssueResult, LetterResult } from '../vocabulary/letter-result.js';
import type { Service } from '../vocabulary/service.js';
import { decideServices } from './decide-services.js';
import { type CalledAs, withHostQualifiers } from './host-services.js';
import type { Knowledge } from './knowledge.js';

/** A letter with all that was made of it. */
export interface CheckedLetter {
  readonly document: ImrDocument;
  readonly result: LetterResult;
  /** What is wrong with the letter; where there is an error, `result` says what could be said all the same. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is predicted for one request. */
export interface Prediction {
  readonly request: Quote;
  /** One for each service of the line; empty where the letter has no summary. */
  readonly decisions: readonly Decision[];
  readonly predicted: Predicted;
}

/** Checks a letter. Never throws for any text; what cannot be read is among the diagnostics. */
export async function checkLetter(source: SourceText, knowledge: Knowledge): Promise<CheckedLetter> {
  const document = parseDocument(source, knowledge.form);
  const input = predictionInput(document);
  const { facts, scan } = readSummary(input, knowledge);
  const urDate = decisionDate(input, facts, knowledge);
  const predictions = await predict(input, facts, urDate, knowledge);
  const issues = comparePredictions(document, predictions, { facts, scan }, urDate, knowledge);
  return {
    document,
    result: { document: source.name, urDate, facts, issues },
    diagnostics: document.diagnostics,
  };
}

/**
 * Holds the predictions of a letter, one for each of its issues in their order, against what was determined.
 * @param urDate the day that chose the guideline editions, ISO; null where none is known
 */
export function comparePredictions(
  document: ImrDocument,
  predictions: readonly Prediction[],
  summary: ScannedSummary,
  urDate: string | null,
  { lexicon, services, rules }: Knowledge,
): IssueResult[] {
  const asked = predictions.map(({ decisions }) => decisions.map(({ service }) => service));
  const mismatches = requestMismatches(document, summary, asked, lexicon, services);
  return document.issues.map((issue, i): IssueResult => {
    const { decisions, predicted } = predictions[i] as Prediction;
    const actual = issue.determination.outcome?.value ?? null;
    const findings = findingsOf({ issue, decisions, predicted }, document, summary, urDate, lexicon, rules);
    return {
      issue: issue.number,
      request: issue.request,
      decisions,
      predicted,
      actual,
      agreement: agreementOf(predicted, actual),
      findings: [...findings, ...(mismatches[i] ? [mismatches[i]] : [])],
    };
  });
}

/** Reads the summary of a letter; without one there are no facts and no scan. */
export function readSummary(input: PredictionInput, { lexicon }: Knowledge): ScannedSummary {
  if (input.summary === null) return { facts: [], scan: null };
  return extract(input.source, input.summary, lexicon, input.headerUrDate);
}

/** The services that each request of a letter asks for; none of any where it has no summary, since nothing is predicted. */
export function servicesAsked(
  { source, summary, requests }: PredictionInput,
  knowledge: Pick<Knowledge, 'services'>,
): readonly (readonly Service[])[] {
  const asked = requests.map((request) => (summary ? parseRequest(request, source, knowledge.services) : []));
  return withHostQualifiers(asked, calledAs(knowledge), knowledge.services.fromHosts);
}

/** The predictions for all requests of a letter. Without a summary nothing is predicted. */
export async function predict(
  input: PredictionInput,
  facts: readonly Fact[],
  date: string | null,
  knowledge: Knowledge,
): Promise<Prediction[]> {
  const base = factBase(facts, knowledge.lexicon, date);
  const decided = await decideServices(
    servicesAsked(input, knowledge),
    (service) => decide(service, base, date, knowledge.rules),
    calledAs(knowledge),
  );
  return input.requests.map((request, i) => {
    const decisions = decided[i] ?? [];
    return { request, decisions, predicted: predictOutcome(decisions) };
  });
}

/** What other services call one that they go with: what its family is called, else what only those so called can be. */
export function calledAs({ services: { families, qualifierOf } }: Pick<Knowledge, 'services'>): CalledAs {
  return ({ family, modifiers }) => {
    const called = families.get(family)?.calledAs;
    if (called) return called;
    for (const name of Object.keys(modifiers)) {
      const of = qualifierOf.get(name);
      if (of !== undefined) return of;
    }
    return null;
  };
}

/** The day that chooses the guideline editions: the UR decision, else the request (8 CCR 9792.21.1). */
export function decisionDate(
  input: PredictionInput,
  facts: readonly Fact[],
  { lexicon }: Pick<Knowledge, 'lexicon'>,
): string | null {
  if (input.headerUrDate !== null) return input.headerUrDate;
  for (const name of lexicon.editionDates) {
    const dates = facts
      .filter((fact) => fact.fact === name && typeof fact.value === 'string')
      .map((fact) => fact.value as string);
    if (dates.length > 0) return dates.sort().at(-1) ?? null;
  }
  return null;
}
