/**
 * The rule language: what a rule file may say (schemas of its mappings) and the checked rule that it becomes.
 * A rule is a tree of named tests on facts; nothing in it can run code. Trees are closed: `all`, `any`, `not`,
 * `at-least`, and typed tests. Schemas cover one mapping each: which schema a mapping must meet is seen from the
 * keys it has, so that one mistake gives one message.
 * Not here: reading YAML and places (`rules/`), what a status means for a decision (`decision/`).
 */
import * as z from 'zod';
import type { Citation, CriterionStatus, DecisionValue, RulePlace } from './decision.js';
import { type FactDefinition, type FactReading, READING_STATUSES } from './fact.js';
import { FACT_TYPES, type FactType } from './lexicon-terms.js';
import { LATERALITIES, type Service } from './service.js';

/** Names that the lexicon defines and rules may use. */
export interface LexiconNames {
  readonly facts: readonly FactDefinition[];
  readonly families: readonly string[];
  readonly regions: readonly string[];
  /** Spinal levels, alone and in pairs of neighbours: `L4`, `L4-5`. */
  readonly levels: readonly string[];
  /** Generic names of drugs. */
  readonly drugs: readonly string[];
  /** What compounds are made of: drugs, and parts of drugs that are sold as mixtures. */
  readonly ingredients: readonly string[];
  /** What is counted: visits, tablets, weeks. */
  readonly units: readonly string[];
  /** What a service can go with: families, and what groups of them are called. */
  readonly parents: readonly string[];
}

/** Operators of tests with the fact types that they fit. `is` asks for the status, so it fits every type. */
export const OPERATORS = {
  is: FACT_TYPES,
  'at-least': ['number'],
  'at-most': ['number'],
  'more-than': ['number'],
  'less-than': ['number'],
  equals: ['number'],
  'is-value': ['choice'],
  'one-of': ['choice'],
  includes: ['list'],
  'includes-any': ['list'],
  before: ['date'],
  after: ['date'],
} as const satisfies Record<string, readonly FactType[]>;

/** One of the keys of `OPERATORS`; a test has exactly one of them. */
export type OperatorName = keyof typeof OPERATORS;

/** The keys of `OPERATORS`, in their order there. */
export const OPERATOR_NAMES = Object.keys(OPERATORS) as readonly OperatorName[];

/** The keys that make a mapping a group of criteria; a group has exactly one of them. */
export const GROUP_NAMES = ['all', 'any', 'not', 'at-least'] as const;

/** One of `GROUP_NAMES`. */
export type GroupName = (typeof GROUP_NAMES)[number];

/** `low-back-2`: lower-case words and numbers joined by hyphens. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** `2015-10-05` */
const ISO_DAY = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;

/** Whether there is such a day: no 30th of February. */
export function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** An id of a rule, criterion or shared criterion. */
export const idSchema = z.string().regex(KEBAB, 'must be lower-case words joined by hyphens');
const isoDay = z
  .string('must be a day as `2015-10-05`')
  .regex(ISO_DAY, 'must be a day as `2015-10-05`')
  .refine((day) => !ISO_DAY.test(day) || isCalendarDay(day), 'must be a day of the calendar');
const text = z.string().min(1, 'must not be empty');
const status = z.enum(['met', 'not-met', 'undetermined']);
const tree = z.unknown();
/** Years and page numbers read as numbers in YAML; they are text to us. */
const textOrNumber = z
  .custom<string | number>(
    (value) => typeof value === 'number' || (typeof value === 'string' && value !== ''),
    {
      error: 'must be text',
    },
  )
  .transform(String);

/** What requests a rule is for. A service or region is one name or a list of them; names are checked apart, against the lexicon. */
export const AppliesToSchema = z.strictObject({
  service: z.unknown(),
  region: z.unknown().optional(),
  modifiers: z.record(z.string(), z.unknown()).optional(),
});

/** Where a rule comes from; section and pages may be left out. */
export const CitationSchema = z.strictObject({
  source: text,
  edition: textOrNumber,
  section: text.optional(),
  pages: textOrNumber.optional(),
});

/** The days from and until which a rule is in force, both included. */
export const EffectiveSchema = z.strictObject({ from: isoDay, until: isoDay.optional() });

/** A rule file without its trees, which are checked mapping by mapping. */
export const RuleSchema = z.strictObject({
  id: idSchema,
  title: text,
  'applies-to': AppliesToSchema,
  citation: CitationSchema,
  tier: z.literal([1, 2, 3, 4]),
  effective: EffectiveSchema,
  define: z.record(z.string(), tree).optional(),
  addresses: tree.optional(),
  criteria: tree,
  exclusions: z.array(tree).optional(),
  limits: z.array(tree).optional(),
  decision: z.enum(['medically-necessary', 'not-medically-necessary']),
  otherwise: z.enum(['medically-necessary', 'not-medically-necessary', 'undetermined']),
  notes: text.optional(),
});

/** A test; that it has exactly one operator, and one that fits its fact, is checked beside. */
export const TestSchema = z.strictObject({
  id: idSchema,
  fact: text,
  is: z.enum(['present', 'absent', 'uncertain']).optional(),
  'at-least': z.number().optional(),
  'at-most': z.number().optional(),
  'more-than': z.number().optional(),
  'less-than': z.number().optional(),
  equals: z.number().optional(),
  'is-value': text.optional(),
  'one-of': z.array(text).min(1).optional(),
  includes: text.optional(),
  'includes-any': z.array(text).min(1).optional(),
  before: isoDay.optional(),
  after: isoDay.optional(),
  unit: text.optional(),
  'when-not-documented': status.default('undetermined'),
  'when-uncertain': status.default('undetermined'),
  because: text,
  citation: z.strictObject({ section: text.optional(), pages: textOrNumber.optional() }).optional(),
  confidence: z.enum(['verified', 'domain-knowledge']).default('domain-knowledge'),
});

const groupFields = { id: idSchema.optional(), because: text.optional() };

/** A group that is met if all its members are. */
export const AllSchema = z.strictObject({ ...groupFields, all: z.array(tree) });

/** A group that is met if any of its members is. */
export const AnySchema = z.strictObject({ ...groupFields, any: z.array(tree) });

/** A group of one member that is met if the member is not. */
export const NotSchema = z.strictObject({ ...groupFields, not: tree });

/** A group that is met if so many of its members are. */
export const AtLeastSchema = z.strictObject({
  ...groupFields,
  'at-least': z.strictObject({ count: z.int().min(1, 'must be 1 or more'), of: z.array(tree) }),
});

/** A shared criterion in place of a tree: the name of an entry of `define`. */
export const UseSchema = z.strictObject({ use: text });

/** One test with its operator, ready to be held against a reading. */
export type FactTest =
  | { readonly operator: 'is'; readonly status: 'present' | 'absent' | 'uncertain' }
  | {
      readonly operator: 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'equals';
      readonly value: number;
      readonly unit: string | null;
    }
  | { readonly operator: 'is-value' | 'one-of'; readonly values: readonly string[] }
  | { readonly operator: 'includes' | 'includes-any'; readonly values: readonly string[] }
  | { readonly operator: 'before' | 'after'; readonly day: string };

/** A checked test on one fact, defaults filled in. */
export interface CriterionTest {
  readonly kind: 'test';
  /** Unique in its rule. */
  readonly id: string;
  readonly fact: string;
  readonly test: FactTest;
  /** What it comes to where the letter is silent: the author's choice. */
  readonly whenNotDocumented: CriterionStatus;
  /** What it comes to where statements are doubtful or contradict each other. */
  readonly whenUncertain: CriterionStatus;
  readonly because: string;
  /** That of the rule with the section or pages of the test; null where the test gives neither. */
  readonly citation: Citation | null;
  /** Whether the criterion was checked against its source or written from knowledge of the field. */
  readonly confidence: 'verified' | 'domain-knowledge';
  readonly place: RulePlace;
}

/** A checked group of criteria. A shared member is the same object wherever it is used. */
export interface CriterionGroup {
  readonly kind: GroupName;
  readonly id: string | null;
  readonly because: string | null;
  /** How many members must be met; null unless `at-least`. */
  readonly count: number | null;
  /** INVARIANT: never empty; exactly one for `not`. */
  readonly members: readonly Criterion[];
  readonly place: RulePlace;
}

/** A node of a rule's tree. */
export type Criterion = CriterionTest | CriterionGroup;

/** A checked rule: all that a file says, with names that the lexicon knows. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Ids of the service families that it is for. */
  readonly families: readonly string[];
  /** Null: any region, and requests without one. */
  readonly regions: readonly string[] | null;
  /** Qualifiers that the request must have with just these values; empty: any request. */
  readonly modifiers: Readonly<Record<string, string | number | boolean>>;
  readonly citation: Citation;
  /** Place in the medical evidence search sequence (8 CCR 9792.21.1); `evidence-sequence` of the lexicon names them. */
  readonly tier: 1 | 2 | 3 | 4;
  /** ISO days, both inclusive; `until` null: still in force. */
  readonly effective: { readonly from: string; readonly until: string | null };
  /** When it is not met, the rule is silent on the case. Null: it always speaks. */
  readonly addresses: Criterion | null;
  readonly criteria: Criterion;
  /** An `any` group: once met, the service is not necessary. */
  readonly exclusions: CriterionGroup | null;
  /** An `all` group: once not met, the service is not necessary. */
  readonly limits: CriterionGroup | null;
  /** What is decided where the criteria are met and nothing excludes it. */
  readonly decision: Exclude<DecisionValue, 'undetermined'>;
  /** What is decided where the criteria are not met. */
  readonly otherwise: DecisionValue;
  readonly notes: string | null;
  readonly place: RulePlace;
}

/** Checked rules, sorted by id. */
export interface RuleSet {
  readonly rules: readonly Rule[];
}

/** The service that an example asks for, as authors write it; what is left out is not said on the request line. */
export const ExampleServiceSchema = z.strictObject({
  family: text,
  region: text.optional(),
  laterality: z.enum(LATERALITIES).optional(),
  levels: z.array(text).optional(),
  quantity: z.number().positive('must be more than 0').optional(),
  unit: text.optional(),
  frequency: text.optional(),
  'duration-weeks': z.number().positive('must be more than 0').optional(),
  drug: text.optional(),
  'strength-mg': z.number().positive('must be more than 0').optional(),
  ingredients: z.array(text).optional(),
  modifiers: z.record(z.string(), z.unknown()).optional(),
  parent: text.optional(),
});

/** One example of an examples file; facts that it does not give are not documented. */
export const ExampleSchema = z.strictObject({
  name: text,
  service: ExampleServiceSchema,
  date: isoDay.optional(),
  facts: z.record(z.string(), z.unknown()),
  text: text.optional(),
  expect: z.enum(['met', 'not-met', 'undetermined', 'silent']),
  'decided-by': z.array(text).optional(),
});

/** A fact with its status and its value; short for it is one of the two alone. */
export const ExampleFactSchema = z.strictObject({
  status: z.enum(READING_STATUSES),
  value: z.unknown().optional(),
});

/** An examples file without its examples, which are checked one by one. */
export const ExampleFileSchema = z.strictObject({ examples: z.array(tree) });

/** A case in a few words and what its rule must make of it. */
export interface RuleExample {
  readonly name: string;
  readonly service: Service;
  readonly date: string | null;
  readonly readings: readonly FactReading[];
  /** Sentences of a summary that state the same facts; null where the example gives none. */
  readonly text: string | null;
  /** Where the text stands; null where there is none. */
  readonly textPlace: RulePlace | null;
  /** `met`: what the rule decides when it holds; `silent`: the rule does not address the case. */
  readonly expect: CriterionStatus | 'silent';
  /** Ids of the criteria that must decide; null where the example does not say. */
  readonly decidedBy: readonly string[] | null;
  /** Where each of them is named; empty where the example does not say. */
  readonly decidedByPlaces: readonly RulePlace[];
  readonly place: RulePlace;
  /** Where each fact is given, by its name. */
  readonly factPlaces: Readonly<Record<string, RulePlace>>;
}

/** The examples of one rule file. */
export interface ExampleFile {
  readonly file: string;
  /** Id of the rule, from the name of the file. */
  readonly rule: string;
  readonly examples: readonly RuleExample[];
}

/** What is wrong with the examples of a rule. */
export interface ExampleProblem {
  readonly code: 'missing-examples' | 'failing-example' | 'failing-text';
  readonly place: RulePlace;
  readonly message: string;
  readonly help?: string;
}
