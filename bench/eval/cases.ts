/**
 * A labelled letter together with what the output says of it: what every score is counted over.
 */
import type { Equivalents } from './equivalents.js';
import type { Gold } from './gold.js';
import type { LetterText } from './letter-text.js';
import type { Output, OutputFact, OutputIssue } from './output.js';
import type { Vocabulary } from './vocabulary.js';

/** A labelled letter. `text` is null where the labels come without it. */
export interface Letter {
  readonly name: string;
  readonly gold: Gold;
  readonly text: LetterText | null;
}

export interface Case<Row> extends Letter {
  readonly rows: readonly Row[];
}

/** What scoring knows besides labels and outputs. */
export interface Yardstick {
  readonly equivalents: Equivalents;
  readonly vocabulary: Vocabulary;
}

/** An output in two halves; null for a half that is not scored. */
export interface Outputs {
  readonly facts: Output<OutputFact> | null;
  readonly checks: Output<OutputIssue> | null;
}

/** Rows of letters without labels are left out; a letter without rows has none. */
export function casesOf<Row>(letters: readonly Letter[], output: Output<Row>): readonly Case<Row>[] {
  return letters.map((letter) => ({ ...letter, rows: output.rows.get(letter.name) ?? [] }));
}
