/**
 * Rules that are checked now: for their authors, for one side of a comparison, and for the program itself when it is
 * built. What is wrong with them is told.
 */
import { fileURLToPath } from 'node:url';
import type { TextOf } from '../diagnostics/code-frame.js';
import { digestOf, type KeptRules, keepCheckedRules, readCheckedRules } from '../files/checked-rules.js';
import { dropKeptChecks, type KeptChecks, openKeptChecks } from '../files/kept-checks.js';
import { isFolder, type RuleTexts } from '../files/read-rule-folder.js';
import type { RuleFolderPlace } from '../files/rule-paths.js';
import { readRuleRevision } from '../files/rule-revision.js';
import { type CheckedFolder, checkFolder } from '../pipeline/check-folder.js';
import { type CheckedRules, compileKnowledge, readAllPhrases } from '../pipeline/compile-knowledge.js';
import { ExampleRunner } from '../pipeline/example-runner.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { lintFolder } from '../pipeline/lint-folder.js';
import type { Remembering } from '../rules/remembering.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { programVersion } from './program-version.js';
import { CHECKED_RULES, fileNames, OWN_RULES, placeOfRules, readTexts, textFinder } from './rules-folder.js';
import type { Session } from './session.js';

/** What checks of the last runs found, beside the program. */
const KEPT_CHECKS = fileURLToPath(new URL('../kept-checks', import.meta.url));

/** Rules that can be used, and what was found while they were checked. */
export interface RulesForLetters extends Pick<CheckedFolder, 'examples' | 'problems'> {
  readonly knowledge: Knowledge;
  /** What the knowledge was made from: plain data that goes to other threads. */
  readonly kept: KeptRules;
  readonly textOf: TextOf;
}

/** Rules, or how the run ends without them; why it does was told by then. */
export type LoadedRules = RulesForLetters | { readonly exit: ExitCode };

/** Rules for their authors: everything in the folder, checked now. */
export async function loadRulesForAuthors(
  folder: string | undefined,
  session: Session,
): Promise<LoadedRules> {
  const texts = await readTexts(folder, session);
  if ('exit' in texts) return texts;
  const checks = await openChecks(placeOfRules(folder));
  const loaded = await checkTexts(texts, session, checks);
  await checks.save(fileNames(texts));
  return loaded;
}

/** Checked rules of one side of a comparison, and what they are called. */
export type RuleVersion =
  | { readonly name: string; readonly checked: CheckedRules; knowledge(): Knowledge }
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
    await session.tell(texts.problems);
    return { exit: EXIT.unread };
  }
  const kept = await readCheckedRules(CHECKED_RULES, digestOf(texts, programVersion()));
  const name = given ?? home ?? 'rules';
  if (kept) return ruleVersion(name, kept);
  const checks = await openChecks(isRevision ? revisionsOf(home) : placeOfRules(given ?? home));
  const { checked, problems } = checkFolder({ ...texts, examples: [] }, checks);
  const phrases = checked && readAllPhrases(checked.lexicon, checks);
  await checks.save(fileNames(texts));
  await session.tell(problems, textFinder(texts));
  return checked === null || phrases === null
    ? { exit: EXIT.failed }
    : ruleVersion(name, { checked, phrases });
}

/** What is made of the rules is made when it is first asked for. */
function ruleVersion(name: string, { checked, phrases }: KeptRules): RuleVersion {
  let made: Knowledge | undefined;
  const knowledge = (): Knowledge => {
    made ??= compileKnowledge(checked, phrases);
    return made;
  };
  return { name, checked, knowledge };
}

/** Checks the program's own rules and keeps the result for the runs to come; part of building the program. */
export async function keepOwnRules(session: Session): Promise<ExitCode> {
  const texts = await readTexts(undefined, session);
  if ('exit' in texts) return texts.exit;
  await dropKeptChecks(KEPT_CHECKS);
  const checks = await openChecks(placeOfRules(undefined));
  const { checked, examples, problems } = checkFolder(texts, checks);
  await session.tell(problems, textFinder(texts));
  if (checked === null) return EXIT.failed;
  const kept = { checked, phrases: readAllPhrases(checked.lexicon, checks) };
  await keepCheckedRules(CHECKED_RULES, digestOf(texts, programVersion()), kept);
  lintFolder(texts, [], checks);
  await new ExampleRunner(checks).run(checked, examples, texts);
  await checks.save(fileNames(texts));
  return EXIT.ok;
}

/** Earlier versions of rules are apart from those that are worked on. */
function revisionsOf(home: string | undefined): RuleFolderPlace {
  const { folder, name } = placeOfRules(home);
  return { folder: `${folder}@revision`, name };
}

/** What was found of the files of a rules folder in earlier runs. */
export function openChecks({ folder }: RuleFolderPlace): Promise<KeptChecks> {
  return openKeptChecks(KEPT_CHECKS, folder, programVersion());
}

/** Checks the texts of a rules folder. */
export async function checkTexts(
  texts: RuleTexts,
  session: Session,
  memory?: Remembering,
): Promise<LoadedRules> {
  const { checked, examples, problems } = checkFolder(texts, memory);
  const textOf = textFinder(texts);
  await session.tell(problems, textOf);
  if (checked === null) return { exit: EXIT.failed };
  const phrases = readAllPhrases(checked.lexicon, memory);
  const kept = { checked, phrases };
  return { knowledge: compileKnowledge(checked, kept.phrases), kept, examples, problems, textOf };
}
