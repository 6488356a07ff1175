/**
 * Where the rules of a run are, those of `--rules` or else those that come with the program, and their texts.
 */
import { fileURLToPath } from 'node:url';
import type { TextOf } from '../diagnostics/code-frame.js';
import { type RuleTexts, readRuleFolder } from '../files/read-rule-folder.js';
import type { RuleFolderPlace } from '../files/rule-paths.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Session } from './session.js';

/** Beside `dist/`, as in the package. */
export const OWN_RULES = fileURLToPath(new URL('../../rules', import.meta.url));
/** The program's own rules as they were when it was built. */
export const CHECKED_RULES = fileURLToPath(new URL('../checked-rules.json', import.meta.url));

/** Where the rules of a run are, and what they are called in messages. */
export function placeOfRules(folder: string | undefined): RuleFolderPlace {
  if (folder === undefined) return { folder: OWN_RULES, name: 'rules' };
  return { folder, name: folder.replace(/(?<=.)\/+$/, '') };
}

/** Every file of a rules folder that can be read; what cannot is among its problems. */
export function readRuleTexts({ folder, name }: RuleFolderPlace): RuleTexts {
  return readRuleFolder(folder, name);
}

/** The texts of a rules folder; trouble is told. */
export async function readTexts(
  given: string | undefined,
  session: Session,
): Promise<RuleTexts | { readonly exit: ExitCode }> {
  const texts = readRuleTexts(placeOfRules(given));
  if (texts.problems.length === 0) return texts;
  await session.tell(texts.problems);
  return { exit: EXIT.unread };
}

/** Names of all files, as messages have them: those of the lexicon, of rules, of examples. */
export function fileNames({ lexicon, rules, examples }: RuleTexts): readonly string[] {
  return [...lexicon, ...rules, ...examples].map(({ file }) => file);
}

/** Finds texts by the names of `fileNames`; undefined for any other. */
export function textFinder(texts: RuleTexts): TextOf {
  const all = new Map(
    [...texts.lexicon, ...texts.rules, ...texts.examples].map(({ file, text }) => [file, text]),
  );
  return (file) => all.get(file);
}
