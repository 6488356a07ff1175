/**
 * Places statements: which region, side, levels, date and service they are about, and which words they rest on.
 * Statements that say the same of the same thing become one fact with several quotes.
 */
import type { Unit } from '../language/unit.js';
import type { Laterality } from '../vocabulary/service.js';
import { usualSide } from './carried-sides.js';
import type { CollectedFacts } from './collected-facts.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { Conditions } from './conditions.js';
import { evidenceSpan, quoteSpan } from './evidence.js';
import type { PlannedSource } from './fact-plan.js';
import { listedPlace } from './listed-places.js';
import type { Mention } from './mention.js';
import type { NamedRegions } from './named-regions.js';
import { limbOfSpine, spineOfLimb } from './regions.js';
import type { Reading, Statement } from './statements.js';

/** The facts of a text while they are collected. */
export interface Statements extends Reading {
  readonly named: NamedRegions;
  readonly facts: CollectedFacts;
}

/** The regions that a statement is about, each with the regions of the words that name it. */
type NamedAs = ReadonlyMap<string | null, readonly string[]>;

const NAMED_NOWHERE: NamedAs = new Map([[null, []]]);
const NO_LEVELS: readonly string[] = [];

/** Adds what a mention says of a fact, once for each region that it is about. */
export function place(
  planned: PlannedSource,
  statement: Statement,
  mention: Mention,
  statements: Statements,
): void {
  const regions = planned.placing.isByRegion ? regionsFor(planned, mention, statements) : NAMED_NOWHERE;
  const { units, isApart } = statement;
  const spans =
    units && isApart
      ? [
          quoteSpan(mention.from, mention.to, statements.scan),
          quoteSpan(units.from, units.to, statements.scan),
        ]
      : [evidenceSpan(mention, statement, statements.scan)];
  const { isByRegion, isByService } = planned.placing;
  const cues = mention.cues.map((cue) => quoteSpan(cue.from, cue.to, statements.scan));
  for (const [region, named] of regions) {
    const listed = listedPlace(mention, named);
    statements.facts.add(
      {
        fact: planned.fact,
        status: statement.status,
        value: statement.value,
        region,
        laterality: !isByRegion ? null : listed ? listed.laterality : sideAt(mention, region),
        levels: isByRegion ? levelsAt(mention, region, statements) : NO_LEVELS,
        date: dateOf(planned, mention),
        service: isByService ? familyOf(planned, mention, statements) : null,
      },
      listed ? [...spans, quoteSpan(listed.words.from, listed.words.to, statements.scan)] : spans,
      cues,
    );
  }
}

/** Spinal levels are said of the spine and of the limbs as a whole: a joint has none. */
function levelsAt({ levels }: Mention, region: string | null, { lexicon }: Statements): readonly string[] {
  const isJoint = region !== null && lexicon.suppliedBy.has(region) && spineOfLimb(region, lexicon) === null;
  return isJoint ? NO_LEVELS : levels;
}

/** The side said of a mention, else the one that its place was named with so far. */
function sideAt({ laterality, sidesBefore }: Mention, region: string | null): Laterality | null {
  return laterality ?? (region === null ? null : usualSide(sidesBefore, region));
}

function dateOf({ conditions, placing }: PlannedSource, mention: Mention): string | null {
  if (placing.isSaidOnce) return null;
  const date = studyDate(conditions, mention) ?? mention.date;
  return date ?? (placing.isLatest ? mention.noteDate : null);
}

/** What counts only as the finding of a study is of the date of the study. */
function studyDate({ with: names }: Conditions, { study }: Mention): string | null {
  return names !== null && study !== null && names.some((name) => study.names.has(name)) ? study.date : null;
}

function familyOf({ mechanism }: PlannedSource, mention: Mention, { scan }: Statements): string | null {
  return mechanism === 'drug-line' ? mention.concept.family : familyNear(mention, scan.units);
}

/**
 * The service family that a statement is about: that of its own concept, else of the nearest one named in its sentence.
 * One that follows behind a comma is the next thing that is told: `pain 7 to 4 afterwards, Vicodin 3 to 1`. A drug of which
 * less was taken has not brought what is told beside it: `after the ablation he cut his Norco by half and walked again`.
 */
function familyNear(mention: Mention, units: readonly Unit[]): string | null {
  if (mention.concept.family !== null) return mention.concept.family;
  let nearest: { readonly family: string; readonly distance: number } | null = null;
  for (const { entry, from, to } of mention.sentence.concepts) {
    if (entry.family === null || isReduced(from, to, mention)) continue;
    if (from >= mention.to && units.slice(mention.to, from).some((unit) => /^[,;]$/.test(unit.word)))
      continue;
    const distance = from >= mention.to ? from - mention.to : mention.from - to;
    if (nearest === null || distance < nearest.distance) nearest = { family: entry.family, distance };
  }
  return nearest?.family ?? null;
}

/** True for what stands in the words that less of it was taken. */
function isReduced(from: number, to: number, { sentence }: Mention): boolean {
  return sentence.concepts.some(
    (one) => one.entry.roles.has('less-drug') && one.from <= from && to <= one.to,
  );
}

/** The regions that a statement is about; nerve findings of a limb are about the part of the spine that supplies it, studies the other way round. */
function regionsFor(
  { placing }: PlannedSource,
  mention: Mention,
  { lexicon, named: mentioned }: Statements,
): NamedAs {
  const regions = placing.isRegionOfSentence ? mention.regionsHere : mention.regions;
  if (regions === null) return NAMED_NOWHERE;
  const { nerve } = placing;
  if (nerve === null) return new Map(regions.map((region) => [region, [region]]));
  const supplierOf = (region: string): string => {
    // What is only ever tested at one joint is about the nerves there: two-point discrimination of the hand.
    const isTestedThere = mention.concept.region === region && spineOfLimb(region, lexicon) === null;
    if (isTestedThere) return region;
    const supplier = nerve === true ? lexicon.suppliedBy.get(region) : spineOfLimb(region, lexicon);
    if (supplier === undefined || supplier === null) return region;
    return isAboutLimb(region, supplier, mentioned, lexicon) ? region : supplier;
  };
  const placeOf =
    nerve === 'in-limb' ? (region: string) => limbOfSpine(region, lexicon) ?? region : supplierOf;
  const named = new Map<string, string[]>();
  for (const region of regions) {
    const about = placeOf(region);
    const known = named.get(about);
    if (known) known.push(region);
    else named.set(about, [region]);
  }
  return named;
}

/**
 * True of a joint that a text goes on about and of the spine hardly: what is numb or weak there is so of the joint. Where
 * not a word is of the spine, that goes for a joint of the limb as well if the limb as a whole is named.
 */
function isAboutLimb(region: string, spine: string, named: NamedRegions, lexicon: CompiledLexicon): boolean {
  const ofSpine = named.get(spine) ?? 0;
  const isJoint = (name: string): boolean => spineOfLimb(name, lexicon) === null;
  if (ofSpine > 0) return isJoint(region) && (named.get(region) ?? 0) >= ofSpine * TIMES_THE_SPINE;
  const joints = [...named].filter(([name]) => lexicon.suppliedBy.get(name) === spine && isJoint(name));
  return joints.reduce((sum, [, count]) => sum + count, 0) >= SENTENCES_ABOUT_LIMB;
}
const SENTENCES_ABOUT_LIMB = 2;
const TIMES_THE_SPINE = 3;
