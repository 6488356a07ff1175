/**
 * The rule language: what a rule file may say (schemas of its mappings) and the checked rule that it becomes.
 * A rule is a tree of named tests on facts; nothing in it can run code. Trees are closed: `all`, `any`, `not`,
 * `at-least`, and typed tests. Schemas cover one mapping each: which schema a mapping must meet is seen from the
 * keys it has, so that one mistake gives one message.
 * Not here: reading YAML and places (`rules/`), what a status means for a decision (`decision/`).
 */
import * as z from 'zod';
/** Operators of tests with the fact types that they fit. `is` asks for the status, so it fits every type. */
export const OPERATORS = {
    is: ['finding', 'number', 'date', 'choice', 'list'],
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
};
export const OPERATOR_NAMES = Object.keys(OPERATORS);
export const GROUP_NAMES = ['all', 'any', 'not', 'at-least'];
/** `low-back-2`: lower-case words and numbers joined by hyphens. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** `2015-10-05` */
const ISO_DAY = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
const id = z.string().regex(KEBAB, 'must be lower-case words joined by hyphens');
const isoDay = z.string().regex(ISO_DAY, 'must be a day as `2015-10-05`');
const text = z.string().min(1, 'must not be empty');
const status = z.enum(['met', 'not-met', 'undetermined']);
const tree = z.unknown();
/** Years and page numbers read as numbers in YAML; they are text to us. */
const textOrNumber = z
    .custom((value) => typeof value === 'number' || (typeof value === 'string' && value !== ''), {
    error: 'must be text',
})
    .transform(String);
export const AppliesToSchema = z.strictObject({
    service: z.unknown(),
    region: z.unknown().optional(),
    modifiers: z.record(z.string(), z.unknown()).optional(),
});
export const CitationSchema = z.strictObject({
    source: text,
    edition: textOrNumber,
    section: text.optional(),
    pages: textOrNumber.optional(),
});
export const EffectiveSchema = z.strictObject({ from: isoDay, until: isoDay.optional() });
export const RuleSchema = z.strictObject({
    id,
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
export const TestSchema = z.strictObject({
    id,
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
const groupFields = { id: id.optional(), because: text.optional() };
export const AllSchema = z.strictObject({ ...groupFields, all: z.array(tree) });
export const AnySchema = z.strictObject({ ...groupFields, any: z.array(tree) });
export const NotSchema = z.strictObject({ ...groupFields, not: tree });
export const AtLeastSchema = z.strictObject({
    ...groupFields,
    'at-least': z.strictObject({ count: z.int().min(1, 'must be 1 or more'), of: z.array(tree) }),
});
export const UseSchema = z.strictObject({ use: text });
export const ExampleServiceSchema = z.strictObject({
    family: text,
    region: text.optional(),
    laterality: z.enum(['left', 'right', 'bilateral']).optional(),
    levels: z.array(text).optional(),
    quantity: z.number().optional(),
    unit: text.optional(),
    frequency: text.optional(),
    'duration-weeks': z.number().optional(),
    drug: text.optional(),
    'strength-mg': z.number().optional(),
    ingredients: z.array(text).optional(),
    modifiers: z.record(z.string(), z.unknown()).optional(),
    parent: text.optional(),
});
export const ExampleSchema = z.strictObject({
    name: text,
    service: ExampleServiceSchema,
    date: isoDay.optional(),
    facts: z.record(z.string(), z.unknown()),
    text: text.optional(),
    expect: z.enum(['met', 'not-met', 'undetermined', 'silent']),
    'decided-by': z.array(text).optional(),
});
