/** The rule files of this project, read once for the tests that run over all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
/** Every YAML file under `rules/` that is not part of the lexicon, by path. */
export function readRuleFiles(folder = 'rules') {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.yaml') && !path.startsWith('lexicon'))
        .sort()
        .map((path) => ({ file: join(folder, path), text: readFileSync(join(folder, path), 'utf8') }));
}
