/**
 * A phrasing with its blanks filled in, and which of the things that a statement is about its words really say.
 * In: a phrasing and what it is about. Out: text, and the blanks that were used.
 */
import { writeDate } from './dates.js';
import type { Random } from './random.js';
import { type Side, STATEMENTS } from './templates.js';

/** What a phrasing may name. Null or missing: not drawn, so that no phrasing may ask for it. */
export interface About {
  readonly sex: 'male' | 'female';
  readonly region?: string | null;
  readonly side?: Side | null;
  readonly level?: string | null;
  /** ISO, as precise as it is known. */
  readonly date?: string | null;
  readonly value?: string | number | null;
  /** Further blanks of letters, filled as they stand. */
  readonly words?: Readonly<Record<string, string>>;
}

export interface Filled {
  readonly text: string;
  /** The side that the words say, which need not be all that was drawn. */
  readonly side: Side | null;
  readonly saysLevel: boolean;
  readonly saysDate: boolean;
}

/** `[is|was]` */
const WORDINGS = /\[([^[\]]*)\]/g;
/** `{30..70}` */
const FREE_NUMBER = /\{(\d+)\.\.(\d+)\}/g;
/** `{side}`, and `{segment^}` for a capital letter */
const BLANK = /\{([\w-]+)(\^?)\}/g;

const PRONOUNS = {
  male: { He: 'He', he: 'he', His: 'His', his: 'his', him: 'him', person: 'male' },
  female: { He: 'She', he: 'she', His: 'Her', his: 'her', him: 'her', person: 'female' },
} as const;

/** @throws {Error} if the phrasing has a blank that the statement cannot fill: a mistake in the YAML */
export function fill(phrase: string, about: About, random: Random): Filled {
  const said = new Set<string>();
  const text = phrase
    .replace(WORDINGS, (_, wordings: string) => random.pick(wordings.split('|')))
    .replace(FREE_NUMBER, (_, low: string, high: string) => String(random.between(Number(low), Number(high))))
    .replace(BLANK, (_, name: string, capital: string) => {
      const { words, says } = blank(name, about, random);
      for (const one of says) said.add(one);
      return capital === '' ? words : words.charAt(0).toUpperCase() + words.slice(1);
    })
    .replace(/ {2,}/g, ' ')
    .replace(/ ([.,])/g, '$1');
  const side = said.has('side') ? (about.side ?? null) : said.has('both') ? 'bilateral' : null;
  return { text, side, saysLevel: said.has('level'), saysDate: said.has('date') };
}

interface BlankWords {
  readonly words: string;
  readonly says: readonly string[];
}

function blank(name: string, about: About, random: Random): BlankWords {
  const plain = plainBlank(name, about, random);
  if (plain !== null) return plain;
  const table = STATEMENTS.words[name];
  const { region, side } = about;
  for (const key of [`${region} ${side}`, String(region), String(side)]) {
    const choice = table?.[key];
    if (choice) return { words: random.pick(choice), says: sideSaid(name, key, side) };
  }
  throw new Error(`nothing fills {${name}} of a statement about ${region} ${side}`);
}

function sideSaid(name: string, key: string, side: Side | null | undefined): readonly string[] {
  if (key.endsWith(String(side))) return ['side'];
  return STATEMENTS['words-for-both'].includes(name) ? ['both'] : [];
}

/** Blanks that do not depend on region and side. */
function plainBlank(name: string, about: About, random: Random): BlankWords | null {
  const { date, level, value } = about;
  const own = about.words?.[name] ?? (PRONOUNS[about.sex] as Readonly<Record<string, string>>)[name];
  if (own !== undefined) return { words: own, says: [] };
  if (name === 'value' && value != null) return { words: String(value), says: [] };
  if (name === 'level' && level != null) return { words: writeLevel(level, random), says: ['level'] };
  if (date == null) return null;
  if (name === 'date') return { words: writeDate(date, random), says: ['date'] };
  if (name !== 'on-date') return null;
  return { words: `${date.length === 10 ? 'on' : 'in'} ${writeDate(date, random)}`, says: ['date'] };
}

/** `L4-5`, `L4-L5`, `L4/5`; a root has one way to be written. */
function writeLevel(level: string, random: Random): string {
  const [, letter = '', upper = '', lower = ''] = /^([A-Z])(\d+)-(\w+)$/.exec(level) ?? [];
  if (letter === '') return level;
  const full = /^\d/.test(lower) ? `${letter}${lower}` : lower;
  return random.pick([level, level, `${letter}${upper}-${full}`, `${letter}${upper}/${lower}`]);
}
