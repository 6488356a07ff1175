/**
 * A rules folder that is checked again and again while its author edits it: the same answer as `checkFolder`, but only
 * what has another text than before is read anew. Rules and example files that did not change stay the same objects,
 * so whatever was worked out about them can be kept by them.
 * Not here: the disk, and watching it (`files/`).
 */
import { createHash } from 'node:crypto';
import type { Remembering } from '../rules/remembering.js';
import { type CheckedFolder, checkFolder, type RuleFolder } from './check-folder.js';

export class RuleWorkspace {
  readonly #known = new Map<string, { readonly digest: string; readonly value: unknown }>();
  readonly #earlier: Remembering | null;

  /** @param earlier what was found before this program ran */
  constructor(earlier: Remembering | null = null) {
    this.#earlier = earlier;
  }

  /** Checks the whole folder. */
  check(folder: RuleFolder): CheckedFolder {
    return checkFolder(folder, {
      digest: (texts) => this.#earlier?.digest(texts) ?? digestOf(texts),
      recall: (key, digest, make) => this.#recall(key, digest, make),
    });
  }

  #recall<T>(key: string, digest: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known?.digest === digest) return known.value as T;
    const value = this.#earlier === null ? make() : this.#earlier.recall(key, digest, make);
    this.#known.set(key, { digest, value });
    return value;
  }
}

function digestOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}\0${text}`);
  return hash.digest('base64url');
}
