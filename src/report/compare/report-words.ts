/**
 * Titles and sentences that the text and the page of a comparison share.
 */
import type { Dimension } from '../../statistics/dimensions.js';
import { OTHER } from '../../statistics/keyed.js';
import type { LexiconWords } from '../words.js';
import type { CompareReport } from './compare-schema.js';
import { readable } from './figures-text.js';

/** Headings of the tables of parts. */
export const DIMENSION_TITLES: Readonly<Record<Dimension, string>> = {
  guideline: 'By guideline',
  family: 'By service',
  region: 'By body region',
  year: 'By year of the UR decision',
  specialty: "By the reviewer's specialty",
  tier: 'By step of the evidence sequence',
};

/** What people call a part: services and regions by the names that the lexicon gives them. */
export function partName(dimension: Dimension, name: string, { names }: Pick<LexiconWords, 'names'>): string {
  if (dimension === 'family') return names.family(name);
  return dimension === 'region' ? names.region(name) : readable(name);
}

/** What would have to be mended: `no rule for wheelchair, lumbar spine`. */
export function causeText(
  { kind, name }: Pick<CompareReport['causes'][number], 'kind' | 'name'>,
  words: Pick<LexiconWords, 'names'>,
): string {
  switch (kind) {
    case 'missing-rule':
      return `no rule for ${serviceName(name, words)}`;
    case 'open-fact':
      return `letters leave open: ${readable(name)}`;
    case 'conflict':
      return `rules disagree on ${serviceName(name, words)}`;
    case 'unknown-service':
      return name === OTHER ? 'no service is known by yet other words' : `no service is known by \`${name}\``;
    case 'unread-request':
      return 'no request or no summary could be read';
  }
}

/** @param service `mri, knee`: its family, and its region if it has one */
function serviceName(service: string, { names }: Pick<LexiconWords, 'names'>): string {
  const [family = '', ...regions] = service.split(', ');
  return [names.family(family), ...regions.map((region) => names.region(region))].join(', ');
}
