/** The lexicon of this project, compiled once for the tests that read words with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LetterForm, letterForm } from '../../src/document/letter-form.js';
import { type CompiledLexicon, compileLexicon } from '../../src/facts/compiled-lexicon.js';
import { lexiconNames } from '../../src/rules/lexicon-names.js';
import type { LexiconFile, TreatmentSchedule } from '../../src/vocabulary/lexicon.js';
import type { LexiconNames } from '../../src/vocabulary/rule.js';
import { loadLexicon } from './load-lexicon.js';

const FOLDER = 'rules/lexicon';

/** @throws {Error} with its first error if the lexicon has any */
export function readLexicon(): CompiledLexicon {
  return compileLexicon(readLexiconFiles());
}

/** How letters are worded. @param schedule in place of the lexicon's own treatment schedule */
export function readLetterForm(schedule?: TreatmentSchedule): LetterForm {
  const lexicon = readLexiconFiles();
  return letterForm(schedule === undefined ? lexicon : { ...lexicon, 'treatment-schedule': schedule });
}

/** The names that the rules of this project may use. */
export function readNames(): LexiconNames {
  return lexiconNames(readLexiconFiles());
}

function readLexiconFiles(): LexiconFile {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: join(FOLDER, name), text: readFileSync(join(FOLDER, name), 'utf8') }));
  const { lexicon, problems } = loadLexicon(files);
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) throw new Error(`${error.file}: ${error.message}`);
  return lexicon;
}
