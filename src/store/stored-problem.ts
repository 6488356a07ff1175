/** A row of the table of problems -> a problem of a letter. */
import type { LetterProblem } from '../corpus/letter-facts.js';
import type { Row } from './database.js';

/** A problem as it was before it was stored. @param row `letter_id, severity, code, message, line, column, page, help` */
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

/** The help of a stored problem, if it has any. */
export function helpOf(help: Row[number] | undefined): Pick<LetterProblem, 'help'> {
  return help === null || help === undefined ? {} : { help: String(help) };
}
