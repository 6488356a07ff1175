/**
 * What one mention says of one fact, read by one of a closed set of mechanisms: finding, test, event, number, count,
 * duration, relief, failure, date, choice, levels, drug-line, taken-for.
 * Not here: facts that several mentions make together (see `joint-statements.ts`).
 */
import { monthsBetween } from '../language/dates.js';
import { type Unit, UnitKind, type UnitRange } from '../language/unit.js';
import type { FactStatus, FactValue } from '../vocabulary/fact.js';
import type { Mechanism } from '../vocabulary/fact-sources.js';
import type { FactSource } from '../vocabulary/lexicon.js';
import { COUNTED } from '../vocabulary/lexicon-terms.js';
import { allCourses } from './added-courses.js';
import { type Amount, amountIn, countNear, durationNear, isAmount } from './amounts.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { drugLine } from './drug-lines.js';
import { isListedDrug } from './drugs-taken.js';
import { lengthOfUse } from './length-of-use.js';
import type { Mention } from './mention.js';
import { overSquareIn } from './over-square.js';
import { failureOf, reliefLength, reliefPercent, responseTo } from './relief.js';
import type { Scan } from './scan.js';
import { visitsByRate } from './visits-by-rate.js';
import { levelsIn } from './zones.js';

/** What a mention says of a fact, before it is placed. */
export interface Statement {
  readonly status: FactStatus;
  readonly value: FactValue | null;
  /** Units that the statement rests on besides the mention and its cues. */
  readonly units?: UnitRange;
  /** Those units stand for themselves: they are quoted apart from the mention. */
  readonly isApart?: boolean;
}

/** What readers may look at besides the mention. */
export interface Reading {
  readonly scan: Scan;
  readonly lexicon: CompiledLexicon;
  /** ISO date up to which `since 2012` counts; null leaves such lengths unknown. */
  readonly reference: string | null;
}

type Reader = (mention: Mention, source: FactSource, reading: Reading) => Statement | null;

/** The reader of each mechanism; null where a mention says nothing of the fact. */
export const READ: Readonly<Record<Exclude<Mechanism, 'list'>, Reader>> = {
  finding: (mention, source) => statusStatement(mention, source),
  test: (mention, source) => statusStatement(mention, source),
  event: (mention, source) => statusStatement(mention, source),
  number: (mention, source, { scan, reference }) =>
    source.below !== undefined
      ? belowStatement(mention, source.below, scan)
      : numberStatement(
          source['years-since'] ? yearsSince(mention, scan, reference) : numberIn(mention, source, scan),
          mention,
          source,
        ),
  count: (mention, source, { scan }) => {
    const course = countOf(mention, scan, source.unit ?? COUNTED);
    const amount = course && source['all-courses'] ? allCourses(course, mention, scan) : course;
    return numberStatement(amount, mention, source);
  },
  duration: (mention, source, { scan }) =>
    numberStatement(durationNear(mention, scan, source.unit ?? 'week'), mention, source),
  relief: reliefStatement,
  failure: failureStatement,
  date: dateStatement,
  choice: choiceStatement,
  levels: (mention, _source, { scan }) => levelsStatement(mention, scan.units),
  'drug-line': drugStatement,
  'taken-for': (mention, source, { scan, reference }) =>
    numberStatement(lengthOfUse(mention, scan, source.unit ?? 'week', reference), mention, source),
};

function statusStatement(mention: Mention, source: FactSource): Statement | null {
  const status = statusOf(mention, source);
  return status === null ? null : { status, value: source.value ?? null };
}

/** A marker's words stand there whatever doubt is before them; only what asks for no doubt leaves them out. */
const isWordsAlone = ({ concept }: Mention): boolean => concept.kind === 'marker';

/** `if the hardware is loose`: a condition suspects nothing. */
const isConditional = ({ said }: Mention): boolean => said.has('hypothetical');

function statusOf(mention: Mention, source: FactSource): FactStatus | null {
  const gives = source.gives ?? 'present';
  switch (mention.polarity) {
    case 'affirmed':
      return gives;
    case 'denied':
      if (source['denied-too']) return gives;
      return gives === 'present' ? 'absent' : gives === 'absent' ? 'present' : 'absent';
    case 'possible':
      return (source.suspicion && !isConditional(mention)) || isWordsAlone(mention) ? gives : 'uncertain';
    case 'gap':
      return 'gap';
    case 'unsaid':
      return null;
  }
}

function numberIn({ from, to }: Mention, source: FactSource, scan: Scan): Amount | null {
  const measures = source['over-square'];
  if (measures === undefined) return amountIn(from, to, scan, source.unit ?? null, source.last);
  const value = overSquareIn(from, to, scan.units, measures);
  return value === null ? null : { value, from, to };
}

/** Whole years from the day, or year, of a phrase: `born in 1961`; a year alone gives both ages that may be meant. */
function yearsSince({ from, to }: Mention, { units }: Scan, reference: string | null): Amount | null {
  const day = units.slice(from, to).find((unit) => unit.date !== null)?.date;
  if (day === undefined || day === null || reference === null) return null;
  const [least, most] = ['-12-31', '-01-01'].map((end) => {
    const full = day.length === YEAR_ALONE ? `${day}${end}` : day;
    return Math.floor(monthsBetween(full, reference) / MONTHS_A_YEAR);
  }) as [number, number];
  return { value: least === most ? least : [least, most], from, to };
}
const MONTHS_A_YEAR = 12;
const YEAR_ALONE = 4;

/** The count of a treatment, unless how often and how long it was had comes before any count. */
function countOf(mention: Mention, scan: Scan, unit: string): Amount | null {
  const counted = countNear(mention, scan, unit);
  const rated = visitsByRate(mention, scan);
  return rated && (!counted || counted.from >= rated.from) ? rated : counted;
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
function dateStatement(mention: Mention, _source: FactSource, { scan }: Reading): Statement | null {
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

/** That a treatment brought nothing. */
function failureStatement(mention: Mention, _source: FactSource, { scan }: Reading): Statement | null {
  if (mention.polarity !== 'affirmed') return null;
  const cue = failureOf(mention, scan);
  return cue && { status: 'present', value: null, units: cue, isApart: true };
}

/** Relief after a treatment: a figure if one is given, else whether it helped at all. */
function reliefStatement(mention: Mention, source: FactSource, { scan }: Reading): Statement | null {
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
    : { status: mention.polarity === 'possible' && !isWordsAlone(mention) ? 'uncertain' : 'present', value };
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
function drugStatement(mention: Mention, source: FactSource, { scan, lexicon }: Reading): Statement | null {
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
  const status = isListedDrug(mention, scan, lexicon) ? 'present' : statusOf(mention, source);
  return status === null ? null : { status, value: line.drug, units: line };
}

/** Whether the number of a phrase falls short of a bound, or that of a ratio short of its base: `flexion 40`, `50/60`. */
function belowStatement(mention: Mention, bound: number, scan: Scan): Statement | null {
  const figures = scan.units.slice(mention.from, mention.to).filter(isAmount);
  const unit = figures[figures.length - 1];
  if (!unit || mention.polarity === 'gap') return null;
  // A grade of strength is no number of degrees: `external rotation 4/5`.
  if (unit.base === BEST_GRADE && bound > BEST_GRADE) return null;
  // `flexion 140/130`: more than the whole cannot be meant, so these are two sides.
  if (unit.base > 0 && unit.high > unit.base) return null;
  return { status: unit.high < (unit.base > 0 ? unit.base : bound) ? 'present' : 'absent', value: null };
}

const BEST_GRADE = 5;
