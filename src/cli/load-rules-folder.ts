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
  dropKeptChecks,
  ExampleRunner,
  isFolder,
  type KeptChecks,
  type KeptRules,
  type Knowledge,
  keepCheckedRules,
  lexiconDigest,
  lintFolder,
  openKeptChecks,
  type Remembering,
  type RuleFolderPlace,
  type RuleTexts,
  readAllPhrases,
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

/** What checks of the last runs found, beside the program. */
const KEPT_CHECKS = fileURLToPath(new URL('../kept-checks', import.meta.url));

type TextOf = (file: string) => string | undefined;

export interface RulesForLetters extends Pick<CheckedFolder, 'examples' | 'problems'> {
  readonly knowledge: Knowledge;
  /** What the knowledge was made from: plain data that goes to other threads. */
  readonly kept: KeptRules;
  readonly textOf: TextOf;
}

export type LoadedRules = RulesForLetters | { readonly exit: ExitCode };

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
  return checkTexts({ ...texts, examples: [] }, session);
}

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
    await session.tell(texts.problems, () => undefined);
    return { exit: EXIT.unread };
  }
  const kept = await readCheckedRules(CHECKED_RULES, digestOf(texts, programVersion()));
  const name = given ?? home ?? 'rules';
  if (kept) return ruleVersion(name, kept);
  const checks = await openChecks(isRevision ? revisionsOf(home) : placeOfRules(given ?? home));
  const { checked, problems } = checkFolder({ ...texts, examples: [] }, checks);
  const phrases = checked && readAllPhrases(checked.lexicon, checks, lexiconDigest(texts, checks));
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
  const kept = { checked, phrases: readAllPhrases(checked.lexicon, checks, lexiconDigest(texts, checks)) };
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

/** Where the rules of a run are, and what they are called in messages. */
export function placeOfRules(folder: string | undefined): RuleFolderPlace {
  if (folder === undefined) return { folder: OWN_RULES, name: 'rules' };
  return { folder, name: folder.replace(/(?<=.)\/+$/, '') };
}

/** What was found of the files of a rules folder in earlier runs. */
export function openChecks({ folder }: RuleFolderPlace): Promise<KeptChecks> {
  return openKeptChecks(KEPT_CHECKS, folder, programVersion());
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
  await session.tell(texts.problems, () => undefined);
  return { exit: EXIT.unread };
}

async function checkTexts(texts: RuleTexts, session: Session, memory?: Remembering): Promise<LoadedRules> {
  const { checked, examples, problems } = checkFolder(texts, memory);
  const textOf = textFinder(texts);
  await session.tell(problems, textOf);
  if (checked === null) return { exit: EXIT.failed };
  const phrases = readAllPhrases(checked.lexicon, memory, memory && lexiconDigest(texts, memory));
  const kept = { checked, phrases };
  return { knowledge: compileKnowledge(checked, kept.phrases), kept, examples, problems, textOf };
}

export function fileNames({ lexicon, rules, examples }: RuleTexts): readonly string[] {
  return [...lexicon, ...rules, ...examples].map(({ file }) => file);
}

export function textFinder(texts: RuleTexts): TextOf {
  const all = new Map(
    [...texts.lexicon, ...texts.rules, ...texts.examples].map(({ file, text }) => [file, text]),
  );
  return (file) => all.get(file);
}
