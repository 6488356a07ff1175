/**
 * Holds a prediction against what the reviewer determined, and the determination against its own letter.
 * In: an issue with its determination, the decisions, the facts of the summary. Out: agreement and findings.
 * Not here: making decisions; nothing found here flows back into them.
 */
import type { ImrDocument, Issue } from '../document/imr-document.js';
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import type { Agreement, Decision, Finding, Outcome, Predicted } from '../vocabulary/decision.js';
import type { RuleSet } from '../vocabulary/rule.js';
import { contradictionsWithin } from './against-itself.js';
import { contradictionsWithSummary } from './against-summary.js';
import { citationsOutOfForce } from './citations.js';
import { claimedIssue } from './claimed-issue.js';
import { readRationale } from './claims.js';
import { conclusionMismatch, regionMismatch } from './conclusion.js';
import { disagreementFinding } from './outcome-disagrees.js';
import type { ScannedSummary } from './request-mismatch.js';

/** An issue with what was predicted for it before anybody looked at its determination. */
export interface ComparedIssue {
  readonly issue: Issue;
  readonly predicted: Predicted;
  readonly decisions: readonly Decision[];
}

/** Whether a prediction and a determination say the same; not comparable when either says nothing. */
export function agreementOf(predicted: Predicted, actual: Outcome | null): Agreement {
  if (predicted === 'undetermined' || actual === null) return 'not-comparable';
  return predicted === actual ? 'agree' : 'disagree';
}

/** Everything in a letter that does not hold together around one issue, in the order of the codes of the design. */
export function findingsOf(
  compared: ComparedIssue,
  document: ImrDocument,
  summary: ScannedSummary,
  urDate: string | null,
  lexicon: CompiledLexicon,
  rules: RuleSet,
): Finding[] {
  const { issue, decisions } = compared;
  const { determination } = issue;
  const asked = claimedIssue(
    decisions.map(({ service }) => service),
    urDate,
  );
  const rationale = determination.rationale
    ? readRationale(document.source, determination.rationale, lexicon, urDate)
    : null;
  const within = rationale ? contradictionsWithin(rationale, asked, lexicon) : [];
  const against = rationale ? contradictionsWithSummary(rationale, summary.facts, asked, lexicon) : [];
  return [
    ...outcomeDisagrees(compared),
    ...against.filter((finding) => !within.some((other) => isOfSameSentence(finding, other))),
    ...within,
    ...(rationale ? conclusionMismatch(determination, rationale) : []),
    ...regionMismatch({ determination, rationale, summary }, issue.request, asked.regions, lexicon),
    ...citationsOutOfForce(determination.reviewer?.sources ?? [], urDate, rules),
  ];
}

/** One sentence, one accusation: what contradicts the rationale itself is told as that. */
function isOfSameSentence({ quotes: [claim] }: Finding, within: Finding): boolean {
  return claim !== undefined && within.quotes.some((quote) => quote.start === claim.start);
}

/** Quotes the outcome and the words that decided the prediction. */
function outcomeDisagrees({ issue, predicted, decisions }: ComparedIssue): Finding[] {
  const { outcome } = issue.determination;
  if (!outcome || agreementOf(predicted, outcome.value) !== 'disagree') return [];
  const decidedBy = decisions.flatMap((decision) => decision.decidedBy);
  const evidence = decisions.flatMap((decision) => decidingEvidence(decision));
  return [disagreementFinding({ predicted, outcome, decidedBy, evidence })];
}

function decidingEvidence(decision: Decision): Finding['quotes'][number][] {
  const governing = decision.rules.find((rule) => rule.rule === decision.rule);
  if (!governing) return [];
  const found: Finding['quotes'][number][] = [];
  const visit = (node: (typeof governing)['criteria']): void => {
    if (!node) return;
    if (node.kind !== 'test') for (const child of node.children) visit(child);
    else if (decision.decidedBy.includes(node.id))
      found.push(...(node.reading.facts[0]?.evidence.slice(0, 1) ?? []));
  };
  for (const part of [governing.criteria, governing.exclusions, governing.limits]) visit(part);
  return found;
}
