/**
 * `necessity rules lint`: everything that an author should know of a rules folder, or of some of its files.
 * With `--fix`, what is certain is mended and looked at again until nothing certain is left.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { DIAGNOSTIC_CODES, type Diagnostic, type Severity } from '../diagnostics/diagnostic.js';
import type { RuleTexts } from '../files/read-rule-folder.js';
import { ruleFileName, writeRuleFile } from '../files/rule-paths.js';
import { lintFolder } from '../pipeline/lint-folder.js';
import {
  countSeverities,
  LINT_FORMATS,
  type LintFormat,
  type LintReport,
  lintJson,
  lintSarif,
  lintText,
} from '../report/lint-report.js';
import { applyFixes } from '../rules/apply-fixes.js';
import { didYouMean } from '../text/suggest.js';
import { openChecks } from './checked-folder.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { lintPage } from './lint-pages.js';
import { addRuleOptions, type RuleOptions } from './options.js';
import { programVersion } from './program-version.js';
import { fileNames, placeOfRules, readRuleTexts, textFinder } from './rules-folder.js';
import { openSession, type Session } from './session.js';

interface LintOptions extends RuleOptions {
  readonly format: LintFormat;
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly notes?: boolean;
  readonly fix?: boolean;
  readonly explain?: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
/** One fix can make room for the next, but not without end. */
const MOST_ROUNDS = 10;

const EXAMPLES = `
Examples:
  $ necessity rules lint                                   the rules that come with this program
  $ necessity rules lint --rules my-rules --fail-on warning
  $ necessity rules lint my-rules/knee --rules my-rules    what is wrong in some files, in the light of all
  $ necessity rules lint --fix                             mend what is certain, and tell what was done
  $ necessity rules lint --format sarif > lint.sarif
  $ necessity rules lint --explain never-met               what a code means, and how to mend it

A comment switches a code off on its line, with a reason:
  id: old-guideline    # lint-disable-line never-governs: kept so that the trace shows it`;

/** All files are checked whatever is named, since trouble lies between files; what is named is what is told. */
export function addLintCommand(rules: Command, finish: Finish): void {
  addRuleOptions(rules.command('lint'))
    .description('tell everything that is wrong, or looks wrong, with rules, examples and lexicon')
    .argument('[file...]', 'only what is wrong in these files or folders')
    .addOption(
      new Option('--format <format>', 'how results are written').choices(LINT_FORMATS).default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(SEVERITIES)
        .default('error'),
    )
    .option('--max-warnings <count>', 'exit with 1 on more warnings than this', readCount)
    .option('--notes', 'tell notes, too, such as services without a rule (json and sarif always hold them)')
    .option('--fix', 'mend what is certain; comments and layout stay')
    .option('--explain <code>', 'print the page on a code')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (files: readonly string[], options: LintOptions) => finish(await lint(files, options)));
}

function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number of 0 or more.');
}

async function lint(files: readonly string[], options: LintOptions): Promise<ExitCode> {
  const session = openSession(options);
  if (options.explain !== undefined) return explain(options.explain, session);
  const place = placeOfRules(options.rules);
  const texts = readRuleTexts(place);
  const chosen = await chooseFiles(files, options, session);
  if ('exit' in chosen) return chosen.exit;
  const checks = await openChecks(place);
  let linted = await lintOnce(texts, checks);
  if (options.fix === true) linted = await fixAll(linted, chosen.isChosen, options, session, checks);
  await checks.save(fileNames(linted.texts));
  return report(linted, chosen.isChosen, options, session);
}

interface Linted {
  readonly texts: RuleTexts;
  readonly result: ReturnType<typeof lintFolder>;
}

type Checks = Awaited<ReturnType<typeof openChecks>>;
type IsChosen = (diagnostic: Diagnostic) => boolean;

async function lintOnce(texts: RuleTexts, checks: Checks): Promise<Linted> {
  return { texts, result: lintFolder(texts, texts.problems, checks) };
}

// ---- which files

async function chooseFiles(
  files: readonly string[],
  { rules }: LintOptions,
  session: Session,
): Promise<{ readonly isChosen: IsChosen } | { readonly exit: ExitCode }> {
  const names = await Promise.all(files.map((file) => ruleFileName(file, placeOfRules(rules))));
  const strange = names.filter((name) => typeof name !== 'string');
  if (strange.length > 0) {
    await session.tell(strange);
    return { exit: EXIT.unread };
  }
  const known = names.filter((name) => typeof name === 'string');
  const isChosen: IsChosen = ({ file }) =>
    known.length === 0 || known.some((name) => file === name || file.startsWith(`${name}/`));
  return { isChosen };
}

// ---- fixing

async function fixAll(
  linted: Linted,
  isChosen: IsChosen,
  options: LintOptions,
  session: Session,
  checks: Checks,
): Promise<Linted> {
  let now = linted;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = await fixRound(now, isChosen, options, session);
    if (next === null) return now;
    now = await lintOnce(next, checks);
  }
  return now;
}

/** The texts after one round of fixes, written; null if there was nothing to fix or a file could not be written. */
async function fixRound(
  { texts, result }: Linted,
  isChosen: IsChosen,
  options: LintOptions,
  session: Session,
): Promise<RuleTexts | null> {
  const all = [...texts.lexicon, ...texts.rules, ...texts.examples];
  const fixed = applyFixes(all, result.diagnostics.filter(isChosen));
  if (fixed.length === 0) return null;
  const changed = new Map<string, string>();
  for (const { file, text, applied } of fixed) {
    const problem = await writeRuleFile(file, text, placeOfRules(options.rules));
    if (problem !== null) {
      await session.tell([problem]);
      return null;
    }
    changed.set(file, text);
    for (const { code, fix } of applied) await session.note(`fixed ${file} ${code}: ${fix?.title ?? ''}`);
  }
  const renew = (list: RuleTexts['rules']): RuleTexts['rules'] =>
    list.map(({ file, text }) => ({ file, text: changed.get(file) ?? text }));
  return {
    ...texts,
    lexicon: renew(texts.lexicon),
    rules: renew(texts.rules),
    examples: renew(texts.examples),
  };
}

// ---- telling

async function report(
  { texts, result }: Linted,
  isChosen: IsChosen,
  options: LintOptions,
  session: Session,
): Promise<ExitCode> {
  const all = result.diagnostics.filter(isChosen);
  const totals = countSeverities(all);
  await session.results.write(reportText({ ...result, diagnostics: all, totals }, texts, options, session));
  if (texts.problems.length > 0) return EXIT.unread;
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1);
  const tooMany = options.maxWarnings !== undefined && totals.warning > options.maxWarnings;
  return tooMany || failing.some((severity) => totals[severity] > 0) ? EXIT.failed : EXIT.ok;
}

function reportText(found: LintReport, texts: RuleTexts, options: LintOptions, session: Session): string {
  const textOf = textFinder(texts);
  if (options.format === 'json') return lintJson(found, textOf);
  if (options.format === 'sarif') return lintSarif(programVersion(), found, textOf);
  const areNotesShown = options.notes === true || options.failOn === 'note';
  const shown = found.diagnostics.filter(
    ({ severity }) => severity === 'error' || (!session.isQuiet && (severity === 'warning' || areNotesShown)),
  );
  const isHidden = found.totals.note > 0 && !areNotesShown;
  const hint = isHidden ? '`--notes` tells the notes' : null;
  return lintText({ ...found, diagnostics: shown }, textOf, { color: session.usesColor, hint });
}

async function explain(code: string, session: Session): Promise<ExitCode> {
  if (!Object.hasOwn(DIAGNOSTIC_CODES, code)) {
    const help = didYouMean(code, Object.keys(DIAGNOSTIC_CODES)) ?? 'docs/lint has a page on each';
    await session.note(`there is no code \`${code}\`; ${help}`);
    return EXIT.usage;
  }
  const page = await lintPage(code);
  if (page === null) {
    await session.note(`there is no page on \`${code}\``);
    return EXIT.unread;
  }
  await session.results.write(page);
  return EXIT.ok;
}
