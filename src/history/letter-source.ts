/**
 * Letters as cases of the past. The summary is read once where the two vocabularies are one, else with each.
 * Not here: reading letters off the disk (`files/`).
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ImrDocument } from '../document/imr-document.js';
import { parseDocument } from '../document/parse-document.js';
import { predictionInput } from '../document/prediction-input.js';
import { factBase } from '../facts/fact-base.js';
import { calledAs, decisionDate, readSummary, servicesAsked } from '../pipeline/check-letter.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import type { SourceText } from '../text/source-text.js';
import type { CaseIssue, CasePair, PastCase } from './past-cases.js';

/** A letter as a case, and what is wrong with the letter. */
export interface LetterPair extends CasePair {
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a letter for two sets of rules. @param after shares `lexicon` and `services` with `before` where only rules differ */
export function casePair(source: SourceText, before: Knowledge, after: Knowledge): LetterPair {
  const document = parseDocument(source, after.form);
  const first = pastCase(document, before);
  const second = readsAlike(before, after) ? first : pastCase(document, after);
  return { before: first, after: second, diagnostics: document.diagnostics };
}

/** Knowledge that shares its lexicon reads every letter alike. */
function readsAlike(before: Knowledge, after: Knowledge): boolean {
  return before.lexicon === after.lexicon && before.services === after.services;
}

function pastCase(document: ImrDocument, knowledge: Knowledge): PastCase {
  const input = predictionInput(document);
  const { facts } = readSummary(input, knowledge);
  const asked = servicesAsked(input, knowledge);
  const issues = document.issues.map(
    ({ number, request, determination }, i): CaseIssue => ({
      issue: number,
      request: request.text.replace(/\s+/g, ' ').trim(),
      services: asked[i] ?? [],
      actual: determination.outcome?.value ?? null,
    }),
  );
  const date = decisionDate(input, facts, knowledge);
  return {
    document: document.source.name,
    date,
    facts: factBase(facts, knowledge.lexicon, date),
    calledAs: calledAs(knowledge),
    issues,
  };
}
