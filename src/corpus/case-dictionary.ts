/**
 * Numbers for what letters repeat: forms of services, and what facts read. A stored case is a form, a list of such
 * numbers, and a date.
 * A dictionary only grows; numbers are given in the order in which things are first seen.
 */
import type { FactReading } from '../vocabulary/fact.js';
import type { ServiceForm } from './letter-facts.js';

/** What a test sees of a reading. */
export type CaseReading = Pick<FactReading, 'fact' | 'status' | 'value'>;

/** Numbers are places in `forms` and `readings`, from 0. Forms are alike if their JSON is, order of keys included. */
export class CaseDictionary {
  readonly forms: ServiceForm[] = [];
  readonly readings: CaseReading[] = [];
  readonly #forms = new Map<string, number>();
  readonly #readings = new Map<string, number>();

  /** The number of a form; a new one if it was not seen before. */
  formNumber(form: ServiceForm): number {
    return numbered(JSON.stringify(form), form, this.#forms, this.forms);
  }

  /** The number of a reading, likewise. */
  readingNumber({ fact, status, value }: CaseReading): number {
    const key = `${fact} ${status} ${value === null ? '' : JSON.stringify(value)}`;
    return numbered(key, { fact, status, value }, this.#readings, this.readings);
  }

  /** Entries so far. */
  get size(): number {
    return this.forms.length + this.readings.length;
  }
}

function numbered<T>(key: string, entry: T, known: Map<string, number>, list: T[]): number {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = list.push(entry) - 1;
  known.set(key, made);
  return made;
}
