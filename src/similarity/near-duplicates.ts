/**
 * Groups of texts that are nearly the same, in one pass: each text is held against the first of every group whose
 * signature agrees with its own in a whole band (locality-sensitive hashing, Indyk and Motwani 1998), and joins the
 * first that is like enough. Time is linear, some 250 bytes are kept of each group, and the order of the texts alone
 * decides.
 */
import { BandTable } from './band-table.js';
import { likeness, PLACES } from './signature.js';
import { SignatureList } from './signature-list.js';

/** Places of a band. At the least likeness, a pair shares one of the 16 bands in 9,997 of 10,000 cases. */
const BAND = 4;
const BANDS = PLACES / BAND;
/** Least share of places in which members of a group agree. */
const LEAST = 0.8;

/** Puts each signature into a group as it comes; groups are never joined or left again. */
export class NearDuplicates {
  readonly #signatures = new SignatureList();
  /** The first group that has a band. */
  readonly #groupOf = Array.from(
    { length: BANDS },
    (_, band) =>
      new BandTable((group) => bandKey((place) => this.#signatures.place(group, band * BAND + place))),
  );

  /** How many groups there are. */
  get size(): number {
    return this.#signatures.length;
  }

  /** The number of the group that a text belongs to: an old one, or a new one whose first it is. */
  add(signature: Uint32Array): number {
    const short = Uint16Array.from(signature);
    const keys = Array.from({ length: BANDS }, (_, band) =>
      bandKey((place) => short[band * BAND + place] as number),
    );
    const candidates = new Set(keys.flatMap((key, band) => this.#groupOf[band]?.get(key) ?? []));
    for (const group of [...candidates].sort((a, b) => a - b)) {
      if (likeness(short, this.#signatures.at(group)) >= LEAST) return group;
    }
    return this.#open(short, keys);
  }

  #open(short: Uint16Array, keys: readonly number[]): number {
    const group = this.#signatures.push(short);
    for (const [band, key] of keys.entries()) {
      const known = this.#groupOf[band];
      if (known && known.get(key) === undefined) known.set(key, group);
    }
    return group;
  }
}

function bandKey(at: (place: number) => number): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < BAND; place++) {
    hash = Math.imul(hash ^ at(place), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}
