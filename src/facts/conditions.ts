/**
 * What a mention must be to serve a source of a fact. In: the source as authors write it, in which most keys are left
 * out. Out: every condition under its name, made ready once for all mentions; null where anything will do.
 * Not here: asking them of a mention (see `derive-facts.ts`).
 */

import { conceptsOf, type Mechanism } from '../vocabulary/fact-sources.js';
import type { FactSource } from '../vocabulary/lexicon.js';
import type { CueMeaning } from '../vocabulary/lexicon-terms.js';

/**
 * What a mention must be to serve one source. Lists: one of their members is enough; of `without` none may be there.
 */
export interface Conditions {
  /** The only concepts that serve, none of those that are one of them. */
  readonly exactly: readonly string[] | null;
  /** Meanings of cues, one of which must be said of it. */
  readonly when: readonly CueMeaning[] | null;
  /** The only regions that it may be about. */
  readonly region: readonly string[] | null;
  /** Regions that it may not be about. */
  readonly elsewhere: readonly string[] | null;
  /** Concepts, one of which must stand in its sentence, or be the study that it was found by. */
  readonly with: readonly string[] | null;
  /** Concepts, none of which may stand in its sentence. */
  readonly without: readonly string[] | null;
  /** Which way two figures of its phrase must go. */
  readonly change: 'rise' | 'fall' | null;
  /** Of drugs: taken at present. */
  readonly isTakenNow: boolean;
  /** What may only come serves, too. */
  readonly mayBePlanned: boolean;
  /** Only what may come serves. */
  readonly isPlanned: boolean;
  /** Denials serve nothing. */
  readonly isAffirmed: boolean;
  /** It gives a doubt, so that a mention in doubt says the same. */
  readonly mayBeDoubted: boolean;
  /** Only denials, and what is said not to be documented, serve. */
  readonly isDenied: boolean;
}

/** The conditions that a source sets, each null or false where it sets none. */
export function conditionsOf(source: FactSource, mechanism: Mechanism): Conditions {
  return {
    exactly: source.exactly ? conceptsOf(source, mechanism).map(([concept]) => concept) : null,
    when: listOrNull(source.when),
    region: listOrNull(source.region),
    elsewhere: listOrNull(source.elsewhere),
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
