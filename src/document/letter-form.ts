/**
 * What the parser of letters knows of their wording, from the lexicon: how they name the treatment schedule, how dates are written.
 */
import type { UnitData } from '../language/unit.js';
import { unitData } from '../language/unit-data.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import { type ScheduleNames, scheduleNames } from './schedule-names.js';

export interface LetterForm {
  readonly schedule: ScheduleNames;
  readonly units: UnitData;
}

/** The form of the letters that a checked lexicon is for. */
export function letterForm(lexicon: LexiconFile): LetterForm {
  return { schedule: scheduleNames(lexicon['treatment-schedule']), units: unitData(lexicon) };
}
