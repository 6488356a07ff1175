/**
 * From mentions to facts: each mention serves the facts whose sources name its concept, by one of a closed set of
 * mechanisms (finding, test, event, number, count, duration, relief, date, choice, list, levels, drug-line, taken-for).
 * Statements that say the same of the same thing become one fact with several quotes.
 * Not here: weighing facts against each other for a service (see `fact-base.ts`).
 */
import { type Unit, UnitKind } from '../language/units.js';
import type { Quote, Span } from '../text/source-text.js';
import type { Fact, FactStatus, FactValue } from '../vocabulary/fact.js';
import type { Mechanism } from '../vocabulary/fact-sources.js';
import type { FactEntry, FactSource } from '../vocabulary/lexicon.js';
import { type Amount, amountIn, countNear, durationNear } from './amounts.js';
import { levelsIn } from './attributes.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { drugLine } from './drug-lines.js';
import { asTaken, isListedDrug } from './drugs-taken.js';
import type { PlannedSource } from './fact-plan.js';
import { lengthOfUse } from './length-of-use.js';
import type { Mention } from './mentions.js';
import { morphineTotal } from './morphine-dose.js';
import { reliefLength, reliefPercent, responseTo } from './relief.js';
import type { CueMatch, Scan, Sentence } from './scan.js';
import { isStudy } from './studies.js';

/** What one mention says of one fact, before it is placed. */
interface Statement {
  readonly status: FactStatus;
  readonly value: FactValue | null;
  /** Units that the statement rests on besides the mention and its cues. */
  readonly units?: { readonly from: number; readonly to: number };
  /** Those units stand for themselves: they are quoted apart from the mention. */
  readonly isApart?: boolean;
}

/** A fact to which quotes are still added. */
type GrowingFact = Fact & { readonly evidence: Quote[]; readonly cues: Quote[] };

interface Statements {
  readonly scan: Scan;
  readonly lexicon: CompiledLexicon;
  readonly reference: string | null;
  readonly facts: Map<string, GrowingFact>;
}

const LONGEST_QUOTE = 300;

/**
 * The facts that mentions give, in the order in which their words first stand in the text.
 * @param reference ISO date up to which `since 2012` counts; null leaves such lengths unknown
 */
export function deriveFacts(
  scan: Scan,
  mentions: readonly Mention[],
  lexicon: CompiledLexicon,
  reference: string | null,
): Fact[] {
  const statements: Statements = { scan, lexicon, reference, facts: new Map() };
  const lists = new Map<
    string,
    { readonly items: Set<string>; readonly mentions: Mention[]; readonly planned: PlannedSource }
  >();
  const tallies: Tallies = new Map();
  const doses = new Map<string, { readonly planned: PlannedSource; readonly mentions: Mention[] }>();
  for (const found of mentions) {
    if (found.isOtherPerson || found.isReportedByUr) {
      if (!found.isReportedByUr || !servesDate(found, lexicon)) continue;
    }
    for (const planned of plannedFor(found, lexicon)) {
      const mention = planned.source['taken-now'] ? asTaken(found, scan, lexicon) : found;
      if (mention === null || !passes(planned, mention, statements)) continue;
      if (planned.mechanism === 'list') collectItem(lists, planned, mention);
      else if (planned.source.part === 'morphine-dose') collectDose(doses, planned, mention);
      else if (planned.source.tally) collectTally(tallies, planned, mention);
      else {
        const statement = READ[planned.mechanism](mention, planned.source, statements);
        if (statement) place(planned, statement, mention, statements);
      }
    }
  }
  for (const { items, mentions: of, planned } of lists.values())
    placeList(planned, [...items], of, statements);
  for (const { planned, mentions: of } of doses.values()) placeDose(planned, of, statements);
  for (const { planned, mentions: of } of tallies.values()) placeTally(planned, of, statements);
  return settled([...statements.facts.values()], lexicon).sort(
    (a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.fact < b.fact ? -1 : 1),
  );
}

/** What holds for the whole letter has no date of its own. */
function isSaidOnce({ weigh }: FactEntry): boolean {
  return weigh === 'first' || weigh === 'most';
}

/** Of facts that are said once for the whole letter, the value that is said first, or most often. */
function settled(facts: readonly Fact[], lexicon: CompiledLexicon): Fact[] {
  const start = (fact: Fact): number => fact.evidence[0]?.start ?? 0;
  const beats = (a: Fact, b: Fact, how: 'first' | 'most'): boolean =>
    how === 'most' && a.evidence.length !== b.evidence.length
      ? a.evidence.length > b.evidence.length
      : start(a) < start(b);
  const chosen = new Map<string, Fact>();
  const others: Fact[] = [];
  for (const fact of facts) {
    const how = lexicon.facts.get(fact.fact)?.weigh;
    if (how !== 'first' && how !== 'most') others.push(fact);
    else {
      const known = chosen.get(fact.fact);
      if (!known || beats(fact, known, how)) chosen.set(fact.fact, fact);
    }
  }
  const said = others.filter((fact) => !followsFrom(fact, others, lexicon));
  return [
    ...said,
    ...[...chosen.values()].map((fact) => ({ ...fact, evidence: fact.evidence.slice(0, MOST_QUOTES) })),
  ];
}
/** True if other facts say by the same words what this one follows from: the date of an ablation says that there was one. */
function followsFrom(fact: Fact, all: readonly Fact[], lexicon: CompiledLexicon): boolean {
  const parts = lexicon.facts.get(fact.fact)?.derive?.any;
  if (!parts || fact.status !== 'present') return false;
  const names = new Set(parts.map((part) => part.split('=')[0]));
  return all.some(
    (other) =>
      names.has(other.fact) &&
      other.status === 'present' &&
      other.evidence.some((a) => fact.evidence.some((b) => a.start < b.end && b.start < a.end)),
  );
}
/** Quotes kept of what the whole letter says over and over. */
const MOST_QUOTES = 4;

function plannedFor(mention: Mention, lexicon: CompiledLexicon): PlannedSource[] {
  const found: PlannedSource[] = [];
  for (const name of mention.concept.names) found.push(...(lexicon.plan.get(name) ?? []));
  return found;
}

/** What utilization review did is no clinical fact; that it did it, and when, may still be asked. */
function servesDate(mention: Mention, lexicon: CompiledLexicon): boolean {
  return (
    mention.concept.kind === 'marker' ||
    plannedFor(mention, lexicon).some((planned) => planned.entry['for-rules'] === false)
  );
}

function passes(
  { source, mechanism }: PlannedSource,
  mention: Mention,
  { scan, lexicon }: Statements,
): boolean {
  if (source.exactly && !list(source[mechanism] as string | readonly string[]).includes(mention.concept.name))
    return false;
  if (source.when && !list(source.when).some((meaning) => mention.said.has(meaning))) return false;
  if (source.region && !list(source.region).some((region) => mention.regions?.includes(region))) return false;
  if (mention.time === 'future' && !source['even-if-planned'] && !isListedDrug(mention, scan, lexicon))
    return false;
  if (source['only-affirmed'] && mention.polarity !== 'affirmed') return false;
  if (source['only-denied'] && mention.polarity !== 'denied') return false;
  if (source.with && !standsWith(mention, list(source.with))) return false;
  return !(source.without && isBeside(mention.sentence, list(source.without)));
}

/**
 * True if a mention's report is of one of these studies, or its sentence names one of these concepts; but a study that
 * the sentence names besides the one that the mention is about does not count.
 */
function standsWith({ study, sentence }: Mention, names: readonly string[]): boolean {
  if (study !== null && names.some((name) => study.names.has(name))) return true;
  return sentence.concepts.some(
    ({ entry }) => names.some((name) => entry.names.has(name)) && (study === null || !isStudy(entry)),
  );
}

function isBeside(sentence: Sentence, names: readonly string[]): boolean {
  return sentence.concepts.some(({ entry }) => names.some((name) => entry.names.has(name)));
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

// ---- mechanisms

type Reader = (mention: Mention, source: FactSource, statements: Statements) => Statement | null;

const READ: Readonly<Record<Exclude<Mechanism, 'list'>, Reader>> = {
  finding: (mention, source) => statusStatement(mention, source),
  test: (mention, source) => statusStatement(mention, source),
  event: (mention, source) => statusStatement(mention, source),
  number: (mention, source, { scan, lexicon }) =>
    source.below !== undefined
      ? belowStatement(mention, source.below, scan)
      : numberStatement(
          amountIn(mention.from, mention.to, scan, lexicon, source.unit ?? null, source.last),
          mention,
          source,
        ),
  count: (mention, source, { scan }) =>
    numberStatement(countNear(mention, scan, source.unit ?? 'visit'), mention, source),
  duration: (mention, source, { scan }) =>
    numberStatement(durationNear(mention, scan, source.unit ?? 'week'), mention, source),
  relief: reliefStatement,
  date: dateStatement,
  choice: (mention, source) => choiceStatement(mention, source),
  levels: (mention, _source, { scan }) => levelsStatement(mention, scan.units),
  'drug-line': drugStatement,
  'taken-for': (mention, source, { scan, reference }) =>
    numberStatement(lengthOfUse(mention, scan, source.unit ?? 'week', reference), mention, source),
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
      if (source['denied-too']) return gives;
      return gives === 'present' ? 'absent' : gives === 'absent' ? 'present' : 'absent';
    case 'possible':
      return source.suspicion ? gives : 'uncertain';
    case 'gap':
      return 'gap';
    case 'unsaid':
      return null;
  }
}

/** A number said of a mention; what was not had has none. */
function numberStatement(amount: Amount | null, mention: Mention, source: FactSource): Statement | null {
  if (
    !amount ||
    mention.polarity === 'gap' ||
    (mention.concept.kind === 'event' && mention.polarity === 'denied')
  )
    return null;
  const [low, high] = typeof amount.value === 'number' ? [amount.value, amount.value] : amount.value;
  if (source.between && (low < source.between[0] || high > source.between[1])) return null;
  return {
    status: mention.polarity === 'possible' ? 'uncertain' : 'present',
    value: amount.value,
    units: amount,
  };
}

/** A date, and where it stands: in the zone of the mention or shortly before it. */
function dateStatement(mention: Mention, _source: FactSource, { scan }: Statements): Statement | null {
  if (mention.date === null || mention.polarity === 'denied') return null;
  const isIt = (i: number): boolean => scan.units[i]?.date === mention.date;
  const statement: Statement = { status: 'present', value: mention.date };
  for (let i = mention.from; i < mention.zone.to; i++)
    if (isIt(i)) return { ...statement, units: { from: i, to: i + 1 } };
  for (let i = mention.from - 1; i >= mention.sentence.from; i--)
    if (isIt(i)) return { ...statement, units: { from: i, to: i + 1 } };
  // Without words of its own the date is that of the note, and not of what a marker stands for.
  return mention.concept.kind === 'event' ? statement : null;
}

/** Relief after a treatment: a figure if one is given, else whether it helped at all. */
function reliefStatement(mention: Mention, source: FactSource, { scan }: Statements): Statement | null {
  if (mention.polarity === 'denied' || mention.polarity === 'gap') return null;
  const inPercent = source.unit === 'percent';
  const amount = inPercent
    ? reliefPercent(mention, scan)
    : reliefLength(mention, scan, source.unit ?? 'week');
  if (amount) return { status: 'present', value: amount.value, units: amount, isApart: true };
  // A length without a figure says by itself that there was relief for so long.
  const response = inPercent && !reliefLength(mention, scan, 'week') ? responseTo(mention, scan) : null;
  if (!response) return null;
  const status =
    response.meaning === 'failed' ? 'absent' : response.meaning === 'helped' ? 'present' : 'uncertain';
  return { status, value: null, units: response.cue, isApart: true };
}

function choiceStatement(mention: Mention, source: FactSource): Statement | null {
  if (mention.polarity !== 'affirmed' && mention.polarity !== 'possible') return null;
  const name = [...mention.concept.names].find((one) => source.choice?.[one] !== undefined);
  const value = name === undefined ? undefined : source.choice?.[name];
  return value === undefined
    ? null
    : { status: mention.polarity === 'possible' ? 'uncertain' : 'present', value };
}

function levelsStatement(mention: Mention, units: readonly Unit[]): Statement | null {
  const levels = mention.levels.length > 0 ? mention.levels : levelsIn(mention.zone, units);
  if (levels.length === 0 || mention.polarity === 'unsaid' || mention.polarity === 'denied') return null;
  let last = mention.to;
  for (let i = mention.to; i < mention.zone.to; i++) if (units[i]?.kind === UnitKind.Level) last = i + 1;
  return {
    status: mention.polarity === 'possible' ? 'uncertain' : 'present',
    value: levels,
    units: { from: mention.from, to: last },
  };
}

/** A part of the directions for a drug; its name also says that a drug is not taken. */
function drugStatement(
  mention: Mention,
  source: FactSource,
  { scan, lexicon }: Statements,
): Statement | null {
  const line = drugLine(mention, scan, lexicon);
  if (!line) return null;
  if (source.part === 'strength')
    return line.strengthMg === null || line.to === mention.to
      ? null
      : { status: mention.polarity === 'denied' ? 'absent' : 'present', value: line.strengthMg, units: line };
  if (source.part === 'days-supply') {
    const days =
      line.quantity !== null && line.perDay ? Math.round((line.quantity / line.perDay) * 10) / 10 : null;
    return days === null ? null : { status: 'present', value: days, units: line };
  }
  const status = statusOf(mention, source);
  return status === null ? null : { status, value: line.drug, units: line };
}

/** Whether the number of a phrase falls short of a bound, or that of a ratio short of its base: `flexion 40`, `50/60`. */
function belowStatement(mention: Mention, bound: number, scan: Scan): Statement | null {
  const figures = scan.units.slice(mention.from, mention.to).filter(isFigure);
  const unit = figures[figures.length - 1];
  if (!unit || mention.polarity === 'gap') return null;
  return { status: unit.high < (unit.base > 0 ? unit.base : bound) ? 'present' : 'absent', value: null };
}

const isFigure = ({ kind }: Unit): boolean =>
  kind === UnitKind.Number || kind === UnitKind.Range || kind === UnitKind.Ratio || kind === UnitKind.Percent;

// ---- tallies

type Tallies = Map<string, { readonly planned: PlannedSource; readonly mentions: Mention[] }>;

/** Tests of one date, region and side are counted together; those without a result say nothing. */
function collectTally(tallies: Tallies, planned: PlannedSource, mention: Mention): void {
  if (mention.polarity !== 'affirmed' && mention.polarity !== 'denied') return;
  const key = JSON.stringify([planned.fact, mention.date, mention.laterality, mention.regions]);
  const known = tallies.get(key) ?? { planned, mentions: [] };
  known.mentions.push(mention);
  tallies.set(key, known);
}

/** The number of different tests that were positive; absent if all were negative. */
function placeTally(planned: PlannedSource, mentions: readonly Mention[], statements: Statements): void {
  const positive = mentions.filter((mention) => mention.polarity === 'affirmed');
  const count = new Set(positive.map((mention) => mention.concept.name)).size;
  const statement: Statement =
    count > 0 ? { status: 'present', value: count } : { status: 'absent', value: null };
  for (const mention of count > 0 ? positive : mentions) place(planned, statement, mention, statements);
}

// ---- doses

function collectDose(
  doses: Map<string, { readonly planned: PlannedSource; readonly mentions: Mention[] }>,
  planned: PlannedSource,
  mention: Mention,
): void {
  const known = doses.get(planned.fact) ?? { planned, mentions: [] };
  known.mentions.push(mention);
  doses.set(planned.fact, known);
}

function placeDose(planned: PlannedSource, mentions: readonly Mention[], statements: Statements): void {
  const total = morphineTotal(mentions, statements.scan, statements.lexicon);
  if (!total) return;
  const spans = total.lines.map((line) => quoteSpan(line.from, line.to, statements.scan));
  add(
    statements,
    {
      fact: planned.fact,
      status: total.isComplete ? 'present' : 'uncertain',
      value: total.mgPerDay,
      region: null,
      laterality: null,
      levels: [],
      date: null,
      service: null,
      evidence: [],
      cues: [],
    },
    spans,
    [],
  );
}

// ---- lists

function collectItem(
  lists: Map<string, { items: Set<string>; mentions: Mention[]; planned: PlannedSource }>,
  planned: PlannedSource,
  mention: Mention,
): void {
  if (mention.polarity === 'denied' && !mention.said.has('stopped')) return;
  if (mention.polarity === 'gap' || planned.item === null) return;
  const key = `${planned.fact}\u0000${mention.sentence.from}`;
  const known = lists.get(key) ?? { items: new Set<string>(), mentions: [], planned };
  known.items.add(planned.item);
  known.mentions.push(mention);
  lists.set(key, known);
}

function placeList(
  planned: PlannedSource,
  items: string[],
  mentions: readonly Mention[],
  statements: Statements,
): void {
  const first = mentions[0] as Mention;
  const last = mentions[mentions.length - 1] as Mention;
  const whole = quoteSpan(first.from, last.to, statements.scan);
  const spans =
    whole.end - whole.start <= LONGEST_QUOTE
      ? [whole]
      : mentions.map((mention) => quoteSpan(mention.from, mention.to, statements.scan));
  const about =
    planned.entry['region-from'] === 'sentence'
      ? mentions.find((mention) => mention.regionsHere)?.regionsHere
      : first.regions;
  const regions = planned.entry.scope === 'region' ? [about?.[0] ?? null] : [null];
  for (const region of regions)
    add(
      statements,
      {
        fact: planned.fact,
        status: 'present',
        value: items.sort(),
        region,
        laterality: null,
        levels: [],
        date: first.date,
        service: null,
        evidence: [],
        cues: [],
      },
      spans,
      [],
    );
}

// ---- placing

function place(planned: PlannedSource, statement: Statement, mention: Mention, statements: Statements): void {
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
    add(
      statements,
      {
        fact: planned.fact,
        status: statement.status,
        value: statement.value,
        region,
        laterality: scope === 'region' ? mention.laterality : null,
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
              : familyNear(mention),
        evidence: [],
        cues: [],
      },
      spans,
      cues,
    );
  }
}

/** What counts only as the finding of a study is of the date of the study. */
function studyDate({ source }: PlannedSource, { study }: Mention): string | null {
  return source.with !== undefined &&
    study !== null &&
    list(source.with).some((name) => study.names.has(name))
    ? study.date
    : null;
}

/** The service family that a statement is about: that of its own concept, else of the nearest one named in its sentence. */
function familyNear(mention: Mention): string | null {
  if (mention.concept.family !== null) return mention.concept.family;
  let nearest: { readonly family: string; readonly distance: number } | null = null;
  for (const { entry, from, to } of mention.sentence.concepts) {
    if (entry.family === null) continue;
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

function add({ scan, facts }: Statements, fact: Fact, spans: readonly Span[], cues: readonly Span[]): void {
  const key = JSON.stringify([
    fact.fact,
    fact.status,
    fact.value,
    fact.region,
    fact.laterality,
    fact.levels,
    fact.date,
    fact.service,
  ]);
  const quotes = spans.map((span) => scan.view.source.quote(span));
  const cueQuotes = cues.map((span) => scan.view.source.quote(span));
  const known = facts.get(key);
  if (known) {
    known.evidence.push(...quotes);
    known.cues.push(...cueQuotes);
  } else facts.set(key, { ...fact, evidence: quotes, cues: cueQuotes });
}

/** True if another event stands between a mention and the word that says that it was done: that word is quoted with the other. */
function isBeyondEvent(cue: CueMatch, { sentence, from }: Mention): boolean {
  const saysDone = cue.entry.meaning === 'done' || cue.entry.meaning === 'historical' || cue.entry.meaning === 'current';
  return saysDone && sentence.concepts.some(({ entry, from: start, to }) => entry.kind === 'event' && start >= cue.to && to <= from);
}

/** From the first to the last word that the statement rests on; the mention alone when that would be too long to read. */
function evidenceSpan(mention: Mention, statement: Statement, scan: Scan): Span {
  const ends = [
    mention,
    ...mention.cues.filter((cue) => !isBeyondEvent(cue, mention)).filter((cue) => cue.entry.direction !== 'section'),
    ...(statement.units ? [statement.units] : []),
    ...(mention.dateWords ? [mention.dateWords] : []),
    ...placeAfter(mention),
  ];
  const span = quoteSpan(
    Math.min(...ends.map((one) => one.from)),
    Math.max(...ends.map((one) => one.to)),
    scan,
  );
  return span.end - span.start <= LONGEST_QUOTE ? span : quoteSpan(mention.from, mention.to, scan);
}

/** How far after a test's result the words of its place may stand. */
const NEAR_PLACE = 8;

/** Side, region and level said after the result of a test: `decreased over the left calf`. */
function placeAfter({
  concept,
  sentence,
  cues,
  to,
  zone,
}: Mention): readonly { readonly from: number; readonly to: number }[] {
  if (concept.kind !== 'test') return [];
  const from = Math.max(to, ...cues.map((cue) => cue.to));
  return sentence.attributes.filter(
    (one) => one.from >= from && one.to <= Math.min(zone.to, from + NEAR_PLACE) && one.entry.type !== 'unit',
  );
}

function quoteSpan(from: number, to: number, scan: Scan): Span {
  const first = scan.units[from] as Unit;
  const last = scan.units[Math.max(from, to - 1)] as Unit;
  return scan.view.span(first.start, last.end);
}
