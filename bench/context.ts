/**
 * Scores assertions on the NegEx/ConText test kit: sentences of clinical reports with one condition each, in capitals.
 * Usage: [LEXICON=DIR] npm run -s bench:context -- FILE.tsv [--json] [--misses]
 * The condition takes the place of our concepts, and is read as a mention of a finding, by the same `assertionOf` that extraction uses.
 * FILE.tsv: header line, then number, condition, sentence, negation, temporality, experiencer.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Assertion, assertionOf } from '../src/facts/assertion.js';
import { type CompiledLexicon, compileLexicon } from '../src/facts/compiled-lexicon.js';
import { scan } from '../src/facts/scan.js';
import { scopesOf, sectionsOf } from '../src/facts/scopes.js';
import { phraseProblems } from '../src/pipeline/planted-phrases.js';
import { loadLexicon } from '../src/rules/load-lexicon.js';
import { CleanView } from '../src/text/clean-view.js';
import { SourceText } from '../src/text/source-text.js';

/** The lexicon to read with; another folder may be named to compare. */
const LEXICON = process.env.LEXICON
  ? pathToFileURL(`${process.env.LEXICON}/`)
  : new URL('../rules/lexicon/', import.meta.url);

interface Row {
  readonly number: string;
  readonly condition: string;
  readonly sentence: string;
  readonly negation: string;
  readonly temporality: string;
  readonly experiencer: string;
}

/** The classes scored: how a row has each by its label, and how by our reading. */
const CLASSES: readonly {
  readonly name: string;
  readonly gold: (row: Row) => boolean;
  readonly read: (assertion: Assertion) => boolean;
}[] = [
  {
    name: 'negated',
    gold: (row) => row.negation === 'Negated',
    read: (assertion) => assertion.polarity === 'denied',
  },
  {
    name: 'historical',
    gold: (row) => row.temporality === 'Historical',
    read: (assertion) => assertion.time === 'past',
  },
  {
    name: 'hypothetical',
    gold: (row) => row.temporality === 'Not particular',
    read: (assertion) => assertion.time === 'future',
  },
  {
    name: 'other',
    gold: (row) => row.experiencer !== 'Patient',
    read: (assertion) => assertion.isOtherPerson,
  },
];

function readRows(path: string): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(1);
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [number = '', condition = '', sentence = '', negation = '', temporality = '', experiencer = ''] =
        line.split('\t').map((cell) => cell.trim());
      return { number, condition, sentence, negation, temporality, experiencer };
    });
}

function readLexicon(): CompiledLexicon {
  const names = readdirSync(LEXICON).filter((name) => name.endsWith('.yaml'));
  const { lexicon, problems } = loadLexicon(
    names.map((file) => ({ file, text: readFileSync(new URL(file, LEXICON), 'utf8') })),
    phraseProblems,
  );
  for (const { file, message } of problems) console.error(`${file}: ${message}`);
  return compileLexicon({ ...lexicon, concepts: {}, drugs: {}, facts: {} });
}

/** The assertion of the row's condition; null if the sentence does not hold it. */
function readRow(row: Row, lexicon: CompiledLexicon): Assertion | null {
  const text = row.sentence.replace(/\s+/g, ' ');
  const start = text.indexOf(row.condition.replace(/\s+/g, ' ').toUpperCase());
  if (start < 0) return null;
  const end = start + row.condition.replace(/\s+/g, ' ').length;
  const { sentences, units } = scan(CleanView.of(new SourceText(row.number, text)), lexicon);
  const from = units.findIndex((unit) => unit.end > start);
  const to = units.findLastIndex((unit) => unit.start < end) + 1;
  const index = sentences.findIndex((sentence) => sentence.from <= from && from < sentence.to);
  const sentence = sentences[index];
  if (!sentence) return null;
  const cues = sentence.cues.filter((cue) => cue.from < from || cue.to > to);
  const cued = { ...sentence, cues };
  return assertionOf(
    { sentence: cued, scopes: scopesOf(cued, units, sectionsOf(sentences, units)[index]), units },
    'finding',
    from,
    to,
  );
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

function scoreOf(gold: readonly boolean[], read: readonly boolean[]): Score {
  const count = (isGold: boolean, isRead: boolean): number =>
    gold.filter((one, i) => one === isGold && read[i] === isRead).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  const share = (part: number, whole: number): number =>
    whole === 0 ? 0 : Math.round((part / whole) * 10000) / 10000;
  return {
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
    right,
    wrong,
    missed,
  };
}

function describe(row: Row, assertion: Assertion | null): string {
  const cues =
    assertion?.scopes
      .map(({ cue, meaning, endedBy }) => `${cue.entry.name}:${meaning}<${endedBy}>`)
      .join(' ') ?? '';
  return `${row.number}\t${row.condition}\t${row.sentence.replace(/\s+/g, ' ').slice(0, 400)}\t[${cues}]`;
}

function main(): void {
  const path = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (path === undefined) {
    console.error('usage: npm run bench:context -- FILE.tsv [--json] [--misses]');
    process.exitCode = 2;
    return;
  }
  const rows = readRows(path);
  const lexicon = readLexicon();
  const read = rows.map((row) => readRow(row, lexicon));
  const is = (one: (typeof CLASSES)[number], i: number): boolean => {
    const assertion = read[i];
    return assertion ? one.read(assertion) : false;
  };
  const scores = CLASSES.map(
    (one) =>
      [
        one.name,
        scoreOf(
          rows.map(one.gold),
          rows.map((_, i) => is(one, i)),
        ),
      ] as const,
  );
  if (process.argv.includes('--json')) {
    const summary = scores.map(([name, { precision, recall, f1 }]) => [name, { precision, recall, f1 }]);
    console.log(JSON.stringify({ rows: rows.length, ...Object.fromEntries(summary) }));
  } else {
    console.log(`${rows.length} rows, ${read.filter((one) => one === null).length} without their condition`);
    for (const [name, { precision, recall, f1, right, wrong, missed }] of scores) {
      console.log(
        `${name.padEnd(13)} F1 ${f1.toFixed(3)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  right ${right}  wrong ${wrong}  missed ${missed}`,
      );
    }
  }
  if (!process.argv.includes('--misses')) return;
  for (const one of CLASSES) {
    rows.forEach((row, i) => {
      if (one.gold(row) !== is(one, i))
        console.log(`${one.name} ${one.gold(row) ? 'missed' : 'wrong'}\t${describe(row, read[i] ?? null)}`);
    });
  }
}

main();
