/**
 * What a run counted: letters, issues, how many agree, findings, inputs that could not be read.
 */
import type { Agreement, Finding } from '../vocabulary/decision.js';
import type { LetterResult } from '../vocabulary/letter-result.js';
import { counted } from './words.js';

/** Counts of a run so far; never changed in place. */
export interface Totals {
  /** Letters whose text could be read. */
  readonly letters: number;
  readonly issues: number;
  readonly agreements: Readonly<Record<Agreement, number>>;
  readonly undetermined: number;
  readonly findings: number;
  /** Findings beside `outcome-disagrees`, which only says again that prediction and determination differ. */
  readonly findingsInLetters: number;
  /** Inputs with errors; a letter that could be read may be among them. */
  readonly unread: number;
}

/** What a run begins with. */
export const NO_TOTALS: Totals = {
  letters: 0,
  issues: 0,
  agreements: { agree: 0, disagree: 0, 'not-comparable': 0 },
  undetermined: 0,
  findings: 0,
  findingsInLetters: 0,
  unread: 0,
};

/** The totals with one letter more; whether it has errors is for `addUnread`. */
export function addLetter(totals: Totals, { issues }: LetterResult): Totals {
  const findings = issues.flatMap((issue) => issue.findings);
  const count = (agreement: Agreement): number =>
    totals.agreements[agreement] + issues.filter((issue) => issue.agreement === agreement).length;
  return {
    letters: totals.letters + 1,
    issues: totals.issues + issues.length,
    agreements: {
      agree: count('agree'),
      disagree: count('disagree'),
      'not-comparable': count('not-comparable'),
    },
    undetermined: totals.undetermined + issues.filter((issue) => issue.predicted === 'undetermined').length,
    findings: totals.findings + findings.length,
    findingsInLetters: totals.findingsInLetters + findings.filter(isOfLetter).length,
    unread: totals.unread,
  };
}

/** The totals with one more input that has errors, however many. */
export function addUnread(totals: Totals): Totals {
  return { ...totals, unread: totals.unread + 1 };
}

function isOfLetter(finding: Finding): boolean {
  return finding.code !== 'outcome-disagrees';
}

/** `2 letters, 4 issues: 3 agree, 0 disagree, 1 not comparable; 2 findings`. */
export function totalsText(totals: Totals): string {
  const { agree, disagree, 'not-comparable': open } = totals.agreements;
  const unread = totals.unread === 0 ? '' : `; ${counted(totals.unread, 'input')} with errors`;
  return `${counted(totals.letters, 'letter')}, ${counted(totals.issues, 'issue')}: ${agree} agree, ${disagree} disagree, ${open} not comparable; ${counted(totals.findings, 'finding')}${unread}`;
}
