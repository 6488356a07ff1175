/** Builders of facts and services for tests. */
import type { Quote } from '../../src/text/source-text.js';
import type { Fact, FactStatus } from '../../src/vocabulary/fact.js';
import type { Service } from '../../src/vocabulary/service.js';
import { serviceOf } from './services.js';

export const QUOTE: Quote = { text: 'words', start: 0, end: 5, line: 1, column: 1 };

export function fact(name: string, status: FactStatus, more: Partial<Fact> = {}): Fact {
  return {
    fact: name,
    status,
    value: null,
    region: null,
    laterality: null,
    levels: [],
    date: null,
    service: null,
    evidence: [QUOTE],
    cues: [],
    ...more,
  };
}

export function service(more: Partial<Service> = {}): Service {
  return serviceOf({ family: 'scan', region: 'back', words: QUOTE, ...more });
}
