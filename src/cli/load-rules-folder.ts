/**
 * The rules of a run: those of `--rules`, else those that come with the program. What is wrong with them is told.
 */
import { fileURLToPath } from 'node:url';
import {
  type CheckedFolder,
  type CheckedRules,
  checkFolder,
  compileKnowledge,
  digestOf,
  isFolder,
  type Knowledge,
  keepCheckedRules,
  type RuleTexts,
  readCheckedRules,
  readRuleFolder,
  readRuleRevision,
} from '../index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { programVersion } from './program-version.js';
import type { Session } from './session.js';

/** Beside `dist/`, as in the package. */
const OWN_RULES = fileURLToPath(new URL('../../rules', import.meta.url));
/** The program's own rules as they were when it was built. */
const CHECKED_RULES = fileURLToPath(new URL('../checked-rules.json', import.meta.url));

type TextOf = (file: string) => string | undefined;

export type LoadedRules =
  | ({ readonly knowledge: Knowledge; readonly checked: CheckedRules; readonly textOf: TextOf } & Pick<
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
  if (kept)
    return {
      knowledge: compileKnowledge(kept),
      checked: kept,
      examples: [],
      problems: [],
      textOf: textFinder(texts),
    };
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

/** Checked rules of one side of a comparison, and what they are called. */
export type RuleVersion =
  | { readonly name: string; readonly checked: CheckedRules }
  | { readonly exit: ExitCode };

/**
 * Rules of a folder or, where there is no such folder, of a revision of the repository in which the folder at home
 * stands. Examples are left out.
 * @param given as on the command line; undefined for the rules at home
 * @param home folder of the rules that are worked on; undefined for the program's own
 */
export async function loadRuleVersion(
  given: string | undefined,
  home: string | undefined,
  session: Session,
): Promise<RuleVersion> {
  const isRevision = given !== undefined && !(await isFolder(given));
  const texts = isRevision
    ? await readRuleRevision(home ?? OWN_RULES, given)
    : await readTexts(given ?? home, session);
  if ('exit' in texts) return texts;
  if (texts.problems.length > 0) {
    await session.tell(texts.problems, () => undefined);
    return { exit: EXIT.unread };
  }
  const kept = await readCheckedRules(CHECKED_RULES, digestOf(texts, programVersion()));
  const name = given ?? home ?? 'rules';
  if (kept) return { name, checked: kept };
  const { checked, problems } = checkFolder({ ...texts, examples: [] });
  await session.tell(problems, textFinder(texts));
  return checked === null ? { exit: EXIT.failed } : { name, checked };
}

/** Checks the program's own rules and keeps the result for the runs to come; part of building the program. */
export async function keepOwnRules(session: Session): Promise<ExitCode> {
  const texts = await readTexts(undefined, session);
  if ('exit' in texts) return texts.exit;
  const { checked, problems } = checkFolder({ ...texts, examples: [] });
  await session.tell(problems, textFinder(texts));
  if (checked === null) return EXIT.failed;
  await keepCheckedRules(CHECKED_RULES, digestOf(texts, programVersion()), checked);
  return EXIT.ok;
}

/** Where rules stand on the disk, and what messages and places call that folder. */
export function ownFolder(given: string | undefined): { readonly folder: string; readonly name: string } {
  const name = given === undefined ? 'rules' : given.replace(/(?<=.)\/+$/, '');
  return { folder: given ?? OWN_RULES, name };
}

async function readTexts(
  given: string | undefined,
  session: Session,
): Promise<RuleTexts | { readonly exit: ExitCode }> {
  const { folder, name } = ownFolder(given);
  const texts = await readRuleFolder(folder, name);
  if (texts.problems.length === 0) return texts;
  await session.tell(texts.problems, () => undefined);
  return { exit: EXIT.unread };
}

async function checkTexts(texts: RuleTexts, session: Session): Promise<LoadedRules> {
  const { checked, examples, problems } = checkFolder(texts);
  const textOf = textFinder(texts);
  await session.tell(problems, textOf);
  if (checked === null) return { exit: EXIT.failed };
  return { knowledge: compileKnowledge(checked), checked, examples, problems, textOf };
}

function textFinder(texts: RuleTexts): TextOf {
  const all = new Map(
    [...texts.lexicon, ...texts.rules, ...texts.examples].map(({ file, text }) => [file, text]),
  );
  return (file) => all.get(file);
}
