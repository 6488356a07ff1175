/** A list of signatures, in pieces of one size, so that it grows without being copied: two bytes for each place. */
import { PLACES } from './signature.js';

const PER_PIECE = 4096;

/** Signatures by number, from 0 in the order in which they were added. Places keep the low 16 bits only. */
export class SignatureList {
  readonly #pieces: Uint16Array[] = [];
  #length = 0;

  /** How many there are, and the number that the next one gets. */
  get length(): number {
    return this.#length;
  }

  /** @param signature `PLACES` long; it is copied. @returns its number */
  push(signature: Uint16Array): number {
    const number = this.#length;
    if (number % PER_PIECE === 0) this.#pieces.push(new Uint16Array(PER_PIECE * PLACES));
    this.#pieces.at(-1)?.set(signature, (number % PER_PIECE) * PLACES);
    this.#length += 1;
    return number;
  }

  /** A view of the places, not a copy. */
  at(number: number): Uint16Array {
    const piece = this.#pieces[Math.floor(number / PER_PIECE)];
    if (piece === undefined) throw new Error(`there is no signature ${number}`);
    const from = (number % PER_PIECE) * PLACES;
    return piece.subarray(from, from + PLACES);
  }

  /** One place of a signature; 0 where there is none. */
  place(number: number, place: number): number {
    const piece = this.#pieces[Math.floor(number / PER_PIECE)];
    return piece?.[(number % PER_PIECE) * PLACES + place] ?? 0;
  }
}
