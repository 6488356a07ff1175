/**
 * Which facts count for precision: names of the vocabulary; and which of them are derived, so that they need no words.
 * The vocabulary is that of the labels, a table in Markdown; names that labels use always count.
 * The product's lexicon can stand in for it. The two differ: the lexicon has helper facts that nobody labels, so that
 * precision comes out lower, lacks some facts of the table, and reads from words some of what the table derives.
 */
import type { FactEntry } from '../../src/vocabulary/lexicon.js';
import { type Gold, isRequestFact } from './gold.js';

export interface Vocabulary {
  readonly names: ReadonlySet<string>;
  readonly derived: ReadonlySet<string>;
}

/** | `name` | type | unit | scope | meaning | */
const TABLE_ROW = /^\| *`(\w+)` *\|([^|\n]+)\|[^|\n]*\|[^|\n]+\|([^|\n]*)/gm;

/** @param facts of a compiled lexicon */
export function lexiconVocabulary(facts: ReadonlyMap<string, Pick<FactEntry, 'derive'>>): Vocabulary {
  const derived = [...facts].filter(([, { derive }]) => derive !== undefined).map(([name]) => name);
  return vocabulary([...facts.keys()], derived);
}

/** A fact of the table is derived if its type says so or its meaning begins with it. */
export function tableVocabulary(markdown: string): Vocabulary {
  const rows = [...markdown.matchAll(TABLE_ROW)].map(([, name = '', type = '', meaning = '']) => ({
    name,
    isDerived: /derived/i.test(type) || /^\s*derived/i.test(meaning),
  }));
  return vocabulary(
    rows.map((row) => row.name),
    rows.filter((row) => row.isDerived).map((row) => row.name),
  );
}

/** The vocabulary with the names that labels use; labels of the tail are outside it. */
export function withLabelNames({ names, derived }: Vocabulary, golds: readonly Gold[]): Vocabulary {
  const used = golds.flatMap(({ facts }) => facts.filter((label) => !label.tail).map((label) => label.fact));
  return vocabulary([...names, ...used], [...derived]);
}

function vocabulary(names: readonly string[], derived: readonly string[]): Vocabulary {
  return { names: new Set(names.filter((name) => !isRequestFact(name))), derived: new Set(derived) };
}
