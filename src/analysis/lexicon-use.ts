/**
 * How rules and lexicon fit together: facts that rules test and nothing can state, facts that nothing uses, qualifiers
 * of requests that the lexicon does not have.
 */
import { readsRequestFact } from '../decision/request-readings.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../text/suggest.js';
import { claimedFacts } from '../vocabulary/claims-lexicon.js';
import { derivedFrom } from '../vocabulary/fact-sources.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { EntryPlaces } from '../vocabulary/lexicon-entries.js';
import type { CriterionTest, ExampleFile, Rule } from '../vocabulary/rule.js';
import { testsOf } from '../vocabulary/rule-tests.js';
import { relatedTo } from './criterion-names.js';

/** What rules can rest on. */
export interface Vocabulary {
  readonly lexicon: LexiconFile;
  readonly places: EntryPlaces;
  /** Every qualifier that a request can have. */
  readonly qualifiers: readonly string[];
}

/** What of the lexicon and the rules does not fit together; needs every file of both, or what is missing looks unused. */
export function lexiconUseProblems(
  rules: readonly Rule[],
  examples: readonly ExampleFile[],
  vocabulary: Vocabulary,
): readonly Diagnostic[] {
  return [
    ...unproducibleFacts(rules, vocabulary),
    ...unusedFacts(rules, vocabulary),
    ...unknownQualifiers(rules, examples, vocabulary),
  ];
}

// ---- facts that nothing can state

function unproducibleFacts(
  rules: readonly Rule[],
  { lexicon, places, qualifiers }: Vocabulary,
): readonly Diagnostic[] {
  const facts = lexicon.facts ?? {};
  const first = new Map<string, CriterionTest>();
  for (const test of rules.flatMap(testsOf)) if (!first.has(test.fact)) first.set(test.fact, test);
  return [...first].flatMap(([fact, test]) => {
    const place = places.facts[fact];
    if (place === undefined || isStated(fact, lexicon, qualifiers, new Set())) return [];
    const hasWays = facts[fact]?.from !== undefined || facts[fact]?.derive !== undefined;
    const why = hasWays
      ? 'what it derives from cannot be stated either'
      : 'it has neither `from` nor `derive`';
    const message = `no phrase of the lexicon can state \`${fact}\`: ${why}`;
    const related = [relatedTo(test.place, `criterion \`${test.id}\` tests it`)];
    return [diagnostic('unproducible-fact', place.file, place.span, message, { related })];
  });
}

function isStated(
  fact: string,
  lexicon: LexiconFile,
  qualifiers: readonly string[],
  asking: ReadonlySet<string>,
): boolean {
  const entry = lexicon.facts?.[fact];
  if (entry?.from !== undefined && entry.from.length > 0) return true;
  if (readsRequestFact(fact, qualifiers)) return true;
  if (entry?.derive === undefined || asking.has(fact)) return false;
  const within = new Set([...asking, fact]);
  const stated = (part: string): boolean => isStated(part, lexicon, qualifiers, within);
  const parts = derivedFrom(entry.derive);
  return entry.derive.any ? parts.some(stated) : parts.every(stated);
}

// ---- facts that nothing uses

function unusedFacts(rules: readonly Rule[], { lexicon, places }: Vocabulary): readonly Diagnostic[] {
  const used = new Set([
    ...(lexicon['edition-dates'] ?? []),
    ...rules.flatMap(testsOf).map((test) => test.fact),
    ...Object.values(lexicon.facts ?? {}).flatMap((entry) => (entry.derive ? derivedFrom(entry.derive) : [])),
    ...(lexicon.claims ? Object.values(claimedFacts(lexicon.claims)).flat() : []),
  ]);
  return Object.entries(lexicon.facts ?? {}).flatMap(([fact, entry]) => {
    const place = places.facts[fact];
    if (used.has(fact) || entry['for-rules'] === false || place === undefined) return [];
    const message = `no rule, other fact or claim uses \`${fact}\``;
    return [diagnostic('unused-fact', place.file, place.span, message)];
  });
}

// ---- qualifiers

function unknownQualifiers(
  rules: readonly Rule[],
  examples: readonly ExampleFile[],
  { qualifiers: known }: Vocabulary,
): readonly Diagnostic[] {
  const asked = [
    ...rules.map(({ place, modifiers }) => ({ place, modifiers, what: 'the rule' })),
    ...examples.flatMap((file) =>
      file.examples.map(({ place, service, name }) => ({
        place,
        modifiers: service.modifiers,
        what: `the example \`${name}\``,
      })),
    ),
  ];
  return asked.flatMap(({ place, modifiers, what }) =>
    Object.keys(modifiers)
      .filter((key) => !known.includes(key))
      .map((key) => {
        const message = `${what} is about requests with \`${key}\`, which the lexicon has no qualifier for`;
        const help = didYouMean(key, known) ?? '`qualifiers` of the lexicon lists them';
        return diagnostic('unknown-qualifier', place.file, place.span, message, { help });
      }),
  );
}
