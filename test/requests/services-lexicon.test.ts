/** Whether the lexicon's part for request lines holds together: its names lead somewhere, its phrases are one thing each. */
import { describe, expect, it } from 'vitest';
import { plantLinePhrases } from '../../src/requests/compiled-services.js';
import { loadedLexicon } from '../helpers/request-lines.js';

const { lexicon, problems } = loadedLexicon;
const families = Object.entries(lexicon.families ?? {});
const known = new Set([...families.map(([name]) => name), 'unknown']);
const regions = new Set(Object.keys(lexicon.regions ?? {}));

describe('the lexicon of request lines', () => {
  it('is well formed', () => {
    expect(problems.filter(({ file }) => file.endsWith('services.yaml'))).toEqual([]);
  });

  it('names families that exist', () => {
    const named = [
      ...families.flatMap(([, family]) => [
        ...(family.absorbs ?? []),
        ...Object.values(family.becomes ?? {}),
      ]),
      ...Object.values(lexicon.procedures ?? {}).flatMap((one) => [
        one.otherwise,
        ...Object.values(one['by-region']),
      ]),
      ...Object.values(lexicon['paired-services'] ?? {}).flatMap((pair) => pair.families),
    ];
    expect(named.filter((family) => !known.has(family))).toEqual([]);
  });

  it('names groups and qualifiers that exist', () => {
    expect(
      families.filter(([, family]) => !lexicon['service-groups']?.[family.group]).map(([name]) => name),
    ).toEqual([]);
    const qualifiers = families.flatMap(([, family]) => Object.keys(family.becomes ?? {}));
    expect(qualifiers.filter((name) => !lexicon.qualifiers?.[name])).toEqual([]);
  });

  it('names regions that exist', () => {
    const named = [
      ...families.flatMap(([, family]) => [
        ...(family.region ? [family.region] : []),
        ...(family.regions ?? []),
        ...Object.values(family.codes ?? {}).filter((region) => region !== null),
        ...Object.entries(family['reads-as'] ?? {}).flat(),
      ]),
      ...Object.values(lexicon['service-groups'] ?? {}).flatMap((group) => group.regions ?? []),
      ...Object.values(lexicon.procedures ?? {}).flatMap((one) => Object.keys(one['by-region'])),
      ...Object.keys(lexicon['line-regions'] ?? {}),
    ];
    expect(named.filter((region) => !regions.has(region))).toEqual([]);
  });

  it('says of each qualifier one kind of value', () => {
    const kinds = (one: object): number =>
      ['flag', 'choice', 'number', 'date'].filter((key) => key in one).length;
    expect(
      Object.entries(lexicon.qualifiers ?? {})
        .filter(([, one]) => kinds(one) !== 1)
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('gives each phrase and each code to one family', () => {
    expect(plantLinePhrases(lexicon).problems).toEqual([]);
    const codes = families.flatMap(([, family]) => Object.keys(family.codes ?? {}));
    expect(codes.length).toBeGreaterThan(100);
    const [code = ''] = codes;
    const twice = { group: 'therapy', meaning: 'another of the same code', codes: { [code]: null } };
    const told = plantLinePhrases({ ...lexicon, families: { ...lexicon.families, twice } }).problems;
    expect(told).toMatchObject([{ origin: ['families', 'twice', 'codes', code], fault: { kind: 'taken' } }]);
  });
});
