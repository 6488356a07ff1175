/**
 * Predicted outcomes of all issues -> figures, and which were wrong.
 * What is undetermined is not covered: it lowers coverage and what is counted over all issues, nothing else.
 */
import { agreementOf, isRight, macroF1, majorityOf, type Pair } from './agreement.js';
import { OUTCOMES } from './gold.js';
import type { ReadIssue } from './issue-figures.js';
import type { Miss } from './misses.js';
import { count, type PrecisionRecall, ratio, type Share, tally } from './ratios.js';

export interface DecisionFigures {
  readonly issues: number;
  readonly coverage: Share;
  readonly accuracy_covered: Share;
  readonly accuracy_all: Share;
  readonly macro_f1: Share;
  readonly overturned: PrecisionRecall;
  readonly mcc: Share;
  readonly kappa: Share;
  readonly kappa_all: Share;
  readonly confusion: Readonly<Record<string, number>>;
  /** What saying the same of every issue would score. */
  readonly majority_baseline: {
    readonly always: string | null;
    readonly accuracy: Share;
    readonly macro_f1: Share;
  };
}

const UNDETERMINED = 'undetermined';

export function decisionFigures(issues: readonly ReadIssue[]): DecisionFigures {
  const pairs = issues.map(pairOf);
  const covered = pairs.filter(({ said }) => said !== UNDETERMINED);
  const { accuracy, kappa, mcc } = agreementOf(covered);
  const always = majorityOf(pairs);
  const baseline = pairs.map(({ gold }) => ({ gold, said: always ?? '' }));
  return {
    issues: pairs.length,
    coverage: ratio(covered.length, pairs.length),
    accuracy_covered: accuracy,
    accuracy_all: ratio(count(pairs, isRight), pairs.length),
    macro_f1: macroF1(pairs),
    overturned: classFigures(pairs, 'overturned'),
    mcc,
    kappa,
    kappa_all: agreementOf(pairs).kappa,
    confusion: tally(pairs.map(({ gold, said }) => `${gold}>${said}`)),
    majority_baseline: { always, accuracy: agreementOf(baseline).accuracy, macro_f1: macroF1(baseline) },
  };
}

export function decisionMisses(issues: readonly ReadIssue[]): readonly Miss[] {
  return issues.flatMap((issue): readonly Miss[] => {
    const { gold, said } = pairOf(issue);
    if (gold === said) return [];
    return [
      {
        kind: said === UNDETERMINED ? 'undetermined' : 'wrong decision',
        document: issue.document,
        what: `${gold}, predicted ${said}`,
        letter: issue.gold.request,
        system: (issue.row?.services ?? []).map(({ decidedBy }) => decidedBy.join(',')).join('; '),
      },
    ];
  });
}

/** An issue that the output does not have, or says no known outcome of, is undetermined. */
function pairOf({ gold, row }: ReadIssue): Pair {
  const said = OUTCOMES.find((outcome) => outcome === row?.predicted) ?? UNDETERMINED;
  return { gold: gold.outcome, said };
}

function classFigures(pairs: readonly Pair[], name: string): PrecisionRecall {
  const both = count(pairs, ({ gold, said }) => gold === name && said === name);
  const said = count(pairs, (pair) => pair.said === name);
  const wanted = count(pairs, (pair) => pair.gold === name);
  return { precision: ratio(both, said), recall: ratio(both, wanted), f1: ratio(2 * both, said + wanted) };
}
