/**
 * A set of text hashes that threads share without copying it: their first 64 bits, sorted, in shared memory.
 * A million letters take 8 MB.
 */

const HEX_DIGITS = 16;

/** Packs hashes for `hasHash`, which finds those that begin alike, too. @param hashes in hexadecimal, sorted */
export function packHashes(hashes: readonly string[]): SharedArrayBuffer {
  const packed = new SharedArrayBuffer(hashes.length * BigUint64Array.BYTES_PER_ELEMENT);
  const view = new BigUint64Array(packed);
  hashes.forEach((hash, i) => {
    view[i] = headOf(hash);
  });
  return packed;
}

/** True if a packed list has a hash. Looks it up in logarithmic time. */
export function hasHash(packed: SharedArrayBuffer, hash: string): boolean {
  const view = new BigUint64Array(packed);
  const wanted = headOf(hash);
  let low = 0;
  let high = view.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((view[middle] as bigint) < wanted) low = middle + 1;
    else high = middle;
  }
  return view[low] === wanted;
}

const headOf = (hash: string): bigint => BigInt(`0x${hash.slice(0, HEX_DIGITS)}`);
