/**
 * A lexicon made ready for extraction: one index of all phrases, and tables of what they stand for.
 * In: the merged sections of all lexicon files, already checked. Out: an immutable `CompiledLexicon`.
 * Not here: reading and checking files (see `rules/`).
 */
import { PhraseIndex } from '../language/phrase-index.js';
import type { UnitData } from '../language/units.js';
import { WordTable } from '../language/words.js';
import { allConcepts } from '../vocabulary/drug-concepts.js';
import type {
  Concept,
  ConceptKind,
  CueEntry,
  CueMeaning,
  DosingMeaning,
  DrugEntry,
  FactEntry,
  LexiconFile,
  ResultMeaning,
} from '../vocabulary/lexicon.js';
import { isPlainStop } from '../vocabulary/lexicon.js';
import type { Laterality } from '../vocabulary/service.js';
import { type FactPlan, planFacts } from './fact-plan.js';

/** Layers of the phrase index: phrases of different layers may overlap. */
export const CONCEPT_LAYER = 0;
export const CUE_LAYER = 1;
export const ATTRIBUTE_LAYER = 2;
export const DOSING_LAYER = 3;
/** Names of drugs are found inside the phrases of other concepts, too: `stopped ibuprofen for stomach pain`. */
export const DRUG_LAYER = 4;
/** Concepts whose words may be part of other phrases. */
export const BESIDE_LAYER = 5;
/** Stop cues end scopes whatever else their words say: `have` is also a word for what was done. */
export const STOP_LAYER = 6;
/** Talk about the case takes no words from what it is about. */
export const TALK_LAYER = 7;
const LAYERS = 8;

export interface CompiledConcept {
  readonly type: 'concept';
  readonly name: string;
  readonly kind: ConceptKind;
  readonly region: string | null;
  /** The only regions that it can be about; null for any. */
  readonly onlyOf: ReadonlySet<string> | null;
  /** True if regions in its phrase are said in passing. */
  readonly isInPassing: boolean;
  readonly laterality: Laterality | null;
  /** Its words may be part of another concept's phrase, so they bound nothing. */
  readonly isBeside: boolean;
  /** Itself and the wider concepts it belongs to. */
  readonly names: ReadonlySet<string>;
  /** Service family that it stands for, its own or that of a wider concept. */
  readonly family: string | null;
  readonly results: Readonly<Partial<Record<ResultMeaning, 'positive' | 'negative' | 'equivocal' | 'none'>>>;
  /** Of tests graded by plus signs, the grade that is normal. */
  readonly normalGrade: number | null;
}

export interface CompiledCue {
  readonly type: 'cue';
  readonly name: string;
  readonly meaning: CueMeaning;
  readonly direction: CueEntry['direction'];
  readonly reach: number;
  /** For stop cues: the meanings whose scopes it ends; null for all. */
  readonly ends: ReadonlySet<CueMeaning> | null;
}

export interface CompiledAttribute {
  /** `none`: words that only look like one of the others, as in `the pain came back`. */
  readonly type: 'region' | 'side' | 'unit' | 'none';
  readonly value: string;
  /** True for a region named on both sides: `legs`. */
  readonly isBoth?: boolean;
}

/** A piece of the directions for a drug; `value` null means the number in its words, times `scale`. */
export interface CompiledDosing {
  readonly type: 'dosing';
  readonly gives: DosingMeaning;
  readonly value: number | null;
  readonly scale: number;
}

export type LexiconEntry = CompiledConcept | CompiledCue | CompiledAttribute | CompiledDosing;

export interface CompiledLexicon {
  readonly index: PhraseIndex<LexiconEntry>;
  readonly units: UnitData;
  /** Region of a spinal level by its letter. */
  readonly regionOfColumn: ReadonlyMap<string, string>;
  /** Regions that a question about a region takes in besides itself. */
  readonly includedRegions: ReadonlyMap<string, readonly string[]>;
  /** The part of the spine that supplies a region's nerves. */
  readonly suppliedBy: ReadonlyMap<string, string>;
  readonly facts: ReadonlyMap<string, FactEntry>;
  readonly plan: FactPlan;
  readonly drugs: ReadonlyMap<string, DrugEntry>;
  readonly claims: {
    readonly facts: ReadonlySet<string>;
    readonly byRegion: ReadonlySet<string>;
    readonly history: ReadonlySet<string>;
    readonly shownByDrug: ReadonlyMap<string, readonly string[]>;
  };
}

const WHOLE_SENTENCE = 1000;

/** Compiles a checked lexicon. @throws {PatternError} if a phrase is not well formed: the check was left out */
export function compileLexicon(lexicon: LexiconFile): CompiledLexicon {
  const words = new WordTable(lexicon['irregular-forms']);
  const index = new PhraseIndex<LexiconEntry>(words, LAYERS, new Set([BESIDE_LAYER]));
  for (const [name, members] of Object.entries(lexicon['word-sets'] ?? {})) index.addSet(name, members);
  const addAll = (phrases: readonly string[], layer: number, entry: LexiconEntry): void => {
    for (const phrase of phrases) index.add(phrase, layer, entry);
  };
  const concepts = allConcepts(lexicon);
  const names = new Map<string, ReadonlySet<string>>();
  for (const [name, concept] of Object.entries(concepts)) {
    const compiled = compileConcept(name, concepts);
    names.set(name, compiled.names);
    addAll(concept.phrases, lexicon.drugs?.[name] ? DRUG_LAYER : layerOf(concept), compiled);
  }
  for (const [name, cue] of Object.entries(lexicon.cues ?? {})) {
    const { meaning, direction, reach = WHOLE_SENTENCE } = cue;
    addAll(cue.phrases, isPlainStop(cue) ? STOP_LAYER : CUE_LAYER, {
      type: 'cue',
      name,
      meaning,
      direction,
      reach,
      ends: cue.ends ? new Set(cue.ends) : null,
    });
  }
  for (const { gives, value = null, scale = 1, phrases } of Object.values(lexicon.dosing ?? {})) {
    addAll(phrases, DOSING_LAYER, { type: 'dosing', gives, value, scale });
  }
  for (const [value, region] of Object.entries(lexicon.regions ?? {})) {
    addAll(region.phrases, ATTRIBUTE_LAYER, { type: 'region', value, isBoth: false });
    addAll(region.both ?? [], ATTRIBUTE_LAYER, { type: 'region', value, isBoth: true });
  }
  for (const [value, phrases] of Object.entries(lexicon.sides ?? {}))
    addAll(phrases ?? [], ATTRIBUTE_LAYER, { type: 'side', value });
  for (const [value, phrases] of Object.entries(lexicon.units ?? {}))
    addAll(phrases, ATTRIBUTE_LAYER, { type: 'unit', value });
  addAll(lexicon['no-attributes'] ?? [], ATTRIBUTE_LAYER, { type: 'none', value: '' });
  const columns = lexicon['level-columns'] ?? [];
  const facts = new Map(Object.entries(lexicon.facts ?? {}));
  return {
    index,
    units: {
      numbers: new Map(Object.entries(lexicon['number-words'] ?? {})),
      abbreviations: new Set(lexicon.abbreviations ?? []),
      columns,
    },
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
    plan: planFacts(facts, names),
    drugs: new Map(Object.entries(lexicon.drugs ?? {})),
    claims: {
      facts: new Set(lexicon.claims?.facts),
      byRegion: new Set(lexicon.claims?.['by-region']),
      history: new Set(lexicon.claims?.history),
      shownByDrug: new Map(Object.entries(lexicon.claims?.['shown-by-drug'] ?? {})),
    },
  };
}

function layerOf(concept: Concept): number {
  if (concept.apart) return TALK_LAYER;
  return concept.beside ? BESIDE_LAYER : CONCEPT_LAYER;
}

function compileConcept(name: string, all: Readonly<Record<string, Concept>>): CompiledConcept {
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
    laterality: concept.laterality ?? null,
    names,
    family: [...names].map((one) => all[one]?.family).find((family) => family !== undefined) ?? null,
    results: concept.results ?? {},
    normalGrade: concept['normal-grade'] ?? null,
  };
}
