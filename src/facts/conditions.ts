/**
 * What a mention must be to serve a source of a fact. In: the source as authors write it, in which most keys are left
 * out. Out: every condition under its name, made ready once for all mentions; null where anything will do.
 * Not here: asking them of a mention (see `derive-facts.ts`).
 */

import { conceptsOf, type Mechanism } from '../vocabulary/fact-sources.js';
import type { FactSource } from '../vocabulary/lexicon.js';
import type { CueMeaning } from '../vocabulary/lexicon-terms.js';

export interface Conditions {
  /** The only concepts that serve, none of those that are one of them. */
  readonly exactly: readonly string[] | null;
  readonly when: readonly CueMeaning[] | null;
  readonly region: readonly string[] | null;
  readonly with: readonly string[] | null;
  readonly without: readonly string[] | null;
  /** Which way two figures of its phrase must go. */
  readonly change: 'rise' | 'fall' | null;
  readonly isTakenNow: boolean;
  readonly mayBePlanned: boolean;
  readonly isPlanned: boolean;
  readonly isAffirmed: boolean;
  readonly mayBeDoubted: boolean;
  readonly isDenied: boolean;
}

/** The conditions that a source sets, each null or false where it sets none. */
export function conditionsOf(source: FactSource, mechanism: Mechanism): Conditions {
  return {
    exactly: source.exactly ? conceptsOf(source, mechanism).map(([concept]) => concept) : null,
    when: listOrNull(source.when),
    region: listOrNull(source.region),
    with: listOrNull(source.with),
    without: listOrNull(source.without),
    change: source.change ?? null,
    isTakenNow: source['taken-now'] === true,
    mayBePlanned: source['even-if-planned'] === true || source['only-planned'] === true,
    isPlanned: source['only-planned'] === true,
    isAffirmed: source['only-affirmed'] === true,
    mayBeDoubted: source.gives === 'uncertain',
    isDenied: source['only-denied'] === true,
  };
}

function listOrNull<T>(value: T | readonly T[] | undefined): readonly T[] | null {
  return value === undefined ? null : list(value);
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);
