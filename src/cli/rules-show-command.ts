/**
 * `necessity rules show ID`: one rule as a reader would want it, and with `--corpus` how it fared over letters.
 */
import { type Command, Option } from 'commander';
import { RuleUseTally } from '../history/rule-use.js';
import { ruleText } from '../report/rule-text.js';
import { ruleView } from '../report/rule-view.js';
import type { RuleUse } from '../vocabulary/rule-use.js';
import { loadRulesForAuthors, type RulesForLetters } from './checked-folder.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { findRule } from './find-rule.js';
import { addRuleOptions, type RuleOptions } from './options.js';
import { readCorpus } from './read-corpus.js';
import { openSession, type Session } from './session.js';
import { textStyle } from './text-style.js';

interface ShowOptions extends RuleOptions {
  readonly corpus?: readonly string[];
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
RULE is the id of a rule: the name of its file.

Examples:
  $ necessity rules show RULE
  $ necessity rules show RULE --corpus letters/ more/*.ndjson.gz
                                          how often each criterion decided, was met, was not met
  $ necessity rules show RULE --format json | jq .criteria`;

/** With letters that cannot be read, what the others show is printed, and the status is 3. */
export function addShowCommand(rules: Command, finish: Finish): void {
  addRuleOptions(rules.command('show'))
    .description('show a rule as its readers want it: what for, criteria, silence, source, examples')
    .argument('<id>', 'id of a rule, as traces and file names have it')
    .option('--corpus <path...>', 'letters over which each criterion is counted')
    .addOption(new Option('--format <format>', 'how it is written').choices(['text', 'json']).default('text'))
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (id: string, options: ShowOptions, command: Command) => {
      finish(await show(id, options, command));
    });
}

async function show(id: string, options: ShowOptions, command: Command): Promise<ExitCode> {
  const session = openSession(options);
  const loaded = await loadRulesForAuthors(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const { knowledge, examples } = loaded;
  const rule = findRule(id, knowledge.rules.rules);
  if (typeof rule === 'string') return command.error(`error: ${rule}`);
  const corpus = await useOf(rule.id, options.corpus, loaded, session);
  if (corpus === null) return EXIT.unread;
  const { use, exit } = corpus;
  const style = textStyle(session, knowledge);
  const own = examples.filter((file) => file.rule === rule.id).flatMap((file) => file.examples);
  const view = ruleView(rule, own, style, use);
  const text =
    options.format === 'json'
      ? `${JSON.stringify({ report: 'show', ...view }, null, 2)}\n`
      : ruleText(view, style);
  await session.results.write(text);
  return exit;
}

/** @returns null if no letter could be read: then the errors are all there is to tell */
async function useOf(
  rule: string,
  corpus: readonly string[] | undefined,
  { knowledge }: RulesForLetters,
  session: Session,
): Promise<{ readonly use: RuleUse | null; readonly exit: ExitCode } | null> {
  if (corpus === undefined) return { use: null, exit: EXIT.ok };
  const tally = new RuleUseTally(rule);
  const { letters, unread } = await readCorpus(corpus, session, knowledge, ({ result }) => tally.add(result));
  if (letters === 0 && unread > 0) return null;
  return { use: tally.use, exit: unread > 0 ? EXIT.unread : EXIT.ok };
}
