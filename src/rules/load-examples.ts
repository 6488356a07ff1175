/**
 * Texts of `*.examples.yaml` files -> checked examples, each with its place.
 * A fact may be written short: `red_flag_any: present`, `conservative_care_weeks: 6`, `symptom_trend: worsening`.
 * Not here: holding examples against their rules (`decision/run-examples.ts`).
 */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { type Diagnostic, diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import type { RulePlace } from '../vocabulary/decision.js';
import type { FactReading } from '../vocabulary/fact.js';
import {
  type ExampleFile,
  ExampleFileSchema,
  type ExampleProblem,
  ExampleSchema,
  ExampleServiceSchema,
  type LexiconNames,
  type RuleExample,
} from '../vocabulary/rule.js';
import { ruleOfExamples } from './example-names.js';
import { checkService, exampleService } from './example-service.js';
import type { TextFile } from './load-rules.js';
import { indexNames, type NameIndex } from './name-index.js';
import { readExampleFact } from './read-example-fact.js';
import { FORGETFUL, type Remembering, recalled } from './remembering.js';
import { checkMapping, ProblemList } from './schema-check.js';
import { keyNodeAt, keysOf, nodeAt, parseYamlFile, type YamlFile } from './yaml-file.js';

/** The examples of a folder. */
export interface LoadedExamples {
  /** Those without problems, sorted by file. */
  readonly files: readonly ExampleFile[];
  /** Sorted by place. */
  readonly problems: readonly Diagnostic[];
}

/** Reads and checks files of examples; their order does not matter. @param vocabulary as in `loadRules` */
export function loadExamples(
  files: readonly TextFile[],
  lexicon: LexiconNames,
  memory: Remembering = FORGETFUL,
  vocabulary = '',
): LoadedExamples {
  const names = indexNames(lexicon);
  const read = files.map((one) =>
    recalled(memory, one.file, memory.digest([vocabulary, one.text]), () => readExampleFile(one, names)),
  );
  return {
    files: inFileOrder(read.flatMap(({ examples }) => examples ?? [])),
    problems: sortDiagnostics(read.flatMap((one) => one.problems)),
  };
}

/** Sorted by the names of files. */
export function inFileOrder(files: readonly ExampleFile[]): readonly ExampleFile[] {
  return [...files].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What one file comes to; null if it has a problem. */
export interface ReadExamples {
  readonly examples: ExampleFile | null;
  readonly problems: readonly Diagnostic[];
}

/** Reads one file by itself. */
function readExampleFile({ file, text }: TextFile, names: NameIndex): ReadExamples {
  const { yaml, problems } = parseYamlFile(file, text);
  if (yaml === null) return { examples: null, problems };
  const list = new ProblemList(file);
  const examples = readFile(yaml, names, list);
  if (list.found.length > 0) return { examples: null, problems: list.found };
  return { examples: { file, rule: ruleOfExamples(file), examples }, problems: [] };
}

/** What running examples found, as diagnostics in the order of the files. */
export function exampleDiagnostics(problems: readonly ExampleProblem[]): readonly Diagnostic[] {
  return sortDiagnostics(
    problems.map(({ code, place, message, help }) =>
      diagnostic(code, place.file, place.span, message, help === undefined ? {} : { help }),
    ),
  );
}

function readFile(yaml: YamlFile, names: NameIndex, problems: ProblemList): readonly RuleExample[] {
  if (isSeq(yaml.root)) {
    problems.add('wrong-type', yaml.root, 'the file is a list', 'write `examples:` above it, and indent it');
    return [];
  }
  const list = nodeAt(yaml.root, 'examples');
  if (list === undefined && keysOf(yaml.root).includes('criteria')) {
    problems.add('missing-key', yaml.root, 'the file holds a rule', 'take `.examples` out of its name');
    return [];
  }
  checkMapping(yaml, yaml.root, ExampleFileSchema, 'the file', problems);
  if (!isSeq(list)) return [];
  const nodes = list.items as Node[];
  checkTwins(yaml, nodes, problems);
  return nodes.flatMap((node) => readExample(yaml, node, names, problems) ?? []);
}

/** What failed must be found by its name. */
function checkTwins(yaml: YamlFile, nodes: readonly Node[], problems: ProblemList): void {
  const known = new Map<string, Node>();
  for (const node of nodes) {
    const at = nodeAt(node, 'name');
    if (!isScalar(at) || typeof at.value !== 'string') continue;
    const twin = known.get(at.value);
    if (twin === undefined) known.set(at.value, at);
    else {
      const message = `line ${yaml.place(twin).line} has an example \`${at.value}\` already`;
      problems.add('duplicate-id', at, message, 'say in its name what it shows');
    }
  }
}

function readExample(
  yaml: YamlFile,
  node: Node,
  names: NameIndex,
  problems: ProblemList,
): RuleExample | null {
  const fields = checkMapping(yaml, node, ExampleSchema, 'the example', problems);
  // What is wrong with the facts and the service is told also where another key of the example is wrong.
  const facts = nodeAt(node, 'facts');
  const readings = readFacts(facts, yaml, names, problems);
  const asked = nodeAt(node, 'service');
  const service = ExampleServiceSchema.safeParse(asked?.toJS(yaml.document));
  if (asked !== undefined && service.success) checkService(service.data, asked, names, problems);
  if (fields === null) return null;
  return {
    name: fields.name,
    service: exampleService(fields.service),
    date: fields.date ?? null,
    readings,
    text: fields.text ?? null,
    textPlace: placeAt(yaml, nodeAt(node, 'text')),
    expect: fields.expect,
    decidedBy: fields['decided-by'] ?? null,
    decidedByPlaces: itemPlaces(yaml, nodeAt(node, 'decided-by')),
    place: yaml.place(node),
    factPlaces: factPlaces(yaml, facts),
  };
}

function readFacts(
  facts: Node | undefined,
  yaml: YamlFile,
  names: NameIndex,
  problems: ProblemList,
): readonly FactReading[] {
  if (!isMap(facts)) return [];
  return Object.entries(facts.toJS(yaml.document)).flatMap(([fact, value]) => {
    const nodes = { key: keyNodeAt(facts, fact) ?? facts, value: nodeAt(facts, fact) ?? facts, yaml };
    return readExampleFact(fact, nodes, value, names, problems) ?? [];
  });
}

function factPlaces(yaml: YamlFile, facts: Node | undefined): RuleExample['factPlaces'] {
  if (!isMap(facts)) return {};
  return Object.fromEntries(
    facts.items.map(({ key, value }) => {
      const from = yaml.place(key as Node);
      const to = value === null ? from : yaml.place(value as Node);
      return [
        String(isScalar(key) ? key.value : key),
        { ...from, span: { start: from.span.start, end: to.span.end } },
      ];
    }),
  );
}

function itemPlaces(yaml: YamlFile, list: Node | undefined): readonly RulePlace[] {
  return isSeq(list) ? (list.items as Node[]).map((item) => yaml.place(item)) : [];
}

const placeAt = (yaml: YamlFile, node: Node | undefined): RulePlace | null =>
  node === undefined ? null : yaml.place(node);
