/**
 * What written words are, looked up once for all the texts that repeat them: letters use few words over and over.
 * In: a word as it stands in a text. Out: its lower case without accents, and whether a date or a number may begin with it.
 * Not here: which phrases use it (see `words.ts`).
 */
import type { UnitData } from './unit.js';

/** A written word with all that reading units asks of it. */
export interface WordReading {
  /** The word as it stands. INVARIANT: the same string for the same word, so that looking it up again is cheap. */
  readonly written: string;
  /** In lower case, without accents: `Lasègue` is `lasegue`. */
  readonly word: string;
  readonly isMonth: boolean;
  /** True if a number may begin with it that is no number word: `half a year`. */
  readonly isHalf: boolean;
  /** `two` is 2. */
  readonly number: number | undefined;
}

/** Misspelt words have no end; what is beyond this is read anew each time. */
const REMEMBERED_WORDS = 100_000;

/** Reads words by the data of one lexicon, and remembers what it read. */
export class WordReadings {
  readonly #data: UnitData;
  readonly #seen = new Map<string, WordReading>();

  constructor(data: UnitData) {
    this.#data = data;
  }

  /** @param written a word as it stands, of letters alone */
  of(written: string): WordReading {
    return this.#seen.get(written) ?? this.#read(written);
  }

  #read(part: string): WordReading {
    const isRemembered = this.#seen.size < REMEMBERED_WORDS;
    const written = isRemembered ? detached(part) : part;
    const word = written.toLowerCase().normalize('NFD').replace(ACCENTS, '');
    const reading = {
      written,
      word,
      isMonth: this.#data.months.has(word),
      isHalf: this.#data.uses.get(word)?.roles.has('half') ?? false,
      number: this.#data.numbers.get(word),
    };
    if (isRemembered) this.#seen.set(written, reading);
    return reading;
  }
}

const ACCENTS = /\p{M}/gu;

/** The same string with memory of its own: a part cut out of a text may keep the whole text alive. */
function detached(part: string): string {
  return part.split('').join('');
}
