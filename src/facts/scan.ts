/**
 * One pass over a clean text: units, and every phrase of the lexicon in them, sorted into sentences.
 * Not here: what the phrases say of each other (see `assertion.ts`, `results.ts`, `sides.ts`, `regions.ts`).
 */
import { withAnswers } from '../language/answers.js';
import type { PhraseMatch } from '../language/phrase-index.js';
import { readAs, type Unit } from '../language/unit.js';
import { readUnits } from '../language/units.js';
import type { CleanView } from '../text/clean-view.js';
import type { CompiledLexicon, LexiconEntry } from './compiled-lexicon.js';
import { withLineBreaks } from './line-breaks.js';
import { withListBreaks } from './list-breaks.js';
import type { Sentence } from './sentence.js';
import { sentencesOf } from './sentences.js';

/** A text with everything that the lexicon finds in it. */
export interface Scan {
  readonly view: CleanView;
  /** Positions everywhere in `facts/` are indices of this list, if nothing else is said. */
  readonly units: readonly Unit[];
  /** In text order; together they hold every unit but the breaks between them. */
  readonly sentences: readonly Sentence[];
  /** Units of measure (`week`, `visit`) by the unit of the text at which their words begin. */
  readonly unitWords: ReadonlyMap<number, string>;
}

interface Found {
  readonly units: readonly Unit[];
  readonly matches: readonly PhraseMatch<LexiconEntry>[];
}

/** Scans a clean view with a lexicon. Time is linear in the length of the text. */
export function scan(view: CleanView, lexicon: CompiledLexicon): Scan {
  const { units, matches } = findPhrases(view, lexicon);
  const placed = withoutFalseLevels(units, matches);
  return { view, units: placed, sentences: sentencesOf(placed, matches), unitWords: unitWordsOf(matches) };
}

/**
 * What the phrases of a lexicon find in a text, in words that mean something only beside those of another lexicon:
 * where both find the same, and say the same apart from their phrases, both read the same facts in the text.
 */
export function phrasesFound(view: CleanView, lexicon: CompiledLexicon): string {
  return findPhrases(view, lexicon)
    .matches.map(({ entry, layer, from, to }) => `${nameOf(entry)} ${layer} ${from} ${to}`)
    .join('\n');
}

function nameOf(entry: LexiconEntry): string {
  switch (entry.type) {
    case 'concept':
    case 'cue':
      return `${entry.type} ${entry.name}`;
    case 'dosing':
      return `${entry.type} ${entry.gives} ${entry.value}`;
    default:
      return `${entry.type} ${entry.value} ${entry.side}`;
  }
}

function findPhrases(view: CleanView, lexicon: CompiledLexicon): Found {
  const read = readUnits(view.text, lexicon.units);
  const units = withAnswers(withListBreaks(view, withLineBreaks(view, read)), lexicon.units.none);
  return { units, matches: lexicon.index.match(units) };
}

/** Units without the levels of words that only look like a place: `internal rotation to T12` is about no spine. */
function withoutFalseLevels(
  units: readonly Unit[],
  matches: readonly PhraseMatch<LexiconEntry>[],
): readonly Unit[] {
  const none = matches.filter(
    ({ entry, from, to }) =>
      entry.type === 'none' && units.slice(from, to).some((unit) => unit.levels.length > 0),
  );
  if (none.length === 0) return units;
  const placed = [...units];
  for (const { from, to } of none)
    for (let i = from; i < to; i++) {
      const unit = placed[i];
      if (unit && unit.levels.length > 0) placed[i] = readAs(unit, unit.word);
    }
  return placed;
}

function unitWordsOf(matches: readonly PhraseMatch<LexiconEntry>[]): Map<number, string> {
  const words = new Map<number, string>();
  for (const { entry, from } of matches) if (entry.type === 'unit') words.set(from, entry.value);
  return words;
}
