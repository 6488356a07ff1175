/**
 * What a text has said so far, while it is read sentence by sentence: the date of the note, the places and sides that it
 * is about, the last study and event. In: sentences in text order. Out: the regions that what comes next is about.
 * Not here: who changes the rest of it (see `mentions.ts`, `told-of.ts`).
 */
import type { NamedSides } from './carried-sides.js';
import type { CompiledConcept, CompiledLexicon } from './compiled-lexicon.js';
import type { DatedText } from './dates-near.js';
import type { Mention } from './mention.js';
import type { Sentence } from './sentence.js';
import { does } from './small-words.js';
import type { Study } from './studies.js';
import { levelsIn } from './zones.js';

/** The event that words may tell of: the one named last, and the last sentence that spoke of it. */
export interface Named {
  readonly mention: Mention;
  readonly sentence: Sentence;
}

/** The state of one reading; what is not `readonly` changes from sentence to sentence, and within one. */
export interface ReadingContext extends DatedText {
  readonly lexicon: CompiledLexicon;
  /** ISO date of the note that the text is in; null where none was given yet. */
  noteDate: string | null;
  /** Regions that what names none is about; null before the first. */
  regions: readonly string[] | null;
  /** Regions that the text was about so far, the latest first. */
  recent: readonly string[];
  /** The sides that places were named with so far. */
  sides: NamedSides;
  study: Study | null;
  /** The last study of the sentence so far. */
  studyHere: Study | null;
  /** The last event that was named, for words that say `once more the same`. */
  lastEvent: Mention | null;
  /** The last event or drug that was named, for what is told of it by a pronoun. */
  named: Named | null;
}

/** What the next sentences are about if they do not say: the last region of this one. */
export function rememberRegions(sentence: Sentence, context: ReadingContext): void {
  const region = lastRegion(sentence, context);
  if (region === undefined) return;
  context.regions = [region];
  context.recent = [region, ...context.recent.filter((one) => one !== region)];
}

/**
 * The last region that a sentence names and not only in passing, else that of its last concept or level. What can be of
 * several places is of the one that the text is about: the drawer test of an ankle turns no letter to the knee.
 */
function lastRegion(
  sentence: Sentence,
  { units, lexicon, regions, recent }: ReadingContext,
): string | undefined {
  // `down the thigh into the calf and the top of the foot`: what goes on with a list is as much in passing.
  const goesOn = (from: number, to: number): boolean =>
    to > from &&
    to - from <= FARTHEST_IN_PASSING &&
    units.slice(from, to).every((unit) => does(unit, 'between-places'));
  const isPassing = (at: number): boolean =>
    sentence.concepts.some(
      ({ entry, from, to }) =>
        entry.isInPassing && ((from <= at && at < to) || (entry.kind === 'finding' && goesOn(to, at))),
    );
  const named = sentence.attributes.findLast((one) => one.entry.type === 'region' && !isPassing(one.from));
  const own = sentence.concepts.findLast(({ entry }) => entry.region !== null && !entry.isInPassing);
  const [level] = levelsIn(sentence, units).slice(-1);
  const usual = own?.entry.onlyOf ? ownRegions(own.entry, regions, recent, lexicon)?.[0] : own?.entry.region;
  return named?.entry.value ?? usual ?? lexicon.regionOfColumn.get(level?.[0] ?? '');
}

/** The part of the spine that spinal levels belong to. */
export function regionOfLevels(
  [level]: readonly string[],
  lexicon: CompiledLexicon,
): readonly string[] | null {
  const region = lexicon.regionOfColumn.get(level?.[0] ?? '');
  return region === undefined ? null : [region];
}

/**
 * The regions that a concept can be about, of those said near it; if it can be about none of them, the last one it can be
 * about. A concept that has a region of its own besides is about that one, unless the text is about another that it can be about.
 * @param recent regions that the text was about before, the latest first
 */
export function ownRegions(
  { onlyOf, region: usual }: CompiledConcept,
  regions: readonly string[] | null,
  recent: readonly string[],
  lexicon: CompiledLexicon,
): readonly string[] | null {
  if (onlyOf === null) return regions;
  const own = regions?.filter((region) => onlyOf.has(region)) ?? [];
  if (own.length > 0) return own;
  const before = recent.find((region) => onlyOf.has(region));
  if (usual !== null) return [before === undefined || recent.includes(usual) ? usual : before];
  if (regions === null) return null;
  if (before !== undefined) return [before];
  const supplied = regions
    .map((region) => lexicon.suppliedBy.get(region))
    .filter((region) => region !== undefined && onlyOf.has(region));
  return supplied.length > 0 ? [...new Set(supplied as string[])] : null;
}

/** How many units may stand between what is said in passing and a further place of it. */
const FARTHEST_IN_PASSING = 6;
