/**
 * The command: arguments -> what is printed and the exit status. Reads files, prints nothing itself.
 * Exit status: 0 scored, 1 a floor is broken, 2 wrong usage, 3 an input cannot be read.
 */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Knowledge } from '../../src/index.js';
import type { Letter, Outputs } from './cases.js';
import { type Figures, type Scored, scoreLetters } from './figures.js';
import { brokenFloors } from './floors.js';
import { missesByKind } from './misses.js';
import { OutputError, parseChecks, parseFacts } from './output.js';
import { figuresText } from './print.js';
import {
  InputError,
  letterPaths,
  readEquivalents,
  readFloors,
  readLabelledLetters,
  readText,
  readVocabularyTable,
} from './read-inputs.js';
import { loadKnowledge, runProduct } from './run-product.js';
import { lexiconVocabulary, type Vocabulary } from './vocabulary.js';

/** Takes the vocabulary from the product's lexicon. */
const LEXICON = 'lexicon';
const EXIT = { ok: 0, broken: 1, usage: 2, unreadable: 3 } as const;

interface Options {
  readonly facts?: string;
  readonly check?: string;
  readonly json: boolean;
  readonly misses: number;
  readonly floors?: string;
  readonly vocabulary?: string;
  readonly rules?: string;
}

/** What a run prints, and how it ends. */
export interface EvalRun {
  readonly output: string;
  /** What goes to standard error. */
  readonly trouble: string;
  readonly exit: number;
}

/**
 * One run of the command.
 * @param args of the command line, without the name of the program
 */
export async function evaluate(args: readonly string[]): Promise<EvalRun> {
  let [output, trouble] = ['', ''];
  const command = evalCommand().configureOutput({
    writeOut: (text) => {
      output += text;
    },
    writeErr: (text) => {
      trouble += text;
    },
  });
  try {
    command.parse(args, { from: 'user' });
    return await run(command.args[0] ?? '', command.opts<Options>());
  } catch (error) {
    if (error instanceof CommanderError) {
      return { output, trouble, exit: error.exitCode === 0 ? EXIT.ok : EXIT.usage };
    }
    if (!(error instanceof InputError || error instanceof OutputError)) throw error;
    return { output: '', trouble: `${error.message}\n`, exit: EXIT.unreadable };
  }
}

function evalCommand(): Command {
  return new Command('npm run eval --')
    .description('score extraction and decisions against labelled letters')
    .argument('<dir>', 'folder of letters with their labels: NAME.txt and NAME.gold.yaml')
    .option('--facts <file>', 'score this output of `necessity facts --format ndjson`')
    .option('--check <file>', 'score this output of `necessity check --format ndjson`')
    .option('--json', 'print the figures as JSON', false)
    .option('--misses <n>', 'also print up to N misses of each kind', readCount, 0)
    .option('--floors <file>', 'exit with 1 if a figure is below its minimum or above its maximum')

    .option(
      '--vocabulary <from>',
      'which facts count for precision: a table of facts (Markdown) or `lexicon` (default: what letters are labelled with)',
    )
    .option('--rules <dir>', 'folder of rules and lexicon (default: those of this project)')
    .exitOverride();
}

function readCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number.');
}

type GetKnowledge = () => Promise<Knowledge>;

/** Loads the rules when they are first asked for, once. */
function lazyKnowledge(rules: string | undefined): GetKnowledge {
  let loaded: Promise<Knowledge> | null = null;
  return () => {
    loaded ??= loadKnowledge(rules);
    return loaded;
  };
}

/** Given outputs, or what the product says now. */
async function readOutputs(
  folder: string,
  letters: readonly Letter[],
  { facts, check }: Options,
  knowledge: GetKnowledge,
): Promise<Outputs> {
  if (facts === undefined && check === undefined) {
    return runProduct(letterPaths(folder, letters), await knowledge());
  }
  return {
    facts: facts === undefined ? null : parseFacts(facts, readText(facts)),
    checks: check === undefined ? null : parseChecks(check, readText(check)),
  };
}

/** @param from path of a table of facts, or `lexicon`; the vocabulary of the labels if left out */
async function readVocabulary(from: string | undefined, knowledge: GetKnowledge): Promise<Vocabulary> {
  if (from !== LEXICON) return readVocabularyTable(from);
  return lexiconVocabulary((await knowledge()).lexicon.facts);
}

function jsonText({ figures, misses }: Scored<Figures>, missesPerKind: number): string {
  const shown = missesByKind(misses).map(({ kind, misses: all }) => {
    return [kind, all.slice(0, missesPerKind).map(({ kind: _, ...miss }) => miss)] as const;
  });
  const out = missesPerKind > 0 ? { ...figures, misses: Object.fromEntries(shown) } : figures;
  return `${JSON.stringify(out, null, 1)}\n`;
}

async function run(folder: string, options: Options): Promise<EvalRun> {
  const floors = options.floors === undefined ? {} : readFloors(options.floors);
  const letters = readLabelledLetters(folder);
  const knowledge = lazyKnowledge(options.rules);
  const outputs = await readOutputs(folder, letters, options, knowledge);
  const vocabulary = await readVocabulary(options.vocabulary, knowledge);
  const scored = scoreLetters(letters, outputs, { equivalents: readEquivalents(), vocabulary });
  const { figures, misses } = scored;
  const broken = brokenFloors(floors, figures);
  return {
    output: options.json ? jsonText(scored, options.misses) : figuresText(figures, misses, options.misses),
    trouble: broken.map((line) => `broken floor: ${line}\n`).join(''),
    exit: broken.length > 0 ? EXIT.broken : EXIT.ok,
  };
}
