/**
 * A case found by the analysis, as a request and facts that the decider takes, and in words.
 * Also what the rules make of it, by the plain fold: nothing is claimed of a case before it was tried.
 */

import { type Ruling, ruleOn } from '../decision/governing-rule.js';
import { foldRule } from '../decision/held-rule.js';
import { readRequest } from '../decision/request-readings.js';
import { type FactReading, type FactValue, silentOn } from '../vocabulary/fact.js';
import { isRequestFact, REQUEST_PREFIX, requestFact } from '../vocabulary/request-facts.js';
import type { Rule } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import type { FoundCase } from './case-search.js';
import { flatRule } from './flat-rules.js';
import { isAskedFor, type Scope } from './rule-scope.js';

/** A case that was made up to show what rules come to. */
export interface SampleCase {
  readonly scope: Scope;
  readonly service: Service;
  /** Facts of the summary; all others are not documented. */
  readonly readings: readonly FactReading[];
}

const NUMBER_FIELDS: Readonly<Record<string, 'quantity' | 'durationWeeks' | 'strengthMg'>> = {
  req_quantity: 'quantity',
  req_duration_weeks: 'durationWeeks',
  req_strength_mg: 'strengthMg',
};
const WORD_FIELDS: Readonly<Record<string, 'drug' | 'parent'>> = {
  req_drug: 'drug',
  req_parent_service: 'parent',
};

/** A case of a scope in which the facts read as found. */
export function sampleCase(scope: Scope, found: FoundCase): SampleCase {
  const readings = [...found.values()];
  const asked = readings.filter((one) => isRequestFact(one.fact) && one.status !== 'not-documented');
  const service = asked.reduce(withAsked, bareService(scope));
  const told = readings.filter((one) => !isRequestFact(one.fact) && one.status !== 'not-documented');
  return { scope, service, readings: told.sort((a, b) => (a.fact < b.fact ? -1 : 1)) };
}

/** What a request of a scope itself answers, so that no other answer is tried. */
export function givenByRequest(scope: Scope): ReadonlyMap<string, readonly FactReading[]> {
  const service = bareService(scope);
  const names = [
    'req_service',
    'req_regions',
    ...Object.keys(scope.modifiers).map((key) => requestFact(key)),
  ];
  return new Map(names.map((name) => [name, [readRequest(name, service)]]));
}

function bareService({ family, region, modifiers }: Scope): Service {
  const text = region === null ? family : `${family} of ${region}`;
  return {
    family,
    region,
    laterality: null,
    levels: [],
    quantity: null,
    unit: null,
    frequency: null,
    durationWeeks: null,
    drug: null,
    strengthMg: null,
    ingredients: [],
    modifiers,
    parent: null,
    words: { text, start: 0, end: text.length, line: 1, column: 1 },
  };
}

/** The service with one more thing asked for: the reverse of `decision/request-readings.ts`. */
function withAsked(service: Service, { fact, status, value }: FactReading): Service {
  const number = NUMBER_FIELDS[fact];
  if (number !== undefined) return typeof value === 'number' ? { ...service, [number]: value } : service;
  const word = WORD_FIELDS[fact];
  if (word !== undefined) return typeof value === 'string' ? { ...service, [word]: value } : service;
  switch (fact) {
    case 'req_service':
    case 'req_regions':
      return service;
    case 'req_laterality':
      return value === 'left' || value === 'right' || value === 'bilateral'
        ? { ...service, laterality: value }
        : service;
    case 'req_levels':
      return { ...service, levels: wordsIn(value) };
    case 'req_level_count':
      return service.levels.length > 0 ? service : { ...service, levels: levelsFor(value) };
    case 'req_frequency':
      return typeof value === 'number' ? { ...service, frequency: `${value}/week` } : service;
    case 'req_ingredients':
      return { ...service, ingredients: wordsIn(value) };
    default: {
      const plain = status === 'absent' ? false : value === null ? true : value;
      const isPlain = typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean';
      const key = fact.slice(REQUEST_PREFIX.length);
      return isPlain ? { ...service, modifiers: { ...service.modifiers, [key]: plain } } : service;
    }
  }
}

function wordsIn(value: FactValue | null): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function levelsFor(value: FactValue | null): readonly string[] {
  if (typeof value !== 'number') return [];
  return Array.from({ length: Math.max(0, Math.floor(value)) }, (_, i) => `L${i + 1}-${i + 2}`);
}

// ---- what rules make of it

/** What the rules come to, and each rule's own decision. */
export function rulingOn({ scope, service, readings }: SampleCase, rules: readonly Rule[]): Ruling {
  const known = new Map(readings.map((one) => [one.fact, one]));
  const ask = (fact: string): FactReading =>
    isRequestFact(fact) ? readRequest(fact, service) : (known.get(fact) ?? silentOn(fact));
  const asked = rules.filter((rule) => isAskedFor(rule, { ...scope, modifiers: service.modifiers }));
  const sorted = [...asked].sort((a, b) => a.tier - b.tier || (a.id < b.id ? -1 : 1));
  return ruleOn(sorted.map((rule) => foldRule(flatRule(rule), ask)));
}

// ---- in words

/** `mri of lumbar_spine on 2013-01-01 with prior_mri present`. */
export function caseInWords({ scope, service, readings }: SampleCase): string {
  const region = scope.region === null ? '' : ` of ${scope.region}`;
  const asked = askedWords(service);
  const facts = [...asked, ...readings.map(factInWords)];
  const told = facts.length === 0 ? 'nothing documented' : facts.join(', ');
  return `\`${scope.family}${region}\` on ${scope.day} with ${told}`;
}

function askedWords(service: Service): readonly string[] {
  const fields: readonly (readonly [string, unknown])[] = [
    ['laterality', service.laterality],
    ['levels', service.levels.length === 0 ? null : service.levels.join(' ')],
    ['quantity', service.quantity],
    ['frequency', service.frequency],
    ['duration', service.durationWeeks === null ? null : `${service.durationWeeks} weeks`],
    ['drug', service.drug],
    ['strength', service.strengthMg === null ? null : `${service.strengthMg} mg`],
    ['ingredients', service.ingredients.length === 0 ? null : service.ingredients.join(' ')],
    ['parent', service.parent],
    ...Object.entries(service.modifiers).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return fields
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `request ${key} \`${String(value)}\``);
}

function factInWords({ fact, status, value }: FactReading): string {
  if (value === null) return `\`${fact}\` ${status}`;
  const text = Array.isArray(value) ? (value.length === 0 ? 'none' : value.join(', ')) : String(value);
  return status === 'present' ? `\`${fact}\` ${text}` : `\`${fact}\` ${status} (${text})`;
}
