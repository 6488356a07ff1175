/**
 * What an edit of the rules does to past decisions, as text for people: the flips by direction with their letters,
 * what else decides now, agreement before and after, and the rules that decide more or less.
 */
import type { AgreementFigures, Impact, IssueChange, JudgedService, Share } from '../vocabulary/impact.js';
import { counted, type TextStyle } from './words.js';
import { indented, plainWords } from './wrap.js';

/** The two sets of rules: what they are called, and how they differ. */
export interface ImpactHead {
  readonly before: string;
  readonly after: string;
  /** Ids of rules. */
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** True where the vocabulary is another, so that letters were read twice. */
  readonly hasOtherLexicon: boolean;
}

const INDENT = 2;
const LABEL_WIDTH = 20;
const COLUMN_WIDTH = 38;

/**
 * Every flip and every shift is told, however many; blocks with nothing to say are left out. Ends with a line end.
 */
export function impactText(head: ImpactHead, impact: Impact, style: TextStyle): string {
  const blocks = [
    headLines(head, impact, style),
    flipLines(impact, style),
    shiftLines(impact.shifts, style),
    agreementLines(impact, style),
    ruleLines(impact, style),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headLines(head: ImpactHead, { letters, issues }: Impact, style: TextStyle): readonly string[] {
  const differences = (['changed', 'added', 'removed'] as const)
    .filter((kind) => head[kind].length > 0)
    .map((kind) => `${kind} ${head[kind].join(', ')}`);
  const rules = differences.length === 0 ? 'no rule says anything else' : differences.join('; ');
  const lexicon = head.hasOtherLexicon ? '; the lexicon is another, so letters were read with each' : '';
  return [
    style.paint('bold', `From ${head.before} to ${head.after}`),
    ...indented(`Rules: ${rules}${lexicon}.`, style.width, 0, INDENT),
    `Over ${counted(letters, 'letter')} with ${counted(issues, 'issue')}.`,
  ];
}

function flipLines({ flips, directions, issues }: Impact, style: TextStyle): readonly string[] {
  const title = style.paint('bold', `Flips: ${flips.length} of ${counted(issues, 'issue')}`);
  return [
    title,
    ...directions.flatMap(({ before, after, count }) => [
      `${' '.repeat(INDENT)}${before} -> ${after}: ${count}`,
      ...flips
        .filter((flip) => flip.before === before && flip.after === after)
        .flatMap((flip) => changeLines(flip, style)),
    ]),
  ];
}

function shiftLines(shifts: readonly IssueChange[], style: TextStyle): readonly string[] {
  if (shifts.length === 0) return [];
  return [
    style.paint('bold', `Same outcome on other grounds: ${counted(shifts.length, 'issue')}`),
    ...shifts.flatMap((shift) => changeLines(shift, style)),
  ];
}

function changeLines(change: IssueChange, style: TextStyle): readonly string[] {
  const { document, issue, request, servicesBefore, servicesAfter } = change;
  const say = (text: string): readonly string[] => indented(text, style.width, 3 * INDENT, INDENT);
  return [
    ...indented(
      `${plainWords(document)} issue ${issue}: ${plainWords(request)}`,
      style.width,
      2 * INDENT,
      INDENT,
    ),
    ...say(determinedText(change)),
    ...say(`before: ${servicesText(servicesBefore)}`),
    ...say(`after: ${servicesText(servicesAfter)}`),
  ];
}

function determinedText({ actual, agreementBefore, agreementAfter }: IssueChange): string {
  if (actual === null) return 'no determination is stated';
  const [was, is] = [agreementBefore === 'agree', agreementAfter === 'agree'];
  const effect =
    was === is
      ? is
        ? 'agrees as before'
        : 'does not agree, as before'
      : is
        ? 'now agrees'
        : 'no longer agrees';
  return `determined ${actual}: ${effect}`;
}

function servicesText(services: readonly JudgedService[]): string {
  if (services.length === 0) return 'no service was read';
  return services.map(groundsText).join('; ');
}

/** The rule and its criteria, or why nothing decides. */
function groundsText({ decision, rule, decidedBy, reason }: JudgedService): string {
  const by = rule === null ? '' : ` (${rule}${decidedBy.length === 0 ? '' : `: ${decidedBy.join(', ')}`})`;
  const why = decision === 'undetermined' && reason !== null ? `, ${reason.replaceAll('-', ' ')}` : '';
  return `${decision.replaceAll('-', ' ')}${why}${by}`;
}

const FIGURES = [
  ['predicted', 'predicted at all'],
  ['agreeing', 'of those, agreeing'],
  ['agreeingOfAll', 'agreeing of all'],
] as const satisfies readonly (readonly [keyof AgreementFigures, string])[];

function agreementLines({ before, after, better, worse, p }: Impact, style: TextStyle): readonly string[] {
  const row = (label: string, was: string, is: string): string =>
    `${' '.repeat(INDENT)}${label.padEnd(LABEL_WIDTH)}${was.padEnd(COLUMN_WIDTH)}${is}`.trimEnd();
  const figures =
    style.width < INDENT + LABEL_WIDTH + 2 * COLUMN_WIDTH
      ? FIGURES.flatMap(([key, label]) => [
          `${' '.repeat(INDENT)}${label}`,
          `${' '.repeat(2 * INDENT)}before ${shareText(before[key])}`,
          `${' '.repeat(2 * INDENT)}after  ${shareText(after[key])}`,
        ])
      : [
          row('', 'before', 'after'),
          ...FIGURES.map(([key, label]) => row(label, shareText(before[key]), shareText(after[key]))),
        ];
  const difference =
    better + worse === 0
      ? 'No issue agrees that did not, and none stopped agreeing.'
      : `${counted(better, 'issue')} came to agree, ${worse} stopped agreeing; exact McNemar test of the difference: p = ${pText(p)}.`;
  return [
    style.paint(
      'bold',
      `Agreement with the determinations (${counted(before.predicted.whole, 'issue')}; 95 % intervals)`,
    ),
    ...figures,
    ...indented(difference, style.width, INDENT, INDENT),
  ];
}

/** `31 of 40, 77.5 % (62.5 to 87.7)` */
function shareText({ part, whole, value, low, high }: Share): string {
  if (value === null || low === null || high === null) return 'none';
  const percent = (share: number): string => (100 * share).toFixed(1);
  return `${part} of ${whole}, ${percent(value)} % (${percent(low)} to ${percent(high)})`;
}

function pText(p: number): string {
  return p < 0.001 ? 'less than 0.001' : p.toFixed(3);
}

function ruleLines({ rules }: Impact, style: TextStyle): readonly string[] {
  if (rules.length === 0) return [];
  return [
    style.paint('bold', 'Rules that decide more or fewer services'),
    ...rules.map(
      ({ rule, decidedBefore, decidedAfter }) =>
        `${' '.repeat(INDENT)}${rule}: ${decidedBefore} before, ${decidedAfter} after`,
    ),
  ];
}
