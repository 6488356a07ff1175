/**
 * `necessity rules coverage`: what the examples exercise of their rules, and (`--mutate`) whether they would notice
 * small changes of them.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { coverRule } from '../coverage/rule-coverage.js';
import { mutateRule } from '../coverage/run-mutants.js';
import type { TextOf } from '../diagnostics/code-frame.js';
import { coverageJson, coverageListing, coveragePercent, coverageTable } from '../report/coverage-text.js';
import {
  mutationCounts,
  mutationJson,
  mutationPercent,
  mutationSummary,
  mutationTable,
  mutationText,
} from '../report/mutation-text.js';
import type { Rule, RuleExample } from '../vocabulary/rule.js';
import { loadRulesForAuthors } from './checked-folder.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { addRuleOptions, type RuleOptions } from './options.js';
import { selectRules } from './rule-selection.js';
import { placeOfRules } from './rules-folder.js';
import { openSession, type Session } from './session.js';

interface CoverageOptions extends RuleOptions {
  readonly format: 'text' | 'json';
  readonly mutate?: boolean;
  readonly listing?: boolean;
  readonly threshold?: number;
}

const EXAMPLES = `
Without --mutate: which criteria were met, not met and undetermined in some example, which decided one, and whether an
example stands on the limit of each number. Rules that are named (by id, file or folder) are listed line by line.

With --mutate: each rule is changed in small ways (a limit moved, a criterion dropped or negated, all for any, silence
counted otherwise), and its examples are run. A change that turns no example red is a survivor; it is shown with an
example that would notice it.

Examples:
  $ necessity rules coverage                                a table of all rules
  $ necessity rules coverage RULE                           one rule line by line, with what is missing
  $ necessity rules coverage --threshold 95                 exit with 1 if less is covered, for CI
  $ necessity rules coverage --mutate RULE                  changes of one rule that its examples do not notice
  $ necessity rules coverage --mutate --threshold 80 -q     the score of all rules, for CI
  $ necessity rules coverage --mutate --format json | jq '.rules[].survivors[].mutation.words'`;

/** Reads no letter: what is held against the rules are their examples alone. */
export function addRulesCoverageCommand(rules: Command, finish: Finish): void {
  const command = rules
    .command('coverage [rule...]')
    .description('show what examples exercise of their rules');
  addRuleOptions(command)
    .addOption(
      new Option('--format <format>', 'how results are written').choices(['text', 'json']).default('text'),
    )
    .option('--listing', 'list rules line by line, survivors one by one, also when no rule is named')
    .option('--mutate', 'change the rules in small ways and see whether an example notices')
    .option('--threshold <percent>', 'exit with 1 if less is covered, or noticed', readPercent)
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (words: readonly string[], options: CoverageOptions) =>
      finish(await coverage(words, options, (message) => command.error(message))),
    );
}

async function coverage(
  words: readonly string[],
  options: CoverageOptions,
  refuse: (message: string) => never,
): Promise<ExitCode> {
  const session = openSession(options);
  const loaded = await loadRulesForAuthors(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const files = new Map(loaded.examples.map((file) => [file.rule, file]));
  const all = loaded.knowledge.rules.rules;
  const named = all.map((rule) => ({ rule, files: [rule.place.file, files.get(rule.id)?.file ?? ''] }));
  const selected = selectRules(words, named, placeOfRules(options.rules));
  if (typeof selected === 'string') return refuse(selected);
  const chosen = all
    .filter((rule) => selected.has(rule.id))
    .map((rule) => ({ rule, examples: files.get(rule.id)?.examples ?? [] }));
  const isListed = options.listing === true || words.length > 0;
  const report = options.mutate === true ? mutationReport : coverageReport;
  const { text, percent } = report(chosen, isListed, options, session, loaded.textOf);
  await session.results.write(text);
  if (options.threshold === undefined || percent >= options.threshold) return EXIT.ok;
  await session.note(`less than the ${options.threshold} % that --threshold asks for`);
  return EXIT.failed;
}

interface Chosen {
  readonly rule: Rule;
  readonly examples: readonly RuleExample[];
}

type Report = (
  chosen: readonly Chosen[],
  isListed: boolean,
  options: CoverageOptions,
  session: Session,
  textOf: TextOf,
) => { readonly text: string; readonly percent: number };

const coverageReport: Report = (chosen, isListed, { format }, { paint }, textOf) => {
  const rules = chosen.map(({ rule, examples }) => coverRule(rule, examples));
  const percent = coveragePercent(rules);
  if (format === 'json') return { text: coverageJson(rules), percent };
  const listings = isListed
    ? rules.map((one) => `${coverageListing(one, textOf(one.file) ?? '', paint)}\n`)
    : [];
  return { text: listings.join('') + coverageTable(rules), percent };
};

const mutationReport: Report = (chosen, isListed, { format }, { usesColor: color }, textOf) => {
  const rules = chosen.map(({ rule, examples }) => mutateRule(rule, examples));
  const percent = mutationPercent(mutationCounts(rules));
  if (format === 'json') return { text: mutationJson(rules), percent };
  if (isListed) return { text: mutationText(rules, { color, textOf }), percent };
  return { text: mutationTable(rules) + mutationSummary(rules), percent };
};

function readPercent(text: string): number {
  const number = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && number <= 100) return number;
  throw new InvalidArgumentError('It is a number from 0 to 100.');
}
