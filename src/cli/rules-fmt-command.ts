/**
 * `necessity rules fmt` puts the files of a rules folder into one style; `--check` only says which are not in it.
 */
import type { Command } from 'commander';
import { type FileKind, formatFile } from '../authoring/format-file.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { RuleTexts } from '../files/read-rule-folder.js';
import { type RuleFolderPlace, writeRuleFile } from '../files/rule-paths.js';
import { counted } from '../report/words.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { addRuleOptions, type RuleOptions } from './options.js';
import { isAtOrBelow } from './rule-selection.js';
import { placeOfRules, readTexts, textFinder } from './rules-folder.js';
import { openSession, type Session } from './session.js';

interface FmtOptions extends RuleOptions {
  readonly check?: boolean;
}

interface Kinded {
  readonly kind: FileKind;
  readonly file: string;
  readonly text: string;
}

const EXAMPLES = `
Keys are put in the order of the language, two spaces of indent, single quotes only where quotes are needed. Comments,
blank lines, and the order of criteria, facts and examples stay; of lexicon files only white space is put right.
Files that are changed are listed on standard output.

Examples:
  $ necessity rules fmt                                   all files
  $ necessity rules fmt rules/some-guideline              the files of a folder
  $ necessity rules fmt --check --rules my-rules          change nothing, exit with 1 if a file is not in style`;

/** Needs no rules that are right: a file that is no YAML is told and left, and the others are put in style. */
export function addRulesFmtCommand(rules: Command, finish: Finish): void {
  const command = rules
    .command('fmt [file...]')
    .description('put rule, example and lexicon files into one style');
  addRuleOptions(command)
    .option('--check', 'only list the files that are not in style, and exit with 1 if there are any')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (paths: readonly string[], options: FmtOptions) =>
      finish(await format(paths, options, (message) => command.error(message))),
    );
}

async function format(
  paths: readonly string[],
  options: FmtOptions,
  refuse: (message: string) => never,
): Promise<ExitCode> {
  const session = openSession(options);
  const texts = await readTexts(options.rules, session);
  if ('exit' in texts) return texts.exit;
  const folder = placeOfRules(options.rules);
  const all = kinded(texts);
  const stray = paths.find((path) => !all.some((one) => isAtOrBelow(one.file, path, folder)));
  if (stray !== undefined) return refuse(`error: no file of \`${folder.name}\` is at \`${stray}\``);
  const chosen =
    paths.length === 0 ? all : all.filter((one) => paths.some((path) => isAtOrBelow(one.file, path, folder)));
  return formatAll(chosen, options.check === true, folder, texts, session);
}

async function formatAll(
  files: readonly Kinded[],
  isCheck: boolean,
  folder: RuleFolderPlace,
  texts: RuleTexts,
  session: Session,
): Promise<ExitCode> {
  const problems: Diagnostic[] = [];
  let changed = 0;
  for (const { kind, file, text } of files) {
    const formatted = formatFile(kind, file, text);
    if ('problems' in formatted) problems.push(...formatted.problems);
    else if (formatted.text !== text) {
      changed++;
      const unwritten = isCheck ? null : await writeRuleFile(file, formatted.text, folder);
      if (unwritten === null) await session.results.write(`${file}\n`);
      else problems.push(unwritten);
    }
  }
  await session.tell(problems, textFinder(texts));
  const done = isCheck ? 'not in style' : 'changed';
  await session.note(`${counted(files.length, 'file')}, ${changed} ${done}`);
  return problems.length > 0 || (isCheck && changed > 0) ? EXIT.failed : EXIT.ok;
}

function kinded({ lexicon, rules, examples }: RuleTexts): readonly Kinded[] {
  const all = [
    ...lexicon.map((one) => ({ kind: 'lexicon' as const, ...one })),
    ...rules.map((one) => ({ kind: 'rule' as const, ...one })),
    ...examples.map((one) => ({ kind: 'examples' as const, ...one })),
  ];
  return all.sort((a, b) => (a.file < b.file ? -1 : 1));
}
