/**
 * What the keys of rule and example files mean, for editors to show. Facts, families and regions are not here: the
 * lexicon says what they mean.
 */
import type { OperatorName } from '../vocabulary/rule.js';

const OPERATOR_DOCS: Readonly<Record<OperatorName, string>> = {
  is: 'the status of the fact: present, absent or uncertain; fits every fact',
  'at-least': 'the number is this or more; needs `unit`',
  'at-most': 'the number is this or less; needs `unit`',
  'more-than': 'the number is more than this; needs `unit`',
  'less-than': 'the number is less than this; needs `unit`',
  equals: 'the number is exactly this; needs `unit`',
  'is-value': 'the choice has this value',
  'one-of': 'the choice has one of these values',
  includes: 'the list has this value',
  'includes-any': 'the list has one of these values',
  before: 'the date is before this day',
  after: 'the date is after this day',
};

/** Keys that make a criterion a group, or a use of a shared one. */
export const GROUP_DOCS = {
  all: 'met when every member is met',
  any: 'met when one member is met',
  not: 'met when its member is not met',
  'at-least': 'met when `count` of the members in `of` are met',
  use: 'a shared criterion by its name under `define`',
} as const;

/**
 * Keys of a rule, and of what stands below them (`applies-to`, `citation`); a key says the same wherever it stands.
 */
export const RULE_DOCS: Readonly<Record<string, string>> = {
  id: 'name of the rule: that of the file without `.yaml`',
  title: 'what the rule is about, for people',
  'applies-to': 'the services that the rule is for',
  service: 'a service family, or a list of them',
  region: 'a body region, or a list of them; without it the rule is for any region',
  modifiers: 'qualifiers that the request must have, such as `repeat: true`',
  citation: 'where the guideline says it',
  source: 'name of the guideline or journal',
  edition: 'year of the edition',
  section: 'heading of the section',
  pages: 'page, or first and last',
  tier: 'place in the evidence search sequence; where a step is silent, the next is asked',
  effective: 'when the edition was in force; both days included, no `until`: still in force',
  define: 'criteria that are used more than once, by name',
  addresses: 'when this is not met, the rule is silent and the next tier is asked',
  criteria: 'what must be met',
  exclusions: 'any one that is met: not necessary',
  limits: 'any one that is not met: not necessary',
  decision: 'what follows when the criteria are met',
  otherwise: 'what follows when they are not met; `undetermined`: the rule only speaks one way',
  notes: 'for readers of the file',
};

/** Keys of a test, with one for each operator: a new operator without a sentence does not compile. */
export const TEST_DOCS: Readonly<Record<string, string>> = {
  id: 'name of the criterion, unlike any other of the file',
  fact: 'the fact that is asked for',
  unit: 'unit of the number: that of the fact',
  'when-not-documented': 'what silence counts as; an indication is usually `not-met`',
  'when-uncertain':
    'what contradictory or doubtful statements count as; `met` for criteria that ask for a suspicion',
  because: 'why the criterion counts, as a sentence that a layman can read',
  citation: 'section and pages, where they are narrower than those of the rule',
  confidence: '`verified` against the source, or `domain-knowledge`',
  ...OPERATOR_DOCS,
};

/** Keys of an example. */
export const EXAMPLE_DOCS: Readonly<Record<string, string>> = {
  name: 'the case in a few words',
  service: 'what is requested',
  date: 'day that chooses the edition; without it the latest counts',
  facts: 'what is documented; every other fact is not',
  text: 'a sentence or two of a summary that says the same',
  expect: 'what the rule must come to; `silent`: it does not address the case',
  'decided-by': 'ids of the criteria that must decide',
};

/** Keys of the service that an example asks for. */
export const SERVICE_DOCS: Readonly<Record<string, string>> = {
  family: 'the service family',
  region: 'the body region; left out where the request names none',
  laterality: 'the side',
  levels: 'spinal levels: `L4` for one, `L4-5` for the joint of two',
  quantity: 'how many; `unit` says of what',
  unit: 'what is counted: visits, weeks, tablets',
  frequency: 'how often: `2/week`',
  'duration-weeks': 'for how many weeks',
  drug: 'the drug by its generic name',
  'strength-mg': 'milligrams in one tablet or dose',
  ingredients: 'what a compound is made of',
  modifiers: 'qualifiers of the request, such as `repeat: true`',
  parent: 'the service of the same letter that this one goes with, such as `surgery`',
};
