/**
 * Two sets of rules over cases of the past -> what flips, which way, and what becomes of the agreement with the
 * determinations. Memory grows with the issues that change, not with the letters.
 * Method: Wilson intervals for each rate, McNemar's exact test for their difference, as both are over the same issues.
 */
import { agreementOf } from '../comparison/compare.js';
import { decide } from '../decision/decide.js';
import { predictOutcome } from '../decision/predicted-outcome.js';
import { decideServices } from '../pipeline/decide-services.js';
import { mcnemarExact } from '../statistics/mcnemar.js';
import type { Decision, Predicted } from '../vocabulary/decision.js';
import type {
  DecidedIssue,
  DecidedPair,
  Impact,
  IssueChange,
  JudgedIssue,
  JudgedService,
} from '../vocabulary/impact.js';
import type { RuleSet } from '../vocabulary/rule.js';
import { AgreementTally } from './agreement-tally.js';
import type { PastCase, PastCases } from './past-cases.js';
import { RuleShiftTally } from './rule-shift-tally.js';

/** Decides every case by both sets and compares. */
export function impactOf(source: PastCases, before: RuleSet, after: RuleSet): Promise<Impact> {
  return impactOfDecided(decideAll(source, before, after));
}

/** Compares what was decided by both sets. */
export async function impactOfDecided(pairs: AsyncIterable<DecidedPair>): Promise<Impact> {
  const tally = new ImpactTally();
  for await (const { document, before, after } of pairs) {
    tally.add(document, before.map(judgedIssue), after.map(judgedIssue));
  }
  return tally.impact;
}

async function* decideAll(source: PastCases, before: RuleSet, after: RuleSet): AsyncGenerator<DecidedPair> {
  for await (const pair of source) {
    const [was, is] = [await decideCase(pair.before, before), await decideCase(pair.after, after)];
    yield { document: pair.before.document, before: was, after: is };
  }
}

async function decideCase(past: PastCase, rules: RuleSet): Promise<readonly DecidedIssue[]> {
  const { issues, facts, date, calledAs } = past;
  const decided = await decideServices(
    issues.map(({ services }) => services),
    (service) => decide(service, facts, date, rules),
    calledAs,
  );
  return issues.map(({ issue, request, actual }, i) => {
    return { issue, request, actual, services: (decided[i] ?? []).map(judgedService) };
  });
}

function judgedIssue(decided: DecidedIssue): JudgedIssue {
  const predicted = predictOutcome(decided.services);
  return { ...decided, predicted, agreement: agreementOf(predicted, decided.actual) };
}

function judgedService({ service, decision, rule, decidedBy, reason }: Decision): JudgedService {
  return { service, decision, rule, decidedBy, reason };
}

class ImpactTally {
  #letters = 0;
  #issues = 0;
  #better = 0;
  #worse = 0;
  readonly #flips: IssueChange[] = [];
  readonly #shifts: IssueChange[] = [];
  readonly #before = new AgreementTally();
  readonly #after = new AgreementTally();
  readonly #rules = new RuleShiftTally();

  add(document: string, before: readonly JudgedIssue[], after: readonly JudgedIssue[]): void {
    this.#letters += 1;
    before.forEach((was, i) => {
      const is = after[i];
      if (is === undefined) throw new Error(`\`${document}\` has no issue ${was.issue} after the edit`);
      this.#addIssue(document, was, is);
    });
  }

  get impact(): Impact {
    return {
      letters: this.#letters,
      issues: this.#issues,
      flips: this.#flips,
      shifts: this.#shifts,
      directions: directionsOf(this.#flips),
      before: this.#before.figures,
      after: this.#after.figures,
      better: this.#better,
      worse: this.#worse,
      p: mcnemarExact(this.#better, this.#worse),
      rules: this.#rules.shifts,
    };
  }

  #addIssue(document: string, was: JudgedIssue, is: JudgedIssue): void {
    this.#issues += 1;
    this.#before.add(was);
    this.#after.add(is);
    this.#rules.add(was.services, is.services);
    if (is.agreement === 'agree' && was.agreement !== 'agree') this.#better += 1;
    if (was.agreement === 'agree' && is.agreement !== 'agree') this.#worse += 1;
    if (was.predicted !== is.predicted) this.#flips.push(changeOf(document, was, is));
    else if (grounds(was.services) !== grounds(is.services)) this.#shifts.push(changeOf(document, was, is));
  }
}

/** What the services of an issue rest on, as text. */
function grounds(services: readonly JudgedService[]): string {
  return JSON.stringify(services.map(({ decision, rule, decidedBy }) => [decision, rule, decidedBy]));
}

function changeOf(document: string, was: JudgedIssue, is: JudgedIssue): IssueChange {
  return {
    document,
    issue: was.issue,
    request: was.request,
    actual: was.actual,
    before: was.predicted,
    after: is.predicted,
    agreementBefore: was.agreement,
    agreementAfter: is.agreement,
    servicesBefore: was.services,
    servicesAfter: is.services,
  };
}

function directionsOf(flips: readonly IssueChange[]): Impact['directions'] {
  const counts = new Map<string, { before: Predicted; after: Predicted; count: number }>();
  for (const { before, after } of flips) {
    const key = `${before} ${after}`;
    const direction = counts.get(key) ?? { before, after, count: 0 };
    direction.count += 1;
    counts.set(key, direction);
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  return sorted.map(([, direction]) => direction);
}
