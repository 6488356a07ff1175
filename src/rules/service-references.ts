/**
 * Whether the sections of a lexicon that say how request lines are read name things that exist: groups, families,
 * regions, units, qualifiers.
 */
import type { LexiconFile } from '../vocabulary/lexicon.js';
import { UNKNOWN_FAMILY } from '../vocabulary/service.js';
import { expectName, type LexiconPlace, type LexiconPlaces } from './lexicon-place.js';

/** What is looked up, and how it is called in messages. */
const KINDS = {
  family: ['unknown-service', 'service'],
  served: ['unknown-service', 'service'],
  region: ['unknown-region', 'region'],
  group: ['unknown-value', 'group'],
  unit: ['unknown-value', 'unit'],
  qualifier: ['unknown-qualifier', 'qualifier'],
} as const;

/** The names that one key of an entry has, by what they should be. */
type Named = readonly [kind: keyof typeof KINDS, names: readonly (string | null | undefined)[], key: string];

/**
 * Adds a problem, at its place, for every name that leads nowhere.
 * @param broken names of entries that are told for themselves
 */
export function checkServiceReferences(
  lexicon: LexiconFile,
  places: LexiconPlaces,
  broken: ReadonlySet<string>,
): void {
  const known = knownNames(lexicon, broken);
  const check = (place: LexiconPlace | undefined, named: readonly Named[]): void => {
    for (const [kind, names, key] of named)
      for (const name of names) {
        const [code, word] = KINDS[kind];
        if (typeof name === 'string') expectName(code, word, name, known[kind], place, key);
      }
  };
  const checkAll = <E>(section: keyof LexiconFile, namesIn: (entry: E) => readonly Named[]): void => {
    for (const [name, entry] of Object.entries((lexicon[section] ?? {}) as Record<string, E>))
      check(places.get(section)?.get(name), namesIn(entry));
  };
  checkAll('service-groups', groupNames);
  checkAll('families', familyNames);
  checkAll('procedures', procedureNames);
  checkAll('paired-services', ({ families }: Section<'paired-services'>) => [
    ['family', families, 'families'],
  ]);
  checkAll('qualifiers', ({ serves, 'only-of': of }: Section<'qualifiers'>) => [
    ['served', [serves], 'serves'],
    ['served', [of], 'only-of'],
  ]);
  for (const region of Object.keys(lexicon['line-regions'] ?? {})) {
    const place = places.get('line-regions')?.get(region);
    check(place && { ...place, node: place.key ?? place.node }, [['region', [region], '']]);
  }
  checkAll('level-columns', ({ region }: { region: string }) => [['region', [region], 'region']]);
}

/** An entry of a section. */
type Section<S extends 'service-groups' | 'families' | 'procedures' | 'paired-services' | 'qualifiers'> =
  NonNullable<LexiconFile[S]>[string];

function groupNames({ regions = [], unit }: Section<'service-groups'>): readonly Named[] {
  return [
    ['region', regions, 'regions'],
    ['unit', [unit], 'unit'],
  ];
}

function familyNames(family: Section<'families'>): readonly Named[] {
  const { 'reads-as': readsAs = {}, codes = {}, becomes = {} } = family;
  return [
    ['group', [family.group], 'group'],
    ['region', [family.region], 'region'],
    ['region', family.regions ?? [], 'regions'],
    ['region', Object.entries(readsAs).flat(), 'reads-as'],
    ['region', Object.values(codes), 'codes'],
    ['family', family.absorbs ?? [], 'absorbs'],
    ['qualifier', Object.keys(becomes), 'becomes'],
    ['family', Object.values(becomes), 'becomes'],
    ['served', [family.serves], 'serves'],
  ];
}

function procedureNames({
  'by-region': byRegion,
  otherwise,
  says = {},
}: Section<'procedures'>): readonly Named[] {
  return [
    ['qualifier', Object.keys(says), 'says'],
    ['region', Object.keys(byRegion), 'by-region'],
    ['family', Object.values(byRegion), 'by-region'],
    ['family', [otherwise], 'otherwise'],
  ];
}

function knownNames(
  lexicon: LexiconFile,
  broken: ReadonlySet<string>,
): Readonly<Record<keyof typeof KINDS, ReadonlySet<string>>> {
  const names = (section: keyof LexiconFile): readonly string[] => Object.keys(lexicon[section] ?? {});
  const groups = Object.values(lexicon['service-groups'] ?? {});
  const family = new Set([...names('families'), UNKNOWN_FAMILY, ...broken]);
  return {
    family,
    // What services go with may also be what families of a group are called.
    served: new Set([...family, ...groups.flatMap((group) => group['called-as'] ?? [])]),
    region: new Set([...names('regions'), ...broken]),
    group: new Set([...names('service-groups'), ...broken]),
    unit: new Set([...names('units'), ...names('line-units'), ...broken]),
    qualifier: new Set([...names('qualifiers'), ...broken]),
  };
}
