/**
 * Hashes that depend on nothing but their input: what is sampled or resampled is the same in every run.
 * FNV-1a (Fowler, Noll, Vo) over UTF-16 units; the finaliser of MurmurHash3 (Appleby) to spread what it leaves.
 */

/** A 32-bit hash of a text. */
export function hashText(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** A hash of a text of 52 bits, for where ever so many texts must stay apart. */
export function wideHash(text: string): number {
  return hashText(text) * 2 ** 20 + (hashText(text, 0x9e3779b9) >>> 12);
}

/** Spreads the bits of a number: neighbours become strangers. */
export function mix(number: number): number {
  let hash = number >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
