/**
 * A criterion for editors: one test, or one of the groups, and which values the facts with closed lists have.
 */
import type * as z from 'zod';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import {
  AllSchema,
  AnySchema,
  AtLeastSchema,
  NotSchema,
  OPERATORS,
  TestSchema,
  UseSchema,
} from '../vocabulary/rule.js';
import { type ClosedFact, closedFacts, factDoc, ruleFacts } from './fact-schema.js';
import {
  described,
  enumOf,
  type JsonSchema,
  plainSchema,
  textOrNumber,
  whenThen,
} from './json-schema-parts.js';
import { GROUP_DOCS, RULE_DOCS, TEST_DOCS } from './key-docs.js';

const CRITERION: JsonSchema = { $ref: '#/definitions/criterion' };
const MEMBERS: JsonSchema = { type: 'array', items: CRITERION, minItems: 1 };
const GROUPS = {
  all: AllSchema,
  any: AnySchema,
  not: NotSchema,
  'at-least': AtLeastSchema,
  use: UseSchema,
} as const;

/** A test or one of the groups; editors then offer the keys of all of them, and hold to the one that fits. */
export function criterionDefinitions(lexicon: LexiconFile): Readonly<Record<string, JsonSchema>> {
  const shapes = ['test', ...Object.keys(GROUPS)].map((name) => ({ $ref: `#/definitions/${name}` }));
  return {
    criterion: { anyOf: shapes },
    test: testSchema(lexicon),
    ...Object.fromEntries(closedFacts(lexicon).map(({ name, values }) => [name, enumOf(values)])),
    ...Object.fromEntries(Object.entries(GROUPS).map(([name, schema]) => [name, groupSchema(name, schema)])),
  };
}

function groupSchema(name: string, schema: z.ZodType): JsonSchema {
  const shape = plainSchema(schema);
  const own = shape.properties?.[name] ?? {};
  const member = {
    all: MEMBERS,
    any: MEMBERS,
    not: CRITERION,
    'at-least': { ...own, properties: { ...own.properties, of: MEMBERS } },
    use: own,
  }[name];
  return {
    ...shape,
    properties: described({ ...shape.properties, [name]: member ?? {} }, { ...TEST_DOCS, ...GROUP_DOCS }),
  };
}

function testSchema(lexicon: LexiconFile): JsonSchema {
  const shape = plainSchema(TestSchema);
  const facts = ruleFacts(lexicon);
  const units = [...new Set(facts.flatMap(([, { unit }]) => unit ?? []))];
  const citation = shape.properties?.citation ?? {};
  return {
    ...shape,
    required: ['id', 'fact', 'because'],
    properties: described(
      {
        ...shape.properties,
        fact: enumOf(facts.map(([name, fact]) => [name, factDoc(fact)])),
        unit: enumOf(units.map((unit) => [unit, ''])),
        citation: {
          ...citation,
          properties: described({ ...citation.properties, pages: textOrNumber() }, RULE_DOCS),
        },
      },
      TEST_DOCS,
    ),
    oneOf: Object.keys(OPERATORS).map((operator) => ({ required: [operator] })),
    allOf: closedFacts(lexicon).map(closedValues),
  };
}

/** For a fact with a closed list of values: only those may be asked for. */
function closedValues({ name }: ClosedFact): JsonSchema {
  const word = { $ref: `#/definitions/${name}` };
  const list = { type: 'array', items: word };
  const isFact = { properties: { fact: { const: name } }, required: ['fact'] };
  return whenThen(isFact, {
    properties: { 'is-value': word, includes: word, 'one-of': list, 'includes-any': list },
  });
}
