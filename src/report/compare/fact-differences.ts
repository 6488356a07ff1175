/**
 * On which facts two letters differ: what each says of a fact for a region, the latest statement last. Facts on which
 * both are silent, or say the same, are left out.
 */
import type { Fact } from '../../vocabulary/fact.js';
import { statusWord, valueText } from '../words.js';
import type { ReportTwin } from './compare-schema.js';

type Difference = NonNullable<ReportTwin['differences']>[number];
const SILENT = 'not mentioned';

type SaidFact = Pick<Fact, 'fact' | 'region' | 'status' | 'value'>;

/**
 * @returns sorted by fact, then region; `first` and `second` are words for people. Sides, levels and dates are not
 * compared
 */
export function factDifferences(
  first: readonly SaidFact[],
  second: readonly SaidFact[],
): readonly Difference[] {
  const [a, b] = [saidBy(first), saidBy(second)];
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort();
  return keys.flatMap((key) => {
    const [fact = '', region = ''] = key.split('\t');
    const difference = {
      fact,
      region: region === '' ? null : region,
      first: a.get(key) ?? SILENT,
      second: b.get(key) ?? SILENT,
    };
    return difference.first === difference.second ? [] : [difference];
  });
}

/** What a letter says of each fact, by fact and region. */
function saidBy(facts: readonly SaidFact[]): ReadonlyMap<string, string> {
  const said = new Map<string, Set<string>>();
  for (const { fact, region, status, value } of facts) {
    const key = `${fact}\t${region ?? ''}`;
    const words = value === null || value === true ? statusWord(status) : valueText(value);
    const known = said.get(key) ?? new Set();
    said.set(
      key,
      known.add(status === 'present' || value === null ? words : `${statusWord(status)}: ${words}`),
    );
  }
  return new Map([...said].map(([key, words]) => [key, [...words].join('; ')]));
}
