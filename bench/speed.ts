/**
 * How fast the checker is, on letters made for it: `npm run bench -- [letters] [characters of each]`.
 * Measures the compiled code of `dist/`, on one core. Figures are of this machine; the ratios travel better.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLexicon } from '../dist/facts/compiled-lexicon.js';
import { checkFolder, compileKnowledge, type Knowledge, readRuleFolder, SourceText } from '../dist/index.js';
import type { LexiconFile } from '../dist/vocabulary/lexicon.js';
import { planLetter, USUAL_SIZE } from './generator/letter-plan.js';
import { randomFrom } from './generator/random.js';
import { renderLetter } from './generator/render-letter.js';
import { doubled, phrasesOf } from './speed/bigger-lexicon.js';
import { growth } from './speed/growth.js';
import {
  extractionStages,
  extractionTime,
  extractionTimes,
  pipelineStages,
  pipelineTime,
  type Stage,
  summariesOf,
  tokenisingTime,
} from './speed/stages.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COLD_STARTS = 5;

interface Rules {
  readonly knowledge: Knowledge;
  readonly lexicon: LexiconFile;
}

async function readRules(): Promise<Rules> {
  const texts = readRuleFolder(join(ROOT, 'rules'), 'rules');
  const { checked, problems } = checkFolder({ ...texts, examples: [] });
  if (checked === null)
    throw new Error(`the rules do not load: ${problems[0]?.file}: ${problems[0]?.message}`);
  return { knowledge: compileKnowledge(checked), lexicon: checked.lexicon };
}

function makeLetters(count: number, size: number): SourceText[] {
  return Array.from({ length: count }, (_, seed) => {
    const random = randomFrom(seed);
    return new SourceText(`letter-${seed}`, renderLetter(planLetter(random, size), random).text);
  });
}

// ---- printing

const print = (line = ''): void => console.log(line);
const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function printRate(name: string, ms: number, letters: number): void {
  print(`${name.padEnd(44)}${number((letters / ms) * 1000).padStart(8)} letters per second and core`);
}

function printStages(stages: readonly Stage[], letters: number): void {
  const total = stages.reduce((sum, { ms }) => sum + ms, 0);
  for (const { name, ms } of stages) {
    const share = `${number((100 * ms) / total)} %`.padStart(5);
    print(`  ${name.padEnd(20)}${number((1000 * ms) / letters).padStart(8)} µs a letter ${share}`);
  }
}

// ---- what is measured

async function printSpeed(letters: readonly SourceText[], { knowledge }: Rules): Promise<number> {
  const summaries = summariesOf(letters, knowledge);
  // The parts come first: what they are made of is compiled by then, and the whole is measured warm.
  const inside = extractionStages(summaries, knowledge);
  const around = await pipelineStages(letters, knowledge);
  const extraction = extractionTime(summaries, knowledge);
  printRate('extraction (summary to facts)', extraction, letters.length);
  printStages(inside, letters.length);
  const tokenising = tokenisingTime(summaries);
  print(`  ${number(extraction / tokenising, 1)} times a plain tokenising pass over the same summaries`);
  print();
  const whole = await pipelineTime(letters, knowledge);
  printRate('whole pipeline (letter to findings)', whole, letters.length);
  printStages([...around, { name: 'extraction', ms: extraction }], letters.length);
  return extraction;
}

function printDoubling(letters: readonly SourceText[], { knowledge, lexicon }: Rules): void {
  const bigger = doubled(lexicon);
  const [before = 0, after = 0] = extractionTimes(summariesOf(letters, knowledge), [
    knowledge.lexicon,
    compileLexicon(bigger),
  ]);
  const counts = `${number(phrasesOf(lexicon).length)} phrases, then ${number(phrasesOf(bigger).length)}`;
  print(`twice the phrases (${counts}): extraction takes ${number(100 * (after / before - 1), 1)} % longer`);
}

function printGrowth(knowledge: Knowledge): void {
  print('time against length');
  for (const { kind, characters, ms } of growth(knowledge)) {
    const size = `${number(characters / 1000)} kB`.padStart(10);
    print(
      `  ${kind.padEnd(16)}${size}${number(ms, 1).padStart(10)} ms ${number((1e6 * ms) / characters).padStart(6)} ns a character`,
    );
  }
}

/** What authors of rules wait for, with nothing kept of an earlier run. */
function printAuthoring(): void {
  const folder = mkdtempSync(join(tmpdir(), 'necessity-bench-'));
  try {
    cpSync(join(ROOT, 'rules'), folder, { recursive: true });
    for (const command of ['lint', 'test']) {
      const times = Array.from({ length: COLD_STARTS }, () => {
        rmSync(join(ROOT, 'dist/kept-checks'), { recursive: true, force: true });
        return timeOf(['rules', command, '--rules', folder]);
      });
      print(`rules ${command}, nothing kept from before: ${number(Math.min(...times))} ms on the wall`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of one run of the program from a cold process, in milliseconds. */
function timeOf(words: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...words], { stdio: 'ignore' });
  return performance.now() - start;
}

function printStart(letter: SourceText): void {
  const folder = mkdtempSync(join(tmpdir(), 'necessity-bench-'));
  try {
    const path = join(folder, 'letter.txt');
    writeFileSync(path, letter.text);
    const times = Array.from({ length: COLD_STARTS }, () => timeOf(['check', path]));
    print(`one letter from a cold process: ${number(Math.min(...times))} ms on the wall`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [count = 100, size = USUAL_SIZE] = process.argv.slice(2).map(Number);
const rules = await readRules();
const letters = makeLetters(count, size);
const characters = letters.reduce((sum, { text }) => sum + text.length, 0) / letters.length;
print(`${count} letters of ${number(characters)} characters on average; node ${process.version}`);
print();
await printSpeed(letters, rules);
print();
printDoubling(letters, rules);
print();
printGrowth(rules.knowledge);
print();
printStart(letters[0] as SourceText);
printAuthoring();
print();
print('a whole corpus, its threads, memory and store: npm run bench:corpus -- [letters]');
