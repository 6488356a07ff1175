/**
 * `necessity rules test` runs the examples beside the rules: all of them or those of some rules, once, or again after
 * every save (`--watch`); asked to, it writes down what the rules come to (`--update`).
 */
import { type Command, Option } from 'commander';
import { ExampleRunner } from '../pipeline/example-runner.js';
import { RuleWorkspace } from '../pipeline/rule-workspace.js';
import { openChecks } from './checked-folder.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { addRuleOptions } from './options.js';
import { fileNames, placeOfRules, readTexts } from './rules-folder.js';
import { exampleResults, resultsText, runChosen, type TestOptions } from './rules-test-run.js';
import { updateExpectations } from './rules-test-update.js';
import { watchExamples } from './rules-test-watch.js';
import { openSession } from './session.js';

const EXAMPLES = `
Rules are named by id, by file (the rule or its examples), or by folder. A failing example is shown with what sent it
the other way: the criteria that decide, where they stand, what the example gives, and how near the others came.

Examples:
  $ necessity rules test                                  every example
  $ necessity rules test RULE                             those of one rule
  $ necessity rules test rules/some-guideline --verbose   those of a folder, passing ones shown as well
  $ necessity rules test --watch --rules my-rules         again after every save; end it with Ctrl-C
  $ necessity rules test RULE --update                    write down what the rule comes to now; look at the diff
  $ necessity rules test --format json | jq '.examples[] | select(.passed | not) | .failure'`;

/** Ends with 1 where an example fails, or a rule has none. */
export function addRulesTestCommand(rules: Command, finish: Finish): void {
  const command = rules.command('test [rule...]').description('run the examples that stand beside the rules');
  addRuleOptions(command)
    .addOption(formatOption())
    .addOption(new Option('--watch', 'run again after every save').conflicts('update'))
    .option('--update', 'write the results of failing examples into their files, as expectations')
    .option('--verbose', 'show passing examples, too, with what decided and the near misses')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (words: readonly string[], options: TestOptions) =>
      finish(await test(words, options, (message) => command.error(message))),
    );
}

/** Text for people or one JSON document. */
function formatOption(): Option {
  return new Option('--format <format>', 'how results are written').choices(['text', 'json']).default('text');
}

async function test(
  words: readonly string[],
  options: TestOptions,
  refuse: (message: string) => never,
): Promise<ExitCode> {
  if (options.watch === true && options.format === 'json') {
    return refuse("error: option '--watch' cannot be used with '--format json'");
  }
  const session = openSession(options);
  if (options.watch === true) return watchExamples(words, options, session, refuse);
  const texts = await readTexts(options.rules, session);
  if ('exit' in texts) return texts.exit;
  const checks = await openChecks(placeOfRules(options.rules));
  const workspace = new RuleWorkspace(checks);
  const run = await runChosen(words, texts, workspace, new ExampleRunner(workspace), options, session);
  if (typeof run === 'string') return refuse(run);
  await checks.save(fileNames(texts));
  if (run === null) return EXIT.failed;
  const { reports, texts: now } =
    options.update === true
      ? await updateExpectations(run, texts, placeOfRules(options.rules), session)
      : { reports: run, texts };
  const results = exampleResults(reports);
  await session.results.write(resultsText(results, now, options, session));
  return results.problems.length > 0 ? EXIT.failed : EXIT.ok;
}
