/**
 * JSON Schemas of rule, example and lexicon files for editors: completion, hover and checks while writing.
 * Made from the schemas that files are checked with; names come from the lexicon, with their meanings. They say less
 * than `rules lint` does: what one place of a file may hold, not what holds between places.
 * Draft 7, with `enumDescriptions`: what YAML language servers know.
 */

import { lexiconNames } from '../rules/lexicon-names.js';
import { type LexiconFile, lexiconFileSchema } from '../vocabulary/lexicon.js';
import { requestFact } from '../vocabulary/request-facts.js';
import { ExampleSchema, ExampleServiceSchema, type Rule, RuleSchema } from '../vocabulary/rule.js';
import { criterionDefinitions } from './criterion-schema.js';
import { factProperties } from './fact-schema.js';
import {
  described,
  enumOf,
  type JsonSchema,
  oneOrMany,
  plainSchema,
  textOrNumber,
} from './json-schema-parts.js';
import { EXAMPLE_DOCS, RULE_DOCS, SERVICE_DOCS } from './key-docs.js';

/** The schemas by name, one for each kind of file of a rules folder: `schemas/<name>.schema.json`. */
export const EDITOR_SCHEMAS = ['rule-file', 'examples-file', 'lexicon-file'] as const;
/** One of `EDITOR_SCHEMAS`. */
export type EditorSchemaName = (typeof EDITOR_SCHEMAS)[number];

/** Text of a schema that ends with a line end; the same for the same lexicon and rules. */
export function editorSchemaText(
  name: EditorSchemaName,
  lexicon: LexiconFile,
  rules: readonly Pick<Rule, 'citation'>[],
): string {
  return `${JSON.stringify(schemaOf(name, lexicon, rules), null, 1)}\n`;
}

function schemaOf(
  name: EditorSchemaName,
  lexicon: LexiconFile,
  rules: readonly Pick<Rule, 'citation'>[],
): JsonSchema {
  if (name === 'rule-file') return ruleFile(lexicon, rules);
  if (name === 'examples-file') return examplesFile(lexicon);
  return { title: 'A lexicon file of necessity', ...plainSchema(lexiconFileSchema) };
}

function ruleFile(lexicon: LexiconFile, rules: readonly Pick<Rule, 'citation'>[]): JsonSchema {
  const rule = plainSchema(RuleSchema);
  const part = (key: string): JsonSchema => rule.properties?.[key] ?? {};
  const criterion = { $ref: '#/definitions/criterion' };
  const list = { type: 'array', items: criterion, minItems: 1 };
  const sources = enumOf(
    [...new Set(rules.map((one) => one.citation.source))].sort().map((one) => [one, '']),
  );
  const appliesTo = part('applies-to');
  const citation = part('citation');
  return {
    title: 'A rule file of necessity',
    ...rule,
    properties: described(
      {
        ...rule.properties,
        tier: { ...part('tier'), enumDescriptions: lexicon['evidence-sequence'] ?? [] },
        'applies-to': {
          ...appliesTo,
          properties: described(
            {
              ...appliesTo.properties,
              service: oneOrMany(familyEnum(lexicon)),
              region: oneOrMany(regionEnum(lexicon)),
              modifiers: modifiers(lexicon),
            },
            RULE_DOCS,
          ),
        },
        citation: {
          ...citation,
          properties: described(
            {
              ...citation.properties,
              source: { anyOf: [sources, { type: 'string' }] },
              edition: textOrNumber(),
              pages: textOrNumber(),
            },
            RULE_DOCS,
          ),
        },
        define: { type: 'object', additionalProperties: criterion },
        addresses: criterion,
        criteria: criterion,
        exclusions: list,
        limits: list,
      },
      RULE_DOCS,
    ),
    definitions: criterionDefinitions(lexicon),
  };
}

function examplesFile(lexicon: LexiconFile): JsonSchema {
  const example = plainSchema(ExampleSchema);
  const service = plainSchema(ExampleServiceSchema);
  const { levels, drugs, ingredients } = lexiconNames(lexicon);
  const named = (names: readonly string[]): JsonSchema => enumOf(names.map((one) => [one, '']));
  const fields = {
    ...service.properties,
    family: familyEnum(lexicon),
    region: regionEnum(lexicon),
    levels: { type: 'array', items: named(levels) },
    drug: named(drugs),
    ingredients: { type: 'array', items: named(ingredients) },
    modifiers: modifiers(lexicon),
  };
  const facts = { type: 'object', additionalProperties: false, properties: factProperties(lexicon) };
  return {
    title: 'An examples file of necessity',
    type: 'object',
    required: ['examples'],
    additionalProperties: false,
    properties: {
      examples: {
        type: 'array',
        items: {
          ...example,
          properties: described(
            {
              ...example.properties,
              service: { ...service, properties: described(fields, SERVICE_DOCS) },
              facts,
            },
            EXAMPLE_DOCS,
          ),
        },
      },
    },
  };
}

/** Qualifiers by name; what else a request is said to have is told by `rules lint`. */
function modifiers({ qualifiers = {}, facts = {} }: LexiconFile): JsonSchema {
  const plain = { type: ['boolean', 'string', 'number'] };
  const properties = Object.keys(qualifiers)
    .sort()
    .map((name) => [name, { description: facts[requestFact(name)]?.meaning ?? '', ...plain }]);
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: plain };
}

function familyEnum({ families = {} }: LexiconFile): JsonSchema {
  return enumOf(Object.entries(families).map(([name, { meaning }]) => [name, meaning]));
}

function regionEnum({ regions = {} }: LexiconFile): JsonSchema {
  return enumOf(Object.entries(regions).map(([name, { meaning }]) => [name, meaning]));
}
