/**
 * The rules of a run: those of `--rules`, else those that come with the program. What is wrong with them is told.
 */
import { fileURLToPath } from 'node:url';
import { type BuiltKnowledge, buildKnowledge, type Knowledge, readRuleFolder } from '../index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Session } from './session.js';

/** Beside `dist/`, as in the package. */
const OWN_RULES = new URL('../../rules', import.meta.url);

export type LoadedRules =
  | ({ readonly knowledge: Knowledge; readonly textOf: (file: string) => string | undefined } & Pick<
      BuiltKnowledge,
      'examples' | 'problems'
    >)
  | { readonly exit: ExitCode };

/** @param part `all` reads the examples of rules, too, which no letter needs */
export async function loadRulesFolder(
  folder: string | undefined,
  session: Session,
  part: 'rules' | 'all',
): Promise<LoadedRules> {
  const name = folder === undefined ? 'rules' : folder.replace(/(?<=.)\/+$/, '');
  const texts = await readRuleFolder(folder ?? fileURLToPath(OWN_RULES), name);
  if (texts.problems.length > 0) {
    await session.tell(texts.problems, () => undefined);
    return { exit: EXIT.unread };
  }
  const { knowledge, examples, problems } = buildKnowledge(
    part === 'all' ? texts : { ...texts, examples: [] },
  );
  const all = new Map(
    [...texts.lexicon, ...texts.rules, ...texts.examples].map(({ file, text }) => [file, text]),
  );
  const textOf = (file: string): string | undefined => all.get(file);
  await session.tell(problems, textOf);
  return knowledge === null ? { exit: EXIT.failed } : { knowledge, examples, problems, textOf };
}
