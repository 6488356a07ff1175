/**
 * How fast a whole corpus is compared: `npm run bench:corpus -- [letters] [characters of each]`.
 * Runs the built program over letters that are made for it. Rates are by processor time, which other work on the
 * machine disturbs less; the speed-up by threads can only be by the clock. Ratios within one run travel best.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editRules } from './corpus/edited-rules.js';
import { type MeasuredRun, measuredRun } from './corpus/measured-run.js';
import { plainPassMs } from './corpus/plain-pass.js';
import { stageShares } from './corpus/stage-shares.js';
import { writeCorpus } from './corpus/write-corpus.js';
import { planLetter, USUAL_SIZE } from './generator/letter-plan.js';
import { randomFrom } from './generator/random.js';
import { renderLetter } from './generator/render-letter.js';

const USUAL_LETTERS = 10_000;
const COLD_STARTS = 7;
const PROFILED_LETTERS = 2000;
const MILLION = 1_000_000;

const print = (line = ''): void => console.log(line);
const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const printFigure = (name: string, value: number, unit: string, digits = 0): void =>
  print(`${name.padEnd(52)}${number(value, digits).padStart(9)} ${unit}`);

/** A corpus, and how many letters it has. */
interface Corpus {
  readonly path: string;
  readonly letters: number;
}

function compared({ path }: Corpus, workers: number): Promise<MeasuredRun> {
  return measuredRun(['compare', path, '--workers', String(workers), '--format', 'json']);
}

// ---- what is measured

/** The rate is of the letters that the larger corpus has more, so that starting up does not count. */
async function printRates(small: Corpus, large: Corpus): Promise<void> {
  const plainMs = await plainPassMs(large.path);
  const [fewer, one, two] = [await compared(small, 1), await compared(large, 1), await compared(large, 2)];
  if (one.output !== two.output) throw new Error('one worker and two come to different figures');
  const more = large.letters - small.letters;
  printFigure(
    'one worker',
    (1000 * more) / (one.cpuMs - fewer.cpuMs),
    'letters per second of processor time',
  );
  printFigure('one worker, start-up included', (1000 * large.letters) / one.wallMs, 'letters per second');
  printFigure('two workers, start-up included', (1000 * large.letters) / two.wallMs, 'letters per second');
  printFigure('two workers against one, by the clock', one.wallMs / two.wallMs, 'times as fast', 2);
  printFigure('two workers against one, processor time', two.cpuMs / one.cpuMs, 'times as much', 2);
  printFigure('against only reading and cutting into words', one.cpuMs / plainMs, 'times as long', 1);
  print();
  printFigure(`peak memory, ${number(small.letters)} letters`, fewer.peakMegabytes, 'MB');
  printFigure(`peak memory, ${number(large.letters)} letters`, one.peakMegabytes, 'MB');
  printFigure('the same with two workers', two.peakMegabytes, 'MB');
  printFigure(
    'peak memory at ten times the letters',
    one.peakMegabytes / fewer.peakMegabytes,
    'times as much',
    2,
  );
}

/** The path of one letter. */
function letterIn(folder: string): string {
  const path = join(folder, 'letter.txt');
  const random = randomFrom(0);
  writeFileSync(path, renderLetter(planLetter(random), random).text);
  return path;
}

async function printColdStart(folder: string): Promise<void> {
  const path = letterIn(folder);
  const runs: MeasuredRun[] = [];
  for (let i = 0; i < COLD_STARTS; i++) runs.push(await measuredRun(['check', path]));
  printFigure('one letter from a cold start, by the clock', median(runs.map(({ wallMs }) => wallMs)), 'ms');
  printFigure('one letter from a cold start, processor time', median(runs.map(({ cpuMs }) => cpuMs)), 'ms');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Stored facts of both corpora judged by edited rules: what the larger one takes more is the time of its issues. */
async function printJudging(folder: string, small: Corpus, large: Corpus): Promise<void> {
  const rules = join(folder, 'rules');
  editRules(rules);
  // What is found in the edited rules is kept for the runs that are measured.
  await measuredRun(['check', letterIn(folder), '--rules', rules]);
  const [less, more] = [await judged(small, folder, rules), await judged(large, folder, rules)];
  const perIssue = (more.run.cpuMs - less.run.cpuMs) / (more.issues - less.issues);
  printFigure(
    `${number(more.issues)} stored issues after an edit of a rule`,
    more.run.cpuMs / 1000,
    's of processor time',
    1,
  );
  printFigure('for each million issues more', (MILLION * perIssue) / 1000, 's of processor time', 1);
}

async function judged(corpus: Corpus, folder: string, rules: string) {
  const store = join(folder, `${corpus.letters}.duckdb`);
  await measuredRun(['compare', corpus.path, '--store', store, '--workers', '2']);
  const run = await measuredRun(['compare', '--store', store, '--rules', rules, '--format', 'json']);
  const { overall } = JSON.parse(run.output) as { readonly overall: { readonly issues: number } };
  return { run, issues: overall.issues };
}

async function printShares(folder: string, corpus: Corpus): Promise<void> {
  const profiles = join(folder, 'profiles');
  mkdirSync(profiles);
  await measuredRun(
    ['compare', corpus.path, '--workers', '1'],
    ['--cpu-prof', '--cpu-prof-dir', profiles, '--cpu-prof-interval', '1000'],
  );
  print(`share of a worker's time, ${number(corpus.letters)} letters, start-up included`);
  for (const { stage, share } of stageShares(profiles)) printFigure(`  ${stage}`, 100 * share, '%', 1);
}

const [letters = USUAL_LETTERS, size = USUAL_SIZE] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'necessity-bench-'));
try {
  const corpus = async (count: number): Promise<Corpus> => {
    const path = join(folder, `${count}.ndjson`);
    await writeCorpus(path, count, size);
    return { path, letters: count };
  };
  const [small, large] = [await corpus(Math.max(1, Math.round(letters / 10))), await corpus(letters)];
  print(`${number(letters)} letters of about ${number(size)} characters; node ${process.version}`);
  print();
  await printRates(small, large);
  print();
  await printColdStart(folder);
  print();
  await printJudging(folder, small, large);
  print();
  const profiled = letters < PROFILED_LETTERS ? large : await corpus(PROFILED_LETTERS);
  await printShares(folder, profiled);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
