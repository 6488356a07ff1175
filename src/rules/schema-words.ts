/**
 * What a schema asks for, in words for authors, and what mends a value that is something else.
 */
import { isMap, isScalar, type Node } from 'yaml';
import type * as z from 'zod';
import type { SchemaKeys } from './schema-paths.js';

/** More keys than a reader would look through. */
const MOST_LISTED = 20;

const PLAIN_TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
  boolean: 'true or false',
};

/** In our words, or those of the schema where it has some. */
export function mustBe(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('must ')) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${PLAIN_TYPES[issue.expected] ?? issue.expected}`;
    case 'too_small':
    case 'too_big':
      return mustMeasure(issue);
    case 'invalid_key':
      return issue.issues.map(mustBe)[0] ?? 'must be a name';
    case 'invalid_union': {
      const ways = issue.errors.map(([first]) => (first ? mustBe(first).replace(/^must be /, '') : ''));
      return `must be ${[...new Set(ways)].join(' or ')}`;
    }
    default:
      return issue.message;
  }
}

function mustMeasure(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const isLeast = issue.code === 'too_small';
  const limit = Number(isLeast ? issue.minimum : issue.maximum);
  const noun = `${issue.origin === 'string' ? 'letter' : 'member'}${limit === 1 ? '' : 's'}`;
  if (issue.origin === 'string' || issue.origin === 'array') {
    if (isLeast && limit === 1) return 'must not be empty';
    return `must have ${issue.exact === true ? '' : isLeast ? 'at least ' : 'at most '}${limit} ${noun}`;
  }
  if (issue.inclusive === true) return `must be ${limit} or ${isLeast ? 'more' : 'less'}`;
  return `must be ${isLeast ? 'more' : 'less'} than ${limit}`;
}

/** What mends a value of another type, where it can be seen from what is written. */
export function mending(issue: z.core.$ZodIssue, node: Node, keys: SchemaKeys): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  const written = isScalar(node) ? node.value : undefined;
  switch (issue.expected) {
    case 'string':
      return mustBe(issue) === 'must be text' && (typeof written === 'number' || typeof written === 'boolean')
        ? 'put it in quotes'
        : undefined;
    case 'number':
      return typeof written === 'string' ? asNumber(written) : 'write the number alone';
    case 'array':
      return isScalar(node) || (isMap(node) && node.flow === true)
        ? 'put it in brackets: `[ … ]`'
        : 'begin each member with `- `';
    case 'object':
      return keyHelp(undefined, [...keys.keys()]);
    default:
      return undefined;
  }
}

function asNumber(written: string): string | undefined {
  if (written.trim() !== '' && Number.isFinite(Number(written))) return 'take the quotes away';
  if (/^\d+,\d+$/.test(written)) return `write \`${written.replace(',', '.')}\``;
  const [number] = /^-?\d+(?:\.\d+)?(?=\D)/.exec(written) ?? [];
  return number && `write the number alone: \`${number}\`; what it counts is its \`unit\``;
}

/** The nearest key, or all of them where they are few enough to read. */
export function keyHelp(guess: string | undefined, known: readonly string[]): string | undefined {
  if (guess !== undefined) return `did you mean \`${guess}\`?`;
  return known.length > 0 && known.length <= MOST_LISTED
    ? `its keys are ${known.map((k) => `\`${k}\``).join(', ')}`
    : undefined;
}
