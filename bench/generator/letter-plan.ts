/**
 * What a letter is going to say: its shape, its worker, the statements of its summary, its issues. Drawn at random.
 * A plan holds what is known; how it is worded and laid out is chosen when it is rendered (see `render-letter.ts`).
 */
import { daysAfter, randomDay } from './dates.js';
import { NO_NOISE, type Noise } from './layout-noise.js';
import type { Random } from './random.js';
import { drawStatement, type Statement, statementsOf } from './statements.js';
import { LETTERS, STATEMENTS } from './templates.js';

export const LETTER_SHAPES = ['2013', '2014', '2015'] as const;
export type LetterShape = (typeof LETTER_SHAPES)[number];

export interface PlannedNote {
  readonly date: string;
  readonly region: string;
  readonly statements: readonly Statement[];
}

export interface PlannedIssue {
  /** Index among the requests of the templates. */
  readonly request: number;
  readonly region: string;
  readonly level: string;
  readonly outcome: 'upheld' | 'overturned';
}

export interface LetterPlan {
  readonly shape: LetterShape;
  readonly hasFrontMatter: boolean;
  readonly noise: Noise;
  /** Characters that the letter is to have, about. */
  readonly size: number;
  readonly sex: 'male' | 'female';
  readonly age: number;
  readonly injuryDate: string;
  readonly urDate: string;
  readonly background: readonly Statement[];
  readonly notes: readonly PlannedNote[];
  readonly history: readonly Statement[];
  /** What is planned, and what others say: gives no fact. */
  readonly plans: readonly Statement[];
  readonly issues: readonly PlannedIssue[];
}

export const USUAL_SIZE = 6000;
const REGIONS = Object.keys(STATEMENTS.discs);
/** Characters of a letter for each note and for each three statements of history. */
const PER_NOTE = 3000;

/** A plan for a letter of about `size` characters. */
export function planLetter(random: Random, size = USUAL_SIZE): LetterPlan {
  const urDate = randomDay(random, 2013, 2016);
  const noteCount = Math.max(1, Math.round(size / PER_NOTE));
  return {
    shape: random.pick(LETTER_SHAPES),
    hasFrontMatter: random.chance(0.5),
    noise: randomNoise(random),
    size,
    sex: random.pick(['male', 'female']),
    age: random.between(19, 70),
    injuryDate: randomDay(random, 1995, 2012),
    urDate,
    background: draw(statementsOf('background'), 2, null, random),
    notes: Array.from({ length: noteCount }, (_, i) =>
      drawNote(daysAfter(urDate, -14 - 30 * (noteCount - i)), random),
    ),
    history: REGIONS.flatMap((region) => draw(statementsOf('history'), 4, region, random)),
    plans: draw(statementsOf('plan'), 2, random.pick(REGIONS), random),
    issues: Array.from({ length: random.between(1, 3) }, () => drawIssue(random)),
  };
}

/** Half of the letters are laid out like those that come out of PDFs, with one or more oddities each. */
export function randomNoise(random: Random): Noise {
  if (random.chance(0.2)) return NO_NOISE;
  return {
    width: random.between(70, 100),
    isDoubleSpaced: random.chance(0.7),
    hasTrailingBlanks: random.chance(0.7),
    hasPageBreaks: random.chance(0.6),
    cutsAtHyphens: random.chance(0.6),
    hasLigatures: random.chance(0.3),
    hasCurlyQuotes: random.chance(0.4),
    lineEnd: random.pick(['\n', '\n', '\n', '\r\n']),
  };
}

function drawNote(date: string, random: Random): PlannedNote {
  const region = random.pick(REGIONS);
  return { date, region, statements: draw(statementsOf('note'), 8, region, random) };
}

/** Different statements about a region, at most so many. */
function draw(names: readonly string[], count: number, region: string | null, random: Random): Statement[] {
  return random
    .shuffled(names)
    .slice(0, count)
    .map((name) => drawStatement(name, region, random))
    .filter((statement) => statement !== null);
}

function drawIssue(random: Random): PlannedIssue {
  const request = random.between(0, LETTERS.requests.length - 1);
  const region = random.pick(LETTERS.requests[request]?.regions ?? REGIONS);
  return {
    request,
    region,
    level: random.pick(STATEMENTS.discs[region] ?? []),
    outcome: random.chance(0.8) ? 'upheld' : 'overturned',
  };
}
