/** The lexicon of this project, compiled once for the tests that read words with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLexicon } from '../../src/facts/compiled-lexicon.js';
import { loadLexicon } from '../../src/rules/load-lexicon.js';
const FOLDER = 'rules/lexicon';
/** @throws {Error} with its first error if the lexicon has any */
export function readLexicon() {
    const files = readdirSync(FOLDER)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => ({ file: join(FOLDER, name), text: readFileSync(join(FOLDER, name), 'utf8') }));
    const { lexicon, problems } = loadLexicon(files);
    const error = problems.find(({ severity }) => severity === 'error');
    if (error)
        throw new Error(`${error.file}: ${error.message}`);
    return compileLexicon(lexicon);
}
