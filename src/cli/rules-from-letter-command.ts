/**
 * `necessity rules from-letter LETTER --issue N`: a real case as an example of the rule that governs it.
 */
import type { Command } from 'commander';
import { appendExample } from '../files/append-example.js';
import { blurredText } from '../pipeline/blurred-text.js';
import type { CheckedLetter } from '../pipeline/check-letter.js';
import { letterExample } from '../pipeline/letter-example.js';
import { exampleText } from '../rules/write-example.js';
import type { Decision } from '../vocabulary/decision.js';
import type { IssueResult } from '../vocabulary/letter-result.js';
import type { Rule, RuleExample } from '../vocabulary/rule.js';
import { loadRulesForAuthors, type RulesForLetters } from './checked-folder.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { findRule } from './find-rule.js';
import { addRuleOptions, type RuleOptions, readIssue } from './options.js';
import { readCorpus } from './read-corpus.js';
import { placeOfRules } from './rules-folder.js';
import { openSession, type Session } from './session.js';

interface FromLetterOptions extends RuleOptions {
  readonly issue: number;
  readonly rule?: string;
  readonly service?: number;
  readonly text?: boolean;
  readonly append?: boolean;
}

const EXAMPLES = `
Left out: words of the letter, names, numbers of cases, days. The date is cut to its month.
With --text the sentences that the facts rest on come along, with days, ages, names after titles and long numbers
taken off: look at them before they are shared.

Examples:
  $ necessity rules from-letter letter.pdf --issue 2
  $ necessity rules from-letter letter.txt --issue 1 --rule RULE --text
  $ necessity rules from-letter letter.txt --issue 1 --append && necessity rules test`;

/** Takes one letter alone. What the example expects is what the rule comes to now, right or wrong. */
export function addFromLetterCommand(rules: Command, finish: Finish): void {
  addRuleOptions(rules.command('from-letter'))
    .description('turn a case of a letter into an example of a rule, without what identifies a person')
    .argument('<letter>', 'a letter, or - for standard input')
    .requiredOption('--issue <number>', 'issue of the letter', readIssue)
    .option('--rule <id>', 'rule to make an example of (default: the one that governs)')
    .option(
      '--service <number>',
      'which service of the issue, from 1 (default: the first that has a rule)',
      readIssue,
    )
    .option('--text', 'the sentences that the facts rest on as well, blurred')
    .option('--append', 'put the example at the end of the examples file of the rule')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (letter: string, options: FromLetterOptions, command: Command) => {
      finish(await fromLetter(letter, options, command));
    });
}

async function fromLetter(letter: string, options: FromLetterOptions, command: Command): Promise<ExitCode> {
  const session = openSession(options);
  const loaded = await loadRulesForAuthors(options.rules, session);
  if ('exit' in loaded) return loaded.exit;
  const checked: CheckedLetter[] = [];
  const { unread } = await readCorpus([letter], session, loaded.knowledge, (one) => checked.push(one));
  const [only] = checked;
  if (only === undefined || unread > 0) return EXIT.unread;
  if (checked.length > 1) return command.error(`error: ${letter} holds ${checked.length} letters; name one`);
  const chosen = choose(only, options, loaded);
  if (typeof chosen === 'string') return command.error(`error: ${chosen}`);
  const made = await letterExample(chosen.decision, only.result.facts, chosen.rule, loaded.knowledge);
  if (typeof made === 'string') return command.error(`error: ${made}`);
  const example = options.text
    ? await withText(made.example, made.readings, chosen.decision, only, loaded, session)
    : made.example;
  if (!options.append) {
    await session.results.write(exampleText(example, 2));
    return EXIT.ok;
  }
  return append(example, chosen.rule, options, loaded, session);
}

interface Choice {
  readonly decision: Decision;
  readonly rule: Rule;
}

/** The service and the rule that are meant, or why there are none. */
function choose(
  { result }: CheckedLetter,
  { issue: number, service, rule: id }: FromLetterOptions,
  { knowledge }: RulesForLetters,
): Choice | string {
  const issue = result.issues.find((one) => one.issue === number);
  if (issue === undefined) return `the letter has no issue ${number}; it has ${result.issues.length}`;
  const decision = serviceOf(issue, service);
  if (typeof decision === 'string') return decision;
  if (id !== undefined) {
    const rule = findRule(id, knowledge.rules.rules);
    return typeof rule === 'string' ? rule : { decision, rule };
  }
  const rule = knowledge.rules.rules.find((one) => one.id === decision.rule);
  if (rule !== undefined) return { decision, rule };
  const why = decision.reasonText ?? 'no rule is for the service';
  return `no rule governs issue ${number}: ${why}; name a rule with --rule`;
}

function serviceOf({ issue, decisions }: IssueResult, wanted: number | undefined): Decision | string {
  const chosen =
    wanted === undefined
      ? (decisions.find((one) => one.rule !== null) ?? decisions[0])
      : decisions[wanted - 1];
  if (chosen !== undefined) return chosen;
  return decisions.length === 0
    ? `no service was read from issue ${issue}`
    : `issue ${issue} has no service ${wanted}; it has ${decisions.length}`;
}

async function withText(
  example: RuleExample,
  readings: Parameters<typeof blurredText>[2],
  { service }: Decision,
  { document }: CheckedLetter,
  { knowledge }: RulesForLetters,
  session: Session,
): Promise<RuleExample> {
  if (document.summary === null || readings.length === 0) return example;
  const { text, unlike } = blurredText(document.source, document.summary, readings, service, knowledge);
  if (unlike.length === 0) return { ...example, text };
  await session.note(
    `warning: the text is left out, because by itself it reads otherwise on ${unlike.map((fact) => `\`${fact}\``).join(', ')}`,
  );
  return example;
}

async function append(
  example: RuleExample,
  rule: Rule,
  { rules }: FromLetterOptions,
  { kept }: RulesForLetters,
  session: Session,
): Promise<ExitCode> {
  const added = await appendExample(placeOfRules(rules), rule, example, kept.checked.lexicon);
  if ('problem' in added) {
    await session.tell([added.problem]);
    return EXIT.failed;
  }
  await session.results.write(`added to ${added.file}\n`);
  return EXIT.ok;
}
