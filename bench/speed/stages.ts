/**
 * What each stage of the way from letter to decision costs: every stage is run by itself over inputs made beforehand.
 * In: letters and knowledge. Out: milliseconds for all letters, by stage, in the order of the pipeline.
 */
import { parseDocument } from '../../dist/document/parse-document.js';
import { predictionInput } from '../../dist/document/prediction-input.js';
import { deriveFacts } from '../../dist/facts/derive-facts.js';
import { extractFacts } from '../../dist/facts/extract.js';
import { findMentions } from '../../dist/facts/mentions.js';
import { scan } from '../../dist/facts/scan.js';
import type { Knowledge, SourceText } from '../../dist/index.js';
import { checkLetter } from '../../dist/index.js';
import { readUnits } from '../../dist/language/units.js';
import { comparePredictions, decisionDate, predict, readSummary } from '../../dist/pipeline/check-letter.js';
import { parseRequest } from '../../dist/requests/parse-request.js';
import { CleanView } from '../../dist/text/clean-view.js';
import type { Span } from '../../dist/text/source-text.js';
import { bestTime, bestTimeAsync, bestTimes } from './timing.js';

export interface Stage {
  readonly name: string;
  readonly ms: number;
}

/** A date from which `two years ago` counts; any will do here. */
const REFERENCE = '2016-01-01';

/** A letter whose summary was found, ready for extraction. */
export interface Summary {
  readonly source: SourceText;
  readonly summary: Span;
}

export function summariesOf(letters: readonly SourceText[], { form }: Knowledge): Summary[] {
  return letters.flatMap((source) => {
    const { summary } = parseDocument(source, form);
    return summary ? [{ source, summary }] : [];
  });
}

type Lexicon = Knowledge['lexicon'];

/** Extraction alone: summary to facts. */
export function extractionTime(summaries: readonly Summary[], { lexicon }: Knowledge): number {
  return bestTime(extraction(summaries, lexicon));
}

/** Extraction by two lexicons, in turn. */
export function extractionTimes(summaries: readonly Summary[], lexicons: readonly Lexicon[]): number[] {
  return bestTimes(lexicons.map((lexicon) => extraction(summaries, lexicon)));
}

function extraction(summaries: readonly Summary[], lexicon: Lexicon): () => void {
  return () => {
    for (const { source, summary } of summaries) extractFacts(source, summary, lexicon, REFERENCE);
  };
}

/** The stages of extraction. */
export function extractionStages(summaries: readonly Summary[], { lexicon }: Knowledge): Stage[] {
  const views = summaries.map(({ source, summary }) => ({
    source,
    summary,
    view: CleanView.of(source, summary),
  }));
  const read = views.map(({ view }) => ({ view, units: readUnits(view.text, lexicon.units) }));
  const scans = views.map(({ view }) => scan(view, lexicon));
  const found = scans.map((scanned) => ({ scanned, mentions: findMentions(scanned, lexicon, REFERENCE) }));
  const view = bestTime(() => {
    for (const { source, summary } of views) CleanView.of(source, summary);
  });
  const units = bestTime(() => {
    for (const one of views) readUnits(one.view.text, lexicon.units);
  });
  const phrases = bestTime(() => {
    for (const one of read) lexicon.index.match(one.units);
  });
  const whole = bestTime(() => {
    for (const one of views) scan(one.view, lexicon);
  });
  const mentions = bestTime(() => {
    for (const scanned of scans) findMentions(scanned, lexicon, REFERENCE);
  });
  const facts = bestTime(() => {
    for (const one of found) deriveFacts(one.scanned, one.mentions, lexicon, REFERENCE);
  });
  return [
    { name: 'clean view', ms: view },
    { name: 'units', ms: units },
    { name: 'phrase matching', ms: phrases },
    { name: 'sentences', ms: Math.max(0, whole - units - phrases) },
    { name: 'mentions', ms: mentions },
    { name: 'facts', ms: facts },
  ];
}

/** The stages around extraction: taking the letter apart, requests, decisions, comparison. */
export async function pipelineStages(letters: readonly SourceText[], knowledge: Knowledge): Promise<Stage[]> {
  const inputs = letters.map((source) => {
    const letter = parseDocument(source, knowledge.form);
    const input = predictionInput(letter);
    const summary = readSummary(input, knowledge);
    return { source, letter, input, summary, date: decisionDate(input, summary.facts, knowledge) };
  });
  const predicted = await Promise.all(
    inputs.map(async (one) => ({
      ...one,
      predictions: await predict(one.input, one.summary.facts, one.date, knowledge),
    })),
  );
  const document = bestTime(() => {
    for (const source of letters) parseDocument(source, knowledge.form);
  });
  const requests = bestTime(() => {
    for (const { source, input } of inputs)
      for (const request of input.requests) parseRequest(request, source, knowledge.services);
  });
  const predictions = await bestTimeAsync(async () => {
    for (const { input, summary, date } of inputs) await predict(input, summary.facts, date, knowledge);
  });
  const comparison = bestTime(() => {
    for (const { letter, predictions, summary, date } of predicted)
      comparePredictions(letter, predictions, summary, date, knowledge);
  });
  return [
    { name: 'document', ms: document },
    { name: 'requests', ms: requests },
    { name: 'decisions', ms: Math.max(0, predictions - requests) },
    { name: 'comparison', ms: comparison },
  ];
}

/** The whole pipeline, letter by letter. */
export function pipelineTime(letters: readonly SourceText[], knowledge: Knowledge): Promise<number> {
  return bestTimeAsync(async () => {
    for (const source of letters) await checkLetter(source, knowledge);
  });
}

/** Passing over the same summaries and only cutting them into lower-case words: what any reading costs at least. */
export function tokenisingTime(summaries: readonly Summary[]): number {
  const texts = summaries.map(({ source, summary }) => source.text.slice(summary.start, summary.end));
  return bestTime(() => {
    for (const text of texts) text.toLowerCase().match(PLAIN_TOKEN);
  });
}
/** `lumbar`, `10`, `.` */
const PLAIN_TOKEN = /[a-z]+|\d+|[^\s\w]/g;
