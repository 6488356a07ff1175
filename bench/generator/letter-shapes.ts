/**
 * The layouts of the years: 2013, 2014, and 2015 on. In: a plan, its summary and its issues. Out: paragraphs.
 */
import { daysAfter, writeDate } from './dates.js';
import type { LetterPlan, LetterShape } from './letter-plan.js';
import type { Random } from './random.js';
import { LETTERS } from './templates.js';

export interface WrittenIssue {
  readonly request: string;
  readonly outcome: 'upheld' | 'overturned';
  /** Guideline chapter that the reviewer cites, and its section. */
  readonly chapter: string;
  readonly section: string;
  readonly rationale: string;
}

type Shape = (plan: LetterPlan, summary: string, issues: readonly WrittenIssue[], random: Random) => string[];

export const SHAPES: Readonly<Record<LetterShape, Shape>> = {
  '2013': letter2013,
  '2014': letter2014,
  '2015': letter2015,
};

const INTRODUCTION =
  'The Final Determination was based on decisions for the disputed items/services set forth below:';
const DEVELOPED =
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:';
const VERDICTS = {
  upheld: 'is not medically necessary and appropriate',
  overturned: 'is medically necessary and appropriate',
} as const;

function letter2015(
  plan: LetterPlan,
  summary: string,
  issues: readonly WrittenIssue[],
  random: Random,
): string[] {
  return [
    ...frontMatter(plan, random),
    ' HOW THE IMR FINAL DETERMINATION WAS MADE',
    LETTERS['how-it-was-made'],
    'The Expert Reviewer has the following credentials:',
    'State(s) of Licensure: California',
    `Certification(s)/Specialty: ${random.pick(LETTERS.specialties)}`,
    'CLINICAL CASE SUMMARY',
    DEVELOPED,
    summary,
    'IMR ISSUES, DECISIONS AND RATIONALES',
    INTRODUCTION,
    ...issues.flatMap((issue) => [
      `${issue.request}: ${issue.outcome === 'upheld' ? 'Upheld' : 'Overturned'}`,
      random.pick([
        'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.',
        `Claims Administrator guideline: Decision based on MTUS ${issue.chapter} 2004, Section(s): ${issue.section}.`,
      ]),
      `MAXIMUS guideline: Decision based on MTUS ${issue.chapter} 2004, Section(s): ${issue.section}.`,
      `Decision rationale: ${issue.rationale}`,
    ]),
  ];
}

function letter2014(
  plan: LetterPlan,
  summary: string,
  issues: readonly WrittenIssue[],
  random: Random,
): string[] {
  return [
    ...frontMatter(plan, random),
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    `${LETTERS['how-it-was-made']} The physician reviewer is Board Certified in ${random.pick(LETTERS.specialties)} and is licensed to practice in California.`,
    'CLINICAL CASE SUMMARY',
    DEVELOPED,
    summary,
    'IMR DECISION(S) AND RATIONALE(S)',
    INTRODUCTION,
    ...issues.flatMap((issue, i) => [
      `${i + 1}. ${issue.request} ${VERDICTS[issue.outcome]}.`,
      `The Claims Administrator based its decision on the MTUS ${issue.chapter}, ${issue.section}.`,
      `The Expert Reviewer based his/her decision on the MTUS ${issue.chapter}, ${issue.section}.`,
      `The Expert Reviewer's decision rationale: ${issue.rationale}`,
    ]),
  ];
}

function letter2013(
  plan: LetterPlan,
  summary: string,
  issues: readonly WrittenIssue[],
  random: Random,
): string[] {
  return [
    'Notice of Independent Medical Review Determination',
    `Dated: ${writeDate(daysAfter(plan.urDate, 90), random)}`,
    'Employee:',
    'Claim Number:',
    `Date of UR Decision: ${writeDate(plan.urDate, random)}`,
    `Date of Injury: ${writeDate(plan.injuryDate, random)}`,
    `IMR Application Received: ${writeDate(daysAfter(plan.urDate, 14), random)}`,
    `MAXIMUS Case Number: ${caseNumber(plan, random)}`,
    ...issues.map(
      ({ request, outcome }, i) =>
        `${i + 1}) MAXIMUS Federal Services, Inc. has determined the request for ${request} ${VERDICTS[outcome]}.`,
    ),
    'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
    'Medical Qualifications of the Expert Reviewer:',
    `${LETTERS['how-it-was-made']} The physician reviewer is Board Certified in ${random.pick(LETTERS.specialties)}.`,
    'Expert Reviewer Case Summary:',
    summary,
    'Documents Reviewed for Determination:',
    'These documents included: Application of Independent Medical Review; Utilization Review Determination; Medical Records.',
    ...issues.flatMap((issue, i) => [
      `${i + 1}) Regarding the request for ${issue.request}:`,
      'Medical Treatment Guidelines Relied Upon by the Expert Reviewer to Make His/Her Decision',
      `The Claims Administrator based its decision on the ${issue.chapter} Chapter (ACOEM Practice Guidelines, 2nd Edition (2004)), which is a part of the MTUS.`,
      "The Expert Reviewer found the guidelines used by the Claims Administrator relevant and appropriate for the employee's clinical circumstance.",
      'Rationale for the Decision:',
      issue.rationale,
    ]),
  ];
}

function frontMatter(plan: LetterPlan, random: Random): string[] {
  if (!plan.hasFrontMatter) return [];
  const day = (date: string): string => date.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');
  return [
    `Case Number: ${caseNumber(plan, random)} Date Assigned: ${day(daysAfter(plan.urDate, 30))}`,
    `Date of Injury: ${day(plan.injuryDate)} Decision Date: ${day(daysAfter(plan.urDate, 60))}`,
    `UR Denial Date: ${day(plan.urDate)} UR Application Received: ${day(daysAfter(plan.urDate, 14))}`,
    'Priority: Standard',
  ];
}

function caseNumber({ shape }: LetterPlan, random: Random): string {
  return `CM${shape.slice(2)}-00${random.between(10_000, 99_999)}`;
}
