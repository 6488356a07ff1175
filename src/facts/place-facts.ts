/**
 * Places statements: which region, side, levels, date and service they are about, and which words they rest on.
 * Statements that say the same of the same thing become one fact with several quotes.
 */
import type { Unit } from '../language/units.js';
import type { Quote, Span } from '../text/source-text.js';
import type { Fact } from '../vocabulary/fact.js';
import type { FactEntry } from '../vocabulary/lexicon.js';
import { evidenceSpan, quoteSpan } from './evidence.js';
import type { PlannedSource } from './fact-plan.js';
import { listedPlace } from './listed-places.js';
import type { Mention } from './mention.js';
import type { Reading, Statement } from './statements.js';

/** A fact to which quotes are still added. */
type GrowingFact = Fact & { readonly evidence: Quote[]; readonly cues: Quote[] };

/** The facts of a text while they are collected. */
export interface Statements extends Reading {
  readonly facts: Map<string, GrowingFact>;
}

/** What holds for the whole letter has no date of its own. */
export function isSaidOnce({ weigh }: FactEntry): boolean {
  return weigh === 'first' || weigh === 'most';
}

/** Adds what a mention says of a fact, once for each region that it is about. */
export function place(
  planned: PlannedSource,
  statement: Statement,
  mention: Mention,
  statements: Statements,
): void {
  const { scope } = planned.entry;
  const about = planned.entry['region-from'] === 'sentence' ? mention.regionsHere : mention.regions;
  const regions = scope === 'region' && about ? regionsFor(about, planned, statements) : [null];
  const { units, isApart } = statement;
  const spans =
    units && isApart
      ? [
          quoteSpan(mention.from, mention.to, statements.scan),
          quoteSpan(units.from, units.to, statements.scan),
        ]
      : [evidenceSpan(mention, statement, statements.scan)];
  const cues = mention.cues.map((cue) => quoteSpan(cue.from, cue.to, statements.scan));
  for (const region of regions) {
    const listed = region === null ? null : listedPlace(mention, region);
    add(
      statements,
      {
        fact: planned.fact,
        status: statement.status,
        value: statement.value,
        region,
        laterality: scope !== 'region' ? null : listed ? listed.laterality : mention.laterality,
        levels: scope === 'region' ? mention.levels : [],
        date: isSaidOnce(planned.entry)
          ? null
          : (studyDate(planned, mention) ??
            mention.date ??
            (planned.entry.weigh === 'latest' ? mention.noteDate : null)),
        service:
          scope !== 'service'
            ? null
            : planned.mechanism === 'drug-line'
              ? mention.concept.family
              : familyNear(mention, statements.scan.units),
        evidence: [],
        cues: [],
      },
      listed ? [...spans, quoteSpan(listed.words.from, listed.words.to, statements.scan)] : spans,
      cues,
    );
  }
}

/** What counts only as the finding of a study is of the date of the study. */
function studyDate({ source }: PlannedSource, { study }: Mention): string | null {
  return source.with !== undefined &&
    study !== null &&
    [source.with].flat().some((name) => study.names.has(name))
    ? study.date
    : null;
}

/**
 * The service family that a statement is about: that of its own concept, else of the nearest one named in its sentence.
 * One that follows behind a comma is the next thing that is told: `pain 7 to 4 afterwards, Vicodin 3 to 1`.
 */
function familyNear(mention: Mention, units: readonly Unit[]): string | null {
  if (mention.concept.family !== null) return mention.concept.family;
  let nearest: { readonly family: string; readonly distance: number } | null = null;
  for (const { entry, from, to } of mention.sentence.concepts) {
    if (entry.family === null) continue;
    if (from >= mention.to && units.slice(mention.to, from).some((unit) => /^[,;]$/.test(unit.word)))
      continue;
    const distance = from >= mention.to ? from - mention.to : mention.from - to;
    if (nearest === null || distance < nearest.distance) nearest = { family: entry.family, distance };
  }
  return nearest?.family ?? null;
}

/** Nerve findings of a limb are about the part of the spine that supplies it. */
function regionsFor(
  regions: readonly string[],
  planned: PlannedSource,
  { lexicon }: Statements,
): readonly string[] {
  if (!planned.entry.nerve) return regions;
  const { nerve } = planned.entry;
  const supplierOf = (region: string): string => {
    const supplier = lexicon.suppliedBy.get(region) ?? region;
    const isWholeLimb = lexicon.includedRegions.get(region)?.includes(supplier) ?? false;
    return nerve === true || isWholeLimb ? supplier : region;
  };
  return [...new Set(regions.map(supplierOf))];
}

/** Adds a fact, or its quotes to the same fact said before. */
export function add(
  { scan, facts }: Statements,
  fact: Fact,
  spans: readonly Span[],
  cues: readonly Span[],
): void {
  // INVARIANT: values of one fact are of one type, so that equal words mean equal values.
  const { value, levels } = fact;
  const about = [fact.region, fact.laterality, levels.join(), fact.date, fact.service];
  const key = `${fact.fact}|${fact.status}|${value}|${about.join('|')}`;
  const quotes = spans.map((span) => scan.view.source.quote(span));
  const cueQuotes = cues.map((span) => scan.view.source.quote(span));
  const known = facts.get(key);
  if (known) {
    known.evidence.push(...quotes);
    known.cues.push(...cueQuotes);
  } else facts.set(key, { ...fact, evidence: quotes, cues: cueQuotes });
}
