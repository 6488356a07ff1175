/**
 * Whether the criteria that examples name are criteria of their rule: what no rule has can never decide.
 * Not here: whether they do decide (`decision/run-examples.ts`).
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../text/suggest.js';
import type { ExampleFile, Rule, RuleExample } from '../vocabulary/rule.js';
import { testsOf } from '../vocabulary/rule-tests.js';

/** Longer lists nobody reads in a message. */
const MOST_LISTED = 10;

/** Of files whose rule could be used; sorted like the files. */
export function exampleCriteriaProblems(
  rules: readonly Rule[],
  files: readonly ExampleFile[],
): readonly Diagnostic[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return files.flatMap(({ rule: id, examples }) => {
    const rule = byId.get(id);
    if (rule === undefined || !examples.some(({ decidedBy }) => decidedBy !== null)) return [];
    const ids = new Set(testsOf(rule).map((test) => test.id));
    return examples.flatMap((example) => unknownIn(example, rule, ids));
  });
}

function unknownIn(
  { name, decidedBy, decidedByPlaces }: RuleExample,
  rule: Rule,
  ids: ReadonlySet<string>,
): readonly Diagnostic[] {
  return (decidedBy ?? []).flatMap((id, i) => {
    const place = decidedByPlaces[i];
    if (ids.has(id) || place === undefined) return [];
    const message = `the example \`${name}\` is decided by \`${id}\`, which is no test of \`${rule.id}\``;
    return [diagnostic('unknown-criterion', place.file, place.span, message, { help: helpFor(id, ids) })];
  });
}

function helpFor(id: string, ids: ReadonlySet<string>): string {
  const guess = didYouMean(id, ids);
  if (guess !== undefined) return guess;
  if (ids.size > MOST_LISTED) return 'name the tests that settle it, not the groups around them';
  return `its tests are ${[...ids].map((one) => `\`${one}\``).join(', ')}`;
}
