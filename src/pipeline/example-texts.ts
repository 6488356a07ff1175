/**
 * Holds the text of each example against its facts and its rule: what is read from the sentences must be the facts
 * that the example names, and deciding from the sentences alone must come to what it expects.
 * One scan per text. A text that is read otherwise is told for its facts; its decision only where the facts hold.
 * Not here: examples held by the facts that they state (`decision/hold-example.ts`).
 */
import { holdExample } from '../decision/hold-example.js';
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { extractFacts } from '../facts/extract.js';
import { factBase } from '../facts/fact-base.js';
import { phrasesFound } from '../facts/scan.js';
import { CleanView } from '../text/clean-view.js';
import { SourceText, type Span } from '../text/source-text.js';
import type { FactReading, FactValue } from '../vocabulary/fact.js';
import type { ExampleFile, ExampleProblem, Rule, RuleExample } from '../vocabulary/rule.js';
import type { Knowledge } from './knowledge.js';

/** What the texts of examples say otherwise than the examples; empty if every text is read as its facts. */
export async function runExampleTexts(
  knowledge: Pick<Knowledge, 'lexicon' | 'rules'>,
  files: readonly ExampleFile[],
): Promise<readonly ExampleProblem[]> {
  const byId = new Map(knowledge.rules.rules.map((rule) => [rule.id, rule]));
  const problems: ExampleProblem[] = [];
  for (const { rule: id, examples } of files) {
    const rule = byId.get(id);
    if (rule === undefined) continue;
    for (const example of examples) {
      if (example.text !== null) problems.push(...(await runText(example.text, example, rule, knowledge)));
    }
  }
  return problems;
}

/** What phrases find in the texts of examples (`phrasesFound`), one after the other. */
export function phrasesInTexts({ examples }: ExampleFile, lexicon: CompiledLexicon): readonly string[] {
  return examples.flatMap(({ text, place }) =>
    text === null ? [] : [phrasesFound(CleanView.of(...textOf(text, place)), lexicon)],
  );
}

const textOf = (text: string, { file }: RuleExample['place']): [SourceText, Span] => [
  new SourceText(file, text),
  { start: 0, end: text.length },
];

async function runText(
  text: string,
  example: RuleExample,
  rule: Rule,
  { lexicon }: Pick<Knowledge, 'lexicon'>,
): Promise<readonly ExampleProblem[]> {
  const facts = extractFacts(...textOf(text, example.place), lexicon, example.date);
  const base = factBase(facts, lexicon, example.date);
  const place = example.textPlace ?? example.place;
  const fail = (message: string): ExampleProblem => ({
    code: 'failing-text',
    place,
    message: `the text of the example \`${example.name}\` ${message}`,
  });
  const misread = example.readings.flatMap((named) => {
    const read = base.ask(named.fact, example.service);
    return isConsistent(named, read)
      ? []
      : [fail(`reads \`${named.fact}\` as ${inWords(read)}, where the example states ${inWords(named)}`)];
  });
  if (misread.length > 0) return misread;
  const { failure } = await holdExample(rule, example, base);
  if (failure === null) return [];
  // What the stated facts come to as well is told for the example itself.
  const stated = await holdExample(rule, example);
  return stated.failure === failure ? [] : [fail(failure)];
}

/** True if what was read is what was stated; a list may say more than what was stated. */
function isConsistent(stated: FactReading, read: FactReading): boolean {
  if (stated.status !== read.status) return isNone(stated) && isNone(read);
  if (stated.value === null) return true;
  if (Array.isArray(stated.value) && typeof stated.value[0] === 'string') {
    const said = Array.isArray(read.value) ? read.value.map(String) : [];
    return stated.value.every((one) => said.includes(String(one)));
  }
  return valueInWords(stated.value) === valueInWords(read.value);
}

/** A number that is denied in words (`no therapy so far`) and the number 0 say the same. */
function isNone({ status, value }: FactReading): boolean {
  return (status === 'absent' && value === null) || (status === 'present' && value === 0);
}

function inWords({ status, value, facts }: FactReading): string {
  const said = value === null ? status.replace('-', ' ') : `${status}, ${valueInWords(value)}`;
  const quote = facts[0]?.evidence[0]?.text;
  return quote === undefined ? said : `${said} (\`${quote.replace(/\s+/g, ' ')}\`)`;
}

const valueInWords = (value: FactValue | null): string =>
  Array.isArray(value) ? value.join(', ') : String(value);
