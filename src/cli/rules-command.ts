/**
 * `necessity rules`: what there is for authors. `rules lint` checks a rules folder; `rules keep` is a step of the
 * build; the others have files of their own.
 */
import type { Command } from 'commander';
import { counted, type Diagnostic } from '../index.js';
import { EXIT, EXIT_HELP, type ExitCode } from './exit-codes.js';
import { keepOwnRules, loadRulesForAuthors } from './load-rules-folder.js';
import { addRuleOptions } from './options.js';
import { addRulesCoverageCommand } from './rules-coverage-command.js';
import { addRulesFmtCommand } from './rules-fmt-command.js';
import { addRulesNewCommand } from './rules-new-command.js';
import { addRulesTestCommand } from './rules-test-command.js';
import { openSession } from './session.js';

interface RulesOptions {
  readonly rules?: string;
  readonly width?: number;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  $ necessity rules lint
  $ necessity rules lint --rules my-rules`;

export function addRulesCommand(program: Command, finish: (exit: ExitCode) => void): void {
  const rules = program.command('rules').description('check and try rules');
  addRuleOptions(rules.command('lint'))
    .description('check the form of rules, examples and lexicon')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (options: RulesOptions) => finish(await lint(options)));
  addRulesTestCommand(rules, finish);
  addRulesCoverageCommand(rules, finish);
  addRulesFmtCommand(rules, finish);
  addRulesNewCommand(rules, finish);
  rules
    .command('keep', { hidden: true })
    .description("keep the checked form of the program's own rules, which loads faster; a step of the build")
    .action(async () => finish(await keepOwnRules(openSession({ quiet: false }))));
}

async function lint(options: RulesOptions): Promise<ExitCode> {
  const session = openSession(options);
  const loaded = await loadRulesForAuthors(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const { knowledge, problems } = loaded;
  const counts = `${counted(knowledge.rules.rules.length, 'rule')}, ${counted(knowledge.lexicon.facts.size, 'fact')}`;
  await session.results.write(`${counts}: ${problemsText(problems)}\n`);
  return EXIT.ok;
}

function problemsText({ length }: readonly Diagnostic[]): string {
  return length === 0 ? 'no problems' : counted(length, 'problem');
}
