/** Request lines read with the real lexicon, and services in one short line each, for tables of expectations. */
import { readFileSync } from 'node:fs';
import { compileServices } from '../../src/requests/compiled-services.js';
import { parseRequest } from '../../src/requests/parse-request.js';
import { SourceText } from '../../src/text/source-text.js';
import type { Service } from '../../src/vocabulary/service.js';
import { loadLexicon } from './load-lexicon.js';

const FILES = ['anatomy', 'drugs', 'language', 'letters', 'services', 'small-words'].map(
  (name) => `rules/lexicon/${name}.yaml`,
);

export const loadedLexicon = loadLexicon(FILES.map((file) => ({ file, text: readFileSync(file, 'utf8') })));
export const services = compileServices(loadedLexicon.lexicon);

/** The services of a line that is the whole source. */
export function parseLine(line: string): Service[] {
  const source = new SourceText('line', line);
  return parseRequest(source.quote({ start: 0, end: line.length }), source, services);
}

/** `esi lumbar_spine left L4-5 #2 3/week 10mg approach=caudal` and so on; what is null is left out. */
export function brief(service: Service): string {
  const {
    family,
    region,
    laterality,
    levels,
    quantity,
    frequency,
    drug,
    strengthMg,
    ingredients,
    modifiers,
    parent,
  } = service;
  const parts = [
    family,
    region,
    laterality,
    levels.join(','),
    quantity === null ? null : `#${quantity}`,
    frequency,
    drug,
    strengthMg === null ? null : `${strengthMg}mg`,
    family === 'compound' ? ingredients.join('+') : null,
    ...Object.entries(modifiers)
      .map(([name, value]) => (value === true ? name : `${name}=${value}`))
      .sort(),
    parent === null ? null : `for=${parent}`,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' ');
}
