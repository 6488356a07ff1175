/**
 * What a request asks for: one service of one family, for one body region. Ids come from the lexicon.
 * Not here: reading a request line (see `requests/`).
 */
import type { Quote } from '../text/source-text.js';

/** Sides of the body. `bilateral`: both were named or meant. */
export const LATERALITIES = ['left', 'right', 'bilateral'] as const;

/** One of `LATERALITIES`; null in its place: nobody says. */
export type Laterality = (typeof LATERALITIES)[number];

/** Family of what no family of the lexicon covers; it needs no entry there. */
export const UNKNOWN_FAMILY = 'unknown';
/** Family of what is named, but is of no family of its own: `the operation`, drugs whose class is no family. */
export const OTHER_FAMILY = 'other';

/** One requested service, read from its request line alone. Null stands for what the line does not say. */
export interface Service {
  /** Id of a family of the lexicon, or `UNKNOWN_FAMILY`. */
  readonly family: string;
  /** Id of a body region of the lexicon; null where none is stated. */
  readonly region: string | null;
  readonly laterality: Laterality | null;
  /** Spinal levels, `L4-5` style, ranges spelled out; nerves and single vertebrae stand alone (`L3`). */
  readonly levels: readonly string[];
  /** Units, visits or pieces; frequency times duration multiplied out; null where the line gives none; one for a thing named in the singular. */
  readonly quantity: number | null;
  /** What the quantity counts, by its name in the lexicon: `visit`, `tablet`. */
  readonly unit: string | null;
  /** As `3/week`, `8/day`; null where none is stated. */
  readonly frequency: string | null;
  readonly durationWeeks: number | null;
  /** Generic name of a drug. */
  readonly drug: string | null;
  readonly strengthMg: number | null;
  /** Active ingredients of a compound, generic names. */
  readonly ingredients: readonly string[];
  /** Qualifiers by name, such as `repeat: true`, `contrast: without`, `purchase_or_rental: rental`. */
  readonly modifiers: Readonly<Record<string, string | number | boolean>>;
  /** Family of the service that this one serves, when the line says so. */
  readonly parent: string | null;
  /** The words of the request line that name the service. */
  readonly words: Quote;
}
