/**
 * Matched facts of all letters -> figures: recall, statuses, values, attributes, and precision on complete letters.
 * Gaps are counted apart from what letters assert; what utilization review said is no fact of the case.
 */
import { factTable, type OneFactFigures, precisionOf } from './fact-table.js';
import type { FactClaim, LabelMatch, MatchedFacts, UrStatement } from './match-facts.js';
import {
  ATTRIBUTES,
  hasRightStatus,
  hasScoredValue,
  isAsserted,
  isMet,
  isNegative,
  type Met,
  scoreOf,
} from './met-labels.js';
import {
  count,
  groupBy,
  type PrecisionRecall,
  precisionRecall,
  ratio,
  type Share,
  sum,
  tally,
} from './ratios.js';

export interface Accuracy {
  readonly n: number;
  readonly accuracy: Share;
}

/** Keys are those that are printed. */
export interface FactFigures {
  readonly gold: number;
  readonly matched: number;
  readonly recall: Share;
  readonly status_accuracy: Share;
  readonly absent_read_as_present: { readonly count: number; readonly of: number; readonly rate: Share };
  readonly confusion: Readonly<Record<string, number>>;
  readonly gaps: Readonly<Record<string, Share>>;
  readonly ur_statements: { readonly gold: number; readonly read_as_fact: number; readonly rate: Share };
  readonly values: Readonly<Record<string, Accuracy | { readonly n: number; readonly jaccard: Share }>>;
  readonly attributes: Readonly<Record<string, Accuracy>>;
  readonly complete_letters: PrecisionRecall & {
    readonly letters: number;
    readonly with_status: PrecisionRecall;
  };
  readonly by_fact: Readonly<Record<string, OneFactFigures>>;
}

export function factFigures(letters: readonly MatchedFacts[], completeLetters: number): FactFigures {
  const labels = letters.flatMap((letter) => letter.labels);
  const claims = letters.flatMap((letter) => letter.claims);
  const met = labels.filter(isMet);
  const asserted = labels.filter(isAsserted);
  return {
    gold: asserted.length,
    matched: count(asserted, isMet),
    recall: ratio(count(asserted, isMet), asserted.length),
    status_accuracy: ratio(count(met, hasRightStatus), met.length),
    absent_read_as_present: absentAsPresent(met),
    confusion: tally(met.map(({ label, found }) => `${label.status}>${found.read}`)),
    gaps: gapFigures(labels.filter((match) => !isAsserted(match))),
    ur_statements: urFigures(letters.flatMap((letter) => letter.urStatements)),
    values: valueFigures(met),
    attributes: attributeFigures(met),
    complete_letters: { letters: completeLetters, ...completeFigures(asserted, claims) },
    by_fact: factTable(labels, claims),
  };
}

function absentAsPresent(met: readonly Met[]): FactFigures['absent_read_as_present'] {
  const negative = met.filter(isNegative);
  const wrong = count(negative, ({ found }) => found.read === 'present');
  return { count: wrong, of: negative.length, rate: ratio(wrong, negative.length) };
}

function gapFigures(gaps: readonly LabelMatch[]): FactFigures['gaps'] {
  const reported = gaps.filter(isMet);
  return {
    gold: gaps.length,
    recall: ratio(reported.length, gaps.length),
    silent: gaps.length - reported.length,
    ...tally(reported.map(({ found }) => `as ${found.read}`)),
  };
}

function urFigures(statements: readonly UrStatement[]): FactFigures['ur_statements'] {
  const read = count(statements, ({ readAs }) => readAs !== null);
  return { gold: statements.length, read_as_fact: read, rate: ratio(read, statements.length) };
}

function valueFigures(met: readonly Met[]): FactFigures['values'] {
  const scores = met.filter(hasScoredValue).map(scoreOf);
  const kinds = groupBy(scores, ({ kind }) => kind).map(([kind, group]) => {
    const mean = ratio(sum(group.map(({ share }) => share)), group.length);
    return [kind, { n: group.length, [kind === 'list' ? 'jaccard' : 'accuracy']: mean }] as const;
  });
  return Object.fromEntries(kinds) as FactFigures['values'];
}

/** Of each attribute that a label has: how often the fact's is the same. */
function attributeFigures(met: readonly Met[]): FactFigures['attributes'] {
  const scored = ATTRIBUTES.map(({ name, gold, isRight }) => {
    return [name, met.filter(({ label }) => gold(label) !== null).map(isRight)] as const;
  }).filter(([, results]) => results.length > 0);
  const figures = scored.map(([name, results]) => {
    return [name, { n: results.length, accuracy: ratio(count(results, Boolean), results.length) }] as const;
  });
  return Object.fromEntries(figures);
}

function completeFigures(
  asserted: readonly LabelMatch[],
  claims: readonly FactClaim[],
): Omit<FactFigures['complete_letters'], 'letters'> {
  const labels = asserted.filter((match) => match.isComplete);
  const recall = ratio(count(labels, isMet), labels.length);
  const recallWithStatus = ratio(count(labels, hasRightStatus), labels.length);
  return {
    ...precisionRecall(precisionOf(claims), recall),
    with_status: precisionRecall(precisionOf(claims, true), recallWithStatus),
  };
}
