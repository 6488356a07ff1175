/**
 * How what was found in files that have not changed since can be taken over from an earlier run.
 * Not here: where it is kept (`files/kept-checks.ts`).
 */
import { createHash } from 'node:crypto';

/** How results are looked up and kept, by what they are about and by what they depend on. */
export interface Remembering {
  /** A short text that stands for some texts. */
  digest(texts: readonly string[]): string;
  /**
   * What was kept for a key with this digest, or undefined.
   * @param key what it is about: the path of a file, `path#aspect`, or a name
   */
  known<T>(key: string, digest: string): T | undefined;
  /** Takes the place of what was kept for the key. Only for plain data: what is kept goes through JSON. */
  keep(key: string, digest: string, value: unknown): void;
}

/** The digest of memories that remember: SHA-256 over the texts and their lengths, so that no other list comes to it. */
export function digestOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}\0${text}`);
  return hash.digest('base64url');
}

/** Makes everything anew. */
export const FORGETFUL: Remembering = {
  digest: () => '',
  known: () => undefined,
  keep: () => undefined,
};

/** What was kept for a key with this digest, else what is made now. */
export function recalled<T>(memory: Remembering, key: string, digest: string, make: () => T): T {
  const known = memory.known<T>(key, digest);
  if (known !== undefined) return known;
  const value = make();
  memory.keep(key, digest, value);
  return value;
}
