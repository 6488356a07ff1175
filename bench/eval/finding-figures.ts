/**
 * Matched findings of all letters -> figures, and which were missed or false.
 */
import { collapse } from './letter-text.js';
import type { Hit, MatchedFindings } from './match-findings.js';
import type { Miss } from './misses.js';
import { count, groupBy, type PrecisionRecall, precisionRecall, ratio, type Share, sum } from './ratios.js';

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

function isStrict({ hit }: { readonly hit: Hit }): boolean {
  return hit === 'strict';
}

function isHit({ hit }: { readonly hit: Hit }): boolean {
  return hit !== 'none';
}
