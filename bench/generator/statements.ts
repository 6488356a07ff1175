/**
 * One statement of a summary: drawn at random, written in one of its phrasings, with the facts that it then gives.
 * In: the name of a statement of the templates. Out: words and known facts.
 * Not here: which statements a letter makes (see `letter-plan.ts`).
 */
import { randomDay } from './dates.js';
import { type About, type Filled, fill } from './fill.js';
import type { Random } from './random.js';
import { type FactTemplate, type Side, STATEMENTS, type StatementTemplate } from './templates.js';

/** A fact that a letter is known to give. */
export interface KnownFact {
  readonly fact: string;
  readonly status: 'present' | 'absent' | 'uncertain' | 'gap';
  readonly value: string | number | readonly string[] | readonly [number, number] | null;
  readonly region: string | null;
  readonly laterality: Side | null;
  /** Undefined where the letter leaves them to chance, and so the date. */
  readonly levels: readonly string[] | undefined;
  /** ISO, as precise as it is said. */
  readonly date: string | null | undefined;
}

/** What a statement is about and what it says of it; the phrasing is chosen when it is written. */
export interface Statement {
  readonly name: string;
  /** Index among the readings of its template. */
  readonly reading: number;
  readonly region: string | null;
  readonly side: Side | null;
  readonly level: string | null;
  readonly date: string | null;
  readonly value: string | number | null;
}

export interface Written {
  readonly text: string;
  readonly facts: readonly KnownFact[];
}

/** The names of the statements of one part of a summary. */
export function statementsOf(part: StatementTemplate['part']): string[] {
  return Object.entries(STATEMENTS.statements).flatMap(([name, template]) =>
    template.part === part ? [name] : [],
  );
}

export function templateOf(name: string): StatementTemplate {
  const template = STATEMENTS.statements[name];
  if (!template) throw new RangeError(`no statement is called ${name}`);
  return template;
}

/** Draws a statement; null if it cannot be made about the region. @param region null: about any */
export function drawStatement(name: string, region: string | null, random: Random): Statement | null {
  const template = templateOf(name);
  const { regions, sides, levels, dates, values } = template;
  const about = regions ? (region ?? random.pick(regions)) : null;
  if (about !== null && !regions?.includes(about)) return null;
  const named = levels && about !== null ? STATEMENTS[levels][about] : undefined;
  return {
    name,
    reading: random.between(0, template.readings.length - 1),
    region: about,
    side: sides ? random.pick(sides) : null,
    level: named ? random.pick(named) : null,
    date: dates ? precise(randomDay(random, 2008, 2014), random.pick(dates)) : null,
    value:
      values === undefined
        ? null
        : Array.isArray(values)
          ? random.pick(values)
          : random.between(values.from, values.to),
  };
}

function precise(day: string, precision: 'day' | 'month' | 'year'): string {
  return day.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

/**
 * Writes a statement in one of its phrasings.
 * @param noteDate of the note that it stands in; null outside notes
 * @param phrase index of the phrasing; drawn if left out
 */
export function writeStatement(
  statement: Statement,
  sex: About['sex'],
  noteDate: string | null,
  random: Random,
  phrase?: number,
): Written {
  const { phrases, facts } = readingOf(statement);
  const chosen = phrase === undefined ? random.pick(phrases) : (phrases[phrase] as string);
  const filled = fill(chosen, { ...statement, sex }, random);
  return { text: filled.text, facts: facts.map((fact) => knownFact(fact, statement, filled, noteDate)) };
}

export function readingOf(statement: Statement): StatementTemplate['readings'][number] {
  const reading = templateOf(statement.name).readings[statement.reading];
  if (!reading) throw new RangeError(`${statement.name} has no reading ${statement.reading}`);
  return reading;
}

/** What a statement says is known of it only as far as its words go. */
function knownFact(
  fact: FactTemplate,
  statement: Statement,
  filled: Filled,
  noteDate: string | null,
): KnownFact {
  const isOfCase = STATEMENTS['case-facts'].includes(fact.fact);
  const value = saidValue(fact, statement);
  const ownDate = filled.saysDate && fact.value !== '{date}' ? statement.date : null;
  return {
    fact: fact.fact,
    status: fact.status,
    value,
    region: isOfCase ? null : regionOf(fact, statement),
    laterality: isOfCase ? null : (fact.side ?? filled.side),
    levels: STATEMENTS['facts-without-levels'].includes(fact.fact)
      ? undefined
      : isOfCase || !filled.saysLevel || statement.level === null
        ? []
        : [statement.level],
    date: STATEMENTS['undated-facts'].includes(fact.fact) ? undefined : (ownDate ?? noteDate),
  };
}

function regionOf(fact: FactTemplate, { region }: Statement): string | null {
  return fact.region === 'limb' && region !== null ? (STATEMENTS['limb-regions'][region] ?? null) : region;
}

function saidValue({ value }: FactTemplate, { value: drawn, level, date }: Statement): KnownFact['value'] {
  if (value === '{value}') return drawn;
  if (value === '{date}') return date;
  if (Array.isArray(value) && value[0] === '{level}') return level === null ? [] : [level];
  return (value as KnownFact['value'] | undefined) ?? null;
}
