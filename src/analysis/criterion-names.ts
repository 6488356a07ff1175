/**
 * How messages name a criterion, when two criteria are the same, and where they stand.
 */
import { testInWords } from '../decision/fact-test.js';
import type { RelatedPlace } from '../diagnostics/diagnostic.js';
import type { RulePlace } from '../vocabulary/decision.js';
import type { Criterion, CriterionTest } from '../vocabulary/rule.js';

/** ``criterion `red-flag` ``, or ``the `all` group`` for a group without an id. */
export function nameOf(criterion: Criterion): string {
  return criterion.id === null ? `the \`${criterion.kind}\` group` : `criterion \`${criterion.id}\``;
}

/** The id, or the first ids inside a group that has none. */
export function shortNameOf(criterion: Criterion): string {
  if (criterion.id !== null) return `\`${criterion.id}\``;
  const inside = criterion.kind === 'test' ? [] : criterion.members.map(shortNameOf);
  if (criterion.kind === 'not') return `not ${inside.join('')}`;
  const shown = inside.length > 3 ? [...inside.slice(0, 3), '…'] : inside;
  return `\`${criterion.kind}\` of ${shown.join(', ')}`;
}

/** A test in words, as code. */
export function wordsOf(criterion: CriterionTest): string {
  return `\`${testInWords(criterion.fact, criterion.test)}\``;
}

/** A place of a rule, with what to say of it beside a problem. */
export function relatedTo(place: RulePlace, message: string): RelatedPlace {
  return { file: place.file, span: place.span, message };
}

/** The same for two criteria that test the same, whatever they are called and in whatever order. */
export function meaningKey(criterion: Criterion): string {
  if (criterion.kind === 'test') {
    const { fact, test, whenNotDocumented, whenUncertain } = criterion;
    return JSON.stringify([fact, test, whenNotDocumented, whenUncertain]);
  }
  // Put together without quoting again, which would double the key at every level.
  const members = criterion.members.map(meaningKey).sort();
  return `[${criterion.kind} ${criterion.count} ${members.join(' ')}]`;
}
