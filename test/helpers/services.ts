/** The service that builders begin with: it asks for nothing in particular. */
import type { Service } from '../../src/vocabulary/service.js';

/** @param parts at least what the service is and the words that name it */
export function serviceOf(parts: Partial<Service> & Pick<Service, 'family' | 'region' | 'words'>): Service {
  const { family, region, words, ...more } = parts;
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
    modifiers: {},
    parent: null,
    words,
    ...more,
  };
}
