/**
 * A rules folder that is checked again and again while its author edits it: the same answer as `checkFolder`, but only
 * what has another text than before is read anew. Rules and example files that did not change stay the same objects,
 * so whatever was worked out about them can be kept by them.
 * Not here: the disk, and watching it (`files/`).
 */
import { digestOf, type Remembering } from '../rules/remembering.js';
import { type CheckedFolder, checkFolder, type RuleFolder } from './check-folder.js';

/** What was worked out in this run of the program, as the objects themselves; what is older comes from `earlier`. */
export class RuleWorkspace implements Remembering {
  readonly #known = new Map<string, { readonly digest: string; readonly value: unknown }>();
  readonly #earlier: Remembering | null;

  /** @param earlier what was found before this program ran */
  constructor(earlier: Remembering | null = null) {
    this.#earlier = earlier;
  }

  /** Checks the whole folder. */
  check(folder: RuleFolder): CheckedFolder {
    return checkFolder(folder, this);
  }

  digest(texts: readonly string[]): string {
    return this.#earlier?.digest(texts) ?? digestOf(texts);
  }

  known<T>(key: string, digest: string): T | undefined {
    const own = this.#known.get(key);
    if (own?.digest === digest) return own.value as T;
    const value = this.#earlier?.known<T>(key, digest);
    if (value !== undefined) this.#known.set(key, { digest, value });
    return value;
  }

  keep(key: string, digest: string, value: unknown): void {
    this.#known.set(key, { digest, value });
    this.#earlier?.keep(key, digest, value);
  }
}
