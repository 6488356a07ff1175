/**
 * A row of the table of services -> the case in numbers, and the row of statistics that a case and its verdict come
 * to. Cases repeat, so their rows are made once and shared.
 */
import type { CaseDictionary, CaseReading } from '../corpus/case-dictionary.js';
import { serviceRow } from '../corpus/issue-rows.js';
import type { JudgedService, NumberedService } from '../corpus/judge-services.js';
import type { StoredReading } from '../corpus/letter-facts.js';
import type { ServiceRow } from '../vocabulary/issue-row.js';
import type { Row } from './database.js';

/** A service in the numbers of the store's dictionary. @param row `letter_id, issue, form_id, readings` */
export function numberedService([, , form, readings]: Row): NumberedService {
  return { form: Number(form), readings: numbersIn(String(readings)) };
}

/** Rows that are remembered; beyond it they are made anew. */
const MOST_REMEMBERED = 200_000;

/** Rows of the services of a store. Whose case and verdict are equal get the same row object. */
export class ServiceRows {
  readonly #cases: CaseDictionary;
  readonly #rows = new Map<string, ServiceRow>();

  constructor(cases: CaseDictionary) {
    this.#cases = cases;
  }

  /** Places among the readings of a case of those that decided. */
  deciding({ readings }: NumberedService, { verdict }: JudgedService): readonly number[] {
    const { decidingFacts } = verdict;
    if (decidingFacts.length === 0) return [];
    const places: number[] = [];
    for (let i = 0; i < readings.length; i++) {
      if (decidingFacts.includes(this.#reading(readings[i] as number).fact)) places.push(i);
    }
    return places;
  }

  /** The row of a judged case. @param deciding places of `deciding` */
  rowOf({ readings }: NumberedService, judged: JudgedService, deciding: readonly number[]): ServiceRow {
    const { form, number, verdict } = judged;
    let key = `${number} ${verdict.number}`;
    for (const place of deciding) key += ` ${readings[place]}`;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const made = serviceRow({ form, readings: this.readingsAt(readings, deciding, []) }, verdict);
    if (this.#rows.size >= MOST_REMEMBERED) this.#rows.clear();
    this.#rows.set(key, made);
    return made;
  }

  /** @param from for each reading the fact that decided; -1 where none is given */
  readingsAt(
    readings: readonly number[],
    places: readonly number[],
    from: readonly number[],
  ): readonly StoredReading[] {
    return places.map((place) => ({ ...this.#reading(readings[place] as number), from: from[place] ?? -1 }));
  }

  #reading(number: number): CaseReading {
    return this.#cases.readings[number] as CaseReading;
  }
}

const SPACE = 0x20;
const MINUS = 0x2d;
const ZERO = 0x30;

/** The numbers of `12 -1 5`; empty for an empty text. Written out, since this runs for every service of an archive. */
export function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let sign = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === SPACE) {
      numbers.push(sign * value);
      value = 0;
      sign = 1;
    } else if (code === MINUS) sign = -1;
    else value = 10 * value + code - ZERO;
  }
  if (text.length > 0) numbers.push(sign * value);
  return numbers;
}
