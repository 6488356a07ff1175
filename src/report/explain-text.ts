/**
 * One issue of a letter explained: prediction beside determination, then the steps for each service, then what the
 * reviewer determined and what does not hold together. Written to be handed on.
 */
import type { CitationBlock, Determination, ImrDocument } from '../document/imr-document.js';
import type { IssueResult, LetterResult } from '../vocabulary/letter-result.js';
import { decisionSteps, type Step } from './decision-text.js';
import { findingLines, quoteLines } from './findings-text.js';
import { AGREEMENT_WORDS, counted, placeText, type TextStyle } from './words.js';
import { indented, plainWords } from './wrap.js';

const INDENT = 3;

/** @param document the letter that `result` was made from */
export function explainText(
  result: LetterResult,
  issue: IssueResult,
  document: ImrDocument,
  style: TextStyle,
): string {
  const determination = document.issues.find((one) => one.number === issue.issue)?.determination ?? null;
  const many = issue.decisions.length > 1;
  const services = issue.decisions.flatMap((decision, i) => {
    const words = plainWords(decision.service.words.text);
    const heading = many ? [[`Service ${i + 1} of ${issue.decisions.length}: ${words}`]] : [];
    const steps = decisionSteps(result.document, decision, style);
    return [...heading, ...steps.map((step, n) => stepLines(step, n + 1, style))];
  });
  const last = (issue.decisions.length === 0 ? 0 : 7) + 1;
  const blocks = [
    headLines(result, issue, style),
    ...services,
    stepLines(determinationStep(result.document, issue, determination, document, style), last, style),
    stepLines(findingsStep(result.document, issue, style), last + 1, style),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function stepLines({ title, lines }: Step, number: number, style: TextStyle): readonly string[] {
  return [style.paint('bold', `${number}. ${title}`), ...lines];
}

function headLines(result: LetterResult, issue: IssueResult, style: TextStyle): readonly string[] {
  const title = `${placeText(result.document, issue.request)}  issue ${issue.issue} of ${result.issues.length}`;
  const row = (label: string, text: string): readonly string[] => {
    const [first = '', ...rest] = indented(text, style.width, LABEL_WIDTH);
    return [label.padEnd(LABEL_WIDTH) + first.trimStart(), ...rest];
  };
  return [
    style.paint('bold', title),
    style.paint('dim', '─'.repeat(style.width)),
    ...row('Request', issue.request.text),
    ...row('Predicted', issue.decisions.length === 0 ? NOTHING_PREDICTED : outcomeText(issue.predicted)),
    ...row('Determined', issue.actual === null ? 'no outcome is stated' : outcomeText(issue.actual)),
    ...row('Agreement', AGREEMENT_WORDS[issue.agreement]),
  ];
}

const LABEL_WIDTH = 12;
/** Rationales are quoted whole unless they are very long. */
const MOST_OF_RATIONALE = 2000;
const NOTHING_PREDICTED = 'nothing: the letter has no case summary to predict from';

function outcomeText(outcome: IssueResult['predicted']): string {
  switch (outcome) {
    case 'upheld':
      return 'upheld (the denial stands: not medically necessary)';
    case 'overturned':
      return 'overturned (medically necessary)';
    case 'overturned-in-part':
      return 'overturned in part (some services medically necessary, others not)';
    case 'undetermined':
      return 'undetermined (what the letter documents does not settle it)';
  }
}

function determinationStep(
  name: string,
  issue: IssueResult,
  determination: Determination | null,
  { source }: ImrDocument,
  style: TextStyle,
): Step {
  const title = 'What the reviewer determined';
  const say = (text: string): readonly string[] => indented(text, style.width, INDENT);
  if (determination === null) return { title, lines: say('Nothing was found in the letter.') };
  const { outcome, reviewer, claimsAdministrator, rationale } = determination;
  return {
    title,
    lines: [
      ...(outcome === null
        ? say('No outcome is stated.')
        : [
            ...say(
              `${outcomeText(outcome.value)}; prediction and determination: ${AGREEMENT_WORDS[issue.agreement]}.`,
            ),
            ...quoteLines(name, outcome.quote, style, INDENT),
          ]),
      ...citedLines(name, 'The claims administrator relied on', claimsAdministrator, style),
      ...citedLines(name, 'The reviewer relied on', reviewer, style),
      ...(rationale === null
        ? say('No rationale was found.')
        : [
            ...say('Rationale:'),
            ...quoteLines(name, source.quote(rationale), style, INDENT, MOST_OF_RATIONALE),
          ]),
    ],
  };
}

function citedLines(
  name: string,
  who: string,
  block: CitationBlock | null,
  style: TextStyle,
): readonly string[] {
  if (block === null) return [];
  if (block.sources.length === 0) return indented(`${who} no guideline that is named.`, style.width, INDENT);
  return [
    ...indented(`${who}:`, style.width, INDENT),
    ...block.sources.flatMap((cited) => quoteLines(name, cited.quote, style, INDENT)),
  ];
}

function findingsStep(name: string, issue: IssueResult, style: TextStyle): Step {
  const { findings } = issue;
  const title = 'What does not hold together';
  if (findings.length === 0) return { title, lines: [`${' '.repeat(INDENT)}Nothing was found.`] };
  const count = `${' '.repeat(INDENT)}${counted(findings.length, 'finding')}:`;
  return {
    title,
    lines: [count, ...findings.flatMap((finding) => findingLines(name, finding, style, INDENT))],
  };
}
