/**
 * Pieces of JSON Schema that the editor schemas are put together from.
 */
import * as z from 'zod';

/** A JSON Schema as data. Only what is looked into here has a type; every other key is passed on as it is. */
export interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly [key: string]: unknown;
}

/** A schema of ours as JSON Schema, without what that cannot say. */
export function plainSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
  });
  return rest as JsonSchema;
}

/** Known words with what each means, sorted. */
export function enumOf(words: readonly (readonly [word: string, meaning: string])[]): JsonSchema {
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  const hasMeanings = sorted.some(([, meaning]) => meaning !== '');
  return {
    type: 'string',
    enum: sorted.map(([word]) => word),
    ...(hasMeanings ? { enumDescriptions: sorted.map(([, meaning]) => meaning) } : {}),
  };
}

/** One thing, or a list of one at least: what `service` and `region` of a rule may hold. */
export function oneOrMany(item: JsonSchema): JsonSchema {
  return { anyOf: [item, { type: 'array', items: item, minItems: 1 }] };
}

/** Years and pages, which YAML may read as numbers. */
export function textOrNumber(): JsonSchema {
  return { type: ['string', 'number'] };
}

/** Where the first holds, the second must. Made from pairs: an object that is written with `then` looks like a promise. */
export function whenThen(condition: JsonSchema, consequence: JsonSchema): JsonSchema {
  return Object.fromEntries([
    ['if', condition],
    ['then', consequence],
  ]);
}

/** Properties with what their keys mean. */
export function described(
  properties: Readonly<Record<string, JsonSchema>>,
  docs: Readonly<Record<string, string>>,
): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => {
      const description = docs[key];
      return [key, description === undefined ? schema : { description, ...schema }];
    }),
  );
}
