/**
 * A bundle of modules with what the engine made of it in an earlier run, so that a program of many modules starts
 * without reading and compiling them anew.
 * Not here: what is bundled, and when (see the build in `package.json`).
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/** A bundle that was run once. */
export interface CompiledModule<T> {
  /** What the bundle exports; that it is a `T` the caller has to know. */
  readonly exports: T;
  /** Keeps what the engine has compiled by now for the next time that it runs with the flags that it has now. */
  keep(): void;
}

/** What a bundle is: the expression of such a function. It may not import, only require: kept code forgets how to import. */
type Bundle = (require: NodeJS.Require, module: { exports: unknown }, url: string) => void;

/**
 * The module of a bundle; null if there is no such file. Code counts only for the bundle, the engine and the flags that
 * it was kept for; without it the bundle is compiled as it is used.
 */
export function compiledModule<T>(url: URL): CompiledModule<T> | null {
  const filename = fileURLToPath(url);
  const source = contentOf(filename);
  if (source === null) return null;
  const digest = createHash('sha256').update(source).digest('hex').slice(0, DIGEST_DIGITS);
  const codeFile = (): string => `${filename}.${digest}.${cachedDataVersionTag()}.code`;
  const cachedData = contentOf(codeFile()) ?? undefined;
  // ASCII, as the bundler writes it: the engine takes such text as it is.
  const script = new Script(source.toString('latin1'), { filename, cachedData });
  const module = { exports: {} };
  (script.runInThisContext() as Bundle)(createRequire(url), module, url.href);
  return {
    exports: module.exports as T,
    keep: () => writeFileSync(codeFile(), script.createCachedData()),
  };
}

const DIGEST_DIGITS = 16;

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}
