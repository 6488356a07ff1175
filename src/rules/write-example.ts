/**
 * An example -> YAML, in the form in which `load-examples.ts` reads it; and an examples file with one more at its end.
 * What stands in the file already is left as it is, comments and all.
 */
import { Document, isMap, isPair, isSeq, visit } from 'yaml';
import type { FactReading } from '../vocabulary/fact.js';
import type { LexiconNames, RuleExample } from '../vocabulary/rule.js';
import type { Service } from '../vocabulary/service.js';
import { breakTexts } from './break-texts.js';
import { loadExamples } from './load-examples.js';
import type { TextFile } from './load-rules.js';
import { inNotation, needsNotation } from './strange-text.js';

/** What fits on a line behind its key. */
const MOST_ON_A_LINE = 100;
/** `    levels: [ L3-4 ]`, `    service: { levels: [ L3-4 ] }` */
const COLLECTION = /^ *(?:- )?[a-z_-]+: [[{]/;
const NEW_FILE = 'examples:\n';
/** How far the items of `examples` are usually set in. */
const USUAL_INDENT = 2;

/** One item of a list, each line behind `indent` spaces. */
export function exampleText(example: RuleExample, indent = 0): string {
  const { name, service, date, readings, text, expect, decidedBy } = example;
  const fields = {
    name,
    service: serviceFields(service),
    ...(date === null ? {} : { date }),
    facts: Object.fromEntries(readings.map((reading) => [reading.fact, writtenFact(reading)])),
    ...(text === null ? {} : { text }),
    expect,
    ...(decidedBy === null ? {} : { 'decided-by': decidedBy }),
  };
  // Written where it will stand: how long a line is depends on what stands before it.
  const document = new Document({ examples: [fields] });
  for (const key of ['service', 'decided-by']) flow(document.getIn(['examples', 0, key], true));
  const facts = document.getIn(['examples', 0, 'facts'], true);
  if (isMap(facts)) {
    if (facts.items.length === 0) flow(facts);
    for (const { value } of facts.items) flow(value);
  }
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && needsNotation(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  breakTexts(document);
  const options = { lineWidth: 0, singleQuote: true, flowCollectionPadding: true };
  const [, ...lines] = inNotation(document.toString(options)).trimEnd().split('\n').map(withoutListPadding);
  const moved = (line: string): string => ' '.repeat(indent) + line.slice(USUAL_INDENT);
  return `${lines.map((line) => (line === '' ? '' : moved(line))).join('\n')}\n`;
}

/**
 * Puts an example at the end of an examples file, under a name that the file does not have yet.
 * @param isNew there is no such file yet: its text does not count
 * @returns its new text, or why the example cannot be put into it
 */
export function withExample(
  file: TextFile,
  isNew: boolean,
  example: RuleExample,
  lexicon: LexiconNames,
): { readonly text: string } | { readonly problem: string } {
  const before = isNew ? NEW_FILE : file.text;
  const own = isNew ? [] : (loadExamples([file], lexicon).files[0]?.examples ?? null);
  if (own === null) return { problem: 'the examples file has problems of its own: mend them first' };
  const indent = /^( *)- /m.exec(before)?.[1]?.length ?? USUAL_INDENT;
  const name = freeName(example.name, new Set(own.map((one) => one.name)));
  const text = `${before.trimEnd()}\n${exampleText({ ...example, name }, indent)}`;
  const { files, problems } = loadExamples([{ file: file.file, text }], lexicon);
  if (files[0]?.examples.length === own.length + 1) return { text };
  return { problem: problems[0]?.message ?? 'the file does not end with its list of examples' };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} (${n})`;
  return free;
}

/** Collections that fit stand on one line, as in the other files; of others, the members that fit. */
function flow(node: unknown): void {
  if (!isMap(node) && !isSeq(node)) return;
  // Quotes of JSON go, spaces behind commas and colons come.
  const width = JSON.stringify(node.toJSON()).replace(/"/g, '').replace(/[,:]/g, ', ').length;
  node.flow = width <= MOST_ON_A_LINE;
  if (!node.flow) for (const item of node.items) flow(isPair(item) ? item.value : item);
}

/** `levels: [ L3-4 ]` -> `levels: [L3-4]`; texts that people wrote are left as they are. */
function withoutListPadding(line: string): string {
  return COLLECTION.test(line) ? line.replace(/\[ ([^[\]"']*) \]/g, '[$1]') : line;
}

/** As short as the notation allows. */
function writtenFact({ status, value }: FactReading): unknown {
  if (value === null) return status;
  return status === 'present' ? value : { status, value };
}

/** What the service says; what it leaves open is left out. */
function serviceFields(service: Service): Readonly<Record<string, unknown>> {
  const { family, region, laterality, levels, quantity, unit, frequency, modifiers, parent } = service;
  const fields = {
    family,
    region,
    laterality,
    levels,
    quantity,
    unit,
    frequency,
    'duration-weeks': service.durationWeeks,
    drug: service.drug,
    'strength-mg': service.strengthMg,
    ingredients: service.ingredients,
    modifiers,
    parent,
  };
  const isSaid = (value: unknown): boolean =>
    value !== null && (typeof value !== 'object' || Object.keys(value as object).length > 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isSaid(value)));
}
