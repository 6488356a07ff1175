/**
 * A rule as its readers want it: names instead of ids, its trees in plain sentences, its examples, and how it fared
 * over letters where those were counted. Plain data: what JSON prints, and what text and pages are made from.
 */
import type { Citation, CriterionStatus, DecisionValue } from '../vocabulary/decision.js';
import { wordsOf } from '../vocabulary/names.js';
import type { Criterion, CriterionTest, GroupName, Rule, RuleExample } from '../vocabulary/rule.js';
import { testsOf } from '../vocabulary/rule-tests.js';
import type { CriterionUse, RuleUse } from '../vocabulary/rule-use.js';
import { askWords, groupSentence, silenceSentence } from './criterion-words.js';
import { modifierText, serviceText } from './decision-text.js';
import { type LexiconWords, valueText } from './words.js';

/** An id with what people call it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A test or a group with all that stands below it; a test has no members. */
export interface CriterionView {
  readonly kind: GroupName | 'test';
  readonly id: string | null;
  /** The rule's own sentence; null where the rule gives none. */
  readonly because: string | null;
  /** What a group needs of its members, or what a test asks: `weeks of therapy so far: at least 6 weeks`. */
  readonly asks: string;
  /** Of tests alone, like what follows. */
  readonly fact: string | null;
  readonly silence: string | null;
  readonly confidence: CriterionTest['confidence'] | null;
  /** Where it narrows the citation of the rule. */
  readonly citation: Citation | null;
  readonly members: readonly CriterionView[];
  readonly use: CriterionUse | null;
}

/** An example in words; `decidedBy` is null where it names no criteria. */
export interface ExampleView {
  readonly name: string;
  readonly service: string;
  readonly date: string | null;
  /** `weeks of therapy so far: 6` */
  readonly facts: readonly { readonly fact: string; readonly said: string }[];
  readonly text: string | null;
  readonly expect: CriterionStatus | 'silent';
  readonly decidedBy: readonly string[] | null;
}

/** Counts over letters for a rule as a whole; those of its criteria stand beside them. */
export type RuleUseView = Omit<RuleUse, 'criteria'>;

/** A rule for readers. Parts that the rule does not have are null. */
export interface RuleView {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly families: readonly Named[];
  /** Null: any region, and requests that name none. */
  readonly regions: readonly Named[] | null;
  /** Qualifiers that the request must have: `repeat`. */
  readonly qualifiers: readonly string[];
  readonly citation: Citation;
  readonly tier: number;
  readonly effective: { readonly from: string; readonly until: string | null };
  readonly decision: DecisionValue;
  readonly otherwise: DecisionValue;
  readonly addresses: CriterionView | null;
  readonly criteria: CriterionView;
  readonly exclusions: CriterionView | null;
  readonly limits: CriterionView | null;
  /** Tests that were checked against the source, and all tests; by id, each once. */
  readonly confidence: { readonly verified: number; readonly tests: number };
  readonly notes: string | null;
  readonly examples: readonly ExampleView[];
  /** Null where no letters were counted. */
  readonly use: RuleUseView | null;
}

/** @param use counts over letters; null where none were read */
export function ruleView(
  rule: Rule,
  examples: readonly RuleExample[],
  context: LexiconWords,
  use: RuleUse | null,
): RuleView {
  const { names } = context;
  const named = (id: string, name: string): Named => ({ id, name });
  const part = (criterion: Criterion | null): CriterionView | null =>
    criterion && criterionView(criterion, rule, context, use);
  return {
    id: rule.id,
    title: rule.title,
    file: rule.place.file,
    line: rule.place.line,
    families: rule.families.map((id) => named(id, names.family(id))),
    regions: rule.regions?.map((id) => named(id, names.region(id))) ?? null,
    qualifiers: Object.entries(rule.modifiers).map(([name, value]) => modifierText(name, value)),
    citation: rule.citation,
    tier: rule.tier,
    effective: rule.effective,
    decision: rule.decision,
    otherwise: rule.otherwise,
    addresses: part(rule.addresses),
    criteria: criterionView(rule.criteria, rule, context, use),
    exclusions: part(rule.exclusions),
    limits: part(rule.limits),
    confidence: confidenceOf(rule),
    notes: rule.notes,
    examples: examples.map((example) => exampleView(example, context)),
    use: use && useView(use),
  };
}

function criterionView(
  criterion: Criterion,
  rule: Rule,
  context: LexiconWords,
  use: RuleUse | null,
): CriterionView {
  const { kind, id, because } = criterion;
  const counted = id === null ? null : (use?.criteria.get(id) ?? null);
  if (criterion.kind !== 'test') {
    const members = criterion.members.map((member) => criterionView(member, rule, context, use));
    const none = { fact: null, silence: null, confidence: null, citation: null };
    return { kind, id, because, asks: groupSentence(criterion), ...none, members, use: counted };
  }
  const { fact, test, confidence, citation } = criterion;
  const meaning = context.meaningOf(fact) ?? wordsOf(fact);
  return {
    kind,
    id,
    because,
    asks: `${meaning}: ${askWords(test)}`,
    fact,
    silence: silenceSentence(criterion),
    confidence,
    citation: citation !== null && isNarrower(citation, rule.citation) ? citation : null,
    members: [],
    use: counted,
  };
}

function isNarrower(own: Citation, whole: Citation): boolean {
  return own.section !== whole.section || own.pages !== whole.pages;
}

function confidenceOf(rule: Rule): RuleView['confidence'] {
  const tests = testsOf(rule);
  return { verified: tests.filter((test) => test.confidence === 'verified').length, tests: tests.length };
}

function exampleView(example: RuleExample, { names, meaningOf }: LexiconWords): ExampleView {
  const { name, date, readings, text, expect, decidedBy } = example;
  const facts = readings.map(({ fact, status, value }) => {
    const said = [status === 'present' && value !== null ? null : status.replace('-', ' '), valueText(value)];
    const words = said.filter((part) => part !== null && part !== '').join(', ');
    return { fact, said: `${meaningOf(fact) ?? wordsOf(fact)}: ${wordsOf(words)}` };
  });
  return { name, service: serviceText(example.service, names), date, facts, text, expect, decidedBy };
}

function useView({ criteria: _criteria, ...counts }: RuleUse): RuleUseView {
  return counts;
}
