/**
 * Whether the entries of a lexicon that name others name things that exist: concepts of facts, wider concepts,
 * regions, facts that facts derive from; and whether cues say where they reach.
 */

import type { Node } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/diagnostic.js';
import { allConcepts } from '../vocabulary/drug-concepts.js';
import { conceptsOf, derivedFrom, mechanismOf } from '../vocabulary/fact-sources.js';
import type { FactSource, LexiconFile } from '../vocabulary/lexicon.js';
import { CUES_WITHOUT_SCOPE } from '../vocabulary/lexicon-terms.js';
import type { LexiconPlace, LexiconPlaces } from './lexicon-place.js';
import { nearest } from './suggest.js';
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
  for (const [name, concept] of Object.entries(lexicon.concepts ?? {})) {
    const place = places.get('concepts')?.get(name);
    for (const wider of concept.is ?? []) expect('unknown-concept', 'concept', wider, concepts, place, 'is');
    for (const other of concept['told-of'] ?? [])
      expect('unknown-concept', 'concept', other, concepts, place, 'told-of');
    if (concept.region) expect('unknown-region', 'region', concept.region, regions, place, 'region');
  }
  for (const [name, drug] of Object.entries(lexicon.drugs ?? {})) {
    const place = places.get('drugs')?.get(name);
    expect('unknown-concept', 'concept', drug.class, concepts, place, 'class');
    for (const wider of drug.is ?? []) expect('unknown-concept', 'concept', wider, concepts, place, 'is');
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
      expect('unknown-region', 'region', included, regions, place, 'includes');
    if (region['supplied-by'])
      expect('unknown-region', 'region', region['supplied-by'], regions, place, 'supplied-by');
  }
  for (const [name, fact] of Object.entries(lexicon.facts ?? {})) {
    const place = places.get('facts')?.get(name);
    (fact.from ?? []).forEach((source, i) => {
      checkSource(source, i, name, place, { concepts, regions, units });
    });
    for (const part of fact.derive ? derivedFrom(fact.derive) : [])
      expect('unknown-fact', 'fact', part, facts, place, 'derive');
  }
  checkRings(lexicon, places);
  checkGroups(lexicon, places, broken);
  checkServed(lexicon, places);
  checkClaims(lexicon, (code, name) => {
    const kind = code === 'unknown-fact' ? 'fact' : 'concept';
    expect(
      code,
      kind,
      name,
      code === 'unknown-fact' ? facts : concepts,
      places.get('claims')?.get('facts'),
      '',
    );
  });
}

/** @param expect called with every name that the section on claims uses, and the code if there is none */
function checkClaims(
  { claims }: LexiconFile,
  expect: (code: 'unknown-fact' | 'unknown-concept', name: string) => void,
): void {
  if (claims === undefined) return;
  const { facts, history, signs = [], 'by-region': byRegion } = claims;
  const { 'shown-by': shownBy = [], 'denied-numbers': numbers = [], 'same-number': same = {} } = claims;
  const shown = shownBy.flatMap(({ denied, by }) => [denied, ...by]);
  const named = [...facts, ...history, ...signs, ...byRegion, ...shown, ...numbers.map(({ by }) => by)];
  for (const fact of [...named, ...Object.keys(same)]) expect('unknown-fact', fact);
  const markers = [...shownBy.flatMap((one) => one.in ?? []), ...numbers.map(({ marker }) => marker)];
  for (const marker of markers) expect('unknown-concept', marker);
}

/** What services go with must be a family, or what families of a group are called. */
function checkServed(lexicon: LexiconFile, places: LexiconPlaces): void {
  const groups = Object.values(lexicon['service-groups'] ?? {});
  const known = new Set([
    ...Object.keys(lexicon.families ?? {}),
    ...groups.flatMap((group) => group['called-as'] ?? []),
  ]);
  for (const section of ['families', 'qualifiers'] as const)
    for (const [name, { serves }] of Object.entries(lexicon[section] ?? {}))
      if (serves !== undefined)
        expect('unknown-service', 'service', serves, known, places.get(section)?.get(name), 'serves');
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
    expect('unknown-concept', 'concept', concept, concepts, at, mechanism);
  for (const key of ['with', 'without'] as const)
    for (const concept of [source[key] ?? []].flat())
      expect('unknown-concept', 'concept', concept, concepts, at, key);
  for (const region of [source.region ?? []].flat())
    expect('unknown-region', 'region', region, regions, at, 'region');
  if (source.unit !== undefined) expect('unknown-value', 'unit', source.unit, units, at, 'unit');
}

function expect(
  code: DiagnosticCode,
  kind: string,
  name: string,
  known: ReadonlySet<string>,
  place: LexiconPlace | undefined,
  key: string,
): void {
  if (known.has(name) || !place) return;
  const guess = nearest(name, known);
  place.problems.add(
    code,
    scalarWith(nodeAt(place.node, key) ?? place.node, name),
    `no ${kind} is called \`${name}\``,
    guess && `did you mean \`${guess}\`?`,
  );
}

/** The node of a name below a node: itself, an item of a list, or a key of a mapping; else the node. */
function scalarWith(node: Node, name: string): Node {
  if ('items' in node) {
    for (const item of node.items as readonly unknown[]) {
      const part = item as { value?: unknown; key?: { value?: unknown } };
      if (part.value === name) return item as Node;
      if (part.key?.value === name) return part.key as Node;
    }
  }
  return node;
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

/** Families are of a group that there is. */
function checkGroups(lexicon: LexiconFile, places: LexiconPlaces, broken: ReadonlySet<string>): void {
  const known = new Set([...Object.keys(lexicon['service-groups'] ?? {}), ...broken]);
  for (const [name, { group }] of Object.entries(lexicon.families ?? {}))
    expect('unknown-value', 'group', group, known, places.get('families')?.get(name), 'group');
}
