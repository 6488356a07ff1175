/**
 * From mentions to facts: each mention serves the facts whose sources name its concept, by one of a closed set of
 * mechanisms (finding, test, event, number, count, duration, relief, date, choice, list, levels).
 * Statements that say the same of the same thing become one fact with several quotes.
 * Not here: weighing facts against each other for a service (see `fact-base.ts`).
 */
import type { Unit } from '../language/units.js';
import type { Span } from '../text/source-text.js';
import type { Fact, FactStatus, FactValue } from '../vocabulary/fact.js';
import type { Mechanism } from '../vocabulary/fact-sources.js';
import type { FactSource } from '../vocabulary/lexicon.js';
import { amountIn, countNear, durationNear, percentAfter, type Amount } from './amounts.js';
import { levelsIn } from './attributes.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { PlannedSource } from './fact-plan.js';
import type { Mention } from './mentions.js';
import type { Scan, Sentence } from './scan.js';

/** What one mention says of one fact, before it is placed. */
interface Statement {
  readonly status: FactStatus;
  readonly value: FactValue | null;
  /** Units that the statement rests on besides the mention and its cues. */
  readonly units?: { readonly from: number; readonly to: number };
}

interface Statements {
  readonly scan: Scan;
  readonly lexicon: CompiledLexicon;
  readonly facts: Map<string, Fact>;
}

const LONGEST_QUOTE = 300;

/** The facts that mentions give, in the order in which their words first stand in the text. */
export function deriveFacts(scan: Scan, mentions: readonly Mention[], lexicon: CompiledLexicon): Fact[] {
  const statements: Statements = { scan, lexicon, facts: new Map() };
  const lists = new Map<string, { readonly items: Set<string>; readonly mentions: Mention[]; readonly planned: PlannedSource }>();
  for (const mention of mentions) {
    if (mention.isOtherPerson || mention.isReportedByUr) {
      if (!mention.isReportedByUr || !servesDate(mention, lexicon)) continue;
    }
    for (const planned of plannedFor(mention, lexicon)) {
      if (!passes(planned.source, mention, mentions)) continue;
      if (planned.mechanism === 'list') collectItem(lists, planned, mention);
      else {
        const statement = READ[planned.mechanism](mention, planned.source, statements);
        if (statement) place(planned, statement, mention, statements);
      }
    }
  }
  for (const { items, mentions: of, planned } of lists.values()) placeList(planned, [...items], of, statements);
  return [...statements.facts.values()].sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.fact < b.fact ? -1 : 1));
}

function plannedFor(mention: Mention, lexicon: CompiledLexicon): PlannedSource[] {
  const found: PlannedSource[] = [];
  for (const name of mention.concept.names) found.push(...(lexicon.plan.get(name) ?? []));
  return found;
}

/** What utilization review did is no clinical fact; that it did it, and when, may still be asked. */
function servesDate(mention: Mention, lexicon: CompiledLexicon): boolean {
  return plannedFor(mention, lexicon).some((planned) => planned.entry['for-rules'] === false);
}

function passes(source: FactSource, mention: Mention, all: readonly Mention[]): boolean {
  if (source.when && !list(source.when).some((meaning) => mention.said.has(meaning))) return false;
  if (source.region && !list(source.region).some((region) => mention.regions?.includes(region))) return false;
  if (mention.time === 'future' && !source['even-if-planned']) return false;
  if (source['only-affirmed'] && mention.polarity !== 'affirmed') return false;
  const names = source.with || source.without ? namesIn(mention.sentence, all) : EMPTY;
  if (source.with && !list(source.with).some((name) => names.has(name))) return false;
  return !(source.without && list(source.without).some((name) => names.has(name)));
}
const EMPTY: ReadonlySet<string> = new Set();

function namesIn(sentence: Sentence, all: readonly Mention[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const mention of all) if (mention.sentence === sentence) for (const name of mention.concept.names) names.add(name);
  return names;
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

// ---- mechanisms

type Reader = (mention: Mention, source: FactSource, statements: Statements) => Statement | null;

const READ: Readonly<Record<Exclude<Mechanism, 'list'>, Reader>> = {
  finding: (mention, source) => statusStatement(mention, source),
  test: (mention, source) => statusStatement(mention, source),
  event: (mention, source) => statusStatement(mention, source),
  number: (mention, source, { scan, lexicon }) => numberStatement(amountIn(mention.from, mention.to, scan, lexicon, source.unit ?? null), mention),
  count: (mention, source, { scan }) => numberStatement(countNear(mention, scan, source.unit ?? 'visit'), mention),
  duration: (mention, source, { scan }) => numberStatement(durationNear(mention, scan, source.unit ?? 'week'), mention),
  relief: reliefStatement,
  date: (mention, source) => (mention.date === null ? null : { status: 'present', value: mention.date, ...(source.value === undefined ? {} : { value: source.value }) }),
  choice: (mention, source) => choiceStatement(mention, source),
  levels: (mention, _source, { scan }) => levelsStatement(mention, scan.units),
};

function statusStatement(mention: Mention, source: FactSource): Statement | null {
  const status = statusOf(mention, source);
  return status === null ? null : { status, value: source.value ?? null };
}

function statusOf(mention: Mention, source: FactSource): FactStatus | null {
  const gives = source.gives ?? 'present';
  switch (mention.polarity) {
    case 'affirmed':
      return gives;
    case 'denied':
      return gives === 'present' ? 'absent' : gives === 'absent' ? 'present' : 'absent';
    case 'possible':
      return source.suspicion ? gives : 'uncertain';
    case 'gap':
      return 'gap';
    case 'unsaid':
      return null;
  }
}

function numberStatement(amount: Amount | null, mention: Mention): Statement | null {
  if (!amount || mention.polarity === 'gap') return null;
  return { status: mention.polarity === 'possible' ? 'uncertain' : 'present', value: amount.value, units: amount };
}

/** Relief after a treatment: a figure if one is given, else whether it helped at all. */
function reliefStatement(mention: Mention, source: FactSource, { scan }: Statements): Statement | null {
  if (mention.polarity === 'denied' || mention.polarity === 'gap') return null;
  const amount = source.unit === 'percent' || source.unit === undefined ? percentAfter(mention, scan) : durationNear(mention, scan, source.unit);
  if (amount) return { status: 'present', value: amount.value, units: amount };
  if (source.unit !== 'percent') return null;
  if (mention.said.has('failed')) return { status: 'absent', value: null };
  return mention.said.has('helped') ? { status: 'present', value: null } : null;
}

function choiceStatement(mention: Mention, source: FactSource): Statement | null {
  if (mention.polarity !== 'affirmed' && mention.polarity !== 'possible') return null;
  const name = [...mention.concept.names].find((one) => source.choice?.[one] !== undefined);
  const value = name === undefined ? undefined : source.choice?.[name];
  return value === undefined ? null : { status: mention.polarity === 'possible' ? 'uncertain' : 'present', value };
}

function levelsStatement(mention: Mention, units: readonly Unit[]): Statement | null {
  const levels = mention.levels.length > 0 ? mention.levels : levelsIn(mention.zone, units);
  if (levels.length === 0 || mention.polarity === 'unsaid' || mention.polarity === 'denied') return null;
  return { status: mention.polarity === 'possible' ? 'uncertain' : 'present', value: levels };
}

// ---- lists

function collectItem(lists: Map<string, { items: Set<string>; mentions: Mention[]; planned: PlannedSource }>, planned: PlannedSource, mention: Mention): void {
  if (mention.polarity === 'denied' && !mention.said.has('stopped')) return;
  if (mention.polarity === 'gap' || planned.item === null) return;
  const key = `${planned.fact}\u0000${mention.sentence.from}`;
  const known = lists.get(key) ?? { items: new Set<string>(), mentions: [], planned };
  known.items.add(planned.item);
  known.mentions.push(mention);
  lists.set(key, known);
}

function placeList(planned: PlannedSource, items: string[], mentions: readonly Mention[], statements: Statements): void {
  const first = mentions[0] as Mention;
  const last = mentions[mentions.length - 1] as Mention;
  const whole = quoteSpan(first.from, last.to, statements.scan);
  const spans = whole.end - whole.start <= LONGEST_QUOTE ? [whole] : mentions.map((mention) => quoteSpan(mention.from, mention.to, statements.scan));
  const regions = planned.entry.scope === 'region' ? [first.regions?.[0] ?? null] : [null];
  for (const region of regions) add(statements, { fact: planned.fact, status: 'present', value: items.sort(), region, laterality: null, levels: [], date: first.date, service: null, evidence: [], cues: [] }, spans, []);
}

// ---- placing

function place(planned: PlannedSource, statement: Statement, mention: Mention, statements: Statements): void {
  const { scope } = planned.entry;
  const regions = scope === 'region' && mention.regions ? regionsFor(mention.regions, planned, statements) : [null];
  const spans = [evidenceSpan(mention, statement, statements.scan)];
  const cues = mention.cues.map((cue) => quoteSpan(cue.from, cue.to, statements.scan));
  for (const region of regions) {
    add(
      statements,
      {
        fact: planned.fact,
        status: statement.status,
        value: statement.value,
        region,
        laterality: scope === 'region' ? mention.laterality : null,
        levels: scope === 'region' ? mention.levels : [],
        date: planned.mechanism === 'date' ? null : mention.date,
        service: null,
        evidence: [],
        cues: [],
      },
      spans,
      cues,
    );
  }
}

/** Nerve findings of a limb are about the part of the spine that supplies it. */
function regionsFor(regions: readonly string[], planned: PlannedSource, { lexicon }: Statements): readonly string[] {
  if (!planned.entry.nerve) return regions;
  return [...new Set(regions.map((region) => lexicon.suppliedBy.get(region) ?? region))];
}

function add({ scan, facts }: Statements, fact: Fact, spans: readonly Span[], cues: readonly Span[]): void {
  const key = JSON.stringify([fact.fact, fact.status, fact.value, fact.region, fact.laterality, fact.levels, fact.date, fact.service]);
  const known = facts.get(key);
  const quotes = spans.map((span) => scan.view.source.quote(span));
  const cueQuotes = cues.map((span) => scan.view.source.quote(span));
  facts.set(key, { ...fact, evidence: [...(known?.evidence ?? []), ...quotes], cues: [...(known?.cues ?? []), ...cueQuotes] });
}

/** From the first to the last word that the statement rests on; the mention alone when that would be too long to read. */
function evidenceSpan(mention: Mention, statement: Statement, scan: Scan): Span {
  const ends = [mention, ...mention.cues, ...(statement.units ? [statement.units] : [])];
  const span = quoteSpan(Math.min(...ends.map((one) => one.from)), Math.max(...ends.map((one) => one.to)), scan);
  return span.end - span.start <= LONGEST_QUOTE ? span : quoteSpan(mention.from, mention.to, scan);
}

function quoteSpan(from: number, to: number, scan: Scan): Span {
  const first = scan.units[from] as Unit;
  const last = scan.units[Math.max(from, to - 1)] as Unit;
  return scan.view.span(first.start, last.end);
}
