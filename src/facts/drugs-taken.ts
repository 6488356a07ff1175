/**
 * Whether a drug is taken at present by the words around it: cues that say so, or directions of its own.
 * In: a mention of a drug or of a class of drugs. Out: the mention affirmed or denied; null if it was only tried or named.
 */
import { UnitKind } from '../language/unit.js';
import type { CueMeaning } from '../vocabulary/lexicon-terms.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { drugLine } from './drug-lines.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';
import { does } from './small-words.js';

/**
 * True for a drug with directions of its own that only seems to be hypothetical: in `Norco 1 tab prn, Soma 350 mg qhs`
 * the second drug is the next line of a list, not what the first is needed for.
 */
export function isListedDrug(mention: Mention, scan: Scan, lexicon: CompiledLexicon): boolean {
  if (!mention.said.has('hypothetical') || mention.said.has('planned') || mention.said.has('requested'))
    return false;
  const line = drugLine(mention, scan, lexicon);
  return line !== null && line.to > mention.to;
}

/** Cues that say whether a drug is still taken; that it was given or tried does not. */
const TAKING: ReadonlySet<CueMeaning> = new Set(['current', 'stopped', 'negated', 'not-done']);

/** How near a negation stands that denies the drug itself: `no functional gain with the use of it` does not. */
const NEAR = 4;

/**
 * A mention of a drug, or of a class of drugs, read as a statement on whether it is taken at present:
 * affirmed or denied; null if it was only tried, failed, planned or named.
 */
export function asTaken(mention: Mention, scan: Scan, lexicon: CompiledLexicon): Mention | null {
  if (mention.polarity === 'gap') return null;
  if (mention.polarity === 'possible' && !isListedDrug(mention, scan, lexicon)) return null;
  const state = wasStopped(mention)
    ? 'stopped'
    : mention.scopes.find(
        (scope) =>
          TAKING.has(scope.meaning) && (scope.meaning !== 'negated' || mention.from - scope.cue.to <= NEAR),
      )?.meaning;
  if (state !== undefined && state !== 'current') return mention.with({ polarity: 'denied', time: 'now' });
  if (mention.time === 'future' && !isListedDrug(mention, scan, lexicon)) return null;
  if (state === 'current' && isBefore(mention)) return null;
  const isSaid =
    state === 'current' ||
    isTakenSince(mention, scan) ||
    (!isOver(mention, scan) && !mention.said.has('failed') && isDirected(mention, scan, lexicon));
  return isSaid ? mention.with({ polarity: 'affirmed', time: 'now', cues: [] }) : null;
}

/** `took ibuprofen until it upset her stomach`: that it is over, told right behind the drug, outdoes that it was taken. */
const wasStopped = ({ scopes, to }: Mention): boolean =>
  scopes.some(
    ({ meaning, cue }) =>
      meaning === 'stopped' &&
      cue.entry.direction === 'backward' &&
      cue.from >= to &&
      cue.from - to <= RIGHT_BEHIND,
  );
/** A comma may stand between. */
const RIGHT_BEHIND = 1;

/** `Xanax since at least 2012`, right after the drug. */
function isTakenSince({ to, sentence }: Mention, { units }: Scan): boolean {
  for (let i = to; i < Math.min(sentence.to, to + 2); i++)
    if (does(units[i], 'since'))
      return units.slice(i + 1, i + 1 + NEAR).some(({ kind }) => kind === UnitKind.Date);
  return false;
}

/** True for what was, and is not going on: `in 2012`, but not `since 2012`. */
function isOver({ time, scopes }: Mention, { units }: Scan): boolean {
  const isSince = scopes.some(
    ({ meaning, cue }) => meaning === 'historical' && does(units[cue.from], 'since'),
  );
  return time === 'past' && !isSince;
}

/** True if the words that say it is taken are themselves of the past: `previously took`. */
function isBefore({ scopes }: Mention): boolean {
  const takes = scopes.find((scope) => scope.meaning === 'current')?.cue;
  return (
    takes !== undefined &&
    scopes.some(
      ({ meaning, cue }) => meaning === 'historical' && cue.to <= takes.from && takes.from - cue.to <= 1,
    )
  );
}

/** True for a drug with directions of its own. */
function isDirected(mention: Mention, scan: Scan, lexicon: CompiledLexicon): boolean {
  const line = drugLine(mention, scan, lexicon);
  return line !== null && (line.quantity !== null || (line.perDay !== null && line.to > mention.to));
}
