/**
 * Findings of all letters -> figures, and which were missed or false.
 * A finding is right when one of its quotes is about one side of a labelled inconsistency (lenient), under the
 * label's code (strict). What only meets optional labels is left out.
 */
import type { Case } from './cases.js';
import { type PrecisionRecall, precisionRecall } from './fact-figures.js';
import type { GoldInconsistency } from './gold.js';
import { collapse } from './letter-text.js';
import type { Miss } from './misses.js';
import type { OutputFinding, OutputIssue } from './output.js';
import { LEAST_OVERLAP, quoteOverlap } from './quotes.js';
import { count, groupBy, ratio, type Share, sum } from './ratios.js';

/** Says that a prediction is wrong, not that the letter is. */
const NEVER_SCORED: readonly string[] = ['outcome-disagrees'];
/** Labelled in completely labelled letters only. */
const SCORED_IF_COMPLETE: readonly string[] = ['citation-out-of-force', 'request-mismatch'];

export interface FindingFigures {
  readonly gold: number;
  readonly system: number;
  readonly system_not_scored: number;
  readonly strict: PrecisionRecall;
  readonly lenient: PrecisionRecall;
  readonly by_code: Readonly<Record<string, { readonly gold: number; readonly recall: Share }>>;
  readonly letters: {
    readonly with: number;
    readonly sensitivity: Share;
    readonly clean: number;
    readonly false_alarm_rate: Share;
  };
}

type Hit = 'strict' | 'lenient' | 'none';

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

export function findingFigures(letters: readonly MatchedFindings[]): FindingFigures {
  const labels = letters.flatMap((letter) => letter.labels);
  const findings = letters.flatMap((letter) => letter.findings);
  const clean = letters.filter(({ isClean }) => isClean);
  const flawed = letters.filter((letter) => letter.labels.length > 0);
  const score = (isRight: (one: { readonly hit: Hit }) => boolean): PrecisionRecall =>
    precisionRecall(
      ratio(count(findings, isRight), findings.length),
      ratio(count(labels, isRight), labels.length),
    );
  const byCode = groupBy(labels, ({ label }) => label.type).map(([code, group]) => {
    return [code, { gold: group.length, recall: ratio(count(group, isStrict), group.length) }] as const;
  });
  return {
    gold: labels.length,
    system: findings.length,
    system_not_scored: sum(letters.map(({ notScored }) => notScored)),
    strict: score(isStrict),
    lenient: score(isHit),
    by_code: Object.fromEntries(byCode),
    letters: {
      with: flawed.length,
      sensitivity: ratio(
        count(flawed, (letter) => letter.labels.some(isHit)),
        flawed.length,
      ),
      clean: clean.length,
      false_alarm_rate: ratio(
        count(clean, ({ isAlarmed }) => isAlarmed),
        clean.length,
      ),
    },
  };
}

export function findingMisses({ document, labels, findings }: MatchedFindings): readonly Miss[] {
  const missed = labels
    .filter((one) => !isStrict(one))
    .map(({ label, hit }): Miss => {
      const what = label.type + (hit === 'lenient' ? ' (found under another code)' : '');
      return {
        kind: 'missed finding',
        document,
        what,
        letter: label.words,
        system: label.conflicts_with ?? '',
      };
    });
  const wrong = findings
    .filter((one) => !isHit(one))
    .map(({ finding: { code, message, quotes } }): Miss => {
      const system = quotes.map(({ text }) => collapse(text)).join(' | ');
      return { kind: 'false finding', document, what: `${code}: ${message}`, letter: '', system };
    });
  return [...missed, ...wrong];
}

function isCoded({ type, accept }: GoldInconsistency, { code }: OutputFinding): boolean {
  return code === type || accept.includes(code);
}

/** @param coded for each meeting, whether its code is right as well */
function bestHit(coded: readonly boolean[]): Hit {
  if (coded.length === 0) return 'none';
  return coded.includes(true) ? 'strict' : 'lenient';
}

function isStrict({ hit }: { readonly hit: Hit }): boolean {
  return hit === 'strict';
}

function isHit({ hit }: { readonly hit: Hit }): boolean {
  return hit !== 'none';
}
