/**
 * The JSON Schemas for editors are current (`npm run schemas` writes them anew), and hold for every file of the
 * project and against what the checker refuses.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  EDITOR_SCHEMAS,
  type EditorSchemaName,
  editorSchemaText,
} from '../../src/authoring/editor-schemas.js';
import { readRuleFolder } from '../../src/files/read-rule-folder.js';
import { lexiconNames } from '../../src/rules/lexicon-names.js';
import { loadRules } from '../../src/rules/load-rules.js';
import { loadLexicon } from '../helpers/load-lexicon.js';

const texts = new Map<EditorSchemaName, string>();
const validators = new Map<EditorSchemaName, ValidateFunction>();

beforeAll(async () => {
  const folder = readRuleFolder('rules', 'rules');
  const { lexicon } = loadLexicon(folder.lexicon);
  const { rules } = loadRules(folder.rules, lexiconNames(lexicon)).rules;
  for (const name of EDITOR_SCHEMAS) {
    const text = editorSchemaText(name, lexicon, rules);
    texts.set(name, text);
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false });
    ajv.addKeyword('enumDescriptions');
    validators.set(name, ajv.compile(JSON.parse(text)));
  }
}, 60_000);

function schemaFor(path: string): EditorSchemaName {
  if (path.startsWith('lexicon/')) return 'lexicon-file';
  return path.includes('.examples.') ? 'examples-file' : 'rule-file';
}

/** What a schema has against a text, as places in the file. */
function faults(name: EditorSchemaName, text: string): readonly string[] {
  const validate = validators.get(name);
  if (validate === undefined) throw new Error(`no schema ${name}`);
  validate(parse(text, { version: '1.2', schema: 'core' }));
  return (validate.errors ?? []).map((one) => one.instancePath);
}

const paths = readdirSync('rules', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => path.replaceAll('\\', '/'));

test.each(EDITOR_SCHEMAS)('the published schema of a `%s` is current', async (name) => {
  await expect(texts.get(name)).toMatchFileSnapshot(`../../schemas/${name}.schema.json`);
});

describe('the files of the project', () => {
  test('meet their schemas', () => {
    const wrong = paths.flatMap((path) =>
      faults(schemaFor(path), readFileSync(join('rules', path), 'utf8')).map((place) => `${path} ${place}`),
    );
    expect(wrong).toEqual([]);
  });

  test('begin with a line that tells editors their schema', () => {
    const without = paths.filter((path) => {
      const [first = ''] = readFileSync(join('rules', path), 'utf8').split('\n', 1);
      const target = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
      const schema = target && normalize(join(dirname(join('rules', path)), target));
      return schema !== join('schemas', `${schemaFor(path)}.schema.json`);
    });
    expect(without).toEqual([]);
  });
});

describe('the schema of rule files', () => {
  const rule = (criteria: string, more = ''): string => `id: a
title: a
applies-to: { service: mri, region: [lumbar_spine] }
citation: { source: Another Guide, edition: 2004 }
tier: 1
effective: { from: 2010-01-01 }
criteria: ${criteria}
decision: medically-necessary
otherwise: undetermined
${more}`;
  const good = '{ id: b, fact: red_flag_any, is: present, because: of b }';

  test.each([
    ['a test', good],
    [
      'groups in groups',
      `{ all: [{ not: ${good} }, { any: [${good}] }, { at-least: { count: 1, of: [${good}] } }] }`,
    ],
    ['a shared criterion', '{ use: b }'],
    [
      'a number with its unit',
      '{ id: b, fact: conservative_care_weeks, at-least: 4, unit: weeks, because: of b }',
    ],
  ])('takes %s', (_what, criteria) => {
    expect(faults('rule-file', rule(criteria))).toEqual([]);
  });

  test.each([
    ['an unknown fact', '{ id: b, fact: red_flag_all, is: present, because: of b }'],
    ['a fact that rules may not read', '{ id: b, fact: ur_decision, is: present, because: of b }'],
    ['no operator', '{ id: b, fact: red_flag_any, because: of b }'],
    ['two operators', '{ id: b, fact: age_years, at-least: 4, at-most: 5, unit: years, because: of b }'],
    ['a status that there is not', '{ id: b, fact: red_flag_any, is: here, because: of b }'],
    ['a value that the fact never has', '{ id: b, fact: pain_phase, is-value: often, because: of b }'],
    ['a drug that there is not', '{ id: b, fact: req_drug, is-value: ibuprofne, because: of b }'],
    ['a level that there is not', '{ id: b, fact: req_levels, includes: L4-L5, because: of b }'],
    ['a region that there is not', '{ id: b, fact: req_regions, includes-any: [neck], because: of b }'],
    ['an unknown unit', '{ id: b, fact: age_years, at-least: 4, unit: yards, because: of b }'],
    ['no sentence', '{ id: b, fact: red_flag_any, is: present }'],
    ['an empty group', '{ all: [] }'],
    ['two groups at once', `{ all: [${good}], any: [${good}] }`],
    ['a mistake deep inside', '{ all: [{ not: { id: b, fact: red_flag_any, is: 1, because: x } }] }'],
    ['a criterion that is text', 'red_flag_any'],
  ])('refuses %s', (_what, criteria) => {
    expect(faults('rule-file', rule(criteria))).not.toEqual([]);
  });

  test.each([
    ['an unknown service', rule(good).replace('service: mri', 'service: mry'), '/applies-to/service'],
    ['an unknown region', rule(good).replace('lumbar_spine', 'lumbar'), '/applies-to/region/0'],
    ['an unknown key', rule(good, 'colour: red\n'), ''],
    ['a tier that there is not', rule(good).replace('tier: 1', 'tier: 5'), '/tier'],
    ['a day that is none', rule(good).replace('2010-01-01', '1.1.2010'), '/effective/from'],
    ['no citation', rule(good).replace(/citation.*\n/, ''), ''],
  ])('refuses %s at its place', (_what, text, place) => {
    expect(faults('rule-file', text)).toContain(place);
  });

  test('says what facts, families, regions and operators mean', () => {
    const text = texts.get('rule-file') ?? '';
    const schema = JSON.parse(text) as { definitions: { test: { properties: Record<string, Described> } } };
    const { fact, is } = schema.definitions.test.properties;
    expect(fact?.enum?.length).toBe(fact?.enumDescriptions?.length);
    expect(fact?.enumDescriptions?.[fact.enum?.indexOf('age_years') ?? -1]).toBe(
      'number in years: age of the worker',
    );
    expect(is?.description).toMatch(/status/);
    for (const { properties } of [schema.definitions.test]) {
      for (const [key, { description }] of Object.entries(properties))
        expect([key, description]).not.toContain(undefined);
    }
  });
});

interface Described {
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
}

describe('the schema of examples files', () => {
  const example = (facts: string, more = 'expect: met'): string =>
    `examples:\n  - { name: a, service: { family: mri }, facts: ${facts}, ${more} }\n`;

  test.each([
    ['{}'],
    ['{ red_flag_any: present, age_years: 40, pain_phase: acute }'],
    ['{ age_years: [40, 50], conservative_care_weeks: { status: uncertain, value: 4 } }'],
    ['{ conservative_care_list: [] }'],
  ])('takes the facts %s', (facts) => {
    expect(faults('examples-file', example(facts))).toEqual([]);
  });

  test.each([
    ['an unknown fact', example('{ red_flag_all: present }')],
    ['a fact of the request', example('{ req_quantity: 3 }')],
    ['a number for a finding', example('{ red_flag_any: 3 }')],
    ['a word for a number', example('{ age_years: old }')],
    ['a value that a choice never has', example('{ pain_phase: often }')],
    ['a drug that there is not', example('{}').replace('family: mri', 'family: nsaid, drug: ibuprofne')],
    ['an end that there is not', example('{}', 'expect: yes')],
    ['no end', example('{}', 'date: 2015-10-05')],
    ['no list', 'examples: { a: 1 }\n'],
    ['no examples', 'example: []\n'],
  ])('refuses %s', (_what, text) => {
    expect(faults('examples-file', text)).not.toEqual([]);
  });
});
