/**
 * The lexicon made ready for request lines: one index of all words that such lines use, and tables of families.
 * In: the merged sections of all lexicon files, already checked. Out: an immutable `CompiledServices`.
 * Case means nothing on request lines (many are in capitals), so the exact spellings of the lexicon are opened up.
 * Not here: reading a line (see `read-line.ts`).
 */

import { graphOf, type PhraseGraph } from '../language/phrase-graph.js';
import { PhraseIndex } from '../language/phrase-index.js';
import { type PhraseList, type PlantedPhrases, plantPhrases } from '../language/planted-phrases.js';
import type { UnitData } from '../language/unit.js';
import { unitData } from '../language/unit-data.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import { LINE_CUES, type LineCue } from '../vocabulary/lexicon-terms.js';
import { type Laterality, OTHER_FAMILY } from '../vocabulary/service.js';
import type { QualifierEntry } from '../vocabulary/service-lexicon.js';
import { wordForms } from '../vocabulary/word-forms.js';
import { type CompiledFamily, compileFamilies } from './compiled-families.js';
import { outcomeTail } from './outcome-tail.js';

/** Words that name a service. The family may still depend on the body region or on qualifiers. */
export interface NamingEntry {
  readonly type: 'naming';
  /** More than one for words such as `electrodiagnostic studies`. */
  readonly families: readonly string[];
  /** Families by body region; null where the words alone say the family. */
  readonly byRegion: ReadonlyMap<string, string> | null;
  /** Region that a procedure code implies. */
  readonly region: string | null;
  readonly isCode: boolean;
  /** A heading when the line names another service besides. */
  readonly givesWay: boolean;
  /** Qualifiers that the words say of what is of no family of its own. */
  readonly says: Readonly<Record<string, string>>;
  readonly drug: CompiledDrug | null;
}

/** A drug that words on a line name. */
export interface CompiledDrug {
  readonly name: string;
  /** Of what is sold as a mixture; empty for others. */
  readonly ingredients: readonly string[];
  /** Strength meant by the name alone; null where it says none. */
  readonly strengthMg: number | null;
}

/** What words beside a naming say: a place, a side, a measure, how often, or one of the small words of lines. */
export type AttributeEntry =
  | { readonly type: 'region'; readonly value: string }
  | { readonly type: 'side'; readonly value: Laterality }
  | { readonly type: 'unit'; readonly value: string }
  | { readonly type: 'frequency'; readonly value: string }
  | { readonly type: 'cue'; readonly value: LineCue }
  | QualifierEntryCompiled;

/** `value` null: the number or date in the phrase. */
export interface QualifierEntryCompiled {
  readonly type: 'qualifier';
  readonly name: string;
  readonly value: string | boolean | null;
  readonly wholeLine: boolean;
}

/** What a phrase on a request line stands for; `type` tells which. */
export type LineEntry = NamingEntry | AttributeEntry;

/** Everything that reading request lines needs of a lexicon. Immutable; one serves any number of lines. */
export interface CompiledServices {
  readonly index: PhraseIndex<LineEntry>;
  readonly units: UnitData;
  /** By the id of the family. */
  readonly families: ReadonlyMap<string, CompiledFamily>;
  /** What a service goes with, by the qualifier that says so. */
  readonly servedBy: ReadonlyMap<string, string>;
  /** What services are called that have a qualifier, by the qualifier; without those that any service may have. */
  readonly qualifierOf: ReadonlyMap<string, string>;
  /** Qualifiers that what goes with other services of the letter has from those. */
  readonly fromHosts: readonly string[];
  /** Family of preparations of several drugs. */
  readonly compoundFamily: string | null;
  /** Region of a spinal level by its letter. */
  readonly regionOfColumn: ReadonlyMap<string, string>;
  /** Finds an outcome at the end of a request line. */
  readonly outcomeTail: RegExp;
  /** Exact plurals that mean both sides. */
  readonly plurals: ReadonlySet<string>;
}

const NAMING_LAYER = 0;
const ATTRIBUTE_LAYERS = { region: 1, side: 2, unit: 3, frequency: 4 } as const;
const FIRST_CUE_LAYER = 5;
/** Cues of one group compete for words, the longest phrase wins; others may overlap. */
const CUE_GROUPS: readonly (readonly LineCue[])[] = [
  ['and', 'list', 'end'],
  ['purpose', 'neutral'],
  ...LINE_CUES.filter((cue) => !['and', 'list', 'end', 'purpose', 'neutral'].includes(cue)).map((cue) => [
    cue,
  ]),
];

/** The phrases that request lines are read with, and what is wrong with them. */
export function plantLinePhrases(lexicon: LexiconFile): PlantedPhrases {
  const sets = Object.entries(lexicon['word-sets'] ?? {}).map(([name, members]) => [
    name,
    members.map(anyCase),
  ]);
  const language = { irregular: wordForms(lexicon), sets: Object.fromEntries(sets) };
  return plantPhrases(
    language,
    phraseLists(lexicon, compileFamilies(lexicon)).map((list) => ({
      ...list,
      phrases: list.phrases.map(anyCase),
    })),
  );
}

/**
 * Compiles the lexicon for request lines.
 * @param phrases the phrases of the same lexicon, where they were read before
 */
export function compileServices(
  lexicon: LexiconFile,
  phrases: PhraseGraph = graphOf(plantLinePhrases(lexicon)),
): CompiledServices {
  const families = compileFamilies(lexicon);
  const qualifiers = Object.entries(lexicon.qualifiers ?? {});
  const columns = lexicon['level-columns'] ?? [];
  return {
    index: new PhraseIndex(phrases, wordForms(lexicon), phraseLists(lexicon, families)),
    units: unitData(lexicon),
    families,
    servedBy: new Map(qualifiers.flatMap(([name, { serves }]) => (serves ? [[name, serves]] : []))),
    qualifierOf: new Map(
      qualifiers.flatMap(([name, { 'only-of': of }]) => (of === undefined ? [] : [[name, of]])),
    ),
    fromHosts: qualifiers.flatMap(([name, { 'from-hosts': isFrom }]) => (isFrom ? [name] : [])),
    compoundFamily:
      Object.entries(lexicon.families ?? {}).find(([, family]) => family['is-mixture'])?.[0] ?? null,
    regionOfColumn: new Map(columns.map((column) => [column.letter, column.region])),
    outcomeTail: outcomeTail(lexicon['letter-form']),
    plurals: new Set(lexicon['line-plurals'] ?? []),
  };
}

/** Everything that phrases stand for. Of two that share a phrase, the first keeps it. */
function phraseLists(
  lexicon: LexiconFile,
  families: ReadonlyMap<string, CompiledFamily>,
): PhraseList<LineEntry>[] {
  return [
    ...namings(lexicon, families).map((one) => ({ ...one, layer: NAMING_LAYER })),
    ...attributes(lexicon).map((one) => ({ ...one, layer: ATTRIBUTE_LAYERS[one.entry.type] })),
    ...CUE_GROUPS.flatMap((group, i) =>
      group.map((value) => ({
        phrases: lexicon['line-cues']?.[value] ?? [],
        layer: FIRST_CUE_LAYER + i,
        entry: { type: 'cue', value } as const,
        origin: ['line-cues', value],
      })),
    ),
    ...Object.entries(lexicon.qualifiers ?? {}).flatMap(([name, qualifier], i) =>
      qualifierLists(name, qualifier).map((one) => ({
        ...one,
        layer: FIRST_CUE_LAYER + CUE_GROUPS.length + i,
      })),
    ),
  ];
}

/** A list before it has its layer. */
type NoLayer<T> = Omit<PhraseList<T>, 'layer'>;

function qualifierLists(
  name: string,
  { flag, choice, number, date, 'whole-line': whole }: QualifierEntry,
): NoLayer<QualifierEntryCompiled>[] {
  const list = (
    value: string | boolean | null,
    phrases: readonly string[] | undefined,
    ...keys: readonly string[]
  ): NoLayer<QualifierEntryCompiled> => ({
    phrases: phrases ?? [],
    entry: { type: 'qualifier', name, value, wholeLine: whole ?? false },
    origin: ['qualifiers', name, ...keys],
  });
  return [
    list(true, flag, 'flag'),
    ...Object.entries(choice ?? {}).map(([value, phrases]) => list(value, phrases, 'choice', value)),
    list(null, number, 'number'),
    list(null, date, 'date'),
  ];
}

/** `=L/S` as any words: `l/s`. */
function anyCase(phrase: string): string {
  return phrase.replace(/(^|[ (|])=(?=[^ )|])/g, '$1');
}

/** All that names services, the families' own words before codes and drugs: who comes first keeps a phrase. */
function namings(
  lexicon: LexiconFile,
  families: ReadonlyMap<string, CompiledFamily>,
): NoLayer<NamingEntry>[] {
  const plain = {
    type: 'naming',
    byRegion: null,
    region: null,
    isCode: false,
    givesWay: false,
    says: {},
    drug: null,
  } as const;
  const all = Object.entries(lexicon.families ?? {});
  return [
    ...all.map(([name, { phrases = [] }]) => ({
      phrases,
      entry: { ...plain, families: [name] },
      origin: ['families', name, 'phrases'],
    })),
    ...Object.entries(lexicon['paired-services'] ?? {}).map(([name, { phrases, families: pair }]) => ({
      phrases,
      entry: { ...plain, families: pair },
      origin: ['paired-services', name, 'phrases'],
    })),
    ...Object.entries(lexicon.procedures ?? {}).map(
      ([name, { phrases, otherwise, says = {}, 'by-region': byRegion, 'gives-way': givesWay = false }]) => ({
        phrases,
        entry: {
          ...plain,
          families: [otherwise],
          byRegion: new Map(Object.entries(byRegion)),
          givesWay,
          says,
        },
        origin: ['procedures', name, 'phrases'],
      }),
    ),
    ...all.flatMap(([name, { codes = {} }]) =>
      Object.entries(codes).map(([code, region]) => ({
        phrases: [codePhrase(code)],
        entry: { ...plain, families: [name], region, isCode: true },
        origin: ['families', name, 'codes', code],
      })),
    ),
    ...Object.entries(lexicon.drugs ?? {}).map(
      ([name, { phrases, class: family, ingredients = [], 'strength-mg': strengthMg = null }]) => ({
        phrases,
        entry: {
          ...plain,
          families: [families.has(family) ? family : OTHER_FAMILY],
          drug: { name, ingredients, strengthMg },
        },
        origin: ['drugs', name, 'phrases'],
        givesWay: true,
      }),
    ),
  ];
}

type Attribute = Exclude<AttributeEntry, { readonly type: 'cue' | 'qualifier' }>;

/** Sections whose entries say the same of a line, words of request lines before those of the whole lexicon. */
const ATTRIBUTE_SECTIONS = [
  { section: 'line-regions', type: 'region' },
  { section: 'regions', type: 'region', givesWay: true },
  { section: 'line-sides', type: 'side' },
  { section: 'sides', type: 'side', givesWay: true },
  { section: 'units', type: 'unit' },
  { section: 'line-units', type: 'unit' },
  { section: 'line-frequencies', type: 'frequency' },
] as const;

function attributes(lexicon: LexiconFile): NoLayer<Attribute>[] {
  return ATTRIBUTE_SECTIONS.flatMap(({ section, type, ...list }) =>
    Object.entries(lexicon[section] ?? {}).map(([name, written]) => ({
      ...list,
      phrases: 'phrases' in written ? written.phrases : written,
      entry: { type, value: name } as Attribute,
      origin: [section, name, ...('phrases' in written ? ['phrases'] : [])],
    })),
  );
}

/** A code as a text gives it: its letters are words, its digits a number without leading zeros. */
function codePhrase(code: string): string {
  const [, before = '', digits = '', after = ''] = /^([A-Z]?)(\d+)([A-Z]?)$/.exec(code) ?? [];
  return [before, String(Number(digits)), after].filter((part) => part !== '').join(' ');
}
