/**
 * Whether the entries of a lexicon that name others name things that exist: concepts of facts, wider concepts,
 * regions, facts that facts derive from; and whether cues say where they reach.
 * Not here: what the sections on services name (`service-references.ts`).
 */
import { claimedFacts } from '../vocabulary/claims-lexicon.js';
import { allConcepts } from '../vocabulary/drug-concepts.js';
import { conceptsOf, derivedFrom, mechanismOf } from '../vocabulary/fact-sources.js';
import type { FactSource, LexiconFile } from '../vocabulary/lexicon.js';
import { CUES_WITHOUT_SCOPE } from '../vocabulary/lexicon-terms.js';
import { OTHER_FAMILY } from '../vocabulary/service.js';
import { expectName, type LexiconPlace, type LexiconPlaces } from './lexicon-place.js';
import { checkServiceReferences } from './service-references.js';
import { nodeAt } from './yaml-file.js';

/** The unit of shares: a sign, not a word of the lexicon. */
const PERCENT = 'percent';

interface Known {
  readonly concepts: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

/**
 * Adds a problem, at its place, for every name that leads nowhere.
 * @param broken names of entries that are told for themselves: that they are not there follows from it
 */
export function checkReferences(
  lexicon: LexiconFile,
  places: LexiconPlaces,
  broken: ReadonlySet<string> = new Set(),
): void {
  const concepts = new Set([...Object.keys(allConcepts(lexicon)), ...broken]);
  const regions = new Set([...Object.keys(lexicon.regions ?? {}), ...broken]);
  const facts = new Set([...Object.keys(lexicon.facts ?? {}), ...broken]);
  const units = new Set([...Object.keys(lexicon.units ?? {}), PERCENT, ...broken]);
  const families = new Set([...Object.keys(lexicon.families ?? {}), OTHER_FAMILY, ...broken]);
  for (const [name, concept] of Object.entries(lexicon.concepts ?? {})) {
    const place = places.get('concepts')?.get(name);
    for (const wider of concept.is ?? [])
      expectName('unknown-concept', 'concept', wider, concepts, place, 'is');
    for (const other of concept['told-of'] ?? [])
      expectName('unknown-concept', 'concept', other, concepts, place, 'told-of');
    if (concept.region) expectName('unknown-region', 'region', concept.region, regions, place, 'region');
    for (const region of concept['only-of'] ?? [])
      expectName('unknown-region', 'region', region, regions, place, 'only-of');
    if (concept.family) expectName('unknown-service', 'service', concept.family, families, place, 'family');
  }
  for (const [name, drug] of Object.entries(lexicon.drugs ?? {})) {
    const place = places.get('drugs')?.get(name);
    expectName('unknown-concept', 'concept', drug.class, concepts, place, 'class');
    for (const wider of drug.is ?? []) expectName('unknown-concept', 'concept', wider, concepts, place, 'is');
  }
  for (const [name, cue] of Object.entries(lexicon.cues ?? {})) {
    const place = places.get('cues')?.get(name);
    const needsScope = !(CUES_WITHOUT_SCOPE as readonly string[]).includes(cue.meaning);
    if (needsScope && cue.direction === 'none') {
      place?.problems.add(
        'cue-without-scope',
        place.node,
        `cue \`${name}\` means \`${cue.meaning}\` but reaches nothing`,
        'say `direction: forward`, `backward` or `both`',
      );
    }
  }
  for (const [name, region] of Object.entries(lexicon.regions ?? {})) {
    const place = places.get('regions')?.get(name);
    for (const included of region.includes ?? [])
      expectName('unknown-region', 'region', included, regions, place, 'includes');
    if (region['supplied-by'])
      expectName('unknown-region', 'region', region['supplied-by'], regions, place, 'supplied-by');
  }
  for (const [name, fact] of Object.entries(lexicon.facts ?? {})) {
    const place = places.get('facts')?.get(name);
    (fact.from ?? []).forEach((source, i) => {
      checkSource(source, i, name, place, { concepts, regions, units });
    });
    for (const part of fact.derive ? derivedFrom(fact.derive) : [])
      expectName('unknown-fact', 'fact', part, facts, place, 'derive');
  }
  lexicon['edition-dates']?.forEach((name, i) => {
    expectName('unknown-fact', 'fact', name, facts, places.get('edition-dates')?.get(String(i)), '');
  });
  checkRings(lexicon, places);
  checkServiceReferences(lexicon, places, broken);
  checkClaims(lexicon, places, { facts, concepts, families });
}

/** What the section on claims names, under each of its keys. */
function checkClaims(
  { claims }: LexiconFile,
  places: LexiconPlaces,
  known: Readonly<Record<'facts' | 'concepts' | 'families', ReadonlySet<string>>>,
): void {
  if (claims === undefined) return;
  const inWords = claims['denied-in-words'] ?? [];
  const concepts: Readonly<Record<string, readonly string[]>> = {
    'denied-in-words': inWords.flatMap(({ marker, also }) => [marker, ...(also ? [also.where] : [])]),
    'by-class': Object.entries(claims['by-class']?.named ?? {}).flat(),
  };
  const own = places.get('claims');
  for (const [key, names] of Object.entries(claimedFacts(claims)))
    for (const name of names) expectName('unknown-fact', 'fact', name, known.facts, own?.get(key), '');
  for (const [key, names] of Object.entries(concepts))
    for (const name of names)
      expectName('unknown-concept', 'concept', name, known.concepts, own?.get(key), '');
  for (const name of inWords.flatMap(({ families = [] }) => families))
    expectName('unknown-service', 'service', name, known.families, own?.get('denied-in-words'), '');
}

function checkSource(
  source: FactSource,
  index: number,
  fact: string,
  place: LexiconPlace | undefined,
  { concepts, regions, units }: Known,
): void {
  const from = place && nodeAt(nodeAt(place.node, 'from'), index);
  const at = place && from ? { ...place, node: from } : place;
  const mechanism = mechanismOf(source);
  if (mechanism === null) {
    at?.problems.add(
      'missing-key',
      at.node,
      `a source of \`${fact}\` says nothing of where the fact comes from`,
      'name concepts under `finding`, `test`, `event`, `number`, …',
    );
    return;
  }
  for (const [concept] of conceptsOf(source, mechanism))
    expectName('unknown-concept', 'concept', concept, concepts, at, mechanism);
  for (const key of ['with', 'without'] as const)
    for (const concept of [source[key] ?? []].flat())
      expectName('unknown-concept', 'concept', concept, concepts, at, key);
  for (const region of [source.region ?? []].flat())
    expectName('unknown-region', 'region', region, regions, at, 'region');
  if (source.unit !== undefined) expectName('unknown-value', 'unit', source.unit, units, at, 'unit');
}

/** Concepts that are a kind of themselves, facts that follow from themselves: each ring is told once. */
function checkRings({ concepts = {}, facts = {} }: LexiconFile, places: LexiconPlaces): void {
  const told = (
    section: string,
    rings: readonly (readonly string[])[],
    words: (ring: string) => string,
  ): void => {
    for (const ring of rings) {
      const place = places.get(section)?.get(ring[0] ?? '');
      const shown = ring.map((name) => `\`${name}\``);
      place?.problems.add('circular-reference', place.key ?? place.node, words(shown.join(', ')));
    }
  };
  const wider = rings(Object.keys(concepts), (name) => concepts[name]?.is ?? []);
  told('concepts', wider, (ring) => `concepts are kinds of each other: ${ring}`);
  const parts = rings(Object.keys(facts), (name) => {
    const derive = facts[name]?.derive;
    return derive === undefined ? [] : derivedFrom(derive);
  });
  told('facts', parts, (ring) => `facts derive from each other: ${ring}`);
}

/** The groups of names that lead back to themselves, each in the order in which it is walked. Takes linear time. */
function rings(
  names: readonly string[],
  next: (name: string) => readonly string[],
): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const name of names) {
    const path: { readonly name: string; readonly open: string[] }[] = [];
    const enter = (one: string): void => {
      const at = path.findIndex((step) => step.name === one);
      if (at >= 0) found.push(path.slice(at).map((step) => step.name));
      if (at >= 0 || done.has(one)) return;
      done.add(one);
      path.push({ name: one, open: [...next(one)].reverse() });
    };
    enter(name);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.open.pop();
      if (step === undefined) path.pop();
      else enter(step);
    }
  }
  return found;
}
