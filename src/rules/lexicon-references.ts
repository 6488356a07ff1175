/**
 * Whether the entries of a lexicon that name others name things that exist: concepts of facts, wider concepts,
 * regions, facts that facts derive from; and whether cues say where they reach.
 */

import type { Node } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/diagnostic.js';
import { allConcepts } from '../vocabulary/drug-concepts.js';
import { conceptsOf, mechanismOf } from '../vocabulary/fact-sources.js';
import type { FactSource, LexiconFile } from '../vocabulary/lexicon.js';
import { CUES_WITHOUT_SCOPE } from '../vocabulary/lexicon-terms.js';
import type { LexiconPlace, LexiconPlaces } from './lexicon-place.js';
import { nearest } from './suggest.js';
import { nodeAt } from './yaml-file.js';

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
  for (const [name, concept] of Object.entries(lexicon.concepts ?? {})) {
    const place = places.get('concepts')?.get(name);
    for (const wider of concept.is ?? []) expect('unknown-concept', 'concept', wider, concepts, place, 'is');
    if (concept.region) expect('unknown-region', 'region', concept.region, regions, place, 'region');
    if (concept.is && isCircular(name, lexicon))
      place?.problems.add('circular-reference', place.node, `concept \`${name}\` is a kind of itself`);
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
      checkSource(source, i, name, place, concepts, regions);
    });
    const parts = [...(fact.derive?.any ?? []), ...(fact.derive?.all ?? [])].map(
      (part) => part.split('=')[0] ?? '',
    );
    const ends = [...(fact.derive?.['months-between'] ?? []), ...(fact.derive?.['weeks-between'] ?? [])];
    const {
      'same-as': same = [],
      'values-of': values = [],
      'sum-of': sum = [],
      since = [],
    } = fact.derive ?? {};
    const taken = [same, values, sum, since].flat();
    for (const part of [...parts, ...ends, ...taken])
      expect('unknown-fact', 'fact', part, facts, place, 'derive');
  }
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
  concepts: ReadonlySet<string>,
  regions: ReadonlySet<string>,
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

function isCircular(name: string, lexicon: LexiconFile): boolean {
  const seen = new Set<string>();
  const open = [...(lexicon.concepts?.[name]?.is ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === name) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(lexicon.concepts?.[next]?.is ?? []));
  }
  return false;
}
