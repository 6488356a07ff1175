/**
 * The rules of a run: those of `--rules`, else those that come with the program. What is wrong with them is told.
 */
import { fileURLToPath } from 'node:url';
import {
  type CheckedFolder,
  checkFolder,
  compileKnowledge,
  digestOf,
  type Knowledge,
  keepCheckedRules,
  type RuleTexts,
  readAllPhrases,
  readCheckedRules,
  readRuleFolder,
} from '../index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { programVersion } from './program-version.js';
import type { Session } from './session.js';

/** Beside `dist/`, as in the package. */
const OWN_RULES = fileURLToPath(new URL('../../rules', import.meta.url));
/** The program's own rules as they were when it was built. */
const CHECKED_RULES = fileURLToPath(new URL('../checked-rules.json', import.meta.url));

type TextOf = (file: string) => string | undefined;

/** Where a rules folder is, and what output calls it. */
export interface FolderPlace {
  readonly name: string;
  readonly path: string;
}

export function folderPlace(folder: string | undefined): FolderPlace {
  if (folder === undefined) return { name: 'rules', path: OWN_RULES };
  return { name: folder.replace(/(?<=.)\/+$/, ''), path: folder };
}

export type LoadedRules =
  | ({ readonly knowledge: Knowledge; readonly textOf: TextOf } & Pick<
      CheckedFolder,
      'examples' | 'problems'
    >)
  | { readonly exit: ExitCode };

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
    return { knowledge, examples: [], problems: [], textOf: textFinder(texts) };
  }
  return checkTexts({ ...texts, examples: [] }, session);
}

/** Rules for their authors: everything in the folder, checked now. */
export async function loadRulesForAuthors(
  folder: string | undefined,
  session: Session,
): Promise<LoadedRules> {
  const texts = await readTexts(folder, session);
  return 'exit' in texts ? texts : checkTexts(texts, session);
}

/** Checks the program's own rules and keeps the result for the runs to come; part of building the program. */
export async function keepOwnRules(session: Session): Promise<ExitCode> {
  const texts = await readTexts(undefined, session);
  if ('exit' in texts) return texts.exit;
  const { checked, problems } = checkFolder({ ...texts, examples: [] });
  await session.tell(problems, textFinder(texts));
  if (checked === null) return EXIT.failed;
  const kept = { checked, phrases: readAllPhrases(checked.lexicon) };
  await keepCheckedRules(CHECKED_RULES, digestOf(texts, programVersion()), kept);
  return EXIT.ok;
}

/** The texts of a rules folder; trouble is told. */
export async function readTexts(
  folder: string | undefined,
  session: Session,
): Promise<RuleTexts | { readonly exit: ExitCode }> {
  const { name, path } = folderPlace(folder);
  const texts = readRuleFolder(path, name);
  if (texts.problems.length === 0) return texts;
  await session.tell(texts.problems, () => undefined);
  return { exit: EXIT.unread };
}

async function checkTexts(texts: RuleTexts, session: Session): Promise<LoadedRules> {
  const { checked, examples, problems } = checkFolder(texts);
  const textOf = textFinder(texts);
  await session.tell(problems, textOf);
  if (checked === null) return { exit: EXIT.failed };
  return { knowledge: compileKnowledge(checked), examples, problems, textOf };
}

export function textFinder(texts: RuleTexts): TextOf {
  const all = new Map(
    [...texts.lexicon, ...texts.rules, ...texts.examples].map(({ file, text }) => [file, text]),
  );
  return (file) => all.get(file);
}
