/** What stands in a rule that was just laid out wherever its author has to write; no rule is finished with it. */
export const TO_BE_WRITTEN = 'to be written';
