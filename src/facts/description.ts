/**
 * What stands around one match of a concept: its assertion, regions, side, levels, date, study.
 * Each part is read when it is first asked for: most matches are words of which only a few parts ever matter.
 * In: a match, and what the text had said when it was reached. Not here: how each part is read, test results.
 */
import { type Unit, UnitKind } from '../language/unit.js';
import type { Laterality } from '../vocabulary/service.js';
import { type Assertion, assertionOf, type CuedSentence } from './assertion.js';
import type { NamedSides } from './carried-sides.js';
import { type CompiledLexicon, DRUG_LAYER } from './compiled-lexicon.js';
import {
  type DateAt,
  type DatedText,
  dateAfterNumber,
  dateAtEnd,
  dateNear,
  dateRightAfter,
} from './dates-near.js';
import { wordsOfMonth } from './months-alone.js';
import { ownRegions, type ReadingContext, regionOfLevels } from './reading-context.js';
import { regionsOf, spineOfLimb } from './regions.js';
import type { ConceptMatch, CueMatch, Sentence } from './sentence.js';
import { sideOf } from './sides.js';
import {
  isStudy,
  isStudyFinding,
  levelsOfFinding,
  levelsRightAfter,
  resultOfStudy,
  type Study,
} from './studies.js';
import { levelsIn, type Zone, zoneBefore } from './zones.js';

/**
 * What is read around one match, part by part. What changes of its context is copied, so that it answers the same
 * whenever it is asked.
 */
export class Description {
  readonly cued: CuedSentence;
  readonly match: ConceptMatch;
  /** Where words after the match may describe it. */
  readonly after: Zone;
  readonly noteDate: string | null;
  readonly study: Study | null;
  readonly sidesBefore: NamedSides;
  readonly #lexicon: CompiledLexicon;
  readonly #text: DatedText;
  /** Regions that the text was about before: those that still hold, and all of them, the latest first. */
  readonly #regionsBefore: readonly string[] | null;
  readonly #recent: readonly string[];
  readonly #isFinding: boolean;
  readonly #isStudy: boolean;
  #assertion: Assertion | undefined;
  #cues: readonly CueMatch[] | undefined;
  #near: DateAt | null | undefined;
  #named: readonly string[] | null | undefined;
  #regions: readonly string[] | null | undefined;
  #laterality: Laterality | null | undefined;
  #levels: readonly string[] | undefined;
  #date: string | null | undefined;

  constructor(cued: CuedSentence, match: ConceptMatch, after: Zone, context: ReadingContext) {
    this.cued = cued;
    this.match = match;
    this.after = after;
    this.#isFinding = isStudyFinding(match.entry);
    this.#isStudy = isStudy(match.entry);
    this.noteDate = context.noteDate;
    this.sidesBefore = context.sides;
    this.study = this.#isFinding ? context.study : context.studyHere;
    this.#lexicon = context.lexicon;
    this.#text = context;
    this.#regionsBefore = context.regions;
    this.#recent = context.recent;
  }

  get assertion(): Assertion {
    this.#assertion ??= this.#asserted();
    return this.#assertion;
  }

  /** The cue that settled the polarity, and the word for how a study came out. */
  get cues(): readonly CueMatch[] {
    this.#cues ??= [this.assertion.settledBy, this.#result()].filter((cue) => cue !== null);
    return this.#cues;
  }

  /** Regions that its own sentence names for it. */
  get regionsHere(): readonly string[] | null {
    const named = this.#regionsNamed();
    return named && this.#own(named);
  }

  get regions(): readonly string[] | null {
    if (this.#regions === undefined)
      this.#regions = this.#own(
        this.#regionsNamed() ?? (this.match.entry.region === null ? this.#regionsTakenOver() : null),
      );
    return this.#regions;
  }

  get laterality(): Laterality | null {
    if (this.#laterality === undefined)
      this.#laterality = sideOf(this.#sentence(), this.match, this.after, this.#units());
    return this.#laterality;
  }

  get levels(): readonly string[] {
    this.#levels ??= this.#levelsSaid();
    return this.#levels;
  }

  get date(): string | null {
    if (this.#date === undefined) this.#date = this.#dateNear()?.date ?? this.#dateOfNote();
    return this.#date;
  }

  /** As for `Mention`. */
  get dateWords(): Zone | null {
    const near = this.match.entry.kind === 'event' ? this.#dateNear() : null;
    return near && dateWordsAt(near.at, this.#units());
  }

  /** `after`, longer where the date of the match stands beyond it. */
  get zone(): Zone {
    const { from, to } = this.after;
    const near = this.#dateNear();
    return near === null ? this.after : { from, to: Math.max(to, near.at + 1) };
  }

  #sentence(): Sentence {
    return this.cued.sentence;
  }

  #units(): readonly Unit[] {
    return this.cued.units;
  }

  #result(): CueMatch | null {
    return this.#isStudy ? resultOfStudy(this.#sentence(), this.match, this.#units()) : null;
  }

  #asserted(): Assertion {
    const { entry, from, to, layer } = this.match;
    const isDrug = layer === DRUG_LAYER;
    const assertion = assertionOf(this.cued, entry.kind, from, to, entry.isNormalFinding, isDrug);
    const result = this.#result();
    return result ? { ...assertion, said: new Set([...assertion.said, result.entry.meaning]) } : assertion;
  }

  #regionsNamed(): readonly string[] | null {
    if (this.#named === undefined) {
      // What a study found at `L5-S1` says of what it was, however far on in its sentence.
      const reach = this.#isStudy
        ? { from: this.after.from, to: nextStudy(this.#sentence(), this.match) }
        : this.after;
      this.#named = regionsOf(this.#sentence(), this.match, this.after, this.#units(), this.#lexicon, reach);
    }
    return this.#named;
  }

  /** Regions that no words of its own sentence name for it. */
  #regionsTakenOver(): readonly string[] | null {
    return (
      (this.#isFinding ? this.study?.regions : null) ??
      regionOfLevels(this.levels, this.#lexicon) ??
      this.#placeBefore()
    );
  }

  /** What the text was about. After `strength of the legs is full` it is still the back that has that strength. */
  #placeBefore(): readonly string[] | null {
    const spineOf = (region: string): string => {
      const spine = spineOfLimb(region, this.#lexicon);
      return spine !== null && this.#recent.includes(spine) ? spine : region;
    };
    return this.#regionsBefore?.map(spineOf) ?? null;
  }

  #own(regions: readonly string[] | null): readonly string[] | null {
    return ownRegions(this.match.entry, regions, this.#recent, this.#lexicon);
  }

  #levelsSaid(): readonly string[] {
    if (this.#isFinding) return levelsOfFinding(this.#sentence(), this.match, this.#units(), this.study);
    if (this.#isStudy) return levelsRightAfter(this.#sentence(), this.match, this.#units());
    return levelsIn(
      { from: zoneBefore(this.#sentence(), this.match).from, to: this.after.to },
      this.#units(),
    );
  }

  /** The date said with it, and where. */
  #dateNear(): DateAt | null {
    if (this.#near === undefined) this.#near = this.#findDateNear();
    return this.#near;
  }

  #findDateNear(): DateAt | null {
    const { kind } = this.match.entry;
    if (kind === 'quantity') return dateAfterNumber(this.#sentence(), this.match, this.#text);
    if (kind !== 'event' && kind !== 'marker') return null;
    const isOver = (): boolean => this.assertion.time !== 'future';
    const near = dateNear(this.#sentence(), this.match, this.#text, this.noteDate, isOver);
    return near ?? (kind === 'marker' ? dateAtEnd(this.#sentence(), this.#units()) : null);
  }

  /** `psychological evaluation (5/20/15) cleared`. */
  #dateInside(): string | null {
    const { entry, from, to } = this.match;
    if (entry.kind !== 'finding') return null;
    return (
      this.#units()
        .slice(from, to)
        .find((unit) => unit.date !== null)?.date ?? null
    );
  }

  #dateOfNote(): string | null {
    if (this.match.entry.kind === 'event') return null;
    return (
      this.#dateInside() ??
      dateRightAfter(this.match, this.#sentence(), this.#text) ??
      (this.#isFinding && this.study ? this.study.date : this.noteDate)
    );
  }
}

/** A date is one unit; `12 years ago` is three, `June 3` two. */
function dateWordsAt(at: number, units: readonly Unit[]): Zone {
  return { from: at, to: at + (units[at]?.kind === UnitKind.Number ? 3 : wordsOfMonth(at, units)) };
}

/** Where the next study of a sentence begins, or the sentence ends. */
function nextStudy(sentence: Sentence, match: ConceptMatch): number {
  return (
    sentence.concepts.find((other) => other.from >= match.to && isStudy(other.entry))?.from ?? sentence.to
  );
}
