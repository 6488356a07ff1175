/**
 * `necessity rules`: what there is for authors. Each has a file of its own, but for `rules keep`, a step of
 * the build.
 */
import type { Command } from 'commander';
import { keepOwnRules } from './checked-folder.js';
import type { Finish } from './exit-codes.js';
import { addLintCommand } from './lint-command.js';
import { addRulesCoverageCommand } from './rules-coverage-command.js';
import { addDocsCommand } from './rules-docs-command.js';
import { addRulesFmtCommand } from './rules-fmt-command.js';
import { addFromLetterCommand } from './rules-from-letter-command.js';
import { addImpactCommand } from './rules-impact-command.js';
import { addRulesNewCommand } from './rules-new-command.js';
import { addShowCommand } from './rules-show-command.js';
import { addRulesTestCommand } from './rules-test-command.js';
import { openSession } from './session.js';

/** Adds a command of commands; what rules each of them needs, it loads by itself. */
export function addRulesCommand(program: Command, finish: Finish): void {
  const rules = program.command('rules').description('check and try rules');
  addLintCommand(rules, finish);
  addRulesTestCommand(rules, finish);
  addRulesCoverageCommand(rules, finish);
  addRulesFmtCommand(rules, finish);
  addShowCommand(rules, finish);
  addImpactCommand(rules, finish);
  addDocsCommand(rules, finish);
  addRulesNewCommand(rules, finish);
  addFromLetterCommand(rules, finish);
  rules
    .command('keep', { hidden: true })
    .description("keep the checked form of the program's own rules, which loads faster; a step of the build")
    .action(async () => finish(await keepOwnRules(openSession({ quiet: false }))));
}
