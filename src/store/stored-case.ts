/**
 * A row of the table of services -> the case in numbers with its verdict, and as much of the service as a row of its
 * issue needs: the readings of the facts that decided. And a row of the table of problems -> a problem.
 */
import type { CaseDictionary } from '../corpus/case-dictionary.js';
import type { NumberedVerdict } from '../corpus/evaluator.js';
import type { JudgedService, NumberedService } from '../corpus/judge-services.js';
import type { LetterProblem, ServiceForm, StoredReading, StoredService } from '../corpus/letter-facts.js';
import type { Row } from './database.js';

export interface CodedService {
  readonly form: ServiceForm;
  /** JSON of the words, which few ask for. */
  readonly words: string;
  readonly verdict: NumberedVerdict;
  readonly deciding: readonly StoredReading[];
}

/** @param row `letter_id, issue, form_id, words, readings, from_facts` */
export function numberedService([, , form, , readings]: Row): NumberedService {
  return { form: Number(form), readings: numbersIn(String(readings)) };
}

export function codedService(
  row: Row,
  { readings }: NumberedService,
  { form, verdict }: JudgedService,
  cases: CaseDictionary,
): CodedService {
  const deciding: StoredReading[] = [];
  if (verdict.decidingFacts.length > 0) {
    const facts = numbersIn(String(row[5]));
    readings.forEach((number, i) => {
      const reading = cases.readings[number];
      if (reading && verdict.decidingFacts.includes(reading.fact)) {
        deciding.push({ ...reading, from: facts[i] ?? -1 });
      }
    });
  }
  return { form, words: String(row[3]), verdict, deciding };
}

export function storedService({ form, words, deciding }: CodedService): StoredService {
  return { form, words: JSON.parse(words) as StoredService['words'], readings: deciding };
}

/** @param row of the table of problems */
export function storedProblem([, severity, code, message, line, column, page, help]: Row): LetterProblem {
  const place = line === null ? {} : { line: Number(line), column: Number(column) };
  return {
    severity: severity as LetterProblem['severity'],
    code: String(code),
    message: String(message),
    ...place,
    ...(page === null ? {} : { page: Number(page) }),
    ...helpOf(help),
  };
}

export function helpOf(help: Row[number] | undefined): Pick<LetterProblem, 'help'> {
  return help === null || help === undefined ? {} : { help: String(help) };
}

const SPACE = 0x20;
const MINUS = 0x2d;
const ZERO = 0x30;

/** The numbers of `12 -1 5`; empty for an empty text. Written out, since this runs for every service of an archive. */
function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let sign = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === SPACE) {
      numbers.push(sign * value);
      value = 0;
      sign = 1;
    } else if (code === MINUS) sign = -1;
    else value = 10 * value + code - ZERO;
  }
  if (text.length > 0) numbers.push(sign * value);
  return numbers;
}
