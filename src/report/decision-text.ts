/**
 * One decision explained step by step, in the order in which a reviewer would ask: what was requested, which
 * guideline speaks and why, each criterion, what decided, how near the others came, what is missing, what would turn
 * it. What the reviewer determined is apart (`explain-text.ts`).
 */
import type { Decision, RuleTrace, TraceNode, TurningPoint } from '../vocabulary/decision.js';
import { type Names, wordsOf } from '../vocabulary/names.js';
import { type Service, UNKNOWN_FAMILY } from '../vocabulary/service.js';
import { quoteLines } from './findings-text.js';
import { missText, nearMisses, openTexts } from './near-misses.js';
import { passedOverTexts } from './passed-over.js';
import { RULE_PARTS, toldNodes } from './rule-parts.js';
import { traceLines } from './trace-text.js';
import { CRITERION_WORDS, citationText, counted, DECISION_WORDS, type TextStyle } from './words.js';
import { indented, plainWords } from './wrap.js';

const INDENT = 3;
/** One question that is answered; its number is given by who prints it. */
export interface Step {
  readonly title: string;
  /** Wrapped and indented; empty for nothing. */
  readonly lines: readonly string[];
}

/**
 * Always the same seven steps in the same order, each with words to say that there is nothing to say.
 * @param document name of the letter, for the places of quotes
 */
export function decisionSteps(document: string, decision: Decision, style: TextStyle): readonly Step[] {
  const say = (text: string): readonly string[] => indented(text, style.width, INDENT);
  const list = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => indented(`- ${text}`, style.width, INDENT, 2));
  const governing = decision.rules.filter((rule) => rule.passedOver === null);
  return [
    {
      title: 'What was requested',
      lines: [
        ...say(`${serviceText(decision.service, style.names)}.`),
        ...quoteLines(document, decision.service.words, style, INDENT),
      ],
    },
    { title: 'Which guideline speaks, and why', lines: guidelineLines(decision, governing, say, list) },
    {
      title: 'The criteria',
      lines:
        governing.length === 0
          ? say('No rule speaks, so no criterion was tested.')
          : governing.flatMap((rule) => ruleLines(document, rule, style)),
    },
    { title: 'What decided', lines: say(decidedText(decision, governing)) },
    { title: 'How near the others came', lines: list(nearTexts(decision, governing)) },
    { title: 'What is missing', lines: list(missingTexts(decision, style)) },
    { title: 'What would turn the decision', lines: list(turningTexts(decision, style)) },
  ];
}

/** `CT scan, lumbar spine, quantity 1` */
export function serviceText(service: Service, names: Names): string {
  const { family, region, laterality, levels, quantity, unit, frequency, durationWeeks, parent } = service;
  const parts = [
    family === UNKNOWN_FAMILY ? 'a service that the lexicon does not have' : names.family(family),
    region && names.region(region),
    laterality,
    levels.length > 0 && levels.join(', '),
    service.drug && wordsOf(service.drug),
    service.ingredients.length > 0 && `ingredients ${service.ingredients.map(wordsOf).join(', ')}`,
    service.strengthMg !== null && `${service.strengthMg} mg`,
    quantity !== null && (unit === null ? `quantity ${quantity}` : counted(quantity, unit)),
    frequency,
    durationWeeks !== null && `for ${counted(durationWeeks, 'week')}`,
    ...Object.entries(service.modifiers).map(([name, value]) => modifierText(name, value)),
    parent && `serving ${names.family(parent)}`,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
}

/** `repeat`, `not repeat`, `contrast without` */
export function modifierText(name: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? wordsOf(name) : `not ${wordsOf(name)}`;
  return `${wordsOf(name)} ${wordsOf(String(value))}`;
}

function guidelineLines(
  { date, reasonText, rules }: Decision,
  governing: readonly RuleTrace[],
  say: (text: string) => readonly string[],
  list: (texts: readonly string[]) => readonly string[],
): readonly string[] {
  const when =
    date === null
      ? 'The letter gives no date, so the latest edition of each guideline counts.'
      : `Editions are those in force on ${date}.`;
  const speaking = governing.map(
    (rule) =>
      `${citationText(rule.citation)} (rule ${rule.rule}, ${rule.place.file}:${rule.place.line}), step ${rule.tier} of the evidence sequence: ${rule.title}`,
  );
  const passed = rules.filter((rule) => rule.passedOver !== null);
  return [
    ...say(when),
    ...(speaking.length === 0
      ? say(`No guideline speaks: ${reasonText ?? 'no rule is for this service'}.`)
      : say(
          'This speaks, as the first of the evidence sequence that is in force and addresses the request:',
        )),
    ...list(speaking),
    ...(passed.length === 0 ? [] : say('Considered and passed over:')),
    ...list(passedOverTexts(passed)),
  ];
}

function ruleLines(document: string, rule: RuleTrace, style: TextStyle): readonly string[] {
  return RULE_PARTS.flatMap((part) => {
    const node = rule[part.part];
    if (node === null) return [];
    return [
      ...indented(part.asked.endsWith('?') ? part.asked : `${part.asked}:`, style.width, INDENT),
      ...toldNodes(part, node).flatMap((one) => traceLines(document, one, style, INDENT + 2)),
    ];
  });
}

function decidedText(decision: Decision, governing: readonly RuleTrace[]): string {
  const words = DECISION_WORDS[decision.decision];
  if (decision.decision === 'undetermined') {
    return `Undetermined: ${decision.reasonText ?? 'what is documented does not settle it'}.`;
  }
  const because = decision.decidedBy.map((id) => sentenceOf(id, governing));
  if (because.length === 0) return `Predicted ${words} by rule ${decision.rule ?? 'none'}.`;
  return `Predicted ${words}, settled by ${because.join('; ')}.`;
}

/** A criterion's id, status and sentence. */
function sentenceOf(id: string, rules: readonly RuleTrace[]): string {
  for (const rule of rules) {
    for (const { part } of RULE_PARTS) {
      const node = rule[part] && findNode(rule[part], id);
      if (!node) continue;
      const because = node.because === null ? '' : `: ${node.because.replace(/\.$/, '')}`;
      return `${id} (${CRITERION_WORDS[node.status]}${because})`;
    }
  }
  return id;
}

function findNode(node: TraceNode, id: string): TraceNode | null {
  if (node.id === id) return node;
  if (node.kind === 'test') return null;
  for (const child of node.children) {
    const found = findNode(child, id);
    if (found !== null) return found;
  }
  return null;
}

function nearTexts(decision: Decision, governing: readonly RuleTrace[]): readonly string[] {
  const own = governing.flatMap((rule) => (rule.criteria === null ? [] : nearMisses(rule.criteria)));
  const others = decision.rules.filter((rule) => rule.passedOver === 'lower-tier' && rule.criteria !== null);
  if (decision.rules.length === 0) return ['there is nothing to hold the request against'];
  if (governing.length === 0) return ['no guideline that is in force addresses the request; step 2 says why'];
  const texts = [
    ...own.map(missText),
    ...governing.flatMap(openTexts),
    ...others.map((rule) => `rule ${rule.rule}, had it spoken: ${DECISION_WORDS[rule.decision]}`),
  ];
  return texts.length === 0 ? ['nothing else was open: no alternative is left unmet'] : texts;
}

function missingTexts({ undocumented, rules }: Decision, { meaningOf }: TextStyle): readonly string[] {
  if (undocumented.length > 0) {
    return undocumented.map((fact) => {
      const meaning = meaningOf(fact);
      return meaning === null ? fact : `${fact}: ${plainWords(meaning)}`;
    });
  }
  return rules.every((rule) => rule.passedOver !== null)
    ? ['nothing can be said without a rule']
    : ['nothing: no fact that the letter leaves open could change the decision'];
}

function turningTexts({ turningPoints, rules }: Decision, style: TextStyle): readonly string[] {
  if (turningPoints.length > 0) return turningPoints.map((one) => turningText(one, style));
  if (rules.length === 0) return ['nothing in this letter: there is no rule for the service'];
  if (rules.every((rule) => rule.passedOver !== null))
    return ['nothing in this letter: no rule for the service speaks'];
  return ['no change of one or two facts would turn it'];
}

/** @param meaningOf where facts are not known by name alone */
export function turningText(
  { decision, changes }: TurningPoint,
  { meaningOf }: Pick<TextStyle, 'meaningOf'> = { meaningOf: () => null },
): string {
  const conditions = changes.map(({ fact, criterion, to }) => {
    const meaning = meaningOf(fact);
    const said = meaning === null ? '' : `${plainWords(meaning)}; `;
    return `${fact} as ${to} (${said}criterion ${criterion})`;
  });
  return `if the summary documented ${conditions.join(', and ')}, it would be ${DECISION_WORDS[decision]}`;
}
