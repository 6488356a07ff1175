/**
 * Services of one issue held against its labels: paired by family, then field by field.
 * Left and right of the same thing are one bilateral service.
 */
import type { AlignedIssue } from './align-issues.js';
import type { Equivalents } from './equivalents.js';
import { type GoldService, SERVICE_FIELDS, type ServiceField } from './gold.js';
import type { OutputService } from './output.js';
import { isSameLevels } from './values.js';

/** A labelled service that must be listed, and the one of the output that stands for it. */
export interface ServiceMatch {
  readonly gold: GoldService;
  readonly said: OutputService | null;
  readonly wrongFields: readonly ServiceField[];
}

export interface MatchedServices {
  readonly matches: readonly ServiceMatch[];
  /** Services of the output that no label asks for or allows. */
  readonly extra: readonly OutputService[];
  /** What the output lists, sides joined. */
  readonly said: readonly OutputService[];
}

export function matchServices({ gold, row }: AlignedIssue, equivalents: Equivalents): MatchedServices {
  const wanted = joinSides(gold.services, equivalents);
  const said = joinSides(row?.services ?? [], equivalents);
  const free = [...said];
  const matches: ServiceMatch[] = [];
  // Those that must be listed choose first.
  for (const one of [...wanted].sort((a, b) => Number(a.optional) - Number(b.optional))) {
    const fit = bestFit(one, free, equivalents);
    if (fit) free.splice(free.indexOf(fit), 1);
    if (!one.optional)
      matches.push({ gold: one, said: fit, wrongFields: wrongFields(one, fit, equivalents) });
  }
  return { matches, extra: free, said };
}

type Sided = Pick<OutputService, 'family' | 'region' | 'laterality' | 'levels' | 'quantity'>;

/** Services with the usual names of their families; two that differ by side only become one. */
function joinSides<S extends Sided>(services: readonly S[], equivalents: Equivalents): readonly S[] {
  const joined: S[] = [];
  for (const service of services) {
    const family = equivalents.familyIn(service.family || 'unknown', service.region);
    const one: S = { ...service, family };
    const at = joined.findIndex((other) => isOtherSide(one, other));
    const other = joined[at];
    if (other) joined[at] = { ...other, laterality: 'bilateral' };
    else joined.push(one);
  }
  return joined;
}

function isOtherSide(a: Sided, b: Sided): boolean {
  const sides = new Set([a.laterality, b.laterality]);
  return (
    a.family === b.family &&
    a.region === b.region &&
    a.quantity === b.quantity &&
    isSameLevels(a.levels, b.levels) &&
    sides.has('left') &&
    sides.has('right')
  );
}

/** Of the services of the right family, the first with the most fields right. */
function bestFit(
  gold: GoldService,
  services: readonly OutputService[],
  equivalents: Equivalents,
): OutputService | null {
  const families = [gold.family, ...gold.accept.map((name) => equivalents.family(name))];
  let best: OutputService | null = null;
  for (const one of services.filter(({ family }) => families.includes(family ?? ''))) {
    const wrong = wrongFields(gold, one, equivalents).length;
    if (best === null || wrong < wrongFields(gold, best, equivalents).length) best = one;
  }
  return best;
}

function wrongFields(
  gold: GoldService,
  said: OutputService | null,
  equivalents: Equivalents,
): readonly ServiceField[] {
  return SERVICE_FIELDS.filter((field) => said === null || !isFieldRight(gold, said, field, equivalents));
}

/** A field that the request line only implies may also be left out. */
function isFieldRight(
  gold: GoldService,
  said: OutputService,
  field: ServiceField,
  equivalents: Equivalents,
): boolean {
  const isImplied = gold.implied.includes(field);
  switch (field) {
    case 'levels':
      return (
        [gold.levels, ...gold.levels_accept].some((levels) => isSameLevels(levels, said.levels)) ||
        (isImplied && said.levels.length === 0)
      );
    case 'quantity':
      // One piece is what a line without a figure asks for.
      if (gold.quantity === null) return said.quantity === null || said.quantity === 1;
      return gold.quantity === said.quantity || (isImplied && said.quantity === null);
    case 'region': {
      const region = equivalents.region(said.region);
      return equivalents.region(gold.region) === region || (isImplied && region === null);
    }
    case 'laterality': {
      const side = said.laterality === 'na' || said.laterality === '' ? null : said.laterality;
      return gold.laterality === side || (isImplied && side === null);
    }
  }
}
