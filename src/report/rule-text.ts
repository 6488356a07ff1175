/**
 * One rule as text for people: what it is for, where it comes from, its trees in plain sentences, its examples, and
 * how it fared over letters where those were counted.
 */
import { CONFIDENCE_WORDS, sentence } from './criterion-words.js';
import { RULE_PARTS } from './rule-parts.js';
import type { CriterionView, ExampleView, RuleUseView, RuleView } from './rule-view.js';
import { CRITERION_WORDS, citationText, counted, DECISION_WORDS, type TextStyle } from './words.js';
import { indented } from './wrap.js';

const LABEL_WIDTH = 12;
const INDENT = 2;
const STEP = 4;

/** Parts that the rule does not have are left out, counts over letters where none were made. Ends with a line end. */
export function ruleText(view: RuleView, style: TextStyle): string {
  const parts = RULE_PARTS.flatMap(({ part, title, about: what, member }) => {
    const node = view[part];
    if (node === null) return [];
    const nodes = member !== null ? node.members : [node];
    const about = what === null ? [] : indented(what, style.width, INDENT);
    return [[style.paint('bold', title), ...about, ...nodes.flatMap((one) => nodeLines(one, style, INDENT))]];
  });
  const blocks = [
    headLines(view, style),
    ...parts,
    exampleLines(view.examples, style),
    useLines(view, style),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headLines(view: RuleView, style: TextStyle): readonly string[] {
  const row = (label: string, text: string): readonly string[] => {
    const [first = '', ...rest] = indented(text, style.width, LABEL_WIDTH);
    return [label.padEnd(LABEL_WIDTH) + first.trimStart(), ...rest];
  };
  return [
    style.paint('bold', view.title),
    style.paint('dim', `${view.id}  ${view.file}:${view.line}`),
    style.paint('dim', '─'.repeat(style.width)),
    ...row('Applies to', appliesText(view)),
    ...row('Source', citationText(view.citation)),
    ...row('Tier', `step ${view.tier} of the evidence sequence`),
    ...row('In force', effectiveText(view)),
    ...row('Decides', decidesText(view)),
    ...row('Confidence', confidenceText(view)),
    ...(view.notes === null ? [] : row('Notes', view.notes)),
  ];
}

/** `MRI or CT scan; lumbar spine; only if repeat` */
export function appliesText({ families, regions, qualifiers }: RuleView): string {
  const where = regions === null ? 'any region' : regions.map((one) => one.name).join(' or ');
  const parts = [families.map((one) => one.name).join(' or '), where];
  if (qualifiers.length > 0) parts.push(`only if ${qualifiers.join(' and ')}`);
  return parts.join('; ');
}

/** `since 2014-01-01`, `from 2014-01-01 to 2016-12-31`; both days included */
export function effectiveText({ effective: { from, until } }: Pick<RuleView, 'effective'>): string {
  return until === null ? `since ${from}` : `from ${from} to ${until}`;
}

/** `medically necessary if the criteria are met, otherwise undetermined` */
export function decidesText({ decision, otherwise }: RuleView): string {
  return `${DECISION_WORDS[decision]} if the criteria are met, otherwise ${DECISION_WORDS[otherwise]}`;
}

/** How many of the tests were checked against the source, as a clause. */
export function confidenceText({ confidence: { verified, tests } }: RuleView): string {
  if (verified === tests) return `every test is ${CONFIDENCE_WORDS.verified}`;
  if (verified === 0) return `every test is ${CONFIDENCE_WORDS['domain-knowledge']}`;
  const others = tests - verified;
  const are = others === 1 ? 'is' : 'are';
  return `${verified} of ${tests} tests ${CONFIDENCE_WORDS.verified}; ${others} ${are} ${CONFIDENCE_WORDS['domain-knowledge']}`;
}

function nodeLines(node: CriterionView, style: TextStyle, indent: number): readonly string[] {
  const isTest = node.kind === 'test';
  const name = node.id === null ? '' : `${node.id}: `;
  const because = node.because === null ? '' : sentence(node.because);
  const head = isTest ? name + because : `${name}${because}${because === '' ? '' : ' '}${node.asks}:`;
  const inside = indent + STEP;
  const say = (text: string): readonly string[] => indented(text, style.width, inside, 2);
  return [
    ...indented(`- ${head}`, style.width, indent, 2),
    ...(isTest ? say(`Asks ${node.asks}. ${node.silence}`) : []),
    ...(node.citation === null ? [] : say(`Source: ${citationText(node.citation)}`)),
    ...(node.use === null ? [] : say(criterionUseText(node))),
    ...node.members.flatMap((member) => nodeLines(member, style, inside)),
  ];
}

/** Groups decide nothing by themselves: their members do. */
function criterionUseText({ use, kind }: CriterionView): string {
  if (use === null) return '';
  const counts = `met ${use.met}, not met ${use.notMet}, undetermined ${use.undetermined}`;
  return kind === 'test'
    ? `In the letters: ${counts}; decided ${use.decided}.`
    : `In the letters: ${counts}.`;
}

/** The end that an example expects, as a tag: `not met`, `silent`. */
export function expectWords(expect: ExampleView['expect']): string {
  return expect === 'silent' ? 'silent' : CRITERION_WORDS[expect];
}

function exampleLines(examples: readonly ExampleView[], style: TextStyle): readonly string[] {
  if (examples.length === 0) return [];
  return [
    style.paint('bold', 'Examples'),
    ...examples.flatMap(({ name, service, date, facts, text, expect, decidedBy }) => {
      const say = (words: string): readonly string[] => indented(words, style.width, INDENT + STEP, 2);
      return [
        ...indented(`- ${name}: ${expectWords(expect)}`, style.width, INDENT, 2),
        ...say(`${service}${date === null ? '' : `, on ${date}`}`),
        ...facts.flatMap(({ said }) => say(said)),
        ...(text === null ? [] : say(`"${text}"`)),
        ...(decidedBy === null ? [] : say(`Decided by ${decidedBy.join(', ')}`)),
      ];
    }),
  ];
}

function useLines({ use }: RuleView, style: TextStyle): readonly string[] {
  if (use === null) return [];
  const say = (text: string): readonly string[] => indented(text, style.width, INDENT, 2);
  return [style.paint('bold', 'In the letters'), ...useTexts(use).flatMap(say)];
}

function useTexts(use: RuleUseView): readonly string[] {
  const { letters, services, governed, silent, outranked, notInForce, decisions } = use;
  if (services === 0) return [`No service of ${counted(letters, 'letter')} is one that this rule is for.`];
  return [
    `It is for ${counted(services, 'service')} of ${counted(letters, 'letter')}: it governed ${governed}, was silent on ${silent}, came after another guideline for ${outranked}, was not in force for ${notInForce}.`,
    `Where it governed: ${decisions['medically-necessary']} medically necessary, ${decisions['not-medically-necessary']} not medically necessary, ${decisions.undetermined} undetermined.`,
  ];
}
