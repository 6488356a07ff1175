/**
 * What an output got wrong, with the words of the letter and of the output: the list that people read.
 */

/** Kinds of misses, the gravest first. */
export const MISS_KINDS = [
  'absent read as present',
  'wrong status',
  'missed fact',
  'false fact (complete letter)',
  'gap not reported',
  'UR statement read as a fact',
  'wrong value',
  'wrong region',
  'wrong laterality',
  'wrong levels',
  'wrong date',
  'wrong service',
  'extra service',
  'missed finding',
  'false finding',
  'wrong decision',
  'undetermined',
] as const;
export type MissKind = (typeof MISS_KINDS)[number];

export interface Miss {
  readonly kind: MissKind;
  readonly document: string;
  readonly what: string;
  /** Words of the letter; empty where there are none. */
  readonly letter: string;
  /** Words of the output; empty where there are none. */
  readonly system: string;
}

export interface MissesOfKind {
  readonly kind: MissKind;
  readonly misses: readonly Miss[];
}

/** Misses by kind, kinds without any left out. */
export function missesByKind(misses: readonly Miss[]): readonly MissesOfKind[] {
  return MISS_KINDS.map((kind) => ({ kind, misses: misses.filter((miss) => miss.kind === kind) })).filter(
    (group) => group.misses.length > 0,
  );
}
