/**
 * The rules of a run over letters. Those that were checked when the program was built are taken as they are; others
 * are checked, by code that is loaded only then, and what was found is kept for the runs to come.
 */
import { digestOf, readCheckedRules } from '../files/checked-rules.js';
import { compileKnowledge } from '../pipeline/compile-knowledge.js';
import type { LoadedRules } from './checked-folder.js';
import { EXIT } from './exit-codes.js';
import { programVersion } from './program-version.js';
import { CHECKED_RULES, fileNames, placeOfRules, readTexts, textFinder } from './rules-folder.js';
import type { Session } from './session.js';

/** Rules for letters: without their examples, and without checking again what was checked before. */
export async function loadRulesForLetters(
  folder: string | undefined,
  session: Session,
): Promise<LoadedRules> {
  const texts = await readTexts(folder, session);
  if ('exit' in texts) return texts;
  const kept = await readCheckedRules(CHECKED_RULES, digestOf(texts, programVersion()));
  if (kept) {
    const knowledge = compileKnowledge(kept.checked, kept.phrases);
    return { knowledge, kept, examples: [], problems: [], textOf: textFinder(texts) };
  }
  const { checkTexts, openChecks } = await import('./checked-folder.js');
  const checks = await openChecks(placeOfRules(folder));
  const loaded = await checkTexts({ ...texts, examples: [] }, session, checks);
  await checks.save(fileNames(texts));
  if ('exit' in loaded || loaded.kept.checked.lexicon['letter-form'] !== undefined) return loaded;
  const { name } = placeOfRules(folder);
  await session.complain(
    `the lexicon of \`${name}\` has no section \`letter-form\`, without which no letter can be taken apart; ` +
      `copy \`lexicon/letters.yaml\` from the rules that come with the program to \`${name}/lexicon\``,
  );
  return { exit: EXIT.failed };
}
