/**
 * By what a corpus is divided, and the parts that an issue belongs to. An issue of several services belongs to the
 * part of each, so parts may add up to more than the whole.
 */
import { BoundedMemo } from '../text/bounded-memo.js';
import type { IssueRow, ServiceRow } from '../vocabulary/issue-row.js';

/**
 * What `--by` may divide a corpus by. `year` is that of the day that chose the guideline editions; `tier` is the step
 * of the medical evidence search sequence (8 CCR 9792.21.1) that the governing rule stands on.
 */
export const DIMENSIONS = ['guideline', 'family', 'region', 'year', 'specialty', 'tier'] as const;
/** One of `DIMENSIONS`. */
export type Dimension = (typeof DIMENSIONS)[number];

/** What an issue is counted under where the letter or the rules say nothing. */
const NOTHING: Readonly<Record<Dimension, string>> = {
  guideline: 'no guideline',
  family: 'no service',
  region: 'no region',
  year: 'no date',
  specialty: 'not stated',
  tier: 'no guideline',
};

const LONGEST = 60;

/** The parts of a dimension that an issue belongs to: one at least, each once, in the order of the services. */
export function partsOf(row: IssueRow, dimension: Dimension): readonly string[] {
  const nothing = NOTHING[dimension];
  const ofServices = (read: (service: ServiceRow) => string | number | null): readonly string[] => {
    const [first] = row.services;
    if (first === undefined) return [nothing];
    if (row.services.length === 1) return [String(read(first) ?? nothing)];
    return [...new Set(row.services.map((service) => String(read(service) ?? nothing)))];
  };
  switch (dimension) {
    case 'guideline':
      return ofServices((service) => service.guideline);
    case 'family':
      return ofServices((service) => service.family);
    case 'region':
      return ofServices((service) => service.region);
    case 'tier':
      return ofServices((service) => service.tier);
    case 'year':
      return [row.urDate?.slice(0, 4) ?? nothing];
    case 'specialty':
      return [plainSpecialty(row.specialty) ?? nothing];
  }
}

/** The category whose base rate stands beside the prediction: the families of an issue together. */
export function categoryOf({ services }: IssueRow): string {
  const families = [...new Set(services.map((service) => service.family))].sort();
  return families.length === 0 ? NOTHING.family : families.join(' + ');
}

const specialties = new BoundedMemo<string | null>();

function plainSpecialty(specialty: string | null): string | null {
  if (specialty === null) return null;
  const known = specialties.get(specialty);
  if (known !== undefined) return known;
  const plain = inOneSpelling(specialty);
  specialties.set(specialty, plain);
  return plain;
}

/** One spelling for `Physical Medicine & Rehabilitation ` and `physical medicine and rehabilitation`. */
function inOneSpelling(specialty: string): string | null {
  const plain = specialty
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z,/-]+/g, ' ')
    .trim();
  return plain === '' ? null : plain.slice(0, LONGEST);
}
