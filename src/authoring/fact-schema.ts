/**
 * Facts for editors: the names that a rule may test, and the values that an example may give, with their meanings.
 */
import { lexiconNames } from '../rules/lexicon-names.js';
import { READING_STATUSES } from '../vocabulary/fact.js';
import type { FactEntry, LexiconFile } from '../vocabulary/lexicon.js';
import { isRequestFact } from '../vocabulary/request-facts.js';
import { enumOf, type JsonSchema } from './json-schema-parts.js';

/** Facts that rules may read. */
export function ruleFacts({ facts = {} }: LexiconFile): readonly (readonly [string, FactEntry])[] {
  return Object.entries(facts).filter(([, fact]) => fact['for-rules'] !== false);
}

/** A fact that says only what is on a list, with what each word means. */
export interface ClosedFact {
  readonly name: string;
  readonly values: readonly (readonly [value: string, meaning: string])[];
}

/** Facts that rules may read whose values are listed, by themselves or as names of the lexicon. */
export function closedFacts(lexicon: LexiconFile): readonly ClosedFact[] {
  const meanings: Readonly<Record<string, { readonly meaning: string }>> = {
    ...lexicon.families,
    ...lexicon.regions,
  };
  return lexiconNames(lexicon)
    .facts.filter(({ values, forRules }) => forRules && values.length > 0)
    .map(({ name, values }) => ({
      name,
      values: values.map((one) => [one, Object.hasOwn(meanings, one) ? (meanings[one]?.meaning ?? '') : '']),
    }));
}

/** `number in weeks: how long conservative care has lasted` */
export function factDoc({ type, unit, meaning, values }: FactEntry): string {
  const kind = unit === undefined ? type : `${type} in ${unit}`;
  const listed = values === undefined || values.length === 0 ? '' : ` (${values.join(', ')})`;
  return `${kind}: ${meaning}${listed}`;
}

/** What an example may say on each fact; those of the request are said in the service. */
export function factProperties(lexicon: LexiconFile): Readonly<Record<string, JsonSchema>> {
  const stated = Object.entries(lexicon.facts ?? {}).filter(([name]) => !isRequestFact(name));
  return Object.fromEntries(
    stated
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, fact]) => [
        name,
        { description: factDoc(fact), anyOf: [{ enum: READING_STATUSES }, ...valueSchemas(fact)] },
      ]),
  );
}

function valueSchemas(fact: FactEntry): readonly JsonSchema[] {
  const value = valueSchema(fact);
  if (value === null) return [];
  const both = {
    type: 'object',
    required: ['status'],
    additionalProperties: false,
    properties: { status: { enum: READING_STATUSES }, value },
  };
  return [value, both];
}

function valueSchema({ type, values = [] }: FactEntry): JsonSchema | null {
  const word = values.length === 0 ? { type: 'string' } : enumOf(values.map((one) => [one, '']));
  switch (type) {
    case 'finding':
      return null;
    case 'number':
      return {
        anyOf: [{ type: 'number' }, { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }],
      };
    case 'date':
      return { type: ['string', 'number'], description: '`2015-10-05`, `2015-10`, or a year in quotes' };
    case 'choice':
      return word;
    case 'list':
      return { type: 'array', items: word };
  }
}
