/**
 * A checked rule set ready to be written up: every rule as its readers want it, and who refers to whom, sorted.
 * Not here: pages (`handbook.ts`).
 */
import { allConcepts } from '../../../vocabulary/drug-concepts.js';
import type { Concept, LexiconFile } from '../../../vocabulary/lexicon.js';
import { type Names, namesOf } from '../../../vocabulary/names.js';
import type { CriterionTest, ExampleFile, Rule, RuleSet } from '../../../vocabulary/rule.js';
import { testsOf } from '../../../vocabulary/rule-tests.js';
import { type RuleView, ruleView } from '../../rule-view.js';

/** The rules that one edition of a guideline is the source of. */
export interface Guideline {
  readonly slug: string;
  readonly title: string;
  readonly tier: number;
  readonly rules: readonly Rule[];
}

/** A rule that tests a fact, with each test of it that does. */
export interface FactUse {
  readonly rule: Rule;
  readonly tests: readonly CriterionTest[];
}

/** What pages are made from; maps hold no key without rules. */
export interface HandbookData {
  readonly lexicon: LexiconFile;
  readonly names: Names;
  readonly concepts: Readonly<Record<string, Concept>>;
  /** By place in the evidence sequence, then title. */
  readonly guidelines: readonly Guideline[];
  readonly rules: readonly Rule[];
  readonly viewOf: (rule: Rule) => RuleView;
  readonly guidelineOf: (rule: Rule) => Guideline;
  /** Rules by family, in the order of the evidence sequence. */
  readonly rulesByFamily: ReadonlyMap<string, readonly Rule[]>;
  readonly usesOfFact: ReadonlyMap<string, readonly FactUse[]>;
}

/** @param rules checked, as are their examples; those of a rule may be missing */
export function handbookData(
  lexicon: LexiconFile,
  { rules }: RuleSet,
  examples: readonly ExampleFile[],
): HandbookData {
  const names = namesOf(lexicon);
  const context = { names, meaningOf: (fact: string) => lexicon.facts?.[fact]?.meaning ?? null };
  const own = new Map(examples.map((file) => [file.rule, file.examples]));
  const guidelines = guidelinesOf(rules);
  const home = new Map(guidelines.flatMap((one) => one.rules.map((rule) => [rule.id, one] as const)));
  return {
    lexicon,
    names,
    concepts: allConcepts(lexicon),
    guidelines,
    rules,
    viewOf: (rule) => ruleView(rule, own.get(rule.id) ?? [], context, null),
    guidelineOf: (rule) => home.get(rule.id) as Guideline,
    rulesByFamily: grouped(inSequence(rules), (rule) => rule.families),
    usesOfFact: usesOfFact(rules),
  };
}

function guidelinesOf(rules: readonly Rule[]): readonly Guideline[] {
  const titleOf = ({ citation, tier }: Rule): string => `${tier} ${citation.source} ${citation.edition}`;
  const taken = new Map<string, number>();
  return [...grouped(rules, (rule) => [titleOf(rule)])]
    .sort(([a], [b]) => compare(a, b))
    .map(([key, own]) => {
      const title = key.slice(2);
      const slug = slugOf(title);
      const count = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, count);
      return { slug: count === 1 ? slug : `${slug}-${count}`, title, tier: own[0]?.tier ?? 0, rules: own };
    });
}

/** `MTUS Low Back 2004` -> `mtus-low-back-2004` */
function slugOf(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'guideline'
  );
}

/** First the step of the evidence sequence, then the date from which a rule counts, the latest first. */
function inSequence(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort(
    (a, b) => a.tier - b.tier || compare(b.effective.from, a.effective.from) || compare(a.id, b.id),
  );
}

function usesOfFact(rules: readonly Rule[]): ReadonlyMap<string, readonly FactUse[]> {
  const uses = new Map<string, FactUse[]>();
  for (const rule of rules) {
    for (const [fact, tests] of grouped(testsOf(rule), (test) => [test.fact])) {
      const known = uses.get(fact);
      if (known === undefined) uses.set(fact, [{ rule, tests }]);
      else known.push({ rule, tests });
    }
  }
  return uses;
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

/** For sorting by code units, so that the order is the same under every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
