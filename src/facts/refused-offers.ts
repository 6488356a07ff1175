/**
 * What was offered and then refused in the sentence after: `A fusion was offered. She declined.`
 * In: the mentions of a text and its sentences. Out: the same mentions, the offers that were refused denied.
 */
import type { Mention } from './mention.js';
import type { Sentence } from './sentence.js';

/** A refusal stands near the beginning of its sentence. */
const NEAR_START = 6;

export function withRefusals(mentions: readonly Mention[], sentences: readonly Sentence[]): Mention[] {
  const refused = new Set(sentences.filter((_, i) => isRefusal(sentences[i + 1])));
  if (refused.size === 0) return [...mentions];
  const isOffer = (mention: Mention): boolean =>
    mention.concept.roles.has('offer') || (mention.concept.kind === 'event' && mention.time === 'future');
  return mentions.map((mention) =>
    refused.has(mention.sentence) && isOffer(mention) && mention.polarity === 'affirmed'
      ? mention.with({ polarity: 'denied' })
      : mention,
  );
}

/** A sentence that refuses and names nothing else that could be refused. */
function isRefusal(sentence: Sentence | undefined): boolean {
  if (!sentence) return false;
  const { concepts, from: start } = sentence;
  return (
    concepts.some(({ entry, from }) => entry.roles.has('refusal') && from - start <= NEAR_START) &&
    !concepts.some(({ entry }) => entry.kind === 'event' || entry.roles.has('offer'))
  );
}
