import { phraseProblems } from '../../src/pipeline/planted-phrases.js';
import { loadLexicon as loadWith } from '../../src/rules/load-lexicon.js';
import type { TextFile } from '../../src/rules/load-rules.js';

/** The lexicon of some files, checked as the program checks it. */
export const loadLexicon = (files: readonly TextFile[]) => loadWith(files, phraseProblems);
