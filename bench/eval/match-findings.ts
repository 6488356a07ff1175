/**
 * Findings of one letter held against its labelled inconsistencies.
 * A finding is right when one of its quotes is about one side of a labelled inconsistency (lenient), under the
 * label's code (strict). What only meets optional labels is left out.
 */
import type { Case } from './cases.js';
import type { GoldInconsistency } from './gold.js';
import type { OutputFinding, OutputIssue } from './output.js';
import { LEAST_OVERLAP, quoteOverlap } from './quotes.js';

/** Says that a prediction is wrong, not that the letter is. */
const NEVER_SCORED: readonly string[] = ['outcome-disagrees'];
/** Labelled in completely labelled letters only. */
const SCORED_IF_COMPLETE: readonly string[] = ['citation-out-of-force', 'request-mismatch'];

export type Hit = 'strict' | 'lenient' | 'none';

interface LabelHit {
  readonly label: GoldInconsistency;
  readonly hit: Hit;
}

interface FindingHit {
  readonly finding: OutputFinding;
  readonly hit: Hit;
}

/** What a letter's findings come to. */
export interface MatchedFindings {
  readonly document: string;
  /** Labels that must be found. */
  readonly labels: readonly LabelHit[];
  readonly findings: readonly FindingHit[];
  readonly notScored: number;
  /** No label at all, not even an optional one. */
  readonly isClean: boolean;
  /** Any scored finding is reported, whatever it meets. */
  readonly isAlarmed: boolean;
}

export function matchFindings({ name, gold, text, rows }: Case<OutputIssue>): MatchedFindings {
  const unscored = gold.complete ? NEVER_SCORED : [...NEVER_SCORED, ...SCORED_IF_COMPLETE];
  const all = rows.flatMap(({ findings }) => findings);
  const scored = all.filter(({ code }) => !unscored.includes(code));
  const labels = gold.inconsistencies;
  const meets = (label: GoldInconsistency, { quotes }: OutputFinding): boolean =>
    [label.words, label.conflicts_with ?? ''].some((side) =>
      quotes.some((quote) => quoteOverlap(text, side, 'anywhere', quote) >= LEAST_OVERLAP),
    );
  const hitsLabel = (label: GoldInconsistency): Hit =>
    bestHit(scored.filter((one) => meets(label, one)).map((one) => isCoded(label, one)));
  return {
    document: name,
    labels: labels.filter(({ optional }) => !optional).map((label) => ({ label, hit: hitsLabel(label) })),
    findings: scored.flatMap((finding) => {
      const met = labels.filter((label) => meets(label, finding));
      if (met.length > 0 && met.every(({ optional }) => optional)) return [];
      return [{ finding, hit: bestHit(met.map((label) => isCoded(label, finding))) }];
    }),
    notScored: all.length - scored.length,
    isClean: labels.length === 0,
    isAlarmed: scored.length > 0,
  };
}

function isCoded({ type, accept }: GoldInconsistency, { code }: OutputFinding): boolean {
  return code === type || accept.includes(code);
}

/** @param coded for each meeting, whether its code is right as well */
function bestHit(coded: readonly boolean[]): Hit {
  if (coded.length === 0) return 'none';
  return coded.includes(true) ? 'strict' : 'lenient';
}
