/**
 * What is told of something by a pronoun: `He takes Norco. It helps.`, `The screen of March matched; that of June did not`.
 * In: a mention of words that tell it, of which the lexicon says what they can be told of (`told-of`). Out: the mention as
 * one of the event that was named last, or null if that is another thing, or stands too far back.
 * Not here: events that are named once more by a number or a pronoun (see `repeated-events.ts`).
 */
import type { Unit } from '../language/unit.js';
import type { Mention } from './mention.js';
import type { ReadingContext } from './reading-context.js';
import type { Sentence } from './sentence.js';
import { does } from './small-words.js';

/** So many units may part a sentence from the one before it: its stop, and a mark. */
const SENTENCE_GAP = 2;

/** `He had it at L5-S1`: true for a sentence that names no event and goes on about the last one by a pronoun. */
export function goesOnAboutSame({ concepts, from, to }: Sentence, units: readonly Unit[]): boolean {
  if (concepts.some(({ entry }) => entry.kind === 'event')) return false;
  return units.slice(from, to).some((unit) => does(unit, 'stands-for'));
}

/** Takes note that a sentence goes on about the event named right before it, so that the next one may tell of it as well. */
export function carryNamed(sentence: Sentence, context: ReadingContext): void {
  const { named, units } = context;
  if (named === null || sentence.from - named.sentence.to > SENTENCE_GAP) return;
  if (goesOnAboutSame(sentence, units)) context.named = { mention: named.mention, sentence };
}

/** A mention as told of the event named last; as it is if the lexicon names nothing that it is told of. */
export function asToldOf(mention: Mention, context: ReadingContext): Mention | null {
  const { toldOf } = mention.concept;
  if (toldOf === null) return mention;
  const { named } = context;
  if (named === null || mention.sentence.from - named.sentence.to > SENTENCE_GAP) return null;
  const { names, family } = named.mention.concept;
  if (![...names].some((name) => toldOf.has(name))) return null;
  context.named = { mention: named.mention, sentence: mention.sentence };
  const { concept } = mention;
  return mention.with({
    concept: { ...concept, names: new Set([...concept.names, ...names]), family: concept.family ?? family },
  });
}
