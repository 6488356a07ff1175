/**
 * Whether a value, date or list of levels of the output is what the label says.
 * Numbers within 5 % or inside a range, dates inside the label's, choices by their words, lists by what they share.
 */
import type { GoldFact } from './gold.js';
import { collapse } from './letter-text.js';
import type { OutputFact } from './output.js';

export type ValueKind = 'number' | 'date' | 'enum' | 'list';

export interface ValueScore {
  readonly kind: ValueKind;
  /** 1 right, 0 wrong; between them for lists. */
  readonly share: number;
}

const TOLERANCE = 0.05;
/** `2015`, `2015-03`, `2015-03-11` */
const ISO_DATE = /^\d{4}(-\d\d){0,2}$/;
/** `60`, `7.5`, `60%`, `8/10` */
const FIGURE = /^\s*(\d+(?:\.\d+)?)\s*(?:%|\/10)?\s*$/;
/** `C5-C6`: the second letter is dropped. */
const LEVEL = /^([CTLS])(\d+)-([CTLS])(\d+)$/;

type Range = readonly [low: number, high: number];

/** How right a value is. @param label not null */
export function scoreValue(label: NonNullable<GoldFact['value']>, said: unknown): ValueScore {
  const figure = rangeOf(label);
  if (Array.isArray(label) && figure === null) return { kind: 'list', share: sharedItems(label, said) };
  if (typeof label === 'boolean') return { kind: 'enum', share: Number(said === label) };
  if (figure && typeof label !== 'string') return { kind: 'number', share: Number(isWithin(figure, said)) };
  if (ISO_DATE.test(String(label))) return { kind: 'date', share: Number(isDateWithin(String(label), said)) };
  return { kind: 'enum', share: Number(choiceOf(label) === choiceOf(said)) };
}

/** A date that is as precise as the label's, or more. */
export function isDateWithin(label: string, said: unknown): boolean {
  return Boolean(said) && String(said).startsWith(label);
}

/** The dates that a fact of the output gives: its own, and those of the items of its value. */
export function datesOf({ date, value }: OutputFact): readonly string[] {
  const items: unknown[] = Array.isArray(value) ? value : [];
  const dates = items.map((item) => (isRecord(item) ? item.date : null));
  return [date, ...dates].filter(Boolean).map(String);
}

export function isSameLevels(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one.map(level)), new Set(other.map(level))];
  return a.size === b.size && [...a].every((item) => b.has(item));
}

function level(name: string): string {
  const plain = name.toUpperCase().replaceAll('/', '-').replaceAll(' ', '');
  const [, letter, upper, secondLetter, lower] = LEVEL.exec(plain) ?? [];
  return letter !== undefined && letter === secondLetter ? `${letter}${upper}-${lower}` : plain;
}

function isWithin([low, high]: Range, said: unknown): boolean {
  const range = rangeOf(said);
  return range !== null && range[0] <= high * (1 + TOLERANCE) && range[1] >= low * (1 - TOLERANCE);
}

/** A number, or a range in any of its forms; null for anything else. */
function rangeOf(value: unknown): Range | null {
  if (typeof value === 'number') return [value, value];
  if (typeof value === 'string') {
    const figure = FIGURE.exec(value)?.[1];
    return figure === undefined ? null : [Number(figure), Number(figure)];
  }
  if (Array.isArray(value)) {
    const [a, b] = value as unknown[];
    if (value.length !== 2 || typeof a !== 'number' || typeof b !== 'number') return null;
    return [Math.min(a, b), Math.max(a, b)];
  }
  if (!isRecord(value)) return null;
  const [low, high] = [value.min ?? value.low, value.max ?? value.high];
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null;
}

/** Items in both lists, as a share of all items. */
function sharedItems(label: readonly unknown[], said: unknown): number {
  const items = (list: readonly unknown[]): Set<string> =>
    new Set(list.map((item) => textOf(item).toLowerCase()));
  const [a, b] = [items(label), items(Array.isArray(said) ? said : [])];
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 1 : [...a].filter((item) => b.has(item)).length / all.size;
}

function choiceOf(value: unknown): string {
  return collapse(textOf(value)).toLowerCase().replace(/[ -]+/g, '_');
}

/** No value is the choice `none`. */
function textOf(value: unknown): string {
  return value === null || value === undefined ? 'none' : String(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
