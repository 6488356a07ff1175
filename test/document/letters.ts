/**
 * Small invented letters in each of the three shapes, put together from parts so that tests can change one of them.
 */

import type { ImrDocument } from '../../src/document/imr-document.js';
import { parseDocument } from '../../src/document/parse-document.js';
import { SourceText, type Span } from '../../src/text/source-text.js';
import { readLetterForm } from '../helpers/lexicon.js';

const FORM = readLetterForm();

export interface InventedIssue {
  readonly request: string;
  /** In the words of the shape: `Upheld`, `is not medically necessary and appropriate`. */
  readonly outcome: string;
  readonly rationale: string;
  readonly administrator?: string;
  readonly reviewer?: string;
}

export const SUMMARY =
  'The injured worker is a 50 year old potter with a date of injury on 09-19-2002. He has pain in the left hand.\n' +
  'A splint was tried, "with little help." On 10-05-2015 Utilization Review denied the requests for a wheel and for clay.';

const FRONT_2015 = `Case Number: CM15-0012345 Date Assigned: 09/24/2015
Date of Injury: 09/19/2002 Decision Date: 11/05/2015
UR Denial Date: 10/05/2015
Priority: Standard Application Received: 09/17/2015

HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer.
The Expert Reviewer has the following credentials:
State(s) of Licensure: California, Nevada
Certification(s)/Specialty: Pottery Medicine`;

const BOILERPLATE =
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:';
const INTRO =
  'The Final Determination was based on decisions for the disputed items/services set forth below:';
const NOT_CITED = 'The Claims Administrator did not cite any medical evidence for its decision.';

export function summaryPart(summary: string): string {
  return `CLINICAL CASE SUMMARY\n${BOILERPLATE}\n\n${summary}\n`;
}

export function issuesPart2015(issues: readonly InventedIssue[]): string {
  const blocks = issues.map(
    ({ request, outcome, rationale, administrator, reviewer }) =>
      `${request}: ${outcome}\nClaims Administrator guideline: ${administrator ?? NOT_CITED}\n` +
      `MAXIMUS guideline: ${reviewer ?? 'The Expert Reviewer did not base their decision on the MTUS.'}\n` +
      `Decision rationale: ${rationale}\n`,
  );
  return `IMR ISSUES, DECISIONS AND RATIONALES\n${INTRO}\n\n${blocks.join('\n')}`;
}

export function letter2015(issues: readonly InventedIssue[], summary = SUMMARY): string {
  return `${FRONT_2015}\n\n${summaryPart(summary)}\n${issuesPart2015(issues)}`;
}

export function letter2014(issues: readonly InventedIssue[], summary = SUMMARY): string {
  const blocks = issues.map(
    ({ request, outcome, rationale, administrator, reviewer }, index) =>
      `${index + 1}. ${request} ${outcome}.\n` +
      `The Claims Administrator ${administrator ?? 'based its decision on the MTUS Kiln Guidelines, page 9'}.\n` +
      `The Expert Reviewer ${reviewer ?? 'based his/her decision on the MTUS Kiln Guidelines, pages 9-10'}.\n` +
      `The Expert Reviewer's decision rationale: ${rationale}\n`,
  );
  return `HOW THE IMR FINAL DETERMINATION WAS MADE\nThe physician reviewer is Board Certified in Pottery Medicine, has a subspecialty in Glazes and is licensed to practice in California.\n\n${summaryPart(summary)}\nIMR DECISION(S) AND RATIONALE(S)\n${INTRO}\n\n${blocks.join('\n')}`;
}

/** The sentence that says where the summary of a letter of 2013 is from: a part of the summary. */
export const DISCLAIMER =
  'Disclaimer: The following case summary was taken directly from the utilization review denial/modification dated August 6, 2013.';

export function letter2013(issues: readonly InventedIssue[], summary = SUMMARY): string {
  const list = issues.map(
    ({ request, outcome }, index) =>
      `${index + 1}) MAXIMUS Federal Services, Inc. has determined the request for ${request} ${outcome}.\n`,
  );
  const blocks = issues.map(
    ({ request, rationale, administrator, reviewer }, index) =>
      `${index + 1}) Regarding the request for ${request}:\n\n` +
      'Medical Treatment Guidelines Relied Upon by the Expert Reviewer to Make His/Her Decision\n' +
      `The Claims Administrator ${administrator ?? 'based its decision on the Kiln Complaints Chapter (Practice Guidelines, 2nd Edition (2004), Chapter 12), pages 305-307, which is a part of the MTUS'}.\n` +
      `The Expert Reviewer ${reviewer ?? "found the guidelines used by the Claims Administrator relevant and appropriate for the employee's clinical circumstance"}.\n\n` +
      `Rationale for the Decision:\n${rationale}\n`,
  );
  return `Notice of Independent Medical Review Determination

Dated: 12/18/2013

Employee:
Claim Number:
Date of UR Decision: 8/6/2013
Date of Injury: 4/11/2006
IMR Application Received: 8/20/2013
MAXIMUS Case Number: CM13-0071443

${list.join('\n')}
INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

Medical Qualifications of the Expert Reviewer:
The physician reviewer is Board Certified in Pottery Medicine and is licensed to practice in California.

Expert Reviewer Case Summary:
${DISCLAIMER}
${summary}

Documents Reviewed for Determination:
These documents included: Application of Independent Medical Review; Medical Records.

${blocks.join('\n')}`;
}

export function parse(text: string): ImrDocument {
  return parseDocument(new SourceText('letter.txt', text), FORM);
}

/** Words of a span with all white space as one space. */
export function words(text: string, span: Span | null | undefined): string | null {
  return span ? text.slice(span.start, span.end).replace(/\s+/g, ' ') : null;
}

/** What a letter says, without places: equal for letters that differ only in layout. */
export function contentOf(text: string): unknown {
  const { shape, summary, issues, header, diagnostics } = parse(text);
  return {
    shape,
    summary: words(text, summary),
    issues: issues.map(({ request, determination }) => ({
      request: words(text, request),
      outcome: determination.outcome?.value,
      rationale: words(text, determination.rationale),
      sources: [determination.claimsAdministrator, determination.reviewer].map((block) =>
        block?.sources.map(({ kind, title, year, sections, pages }) => ({
          kind,
          title,
          year,
          sections,
          pages,
        })),
      ),
    })),
    header: Object.values(header).map((field) => field?.value),
    codes: diagnostics.map(({ code }) => code),
  };
}
