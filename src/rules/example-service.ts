/**
 * The service that an example asks for: whether the lexicon has what it names, and the service itself.
 * Not here: the facts of the example (`read-example-fact.ts`).
 */
import { isSeq, type Node } from 'yaml';
import type * as z from 'zod';
import { didYouMean } from '../text/suggest.js';
import type { ExampleServiceSchema } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import { spellingFix } from './certain-fixes.js';
import type { NameIndex } from './name-index.js';
import { readModifiers } from './read-modifiers.js';
import type { ProblemList } from './schema-check.js';
import { nodeAt } from './yaml-file.js';

/** Adds a problem for every name that the lexicon does not have. */
export function checkService(
  service: z.output<typeof ExampleServiceSchema>,
  node: Node,
  names: NameIndex,
  problems: ProblemList,
): void {
  const check = (key: 'family' | 'region', known: ReadonlySet<string>): void => {
    const id = service[key];
    if (id === undefined || known.has(id)) return;
    const word = key === 'family' ? 'service' : 'region';
    const section = key === 'family' ? 'families' : 'regions';
    const message = `the example asks for the ${word} \`${id}\`, which the lexicon does not define`;
    problems.add(
      `unknown-${word}`,
      nodeAt(node, key) ?? node,
      message,
      didYouMean(id, known) ?? `\`${section}\` of the lexicon lists them`,
      spellingFix(nodeAt(node, key) ?? node, id, known),
    );
  };
  check('family', names.families);
  check('region', names.regions);
  checkNamed('level', service.levels ?? [], nodeAt(node, 'levels'), names.levels, problems);
  checkNamed('drug', listed(service.drug), nodeAt(node, 'drug'), names.drugs, problems);
  checkNamed(
    'ingredient',
    service.ingredients ?? [],
    nodeAt(node, 'ingredients'),
    names.ingredients,
    problems,
  );
  checkNamed('unit', listed(service.unit), nodeAt(node, 'unit'), names.units, problems);
  checkNamed('parent', listed(service.parent), nodeAt(node, 'parent'), names.parents, problems);
  checkFrequency(service.frequency, nodeAt(node, 'frequency') ?? node, names, problems);
  readModifiers(nodeAt(node, 'modifiers'), names, problems);
}

const listed = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);

/** As request lines are read: a number, and the time that it is for. */
function checkFrequency(
  frequency: string | undefined,
  node: Node,
  { units }: NameIndex,
  problems: ProblemList,
): void {
  if (frequency === undefined) return;
  const [number = '', unit = '', ...more] = frequency.split('/');
  if (Number(number) > 0 && units.has(unit) && more.length === 0) return;
  problems.add('unknown-value', node, `\`${frequency}\` is no frequency`, FREQUENCY_HELP);
}

/** @param at the name itself, or the list of names */
function checkNamed(
  word: keyof typeof NAMED_HELP,
  written: readonly string[],
  at: Node | undefined,
  known: ReadonlySet<string>,
  problems: ProblemList,
): void {
  written.forEach((name, i) => {
    const node = isSeq(at) ? nodeAt(at, i) : at;
    if (known.has(name) || node === undefined) return;
    problems.add(
      'unknown-value',
      node,
      `the example asks for the ${word} \`${name}\`, which the lexicon does not define`,
      (word === 'level' ? undefined : didYouMean(name, known)) ?? NAMED_HELP[word],
      spellingFix(node, name, known),
    );
  });
}

const NAMED_HELP = {
  level: 'write one level as `L4`, two neighbours as `L4-5`, a longer run as `[L3-4, L4-5]`',
  drug: '`drugs` of the lexicon lists them by generic name',
  ingredient: '`drugs` of the lexicon lists them, and what they are made of under `ingredients`',
  unit: '`units` and `line-units` of the lexicon list them, in the singular',
  parent: 'it is a service family, or what `service-groups` of the lexicon say that a group is called',
} as const;

const FREQUENCY_HELP = 'write a number and a unit of time, as `3/week`';

/** The service as a request line would give it; its words are made up from its names. */
export function exampleService(fields: z.output<typeof ExampleServiceSchema>): Service {
  const words = [fields.laterality, fields.region, fields.family]
    .filter((word) => word !== undefined)
    .join(' ');
  const plain = Object.entries(fields.modifiers ?? {}).map(([key, value]) => {
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return [key, isPlain ? value : String(value)] as const;
  });
  return {
    family: fields.family,
    region: fields.region ?? null,
    laterality: fields.laterality ?? null,
    levels: fields.levels ?? [],
    quantity: fields.quantity ?? null,
    unit: fields.unit ?? null,
    frequency: fields.frequency ?? null,
    durationWeeks: fields['duration-weeks'] ?? null,
    drug: fields.drug ?? null,
    strengthMg: fields['strength-mg'] ?? null,
    ingredients: fields.ingredients ?? [],
    modifiers: Object.fromEntries(plain),
    parent: fields.parent ?? null,
    words: { text: words, start: 0, end: words.length, line: 1, column: 1 },
  };
}
