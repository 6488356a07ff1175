/**
 * A checked lexicon and rules -> knowledge ready for letters.
 * Reading the phrases is the slow part of it, so what was read is plain data that can be kept.
 * Not here: reading and checking the files of a rules folder (`check-folder.ts`); the disk (`files/checked-rules.ts`).
 */
import { letterForm } from '../document/letter-form.js';
import { compileLexicon } from '../facts/compiled-lexicon.js';
import { graphOf, type PhraseGraph } from '../language/phrase-graph.js';
import { compileServices } from '../requests/compiled-services.js';
import { FORGETFUL, type Remembering, recalled } from '../rules/remembering.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import { namesOf } from '../vocabulary/names.js';
import type { RuleSet } from '../vocabulary/rule.js';
import type { Knowledge } from './knowledge.js';
import { lexiconDigest } from './lexicon-digest.js';
import { plantedPhrases } from './planted-phrases.js';

/** A lexicon and rules without errors. Plain data: the same after a trip through JSON. */
export interface CheckedRules {
  readonly lexicon: LexiconFile;
  readonly rules: RuleSet;
}

/** The phrases of a lexicon as summaries and as request lines use them. Plain data. */
export interface ReadPhrases {
  readonly summary: PhraseGraph;
  readonly requests: PhraseGraph;
}

/**
 * Reads the phrases of a checked lexicon.
 * @param memory takes over what was read of a lexicon that says the same
 */
export function readAllPhrases(lexicon: LexiconFile, memory: Remembering = FORGETFUL): ReadPhrases {
  const digest = lexiconDigest(lexicon, memory);
  return {
    summary: readSummaryPhrases(lexicon, memory, digest),
    requests: recalled(memory, 'request-phrases', digest, () => graphOf(plantedPhrases(lexicon).requests)),
  };
}

/**
 * Those that summaries are read with.
 * @param digest of the lexicon
 */
export function readSummaryPhrases(lexicon: LexiconFile, memory: Remembering, digest: string): PhraseGraph {
  return recalled(memory, 'summary-phrases', digest, () => graphOf(plantedPhrases(lexicon).summary));
}

/**
 * Makes checked rules ready for letters.
 * @param phrases those of the same lexicon, where they were read before
 */
export function compileKnowledge(
  { lexicon, rules }: CheckedRules,
  phrases: ReadPhrases = readAllPhrases(lexicon),
): Knowledge {
  return {
    lexicon: compileLexicon(lexicon, phrases.summary),
    services: compileServices(lexicon, phrases.requests),
    rules,
    form: letterForm(lexicon),
    names: namesOf(lexicon),
  };
}
