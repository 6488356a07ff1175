/**
 * How checks of files that have not changed since can be taken over from an earlier run.
 * Not here: where they are kept (`files/kept-checks.ts`).
 */
export interface Remembering {
  /** A short text that stands for some texts. */
  digest(texts: readonly string[]): string;
  /**
   * What was made for a key when it was last asked with the same digest, else what is made now.
   * Only for plain data: what is kept has been through JSON.
   */
  recall<T>(key: string, digest: string, make: () => T): T;
}

/** Makes everything anew. */
export const FORGETFUL: Remembering = { digest: () => '', recall: (_key, _digest, make) => make() };
