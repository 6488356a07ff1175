/**
 * Text -> a short signature whose likeness is that of the texts: two signatures agree in about the share of places in
 * which the texts' sets of word shingles overlap (resemblance, Broder 1997).
 * Method: one permutation hashing (Li, Owen, Zhang 2012), one hash per shingle instead of one per shingle and place;
 * empty places are filled by rotation (Shrivastava and Li 2014). Time is linear in the text.
 */
import { hashText, mix } from '../statistics/hash.js';

/** Places of a signature. */
export const PLACES = 64;
/** Words of a shingle: long enough that two letters about one service do not share most of theirs by chance. */
const SHINGLE = 4;
const EMPTY = 0xffffffff;
const WORD = /[a-z0-9]+/g;
/** Stands in for a word: numbers and dates are what changes in a template. */
const NUMBER = 7;

/** The signature of a text; null if it has too few words to be like another. */
export function textSignature(text: string): Uint32Array | null {
  const words = (text.toLowerCase().match(WORD) ?? []).map(wordHash);
  if (words.length < 2 * SHINGLE) return null;
  const places = new Uint32Array(PLACES).fill(EMPTY);
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = 0x811c9dc5;
    for (let k = 0; k < SHINGLE; k++) hash = Math.imul(hash ^ (words[i + k] as number), 0x01000193);
    const spread = mix(hash);
    const place = spread % PLACES;
    const value = Math.floor(spread / PLACES);
    if (value < (places[place] as number)) places[place] = value;
  }
  return filled(places);
}

/** An empty place takes the value of the next that is not, marked by how far away it was. */
function filled(places: Uint32Array): Uint32Array {
  return places.map((value, i) => {
    let away = 0;
    let found = value;
    while (found === EMPTY && away < PLACES) {
      away += 1;
      found = places[(i + away) % PLACES] as number;
    }
    return away === 0 ? found : mix(found + away * 0x9e3779b9);
  });
}

/** The share of places in which two signatures agree. */
export function likeness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let same = 0;
  for (let i = 0; i < PLACES; i++) if (a[i] === b[i]) same += 1;
  return same / PLACES;
}

function wordHash(word: string): number {
  return /^\d/.test(word) ? NUMBER : hashText(word);
}
