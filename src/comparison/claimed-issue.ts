/**
 * What of an issue the claims of its rationale are held against, and which statements of the summary are about it.
 * In: the services of the issue. Not here: what is claimed (see `claims.ts`).
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { areOpposite } from '../facts/weighed-facts.js';
import type { Fact } from '../vocabulary/fact.js';
import type { Service } from '../vocabulary/service.js';

/** The issue that a rationale is about, as far as its claims can be about it. */
export interface ClaimedIssue {
  /** The body regions of its services, for claims that name none. */
  readonly regions: readonly string[];
  /** The side of all its services, for claims that name none; null where they name none, or differ. */
  readonly side: Service['laterality'];
  /** The levels of its services, for claims that name none; nothing where one of them names none. */
  readonly levels: readonly string[];
  readonly families: ReadonlySet<string>;
  /** The drugs that it asks for. */
  readonly drugs: ReadonlySet<string>;
  /** It asks for drugs alone, so that statements about `the treatment` are about them. */
  readonly isForDrugs: boolean;
  /** The day of the decision of utilization review, from which counts what was done of late. */
  readonly decided: string | null;
}

/** What the services of an issue have in common. @param decided the day of the decision of utilization review */
export function claimedIssue(services: readonly Service[], decided: string | null): ClaimedIssue {
  const sides = new Set(services.map(({ laterality }) => laterality));
  const [side = null] = sides;
  return {
    regions: [...new Set(services.flatMap(({ region }) => region ?? []))],
    side: sides.size === 1 ? side : null,
    levels: services.every(({ levels }) => levels.length > 0) ? services.flatMap(({ levels }) => levels) : [],
    families: new Set(services.map(({ family }) => family)),
    drugs: new Set(services.flatMap(({ drug }) => drug ?? [])),
    isForDrugs: services.length > 0 && services.every(({ drug }) => drug !== null),
    decided,
  };
}

/** True if a statement of the summary may be about what a claim is about, which without a place is the issue's own. */
export function isOfSamePlace(
  said: Fact,
  claimed: Pick<Fact, 'region' | 'laterality' | 'levels'>,
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): boolean {
  const side = claimed.laterality ?? issue.side;
  const levels = claimed.levels.length > 0 || !isBetween(said, lexicon) ? claimed.levels : issue.levels;
  const isAtLevel =
    levels.length === 0 || said.levels.length === 0 || said.levels.some((level) => levels.includes(level));
  return isAtLevel && isOfSameRegion(said, claimed, issue, lexicon) && !areOpposite(said.laterality, side);
}

/** True for what is told of joints of the spine (`L4-5`); a nerve is told by its own level, wherever the spine is treated. */
const isBetween = ({ fact, levels }: Fact, { facts }: CompiledLexicon): boolean =>
  facts.get(fact)?.nerve === undefined && levels.every((level) => level.includes('-'));

/** As `isOfSamePlace`, on either side. */
export function isOfSameRegion(
  said: Fact,
  { region }: Pick<Fact, 'region'>,
  { regions }: ClaimedIssue,
  lexicon: CompiledLexicon,
): boolean {
  return isOfRegion(said, region === null ? regions : [region], lexicon);
}

/** A statement counts for a region if it is about it, about a part of it, or, of nerves, about what it supplies. */
function isOfRegion({ fact, region }: Fact, about: readonly string[], lexicon: CompiledLexicon): boolean {
  if (region === null || about.length === 0 || about.includes(region)) return true;
  if (about.some((one) => lexicon.includedRegions.get(one)?.includes(region))) return true;
  const supplier = lexicon.facts.get(fact)?.nerve === undefined ? undefined : lexicon.suppliedBy.get(region);
  return supplier !== undefined && about.includes(supplier);
}
