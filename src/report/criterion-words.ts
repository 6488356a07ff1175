/**
 * Groups and tests of rules in plain sentences, the same in the terminal, in the handbook and in JSON.
 * A test reads as the meaning of its fact and what is asked of it: `weeks of therapy so far: at least 6 weeks`.
 * Not here: what a case made of them (`trace-text.ts`).
 */
import type { CriterionStatus } from '../vocabulary/decision.js';
import { wordsOf } from '../vocabulary/names.js';
import type { CriterionGroup, CriterionTest, FactTest } from '../vocabulary/rule.js';
import { CRITERION_WORDS } from './words.js';

/** `Any one of these 3 is enough` */
export function groupSentence({ kind, count, members }: CriterionGroup): string {
  if (kind === 'not') return 'This must not be so';
  if (members.length === 1) return 'This must be met';
  switch (kind) {
    case 'all':
      return members.length === 2
        ? 'Both of these must be met'
        : `All of these ${members.length} must be met`;
    case 'any':
      return members.length === 2
        ? 'Either of these is enough'
        : `Any one of these ${members.length} is enough`;
    case 'at-least':
      return `At least ${count ?? members.length} of these ${members.length} must be met`;
  }
}

/** What a test asks of its fact: `at least 6 weeks`, `normal or other`. */
export function askWords(test: FactTest): string {
  switch (test.operator) {
    case 'is':
      return test.status;
    case 'is-value':
    case 'one-of':
      return alternatives(test.values);
    case 'includes':
    case 'includes-any':
      return `includes ${alternatives(test.values)}`;
    case 'before':
    case 'after':
      return `${test.operator} ${test.day}`;
    default:
      return [wordsOfOperator(test.operator), test.value, test.unit]
        .filter((part) => part !== null)
        .join(' ');
  }
}

function wordsOfOperator(operator: string): string {
  return operator === 'equals' ? 'exactly' : operator.replaceAll('-', ' ');
}

function alternatives(values: readonly string[]): string {
  const words = values.map(wordsOf);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** `Silence counts as not met, doubt as met.` */
export function silenceSentence({ whenNotDocumented, whenUncertain }: CriterionTest): string {
  if (whenNotDocumented === whenUncertain) {
    return isOpen(whenUncertain)
      ? 'Silence and doubt leave it undetermined.'
      : `Silence and doubt count as ${CRITERION_WORDS[whenUncertain]}.`;
  }
  return `Silence ${effect(whenNotDocumented)}, doubt ${effect(whenUncertain)}.`;
}

function effect(status: CriterionStatus): string {
  return isOpen(status) ? 'leaves it undetermined' : `counts as ${CRITERION_WORDS[status]}`;
}

const isOpen = (status: CriterionStatus): boolean => status === 'undetermined';

/** How sure a test is of its source, to stand after `is` or `are`. */
export const CONFIDENCE_WORDS: Readonly<Record<CriterionTest['confidence'], string>> = {
  verified: 'checked against the source',
  'domain-knowledge': 'written from knowledge of the field',
};

/** A text as a sentence of its own. */
export function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?:]$/.test(start) ? start : `${start}.`;
}
