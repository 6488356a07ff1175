/**
 * A lexicon made ready for extraction: one index of all phrases, and tables of what they stand for.
 * In: the merged sections of all lexicon files, already checked. Out: an immutable `CompiledLexicon`.
 * Not here: reading and checking files (see `rules/`).
 */

import { graphOf, type PhraseGraph } from '../language/phrase-graph.js';
import { PhraseIndex } from '../language/phrase-index.js';
import {
  type PhraseList,
  type PhraseOrigin,
  type PlantedPhrases,
  plantPhrases,
} from '../language/planted-phrases.js';
import type { UnitData } from '../language/unit.js';
import { unitData } from '../language/unit-data.js';
import type { DeniedInWords, ShownBy } from '../vocabulary/claims-lexicon.js';
import { allConcepts } from '../vocabulary/drug-concepts.js';
import type { Concept, CueEntry, DrugEntry, FactEntry, LexiconFile } from '../vocabulary/lexicon.js';
import {
  type ConceptKind,
  type ConceptRole,
  type CueMeaning,
  type DosingMeaning,
  isPlainStop,
  type ResultMeaning,
} from '../vocabulary/lexicon-terms.js';
import type { Laterality } from '../vocabulary/service.js';
import { wordForms } from '../vocabulary/word-forms.js';
import { type FactPlan, planFacts } from './fact-plan.js';

/** Layers of the phrase index: phrases of different layers may overlap. */
const CONCEPT_LAYER = 0;
const CUE_LAYER = 1;
const ATTRIBUTE_LAYER = 2;
const DOSING_LAYER = 3;
/** Names of drugs are found inside the phrases of other concepts, too: `stopped ibuprofen for stomach pain`. */
export const DRUG_LAYER = 4;
/** Concepts whose words may be part of other phrases. */
const BESIDE_LAYER = 5;
/** Stop cues end scopes whatever else their words say: `have` is also a word for what was done. */
export const STOP_LAYER = 6;
/** Talk about the case takes no words from what it is about. */
const TALK_LAYER = 7;

/** A concept with all that wider concepts give it: the entry that its phrases are found as. */
export interface CompiledConcept {
  readonly type: 'concept';
  readonly name: string;
  readonly kind: ConceptKind;
  /** Region that it implies; null where it has none of its own. */
  readonly region: string | null;
  /** The only regions that it can be about; null for any. */
  readonly onlyOf: ReadonlySet<string> | null;
  /** True if regions in its phrase are said in passing. */
  readonly isInPassing: boolean;
  /** The only concepts of which its words, with a pronoun in them, are told; null where they name what they are about. */
  readonly toldOf: ReadonlySet<string> | null;
  readonly laterality: Laterality | null;
  /** Its words may be part of another concept's phrase, so they bound nothing. */
  readonly isBeside: boolean;
  /** Itself and the wider concepts it belongs to. */
  readonly names: ReadonlySet<string>;
  /** What it does in reading, its own roles and those of wider concepts. */
  readonly roles: ReadonlySet<ConceptRole>;
  /** Service family that it stands for, its own or that of a wider concept. */
  readonly family: string | null;
  readonly results: Readonly<Partial<Record<ResultMeaning, 'positive' | 'negative' | 'equivocal' | 'none'>>>;
  /** Of tests graded by plus signs, the grade that is normal. */
  readonly normalGrade: number | null;
  /** What it says is by itself that something is absent. */
  readonly isNormalFinding: boolean;
}

/** A cue with its defaults: the entry that its phrases are found as. */
export interface CompiledCue {
  readonly type: 'cue';
  readonly name: string;
  readonly meaning: CueMeaning;
  readonly direction: CueEntry['direction'];
  /** Most units that its scope takes in; more than any sentence has where the lexicon sets no limit. */
  readonly reach: number;
  /** For stop cues: the meanings whose scopes it ends; null for all. */
  readonly ends: ReadonlySet<CueMeaning> | null;
  /** The last words of its phrases are the first of what it speaks about. */
  readonly runsOn: boolean;
  readonly goesOn: boolean;
}

/** Words that describe what stands near them: a place, a side, a measure. */
export interface CompiledAttribute {
  /** `none`: words that only look like one of the others, as in `the pain came back`. */
  readonly type: 'region' | 'side' | 'unit' | 'none';
  /** Id of the region, side or unit; empty for `none`. */
  readonly value: string;
  /** For a region whose words name a side as well: `legs`, `LLE`. */
  readonly side: Laterality | null;
}

/** A piece of the directions for a drug; `value` null means the number in its words. */
export interface CompiledDosing {
  readonly type: 'dosing';
  readonly gives: DosingMeaning;
  readonly value: number | null;
}

/** What a phrase stands for; `type` tells which. */
export type LexiconEntry = CompiledConcept | CompiledCue | CompiledAttribute | CompiledDosing;

/**
 * Everything that reading summaries and rationales needs of a lexicon. Immutable; one serves any number of letters.
 */
export interface CompiledLexicon {
  /** All phrases but those of request lines and of the form of letters. */
  readonly index: PhraseIndex<LexiconEntry>;
  readonly units: UnitData;
  /** Region of a spinal level by its letter. */
  readonly regionOfColumn: ReadonlyMap<string, string>;
  /** Regions that a question about a region takes in besides itself. */
  readonly includedRegions: ReadonlyMap<string, readonly string[]>;
  /** The part of the spine that supplies a region's nerves. */
  readonly suppliedBy: ReadonlyMap<string, string>;
  /** Definitions by the name of the fact, in the order of the lexicon. */
  readonly facts: ReadonlyMap<string, FactEntry>;
  readonly plan: FactPlan;
  /** By generic name. */
  readonly drugs: ReadonlyMap<string, DrugEntry>;
  /** Facts that give the day that chooses the edition of a guideline, in the order in which they are asked. */
  readonly editionDates: readonly string[];
  /** The section `claims`, empty where the lexicon has none (see `vocabulary/claims-lexicon.ts`). */
  readonly claims: {
    readonly facts: ReadonlySet<string>;
    readonly byRegion: ReadonlySet<string>;
    readonly history: ReadonlySet<string>;
    readonly signs: ReadonlySet<string>;
    readonly byClass: ReadonlySet<string>;
    /** The class of drugs that a marker, or a class by its own name, names. */
    readonly classNamed: ReadonlyMap<string, string>;
    readonly kindsOf: ReadonlyMap<string, readonly string[]>;
    /** In months; nothing is known to be of late where the lexicon does not say it. */
    readonly ofLate: number;
    readonly shownBy: readonly ShownBy[];
    readonly deniedInWords: readonly DeniedInWords[];
    readonly sameNumber: ReadonlyMap<string, number>;
    readonly notLess: ReadonlyMap<string, number>;
    readonly notMore: ReadonlyMap<string, number>;
    readonly addsUp: ReadonlyMap<string, readonly string[]>;
    readonly contraryValues: ReadonlyMap<string, string>;
    readonly reviewDenial: { readonly fact: string; readonly value: string } | null;
  };
}

const WHOLE_SENTENCE = 1000;

/** The phrases that summaries and rationales are read with, and what is wrong with them. */
export function plantSummaryPhrases(lexicon: LexiconFile): PlantedPhrases {
  const language = { irregular: wordForms(lexicon), sets: lexicon['word-sets'] ?? {} };
  return plantPhrases(language, phraseLists(lexicon));
}

/**
 * Compiles a checked lexicon.
 * @param phrases the phrases of the same lexicon, where they were read before
 */
export function compileLexicon(
  lexicon: LexiconFile,
  phrases: PhraseGraph = graphOf(plantSummaryPhrases(lexicon)),
): CompiledLexicon {
  const lists = phraseLists(lexicon);
  const irregular = wordForms(lexicon);
  const columns = lexicon['level-columns'] ?? [];
  const facts = new Map(Object.entries(lexicon.facts ?? {}));
  return {
    index: new PhraseIndex(phrases, irregular, lists, new Set([BESIDE_LAYER])),
    units: unitData(lexicon),
    regionOfColumn: new Map(columns.map((column) => [column.letter, column.region])),
    includedRegions: new Map(
      Object.entries(lexicon.regions ?? {}).map(([name, region]) => [name, region.includes ?? []]),
    ),
    suppliedBy: new Map(
      Object.entries(lexicon.regions ?? {}).flatMap(([name, region]) =>
        region['supplied-by'] ? [[name, region['supplied-by']]] : [],
      ),
    ),
    facts,
    plan: planFacts(facts, namesOf(lists)),
    drugs: new Map(Object.entries(lexicon.drugs ?? {})),
    editionDates: lexicon['edition-dates'] ?? [],
    claims: {
      facts: new Set(lexicon.claims?.facts),
      byRegion: new Set(lexicon.claims?.['by-region']),
      history: new Set(lexicon.claims?.history),
      signs: new Set(lexicon.claims?.signs),
      byClass: new Set(lexicon.claims?.['by-class']?.facts),
      classNamed: new Map([
        ...Object.entries(lexicon.claims?.['by-class']?.named ?? {}),
        ...Object.values(lexicon.drugs ?? {}).map((drug) => [drug.class, drug.class] as const),
      ]),
      kindsOf: new Map(Object.entries(lexicon.claims?.['kinds-of'] ?? {})),
      ofLate: lexicon.claims?.['of-late'] ?? 0,
      shownBy: lexicon.claims?.['shown-by'] ?? [],
      deniedInWords: lexicon.claims?.['denied-in-words'] ?? [],
      sameNumber: new Map(Object.entries(lexicon.claims?.['same-number'] ?? {})),
      notLess: new Map(Object.entries(lexicon.claims?.['not-less'] ?? {})),
      notMore: new Map(Object.entries(lexicon.claims?.['not-more'] ?? {})),
      addsUp: new Map(Object.entries(lexicon.claims?.['adds-up'] ?? {})),
      contraryValues: new Map(Object.entries(lexicon.claims?.['contrary-values'] ?? {})),
      reviewDenial: lexicon.claims?.['review-denial'] ?? null,
    },
  };
}

/** Everything that phrases stand for. Of two that share a phrase, the first keeps it. */
function phraseLists(lexicon: LexiconFile): PhraseList<LexiconEntry>[] {
  const attribute = (
    type: CompiledAttribute['type'],
    origin: PhraseOrigin,
    phrases: readonly string[] | undefined,
    {
      side = null,
      layer = ATTRIBUTE_LAYER,
    }: { readonly side?: Laterality | null; readonly layer?: number } = {},
  ): PhraseList<LexiconEntry> => ({
    phrases: phrases ?? [],
    layer,
    entry: { type, value: origin[1] ?? '', side },
    origin,
  });
  const { drugs, cues, dosing, regions, sides, units } = lexicon;
  const concepts = allConcepts(lexicon);
  const normal = normalFindings(Object.values(lexicon.facts ?? {}));
  return [
    ...Object.entries(concepts).map(([name, concept]) => ({
      phrases: concept.phrases,
      layer: drugs?.[name] ? DRUG_LAYER : layerOf(concept),
      entry: { ...compileConcept(name, concepts), isNormalFinding: normal.has(name) },
      origin: [drugs?.[name] ? 'drugs' : 'concepts', name, 'phrases'],
    })),
    ...Object.entries(cues ?? {}).map(([name, cue]) => ({
      phrases: cue.phrases,
      layer: isPlainStop(cue) ? STOP_LAYER : CUE_LAYER,
      entry: compileCue(name, cue),
      origin: ['cues', name, 'phrases'],
    })),
    ...Object.entries(dosing ?? {}).map(
      ([name, { gives, value = null, phrases }]): PhraseList<LexiconEntry> => ({
        phrases,
        layer: DOSING_LAYER,
        entry: { type: 'dosing', gives, value },
        origin: ['dosing', name, 'phrases'],
      }),
    ),
    ...Object.entries(regions ?? {}).flatMap(([name, region]) => [
      attribute('region', ['regions', name, 'phrases'], region.phrases),
      attribute('region', ['regions', name, 'left'], region.left, { side: 'left' }),
      attribute('region', ['regions', name, 'right'], region.right, { side: 'right' }),
      attribute('region', ['regions', name, 'both'], region.both, { side: 'bilateral' }),
    ]),
    ...Object.entries(sides ?? {}).map(([name, phrases]) => attribute('side', ['sides', name], phrases)),
    ...Object.entries(units ?? {}).map(([name, phrases]) => attribute('unit', ['units', name], phrases)),
    attribute('none', ['no-attributes'], lexicon['no-attributes']),
    attribute('none', ['no-drugs'], lexicon['no-drugs'], { layer: DRUG_LAYER }),
  ];
}

/** The wider names of each concept, by its own. */
function namesOf(lists: readonly PhraseList<LexiconEntry>[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    lists.flatMap(({ entry }) => (entry.type === 'concept' ? [[entry.name, entry.names] as const] : [])),
  );
}

function layerOf(concept: Concept): number {
  if (concept.apart) return TALK_LAYER;
  return concept.beside ? BESIDE_LAYER : CONCEPT_LAYER;
}

/** Findings that facts only read as an absence: `gait steady`, `hardware intact`. */
function normalFindings(facts: readonly FactEntry[]): ReadonlySet<string> {
  const absent = new Set<string>();
  const other = new Set<string>();
  for (const source of facts.flatMap((fact) => fact.from ?? []))
    for (const name of [source.finding ?? []].flat())
      if (source.gives === 'absent') absent.add(name);
      else if (!source['only-affirmed']) other.add(name);
  return new Set([...absent].filter((name) => !other.has(name)));
}

function compileConcept(
  name: string,
  all: Readonly<Record<string, Concept>>,
): Omit<CompiledConcept, 'isNormalFinding'> {
  const concept = all[name] as Concept;
  const names = new Set<string>();
  const collect = (one: string): void => {
    if (names.has(one)) return;
    names.add(one);
    for (const wider of all[one]?.is ?? []) collect(wider);
  };
  collect(name);
  return {
    type: 'concept',
    name,
    kind: concept.kind,
    isBeside: concept.beside === true || concept.apart === true,
    region: concept.region ?? null,
    onlyOf: concept['only-of'] ? new Set(concept['only-of']) : null,
    isInPassing: concept['in-passing'] ?? false,
    toldOf: concept['told-of'] ? new Set(concept['told-of']) : null,
    laterality: concept.laterality ?? null,
    names,
    roles: new Set([...names].flatMap((one) => all[one]?.roles ?? [])),
    family: [...names].map((one) => all[one]?.family).find((family) => family !== undefined) ?? null,
    results: concept.results ?? {},
    normalGrade: concept['normal-grade'] ?? null,
  };
}

function compileCue(name: string, cue: CueEntry): CompiledCue {
  const { meaning, direction, reach = WHOLE_SENTENCE } = cue;
  const ends = cue.ends ? new Set(cue.ends) : null;
  const { 'runs-on': runsOn = false, 'goes-on': goesOn = false } = cue;
  return { type: 'cue', name, meaning, direction, reach, ends, runsOn, goesOn };
}
