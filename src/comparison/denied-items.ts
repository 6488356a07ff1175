/**
 * What a rationale says was never done of a list of what was: `has not tried splinting`.
 * Not here: summaries, which list what was done; what was not tells them nothing (see `joint-statements.ts`).
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { quoteSpan } from '../facts/evidence.js';
import type { Mention } from '../facts/mention.js';
import type { Scan } from '../facts/scan.js';
import type { Fact, FactValue } from '../vocabulary/fact.js';

/** A denial of each item of a list that the mentions of a sentence deny; only of lists that are checkable. */
export function deniedItems(
  mentions: readonly Mention[],
  scanned: Scan,
  { plan, claims }: CompiledLexicon,
): Fact[] {
  return mentions
    .filter(({ polarity, time }) => (polarity === 'denied' || polarity === 'gap') && time !== 'future')
    .flatMap((mention) =>
      (plan.get(mention.concept.name) ?? [])
        .filter(({ joint, fact }) => joint === 'list' && claims.facts.has(fact))
        .map(({ fact, item }) => ({
          fact,
          status: mention.polarity === 'gap' ? ('gap' as const) : ('absent' as const),
          value: item === null ? null : [item, ...(claims.kindsOf.get(item) ?? [])],
          region: mention.regionsHere?.[0] ?? null,
          laterality: mention.laterality,
          levels: [],
          date: null,
          service: null,
          evidence: [scanned.view.source.quote(quoteSpan(mention.from, mention.to, scanned))],
          cues: [],
        })),
    );
}

/** The items that two lists have in common; null where one of the values is no list. */
export function sharedItems(a: FactValue | null, b: FactValue | null): readonly string[] | null {
  if (!isList(a) || !isList(b)) return null;
  return a.filter((item) => b.includes(item));
}

/** What has a name of its own (a drug, an item of a list) is answered under that name alone. */
export function isSameValue(said: FactValue | null, denied: FactValue | null): boolean {
  if (isList(denied)) return (sharedItems(said, denied)?.length ?? 0) > 0;
  return typeof denied !== 'string' || said === denied;
}

const isList = (value: FactValue | null): value is readonly string[] =>
  Array.isArray(value) && typeof value[0] === 'string';
