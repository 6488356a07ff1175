/**
 * `necessity rules lint` checks a rules folder; `necessity rules test` runs the examples beside the rules.
 * `necessity rules keep` is a step of the build.
 */
import type { Command } from 'commander';
import { counted, type Diagnostic, exampleDiagnostics, runExamples, runExampleTexts } from '../index.js';
import { EXIT, EXIT_HELP, type ExitCode } from './exit-codes.js';
import { addLintCommand } from './lint-command.js';
import { keepOwnRules, loadRulesForAuthors } from './load-rules-folder.js';
import { addRuleOptions } from './options.js';
import { addDocsCommand } from './rules-docs-command.js';
import { addFromLetterCommand } from './rules-from-letter-command.js';
import { addImpactCommand } from './rules-impact-command.js';
import { addShowCommand } from './rules-show-command.js';
import { openSession } from './session.js';

interface RulesOptions {
  readonly rules?: string;
  readonly width?: number;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  $ necessity rules test
  $ necessity rules test --rules my-rules`;

export function addRulesCommand(program: Command, finish: (exit: ExitCode) => void): void {
  const rules = program.command('rules').description('check and try rules');
  addLintCommand(rules, finish);
  addRuleOptions(rules.command('test'))
    .description('run the examples that stand beside the rules')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (options: RulesOptions) => finish(await test(options)));
  addShowCommand(rules, finish);
  addImpactCommand(rules, finish);
  addDocsCommand(rules, finish);
  addFromLetterCommand(rules, finish);
  rules
    .command('keep', { hidden: true })
    .description("keep the checked form of the program's own rules, which loads faster; a step of the build")
    .action(async () => finish(await keepOwnRules(openSession({ quiet: false }))));
}

async function test(options: RulesOptions): Promise<ExitCode> {
  const session = openSession(options);
  const loaded = await loadRulesForAuthors(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const { knowledge, examples, textOf } = loaded;
  const problems = exampleDiagnostics([
    ...(await runExamples(knowledge.rules, examples)),
    ...(await runExampleTexts(knowledge, examples)),
  ]);
  await session.tell(problems, textOf);
  const count = examples.reduce((sum, file) => sum + file.examples.length, 0);
  const counts = `${counted(knowledge.rules.rules.length, 'rule')}, ${counted(count, 'example')}`;
  await session.results.write(`${counts}: ${problemsText(problems)}\n`);
  return problems.length > 0 ? EXIT.failed : EXIT.ok;
}

function problemsText({ length }: readonly Diagnostic[]): string {
  return length === 0 ? 'no problems' : counted(length, 'problem');
}
