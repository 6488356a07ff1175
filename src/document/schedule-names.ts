/**
 * The names of the treatment schedule -> what tells in a citation whether its source is part of the schedule.
 * `Decision based on MTUS A`, `… Non-MTUS Citation B`, `… the A Complaints Chapter`, `no section of the MTUS`.
 * The names are data (`treatment-schedule` of the lexicon); how forms and sentences are built around them is here.
 */
import type { TreatmentSchedule } from '../vocabulary/lexicon.js';

/** Patterns for the words of citations; none matches anything where the schedule has no names. */
export interface ScheduleNames {
  /** The lead-in of a form, whose first group begins with `Non` for other sources. Global: for `matchAll` alone. */
  readonly formal: RegExp;
  /** A party says that the schedule has nothing on it. */
  readonly denial: RegExp;
  /** Words by which a source shows that it is part of the schedule … */
  readonly member: RegExp;
  /** … or that it is not. */
  readonly outsider: RegExp;
  /** What stands before the name proper of a source: `the MTUS`, `Non-MTUS Citation:`. */
  readonly prefix: RegExp;
  /** The end of a chapter's title that says twice that it is one; the first group is what stays. */
  readonly chapterTitle: RegExp;
}

/** The patterns of a schedule. @param schedule left out: nothing is part of it */
export function scheduleNames(
  schedule: TreatmentSchedule = { names: [], documents: [], chapters: [] },
): ScheduleNames {
  const name = oneOf(schedule.names);
  const other = `Non ?-? ?${name}`;
  const chapter = oneOf(schedule.chapters);
  return {
    formal: new RegExp(`Decision based on (${other}(?: Citations?)?|${name})(?!\\w)[ :]*`, 'gi'),
    denial: new RegExp(
      `did not base (?:their|its|his ?/ ?her) (?:decision|determination) on the ${name}` +
        `|no section of the ${name}|not (?:a )?part of the ${name}|${name} (?:(?:does|did) not|(?:is|was) silent)`,
      'i',
    ),
    member: new RegExp(`\\b${name}(?!\\w)|${oneOf(schedule.documents)}|${chapter} (?:Chapter|\\()`, 'i'),
    outsider: new RegExp(`${other}|not (?:a )?part of (?:the )?${name}`, 'i'),
    prefix: new RegExp(`^(?:the |${other}(?: Citations?)?:? |${name} )+`, 'i'),
    chapterTitle: new RegExp(` (${chapter}) Chapter$`, 'i'),
  };
}

/** A pattern for any of these words, as they stand; one that never matches for none. */
function oneOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)';
  return `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}
