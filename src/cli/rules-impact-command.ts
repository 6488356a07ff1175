/**
 * `necessity rules impact BEFORE [AFTER] --corpus PATH...`: what an edit of the rules does to decisions of the past.
 */
import { type Command, Option } from 'commander';
import {
  type CasePair,
  type CheckedRules,
  casePair,
  compileKnowledge,
  type Impact,
  type ImpactHead,
  impactOf,
  impactText,
  type Knowledge,
  readLetters,
  ruleChanges,
} from '../index.js';
import { EXIT, EXIT_HELP, type ExitCode } from './exit-codes.js';
import { loadRuleVersion } from './load-rules-folder.js';
import { addRuleOptions } from './options.js';
import { openSession, type Session, textOfSource } from './session.js';
import { textStyle } from './text-style.js';

interface ImpactOptions {
  readonly rules?: string;
  readonly corpus: readonly string[];
  readonly format: 'text' | 'json';
  readonly failOn?: 'flip';
  readonly width?: number;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
BEFORE and AFTER are each a folder of rules, or a revision of the git repository in which the rules stand.
AFTER is the rules as they are now, unless it is given.

Examples:
  $ necessity rules impact HEAD --corpus letters/
                          what my edits since the last commit do
  $ necessity rules impact v1.2 HEAD~3 --corpus archive.ndjson.gz --format json > impact.json
  $ necessity rules impact HEAD my-rules --rules my-rules --corpus letters/ --fail-on flip
                          in a pipeline: exit with 1 if any past decision comes out differently`;

export function addImpactCommand(rules: Command, finish: (exit: ExitCode) => void): void {
  addRuleOptions(rules.command('impact'))
    .description('show what an edit of the rules does to decisions on letters of the past')
    .argument('<before>', 'folder of rules, or git revision')
    .argument('[after]', 'the same (default: the rules as they are now)')
    .requiredOption('--corpus <path...>', 'letters to decide by both')
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
  const [was, is] = compileBoth(before.checked, after.checked);
  const pairs = new LetterPairs(options.corpus, was, is, session);
  const found = await impactOf(pairs, was.rules, is.rules);
  const hasOtherLexicon = was.lexicon !== is.lexicon;
  const names = { before: before.name, after: after.name };
  const head: ImpactHead = { ...names, ...ruleChanges(was.rules, is.rules), hasOtherLexicon };
  await session.results.write(
    options.format === 'json' ? jsonText(head, found) : impactText(head, found, textStyle(session, is)),
  );
  if (pairs.unread > 0) return EXIT.unread;
  return options.failOn === 'flip' && found.flips.length > 0 ? EXIT.failed : EXIT.ok;
}

/** Knowledge of both sides, with one lexicon where the lexicons say the same. */
function compileBoth(before: CheckedRules, after: CheckedRules): readonly [Knowledge, Knowledge] {
  const was = compileKnowledge(before);
  const isSame = JSON.stringify(before.lexicon) === JSON.stringify(after.lexicon);
  return [was, isSame ? { ...was, rules: after.rules } : compileKnowledge(after)];
}

function jsonText(head: ImpactHead, found: Impact): string {
  return `${JSON.stringify({ report: 'impact', ...head, impact: found }, null, 2)}\n`;
}

/** The letters of a corpus as cases; what cannot be read is told, counted and passed. */
class LetterPairs implements AsyncIterable<CasePair> {
  unread = 0;
  readonly #paths: readonly string[];
  readonly #before: Knowledge;
  readonly #after: Knowledge;
  readonly #session: Session;

  constructor(paths: readonly string[], before: Knowledge, after: Knowledge, session: Session) {
    this.#paths = paths;
    this.#before = before;
    this.#after = after;
    this.#session = session;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<CasePair> {
    for await (const { source, problems } of readLetters(this.#paths, process.stdin)) {
      const read = source && casePair(source, this.#before, this.#after);
      const all = [...problems, ...(read?.diagnostics ?? [])];
      await this.#session.tell(all, textOfSource(source));
      if (all.some((problem) => problem.severity === 'error')) this.unread += 1;
      if (read) yield read;
    }
  }
}
