/**
 * How a command turns what it meets into text on standard output: as a table or page for people, or as records.
 */
import type { CheckedLetter } from '../pipeline/check-letter.js';
import type { ErrorRecord, OutputRecord, ReportName } from '../report/output-schema.js';
import { type RecordFormat, recordsEnd, recordsStart, recordText } from '../report/record-text.js';
import type { Totals } from '../report/totals.js';

/**
 * What each event of a run adds to standard output; empty for nothing. `start` comes first and `end` last, once each;
 * letters and errors come between, in the order of the input.
 */
export interface Reporter {
  start(): string;
  letter(checked: CheckedLetter): string;
  /** An input that could not be read, or what a letter lacks. */
  error(record: ErrorRecord): string;
  end(totals: Totals): string;
}

/** @param recordsOf the records of one letter */
export function recordReporter(
  format: RecordFormat,
  name: ReportName,
  recordsOf: (checked: CheckedLetter) => readonly OutputRecord[],
): Reporter {
  let isFirst = true;
  const print = (record: OutputRecord): string => {
    const text = recordText(format, record, isFirst);
    isFirst = false;
    return text;
  };
  return {
    start: () => recordsStart(format, name),
    letter: (checked) => recordsOf(checked).map(print).join(''),
    error: print,
    end: (totals) => recordsEnd(format, totals),
  };
}

/** How a text report is laid out around its letters. */
export interface TextFrame {
  readonly heading: string;
  /** What stands between letters. */
  readonly gap: string;
  ending(totals: Totals): string;
}

/** What goes wrong is told on standard error alone; where no letter could be read, that is all there is to tell. */
export function textReporter(textOf: (checked: CheckedLetter) => string, frame: TextFrame): Reporter {
  let before = frame.heading;
  return {
    start: () => '',
    letter: (checked) => {
      const text = textOf(checked);
      if (text === '') return '';
      const start = before;
      before = frame.gap;
      return `${start}${text}\n`;
    },
    error: () => '',
    end: (totals) => (totals.letters === 0 ? '' : frame.ending(totals)),
  };
}
