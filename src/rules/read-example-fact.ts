/**
 * What an example says of one fact -> a reading: a status, the value of a fact that is present, or both.
 *     red_flag_any: present
 *     conservative_care_weeks: 6
 *     symptom_trend: { status: uncertain, value: worsening }
 * Not here: whether the example comes to what it expects (`decision/run-examples.ts`).
 */
import { isMap, isScalar, type Node } from 'yaml';
import type * as z from 'zod';
import type { Fix } from '../diagnostics/diagnostic.js';
import { didYouMean, nearest } from '../text/suggest.js';
import {
  type FactDefinition,
  type FactReading,
  type FactValue,
  READING_STATUSES,
  readingOf,
} from '../vocabulary/fact.js';
import { isRequestFact } from '../vocabulary/request-facts.js';
import { ExampleFactSchema, isCalendarDay } from '../vocabulary/rule.js';
import { spellingFix } from './certain-fixes.js';
import type { NameIndex } from './name-index.js';
import { checkMapping, type ProblemList } from './schema-check.js';
import { nodeAt, type YamlFile } from './yaml-file.js';

const ISO_LENGTH = '2015-10-05'.length;

interface FactNodes {
  readonly yaml: YamlFile;
  readonly key: Node;
  readonly value: Node;
}

/** Null when it has a problem, which is then in the list. @param written the value as plain data */
export function readExampleFact(
  fact: string,
  { yaml, key, value: at }: FactNodes,
  written: unknown,
  names: NameIndex,
  problems: ProblemList,
): FactReading | null {
  const definition = names.facts.get(fact);
  if (definition === undefined) {
    const help = didYouMean(fact, names.facts.keys());
    problems.add(
      'unknown-fact',
      key,
      `the example states \`${fact}\`, which the lexicon does not define`,
      help,
      spellingFix(key, fact, names.facts.keys()),
    );
    return null;
  }
  if (isRequestFact(fact)) {
    problems.add('forbidden-fact', key, `\`${fact}\` is read from the service: state it there`);
    return null;
  }
  const both = isMap(at)
    ? checkMapping(yaml, at, ExampleFactSchema, `\`${fact}\``, problems)
    : short(written);
  if (both === null) return null;
  const value = (both.value ?? null) as FactValue | null;
  if (written === null || !isValueOf(definition, value)) {
    const node = nodeAt(at, 'value') ?? at;
    const said = written === null ? 'is empty' : `is a ${definition.type}`;
    const { help, fix } = rightValue(definition, isScalar(node) ? node.value : undefined, node);
    problems.add('wrong-type', node, `\`${fact}\` ${said}: give ${whatToGive(definition)}`, help, fix);
    return null;
  }
  return readingOf(fact, both.status, value);
}

/** `present`, `6`, `[a, b]`: a status, or the value of a fact that is present. */
function short(written: unknown): z.output<typeof ExampleFactSchema> {
  const status = READING_STATUSES.find((one) => one === written);
  return status === undefined ? { status: 'present', value: written } : { status };
}

const STATUS_LIST = READING_STATUSES.map((one) => `\`${one}\``).join(', ');

/** What an example may say of a fact. */
function whatToGive({ type, unit, values }: FactDefinition): string {
  const listed = values.map((one) => `\`${one}\``).join(', ');
  switch (type) {
    case 'finding':
      return `one of ${STATUS_LIST}`;
    case 'number':
      return `a status, a number${unit === null ? '' : ` of ${unit}`}, or a range \`[4, 6]\``;
    case 'date':
      return "a status, or a day as `2015-10-05`, a month as `2015-10`, a year as `'2015'`";
    case 'choice':
      return values.length === 0 ? 'a status, or a word' : `a status, or one of ${listed}`;
    case 'list':
      return `a status, or a list \`[ … ]\`${values.length === 0 ? '' : ` of ${listed}`}`;
  }
}

/** What YAML and people call present and absent. */
const YES_OR_NO: Readonly<Record<string, string>> = {
  true: 'present',
  yes: 'present',
  false: 'absent',
  no: 'absent',
  unknown: 'not-documented',
};

function rightValue(
  { type, values }: FactDefinition,
  written: unknown,
  node: Node,
): { readonly help: string | undefined; readonly fix: Fix | null } {
  const word = String(written);
  if (type === 'number' && typeof written === 'string' && Number.isFinite(Number(written)))
    return { help: 'take the quotes away', fix: null };
  const known = [...READING_STATUSES, ...values];
  const said = Object.hasOwn(YES_OR_NO, word.toLowerCase()) ? YES_OR_NO[word.toLowerCase()] : undefined;
  const guess = said ?? nearest(word, known);
  return { help: guess && `did you mean \`${guess}\`?`, fix: spellingFix(node, word, known) };
}

function isValueOf({ type, values }: FactDefinition, value: unknown): boolean {
  if (value === null) return true;
  const isKnown = (one: unknown): boolean =>
    typeof one === 'string' && (values.length === 0 || values.includes(one));
  switch (type) {
    case 'finding':
      return false;
    case 'number': {
      const [low, high] = Array.isArray(value) && value.length === 2 ? value : [value, value];
      return Number.isFinite(low) && Number.isFinite(high) && Number(low) <= Number(high);
    }
    case 'date':
      return (
        typeof value === 'string' &&
        /^[0-9]{4}(-[0-9]{2}){0,2}$/.test(value) &&
        isCalendarDay(`${value}-01-01`.slice(0, ISO_LENGTH))
      );
    case 'choice':
      return isKnown(value);
    case 'list':
      return Array.isArray(value) && value.every(isKnown);
  }
}
