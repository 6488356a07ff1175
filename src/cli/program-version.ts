/** The version of the program, from its package. */
import { readFileSync } from 'node:fs';

const PACKAGE = new URL('../../package.json', import.meta.url);

/** As the package says it: `0.1.0`. What is kept on a disk is read again only by the version that wrote it. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version;
}
