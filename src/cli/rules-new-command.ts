/**
 * `necessity rules new`: a rule file and its examples for a service, to be filled in. Never writes over a file.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { scaffoldRule } from '../authoring/scaffold-rule.js';
import type { RuleTexts } from '../files/read-rule-folder.js';
import type { RuleFolderPlace } from '../files/rule-paths.js';
import { writeNewText } from '../files/write-new-text.js';
import { checkFolder } from '../pipeline/check-folder.js';
import type { CheckedRules } from '../pipeline/compile-knowledge.js';
import { didYouMean } from '../text/suggest.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { addRuleOptions, type RuleOptions } from './options.js';
import { placeOfRules, readTexts, textFinder } from './rules-folder.js';
import { openSession, type Session } from './session.js';

interface NewOptions extends RuleOptions {
  readonly region?: string;
  readonly source?: string;
  readonly dir?: string;
  readonly id?: string;
}

const EXAMPLES = `
SERVICE and REGION are ids of the lexicon. Edition, tier, dates, folder and the beginning of the id are taken from the
rules that cite the same source already. The new files lint and test without an error; comments say what to fill in.

Examples:
  $ necessity rules new SERVICE --region REGION --source "Some Guideline"
  $ necessity rules new SERVICE --source "Some Guideline" --dir rules/some-guideline-2014/general
  $ necessity rules new SERVICE --source "Some Guideline" --id some-guideline-repeat`;

/** The rules that are there must be right, since what a new one begins with is taken from them. */
export function addRulesNewCommand(rules: Command, finish: Finish): void {
  const command = rules
    .command('new <service>')
    .description('write a rule file and its examples, to be filled in');
  addRuleOptions(command)
    .option('--region <id>', 'body region that the rule is for (default: any)')
    .option('--source <name>', 'guideline that is cited')
    .option('--dir <folder>', 'where the files go (default: beside rules that cite the same source)')
    .option('--id <id>', 'id of the rule, which names its files (default: from source, region and service)')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (service: string, options: NewOptions) =>
      finish(await create(service, options, (message) => command.error(message))),
    );
}

async function create(
  service: string,
  options: NewOptions,
  refuse: (message: string) => never,
): Promise<ExitCode> {
  const session = openSession(options);
  const texts = await readTexts(options.rules, session);
  if ('exit' in texts) return texts.exit;
  const { checked, problems } = checkFolder({ ...texts, examples: [] });
  await session.tell(problems, textFinder(texts));
  if (checked === null) return EXIT.failed;
  const { region, source } = options;
  const wrong =
    wrongId('service', service, checked.lexicon.families) ??
    (region === undefined ? null : wrongId('region', region, checked.lexicon.regions)) ??
    (options.id === undefined || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(options.id)
      ? null
      : `\`${options.id}\` is no id: it must be lower-case words joined by hyphens`);
  if (wrong !== null) return refuse(`error: ${wrong}`);
  const request = { family: service, region: region ?? null, source: source ?? null, id: options.id ?? null };
  return write(request, checked, texts, options, session);
}

async function write(
  request: Parameters<typeof scaffoldRule>[0],
  { lexicon, rules }: CheckedRules,
  texts: RuleTexts,
  options: NewOptions,
  session: Session,
): Promise<ExitCode> {
  const place = placeOfRules(options.rules);
  const { id, folder, rule, examples } = scaffoldRule(request, lexicon, rules.rules);
  const taken = rules.rules.find((one) => one.id === id);
  if (taken !== undefined)
    return fail(session, `${taken.place.file} is the rule \`${id}\` already; choose another --id`);
  const dir =
    options.dir ?? join(place.folder, (folder ?? `${place.name}/${id}`).slice(place.name.length + 1));
  const files = [
    { path: join(dir, `${id}.yaml`), text: headed(rule, 'rule-file', dir, place, texts) },
    { path: join(dir, `${id}.examples.yaml`), text: headed(examples, 'examples-file', dir, place, texts) },
  ];
  const old = files.find(({ path }) => existsSync(path));
  if (old !== undefined) return fail(session, `there is a file ${old.path} already; it is left as it is`);
  for (const { path, text } of files) {
    if (!(await writeNewText(path, text)))
      return fail(session, `there is a file ${path} already; it is left as it is`);
    await session.results.write(`${path}\n`);
  }
  const where = options.rules === undefined ? '' : ` --rules ${options.rules}`;
  await session.note(`fill in what the comments ask for, then: necessity rules test ${id} --watch${where}`);
  return EXIT.ok;
}

async function fail(session: Session, message: string): Promise<ExitCode> {
  await session.complain(message);
  return EXIT.failed;
}

/** The line that tells editors the schema, where the other files of the folder have one. */
function headed(
  text: string,
  schema: string,
  dir: string,
  { name, folder }: RuleFolderPlace,
  texts: RuleTexts,
): string {
  const [first] = texts.rules;
  const target = /^# yaml-language-server: \$schema=(\S*\/)rule-file\.schema\.json\s/.exec(
    first?.text ?? '',
  )?.[1];
  if (first === undefined || target === undefined || /^[a-z]+:/i.test(target)) return text;
  const schemas = resolve(folder, first.file.slice(name.length + 1), '..', target);
  const relation = relative(resolve(dir), join(schemas, `${schema}.schema.json`)).replaceAll('\\', '/');
  return `# yaml-language-server: $schema=${relation}\n${text}`;
}

/** So many ids are told at once; where there are more, the folder that holds them is. */
const MOST_LISTED = 20;

function wrongId(kind: string, id: string, known: Readonly<Record<string, unknown>> = {}): string | null {
  if (Object.hasOwn(known, id)) return null;
  const ids = Object.keys(known);
  const list = ids.length > MOST_LISTED ? 'in `lexicon/`' : ids.map((one) => `\`${one}\``).join(', ');
  return `the lexicon has no ${kind} \`${id}\`: ${didYouMean(id, ids) ?? `its ${kind}s are ${list}`}`;
}
