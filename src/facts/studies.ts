/**
 * Studies and what they show: `MRI dated 2-13-15 reveals: at L1-2 … At L2-3 …`.
 * A study that was done sets date, region and kind for the findings after it, over the sentences of its report;
 * a level that heads a line of the report holds until the next one. The lexicon says which concepts are which.
 */

import { type Unit, UnitKind } from '../language/unit.js';
import type { CueMeaning } from '../vocabulary/lexicon-terms.js';
import type { CompiledConcept } from './compiled-lexicon.js';
import { isMereDash } from './result-words.js';
import type { ConceptMatch, CueMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';

/** The study whose report a place of the text belongs to. */
export interface Study {
  readonly names: ReadonlySet<string>;
  readonly date: string | null;
  readonly regions: readonly string[] | null;
  /** Levels that the report named last. */
  readonly levels: readonly string[];
}

/** True for studies, whatever came of them. */
export const isStudy = (concept: CompiledConcept): boolean => concept.roles.has('study');
/** True if words speak of the study before without its name: `it showed`, `the film was read as`. */
export const speaksOfStudyAgain = ({ concepts }: Sentence): boolean =>
  concepts.some(({ entry }) => entry.roles.has('study-again'));
/** True for what only studies find. */
export const isStudyFinding = (concept: CompiledConcept): boolean => concept.roles.has('study-finding');

/** True if a sentence heads what the physician makes of it all, which is no part of a report: `Assessment:`. */
export const opensOpinion = ({ from, concepts }: Sentence): boolean =>
  concepts.some((one) => one.from === from && one.entry.roles.has('own-opinion'));

/** So many words may stand between two studies that show something together. */
const FARTHEST_TOGETHER = 6;

/**
 * True if `and` joins a study to the one before it, so that both show the same: `EMG in May and MRI in June showed`. In
 * `he had an EMG and the MRI showed` only the second shows it.
 */
export function showsWithOther(
  match: ConceptMatch,
  { concepts, cues }: Sentence,
  units: readonly Unit[],
): boolean {
  const first = concepts.findLast(({ entry, to }) => isStudy(entry) && to <= match.from);
  if (first === undefined || match.from - first.to > FARTHEST_TOGETHER) return false;
  const isJoined = units.slice(first.to, match.from).some((unit) => does(unit, 'and'));
  const tells = ({ entry }: CueMatch): boolean => !TELLING_NOTHING.has(entry.meaning);
  const isAlone = cues.every((cue) => cue.from >= match.to || !tells(cue));
  const isShown = cues.some((cue) => cue.from >= match.to && cue.entry.meaning === 'done');
  return isJoined && isAlone && isShown;
}
const TELLING_NOTHING: ReadonlySet<CueMeaning> = new Set(['stop', 'pseudo']);

/** Two studies that showed something together: of the date that both have. */
export function jointStudy(first: Study, second: Study): Study {
  return {
    ...second,
    names: new Set([...first.names, ...second.names]),
    date: first.date === second.date ? second.date : null,
  };
}

/** The study after a sentence: a report ends with the first sentence that speaks only of other things. */
export function studyAfter(study: Study | null, sentence: Sentence, units: readonly Unit[]): Study | null {
  if (study === null) return null;
  const goesOn =
    sentence.concepts.length === 0 ||
    speaksOfStudyAgain(sentence) ||
    sentence.concepts.some(({ entry }) => isStudy(entry) || isStudyFinding(entry));
  if (!goesOn) return null;
  const last = lastLevels(units, sentence.from, sentence.to);
  return last.length > 0 ? { ...study, levels: last } : study;
}

const FARTHEST_LEVEL = 6;

/** The levels of a finding: named after it, else the last ones before it in its sentence, else inside it, else those the report named last. */
export function levelsOfFinding(
  sentence: Sentence,
  match: ConceptMatch,
  units: readonly Unit[],
  study: Study | null,
): readonly string[] {
  const after = levelsRightAfter(sentence, match, units);
  if (after.length > 0) return after;
  const before = lastSegments(units, sentence.from, match.from);
  if (before.length > 0) return before;
  const inside = lastLevels(units, match.from, match.to);
  return inside.length > 0 ? inside : (study?.levels ?? []);
}

/** The levels named right after a mention: `discogram at L3-4 and L4-5`, `facet arthropathy, moderate at L4-5`. */
export function levelsRightAfter(
  sentence: Sentence,
  match: ConceptMatch,
  units: readonly Unit[],
): readonly string[] {
  for (let i = match.to; i < Math.min(sentence.to, match.to + FARTHEST_LEVEL); i++) {
    const unit = units[i] as Unit;
    if (unit.kind === UnitKind.Level) return levelsFrom(units, i, sentence.to);
    const isGraded = does(unit, 'severity') || (unit.word === ',' && does(units[i + 1], 'severity'));
    if (!isGraded && !does(unit, 'to-level')) break;
  }
  return [];
}

/** The list of levels that begins at a unit: `L4-5 and L5-S1`. */
function levelsFrom(units: readonly Unit[], at: number, to: number): string[] {
  const levels: string[] = [];
  for (let i = at; i < to; i++) {
    const unit = units[i] as Unit;
    if (unit.kind === UnitKind.Level) levels.push(...unit.levels);
    else if (!does(unit, 'between-levels') || endsRange(units, i)) break;
  }
  return [...new Set(levels)];
}

/** Of the lists of levels of a range the last of motion segments, else of roots: `disc at C5-6 on the left C6 root, and stenosis`. */
function lastSegments(units: readonly Unit[], from: number, to: number): string[] {
  const isSegment = (unit: Unit): boolean => unit.levels.some((level) => level.includes('-'));
  const end = units.slice(from, to).findLastIndex(isSegment) + 1;
  return lastLevels(units, from, end > 0 ? from + end : to);
}

/** The last list of levels of a range. */
function lastLevels(units: readonly Unit[], from: number, to: number): string[] {
  let end = to;
  while (end > from && units[end - 1]?.kind !== UnitKind.Level) end--;
  let start = end;
  while (
    start > from &&
    (units[start - 1]?.kind === UnitKind.Level ||
      (does(units[start - 1], 'between-levels') &&
        units[start - 2]?.kind === UnitKind.Level &&
        !endsRange(units, start - 1)))
  )
    start--;
  return end > from ? levelsFrom(units, start, end) : [];
}

/** `solid fusion L3-S1, L2-3 severe stenosis`: what follows a range behind a comma is the next thing told. */
const endsRange = (units: readonly Unit[], at: number): boolean =>
  units[at]?.word === ',' && (units[at - 1]?.levels.length ?? 0) > 1;

/** How far after a study its overall result may stand: `EMG/NCS of both legs on 12/4/12 was normal`. */
const FARTHEST_RESULT = 20;

const RESULTS_OF_STUDIES: ReadonlySet<CueMeaning> = new Set(['normal', 'negative', 'abnormal']);

/** The word that says how a whole study came out; a result that is about one level or the next concept is not it. */
export function resultOfStudy(
  sentence: Sentence,
  match: ConceptMatch,
  units: readonly Unit[],
): CueMatch | null {
  const next = sentence.concepts.find((other) => other.from >= match.to && other.entry.kind !== 'marker');
  const until = Math.min(next?.from ?? sentence.to, match.to + FARTHEST_RESULT);
  // The hyphen of `shows a low-grade slip` is no `-`.
  const isResult = (cue: CueMatch): boolean =>
    RESULTS_OF_STUDIES.has(cue.entry.meaning) && !isMereDash(cue, sentence, units);
  const before = sentence.cues.find((cue) => isResult(cue) && cue.to === match.from);
  const after = sentence.cues.find(
    (cue) =>
      isResult(cue) && cue.from >= match.to && cue.to <= until && units[cue.to]?.kind !== UnitKind.Level,
  );
  return before ?? after ?? null;
}
