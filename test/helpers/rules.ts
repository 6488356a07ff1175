/** Builders for tests of rules and decisions: a rule file from its trees, a service, and facts in a few words. */
import { loadRules } from '../../src/rules/load-rules.js';
import type { Fact, FactBase, FactReading } from '../../src/vocabulary/fact.js';
import type { RuleSet } from '../../src/vocabulary/rule.js';
import type { Service } from '../../src/vocabulary/service.js';
import { TEST_NAMES } from './fact-definitions.js';
import { serviceOf } from './services.js';

interface RuleText {
  readonly id?: string;
  readonly tier?: number;
  readonly from?: string;
  readonly until?: string;
  readonly region?: string;
  readonly decision?: string;
  readonly otherwise?: string;
  /** YAML of the parts, from `addresses` to `limits`. */
  readonly parts: string;
}

/** A whole rule file around its parts. */
export function ruleText(rule: RuleText): string {
  return [
    `id: ${rule.id ?? 'a-rule'}`,
    'title: a rule',
    `applies-to: { service: mri, region: ${rule.region ?? 'lumbar_spine'} }`,
    'citation: { source: Some Guideline, edition: 2004 }',
    `tier: ${rule.tier ?? 1}`,
    `effective: { from: ${rule.from ?? '2007-01-01'}${rule.until ? `, until: ${rule.until}` : ''} }`,
    rule.parts.trimEnd(),
    `decision: ${rule.decision ?? 'medically-necessary'}`,
    `otherwise: ${rule.otherwise ?? 'not-medically-necessary'}`,
    '',
  ].join('\n');
}

/** A checked set; fails the test when a text has a problem. */
export function ruleSet(...rules: readonly RuleText[]): RuleSet {
  const files = rules.map((rule) => ({ file: `rules/${rule.id ?? 'a-rule'}.yaml`, text: ruleText(rule) }));
  const { rules: set, problems } = loadRules(files, TEST_NAMES);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return set;
}

/** One test as a flow mapping: `test('a', 'red_flag_any')`. */
export function test(id: string, fact: string, more = 'is: present'): string {
  return `{ id: ${id}, fact: ${fact}, ${more}, because: of ${id} }`;
}

export function service(more: Partial<Service> = {}): Service {
  return serviceOf({
    family: 'mri',
    region: 'lumbar_spine',
    words: { text: 'MRI of the lumbar spine', start: 0, end: 23, line: 1, column: 1 },
    ...more,
  });
}

type Answer = FactReading['status'] | Pick<FactReading, 'status' | 'value'>;

export function reading(fact: string, answer: Answer): FactReading {
  const { status, value } = typeof answer === 'string' ? { status: answer, value: null } : answer;
  const facts = status === 'not-documented' ? [] : [statement(fact, status, value)];
  return { fact, status, value, gap: false, because: '', facts };
}

function statement(fact: string, status: Fact['status'], value: Fact['value']): Fact {
  const evidence = [{ text: fact, start: 0, end: fact.length, line: 1, column: 1 }];
  return {
    fact,
    status,
    value,
    region: null,
    laterality: null,
    levels: [],
    date: null,
    service: null,
    evidence,
    cues: [],
  };
}

/** Facts of a case; what is not given is not documented. */
export function factBase(answers: Readonly<Record<string, Answer>>): FactBase {
  return { ask: (fact) => reading(fact, answers[fact] ?? 'not-documented') };
}
