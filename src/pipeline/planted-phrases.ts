/**
 * The phrases of a lexicon, planted once: to check them when the lexicon is loaded, and to read texts with them after.
 */
import { plantSummaryPhrases } from '../facts/compiled-lexicon.js';
import type { PhraseProblem, PlantedPhrases } from '../language/planted-phrases.js';
import { plantLinePhrases } from '../requests/compiled-services.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';

interface Planted {
  readonly summary: PlantedPhrases;
  readonly requests: PlantedPhrases;
}

const planted = new WeakMap<LexiconFile, Planted>();

/** The phrases as summaries and as request lines use them; for one lexicon object the same. */
export function plantedPhrases(lexicon: LexiconFile): Planted {
  const known = planted.get(lexicon);
  if (known !== undefined) return known;
  const made = { summary: plantSummaryPhrases(lexicon), requests: plantLinePhrases(lexicon) };
  planted.set(lexicon, made);
  return made;
}

/** What is wrong with phrases, each problem once, however many kinds of texts are read with its phrase. */
export function phraseProblems(lexicon: LexiconFile): readonly PhraseProblem[] {
  const { summary, requests } = plantedPhrases(lexicon);
  const placeOf = ({ origin, at }: PhraseProblem): string => [...origin, at].join(' ');
  const told = new Set(summary.problems.map(placeOf));
  return [...summary.problems, ...requests.problems.filter((one) => !told.has(placeOf(one)))];
}
