/**
 * Labels and output -> all figures and all misses. The figures are what `--json` prints; nothing is printed here.
 */
import { type Case, casesOf, type Letter, type Outputs, type Yardstick } from './cases.js';
import { type DecisionFigures, decisionFigures, decisionMisses } from './decision-figures.js';
import { type FactFigures, factFigures } from './fact-figures.js';
import { factMisses } from './fact-misses.js';
import { type FindingFigures, findingFigures, findingMisses } from './finding-figures.js';
import {
  type IssueFigures,
  issueFigures,
  readIssues,
  type ServiceFigures,
  serviceFigures,
  serviceMisses,
} from './issue-figures.js';
import { matchFacts } from './match-facts.js';
import { matchFindings } from './match-findings.js';
import type { Miss } from './misses.js';
import type { OutputFact, OutputIssue } from './output.js';
import { count, sum } from './ratios.js';
import { withLabelNames } from './vocabulary.js';

/** Parts that were not scored are missing. */
export interface Figures {
  readonly letters: number;
  readonly issues?: IssueFigures;
  readonly services?: ServiceFigures;
  readonly facts?: FactFigures;
  readonly decisions?: DecisionFigures;
  readonly findings?: FindingFigures;
  /** Labelled letters that came as an error, sorted. */
  readonly unread: readonly string[];
}

export interface Scored<F> {
  readonly figures: F;
  readonly misses: readonly Miss[];
}

export function scoreLetters(
  letters: readonly Letter[],
  { facts, checks }: Outputs,
  yardstick: Yardstick,
): Scored<Figures> {
  const checked = checks && scoreChecks(casesOf(letters, checks), yardstick);
  const stated = facts && scoreFacts(casesOf(letters, facts), yardstick);
  const unread = new Set([...(facts?.unread ?? []), ...(checks?.unread ?? [])]);
  const names = letters.map(({ name }) => name).filter((name) => unread.has(name));
  const { issues, services, decisions, findings } = checked?.figures ?? {};
  return {
    figures: {
      letters: letters.length,
      ...(issues && services && { issues, services }),
      ...(stated && { facts: stated.figures }),
      ...(decisions && findings && { decisions, findings }),
      unread: names.sort(),
    },
    misses: [...(stated?.misses ?? []), ...(checked?.misses ?? [])],
  };
}

function scoreFacts(cases: readonly Case<OutputFact>[], yardstick: Yardstick): Scored<FactFigures> {
  const golds = cases.map(({ gold }) => gold);
  const vocabulary = withLabelNames(yardstick.vocabulary, golds);
  const matched = cases.map((one) => matchFacts(one, { ...yardstick, vocabulary }));
  const complete = count(golds, (gold) => gold.complete);
  return { figures: factFigures(matched, complete), misses: matched.flatMap(factMisses) };
}

type CheckFigures = Required<Pick<Figures, 'issues' | 'services' | 'decisions' | 'findings'>>;

function scoreChecks(cases: readonly Case<OutputIssue>[], { equivalents }: Yardstick): Scored<CheckFigures> {
  const issues = readIssues(cases, equivalents);
  const findings = cases.map(matchFindings);
  return {
    figures: {
      issues: issueFigures(issues, sum(cases.map(({ rows }) => rows.length))),
      services: serviceFigures(issues),
      decisions: decisionFigures(issues),
      findings: findingFigures(findings),
    },
    misses: [...serviceMisses(issues), ...decisionMisses(issues), ...findings.flatMap(findingMisses)],
  };
}
