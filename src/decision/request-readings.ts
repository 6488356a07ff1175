/**
 * What was asked for, read as facts named `req_…`, so that rules test a request in the same language as a case.
 * The evidence is the words of the request line. Qualifiers of the service are facts of their own (`req_contrast`).
 */

import {
  type Fact,
  type FactReading,
  type FactStatus,
  type FactValue,
  readingOf,
  silentOn,
} from '../vocabulary/fact.js';
import { isRequestFact, REQUEST_PREFIX } from '../vocabulary/request-facts.js';
import { type Service, UNKNOWN_FAMILY } from '../vocabulary/service.js';

/** The facts that every service answers; any other `req_…` is looked up among its qualifiers. */
const ATTRIBUTES: Readonly<Record<string, (service: Service) => FactValue | null>> = {
  req_regions: (service) => (service.region === null ? null : [service.region]),
  req_laterality: (service) => service.laterality,
  req_levels: (service) => (service.levels.length === 0 ? null : service.levels),
  req_level_count: (service) => levelCount(service.levels),
  req_quantity: (service) => service.quantity,
  req_unit: (service) => service.unit,
  req_frequency: (service) => (service.frequency === null ? null : frequencyNumber(service.frequency)),
  req_duration_weeks: (service) => service.durationWeeks,
  req_service: (service) => (service.family === UNKNOWN_FAMILY ? null : service.family),
  req_parent_service: (service) => service.parent,
  req_drug: (service) => service.drug,
  req_strength_mg: (service) => service.strengthMg,
  req_ingredients: (service) => (service.ingredients.length === 0 ? null : service.ingredients),
};

/** Whether every request states a fact, so that silence and doubt on it cannot be. */
export function isAlwaysStated(fact: string): boolean {
  return fact === 'req_service';
}

/** Whether a service can answer a fact at all: by what every service has, or by one of the qualifiers that there are. */
export function readsRequestFact(fact: string, qualifiers: readonly string[]): boolean {
  if (Object.hasOwn(ATTRIBUTES, fact)) return true;
  return isRequestFact(fact) && qualifiers.includes(fact.slice(REQUEST_PREFIX.length));
}

/** The reading of a `req_…` fact; not documented where the request line does not say. */
export function readRequest(fact: string, service: Service): FactReading {
  const attribute = Object.hasOwn(ATTRIBUTES, fact) ? ATTRIBUTES[fact] : undefined;
  const key = fact.slice(REQUEST_PREFIX.length);
  const modifier = Object.hasOwn(service.modifiers, key) ? service.modifiers[key] : undefined;
  const value = attribute ? attribute(service) : (modifier ?? null);
  if (value === null) return silentOn(fact);
  const status = value === false ? 'absent' : 'present';
  const plain = typeof value === 'boolean' ? null : value;
  return { ...readingOf(fact, status, plain), facts: [stated(fact, status, plain, service)] };
}

function stated(fact: string, status: FactStatus, value: FactValue | null, service: Service): Fact {
  return {
    fact,
    status,
    value,
    region: service.region,
    laterality: service.laterality,
    levels: service.levels,
    date: null,
    service: service.family,
    evidence: [service.words],
    cues: [],
  };
}

/** Joints that levels name: `L4-5` is one joint; the nerves `L3`, `L4`, `L5` serve the two joints between them. */
function levelCount(levels: readonly string[]): number | null {
  if (levels.length === 0) return null;
  const joints = levels.filter((level) => level.includes('-')).length;
  return joints > 0 ? joints : Math.max(1, levels.length - 1);
}

/** The number of `3/week`. */
function frequencyNumber(frequency: string): number | null {
  const number = Number.parseFloat(frequency);
  return Number.isFinite(number) ? number : null;
}
