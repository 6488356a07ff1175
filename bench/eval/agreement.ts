/**
 * Agreement of two readings of the same things: accuracy, kappa, correlation and F1 over classes.
 */
import { count, roundFigure, type Share, sum } from './ratios.js';

/** What is so, and what was said. */
export interface Pair {
  readonly gold: string;
  readonly said: string;
}

export interface Agreement {
  readonly accuracy: Share;
  /** Cohen 1960; null where chance alone agrees always. */
  readonly kappa: Share;
  /** Matthews correlation of several classes (Gorodkin 2004); null where there is one class. */
  readonly mcc: Share;
}

export function agreementOf(pairs: readonly Pair[]): Agreement {
  const n = pairs.length;
  if (n === 0) return { accuracy: null, kappa: null, mcc: null };
  const [golds, saids] = [countsOf(pairs, 'gold'), countsOf(pairs, 'said')];
  const right = count(pairs, isRight);
  const byChance = sum([...golds].map(([name, times]) => times * (saids.get(name) ?? 0)));
  const chance = byChance / n / n;
  const spread = (counts: ReadonlyMap<string, number>): number =>
    n * n - sum([...counts.values()].map((times) => times ** 2));
  const variance = spread(golds) * spread(saids);
  return {
    accuracy: roundFigure(right / n),
    kappa: chance < 1 ? roundFigure((right / n - chance) / (1 - chance)) : null,
    mcc: variance > 0 ? roundFigure((right * n - byChance) / Math.sqrt(variance)) : golds.size > 1 ? 0 : null,
  };
}

/** Mean F1 of the classes that occur. */
export function macroF1(pairs: readonly Pair[]): Share {
  const classes = [...countsOf(pairs, 'gold').keys()].sort();
  if (classes.length === 0) return null;
  const scores = classes.map((name) => {
    const both = count(pairs, ({ gold, said }) => gold === name && said === name);
    const either = count(pairs, ({ gold }) => gold === name) + count(pairs, ({ said }) => said === name);
    return (2 * both) / either;
  });
  return roundFigure(sum(scores) / scores.length);
}

/** The class that is the case most often; of equals, the one met first. Null for no pairs. */
export function majorityOf(pairs: readonly Pair[]): string | null {
  const counts = countsOf(pairs, 'gold');
  const most = Math.max(...counts.values());
  return [...counts].find(([, times]) => times === most)?.[0] ?? null;
}

export function isRight({ gold, said }: Pair): boolean {
  return gold === said;
}

function countsOf(pairs: readonly Pair[], side: keyof Pair): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair[side], (counts.get(pair[side]) ?? 0) + 1);
  return counts;
}
