/**
 * `necessity rules impact BEFORE [AFTER] --corpus PATH...`: what an edit of the rules does to decisions of the past.
 */
import { type Command, Option } from 'commander';
import { ruleChanges } from '../history/rule-changes.js';
import { type ImpactHead, impactText } from '../report/impact-text.js';
import { StoreError } from '../store/store-error.js';
import type { Impact } from '../vocabulary/impact.js';
import { loadRuleVersion } from './checked-folder.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { addRuleOptions, type RuleOptions } from './options.js';
import {
  type Deciding,
  decideLetters,
  decideStored,
  storeAmong,
  type UsableRules,
} from './rules-impact-corpus.js';
import { openSession, type Session } from './session.js';
import { storeProblem } from './store-problem.js';
import { textStyle } from './text-style.js';

interface ImpactOptions extends RuleOptions {
  readonly corpus: readonly string[];
  readonly format: 'text' | 'json';
  readonly failOn?: 'flip';
}

const EXAMPLES = `
BEFORE and AFTER are each a folder of rules, or a revision of the git repository in which the rules stand.
AFTER is the rules as they are now, unless it is given.

A corpus is letters, or a store that \`necessity compare --store\` wrote: then no letter is read again, which takes
seconds for a large archive. Both sides must have the lexicon that the letters of the store were read with.

Examples:
  $ necessity rules impact HEAD --corpus letters/
                          what my edits since the last commit do
  $ necessity rules impact v1.2 HEAD~3 --corpus archive.ndjson.gz --format json > impact.json
  $ necessity compare archive/ --store archive.duckdb && necessity rules impact HEAD --corpus archive.duckdb
                          read letters once, then try edit after edit
  $ necessity rules impact HEAD my-rules --rules my-rules --corpus letters/ --fail-on flip
                          in a pipeline: exit with 1 if any past decision comes out differently`;

/** Examples beside the rules are not asked: an edit may fail them and have an impact all the same. */
export function addImpactCommand(rules: Command, finish: Finish): void {
  addRuleOptions(rules.command('impact'))
    .description('show what an edit of the rules does to decisions on letters of the past')
    .argument('<before>', 'folder of rules, or git revision')
    .argument('[after]', 'the same (default: the rules as they are now)')
    .requiredOption('--corpus <path...>', 'letters to decide by both, or one store of them')
    .addOption(new Option('--format <format>', 'how it is written').choices(['text', 'json']).default('text'))
    .addOption(new Option('--fail-on <what>', 'exit with 1 if any outcome flips').choices(['flip']))
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (before: string, after: string | undefined, options: ImpactOptions) => {
      finish(await impact(before, after, options));
    });
}

async function impact(given: string, then: string | undefined, options: ImpactOptions): Promise<ExitCode> {
  const session = openSession(options);
  const before = await loadRuleVersion(given, options.rules, session);
  if ('exit' in before) return before.exit;
  const after = await loadRuleVersion(then, options.rules, session);
  if ('exit' in after) return after.exit;
  const decided = await decideCorpus(before, after, options.corpus, session);
  if ('exit' in decided) return decided.exit;
  const { found, unread } = decided;
  // No letter could be read: the errors are all there is to tell.
  if (found.letters === 0 && unread > 0) return EXIT.unread;
  const [was, is] = [before.checked, after.checked];
  const hasOtherLexicon = !haveSameLexicon(before, after);
  const names = { before: before.name, after: after.name };
  const head: ImpactHead = { ...names, ...ruleChanges(was.rules, is.rules), hasOtherLexicon };
  await session.results.write(
    options.format === 'json'
      ? jsonText(head, found)
      : impactText(head, found, textStyle(session, after.knowledge())),
  );
  if (unread > 0) return EXIT.unread;
  return options.failOn === 'flip' && found.flips.length > 0 ? EXIT.failed : EXIT.ok;
}

async function decideCorpus(
  before: UsableRules,
  after: UsableRules,
  corpus: readonly string[],
  session: Session,
): Promise<Deciding | { readonly exit: ExitCode }> {
  try {
    const store = await storeAmong(corpus);
    if (store !== null) return await decideStored(store, before, after, session);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    await session.tell([storeProblem(cause)]);
    return { exit: EXIT.unread };
  }
  const was = before.knowledge();
  // Where the lexicons say the same, letters are read once.
  const is = haveSameLexicon(before, after) ? { ...was, rules: after.checked.rules } : after.knowledge();
  return decideLetters(corpus, was, is, session);
}

function haveSameLexicon(before: UsableRules, after: UsableRules): boolean {
  return JSON.stringify(before.checked.lexicon) === JSON.stringify(after.checked.lexicon);
}

function jsonText(head: ImpactHead, found: Impact): string {
  return `${JSON.stringify({ report: 'impact', ...head, impact: found }, null, 2)}\n`;
}
