/**
 * Options that commands share, with what they may be. Texts of a command line become checked values here.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { NARROWEST, WIDEST } from './terminal.js';

const FORMATS = ['text', 'json', 'ndjson'] as const;
/** How results are written: for people, as one JSON document, or as one record a line. */
export type Format = (typeof FORMATS)[number];

/** What a run can be asked to fail on. */
export const FAIL_ON = ['disagreement', 'finding', 'undetermined', 'warning'] as const;
/** One of `FAIL_ON`; `finding` leaves `outcome-disagrees` out, which `disagreement` stands for. */
export type FailOn = (typeof FAIL_ON)[number];

/** Options that every command with rules has, checked; what is left out was not given. */
export interface RuleOptions {
  /** Folder of rules and lexicon; the program's own where it is left out. */
  readonly rules?: string;
  readonly width?: number;
  /** True and false for `--color` and `--no-color`, which come before what the terminal and the environment say. */
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** Options of a command that prints what it finds in letters. */
export interface SharedOptions extends RuleOptions {
  readonly format: Format;
  readonly failOn?: readonly FailOn[];
}

/** Options of commands that print what they find in letters: those of `addRuleOptions` and two more. */
export function addSharedOptions(command: Command): Command {
  return addRuleOptions(command)
    .addOption(new Option('--format <format>', 'how results are written').choices(FORMATS).default('text'))
    .option('--fail-on <list>', `exit with 1 on any of: ${FAIL_ON.join(', ')}`, readFailOn);
}

/** Options of commands that look at rules alone, too. */
export function addRuleOptions(command: Command): Command {
  return command
    .option('--rules <dir>', 'folder of rules and lexicon (default: the rules that come with this program)')
    .option('--width <columns>', 'columns of text (default: those of the terminal)', readWidth)
    .option('--color', 'colour, also where it is not a terminal')
    .option('--no-color', 'no colour')
    .option('-q, --quiet', 'no warnings, totals or progress on standard error');
}

/** @throws {InvalidArgumentError} on a word that is not known */
export function readFailOn(list: string): readonly FailOn[] {
  return readList(list, FAIL_ON);
}

/** Words between commas, in the order given, repeated ones kept. @throws {InvalidArgumentError} on one that is not known */
export function readList<T extends string>(list: string, known: readonly T[]): readonly T[] {
  return list.split(',').map((word) => {
    const found = known.find((one) => one === word.trim());
    if (found === undefined) throw new InvalidArgumentError(`It is a list of ${known.join(', ')}.`);
    return found;
  });
}

function readWidth(text: string): number {
  return readWhole(text, NARROWEST, WIDEST);
}

/** Issues, and services of one, are counted from 1. @throws {InvalidArgumentError} */
export function readIssue(text: string): number {
  return readWhole(text, 1, Number.MAX_SAFE_INTEGER);
}

/**
 * A whole number in digits alone, without sign, fraction or exponent; both ends are allowed.
 * @throws {InvalidArgumentError} on anything else
 */
export function readWhole(text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
  throw new InvalidArgumentError(`It is a whole number ${range}.`);
}
