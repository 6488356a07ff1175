/**
 * One parsed rule file -> a checked rule. All problems of the file are found in one run.
 * Not here: criteria (`read-criterion.ts`); what holds between files (`load-rules.ts`).
 */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type * as z from 'zod';
import { didYouMean } from '../text/suggest.js';
import type { Citation } from '../vocabulary/decision.js';
import { type Criterion, type CriterionGroup, idSchema, type Rule, RuleSchema } from '../vocabulary/rule.js';
import { spellingFix } from './certain-fixes.js';
import type { CriterionReading } from './criterion-reading.js';
import type { NameIndex } from './name-index.js';
import { isSmallEnough, readCriterion } from './read-criterion.js';
import { readModifiers } from './read-modifiers.js';
import { checkMapping, type ProblemList } from './schema-check.js';
import { keyNodeAt, keysOf, nodeAt, type YamlFile } from './yaml-file.js';

const NO_CITATION: Citation = { source: '', edition: '', section: null, pages: null };

/**
 * Reads one rule; null when the file has a problem, which is then in the list.
 * @param remarks takes what only an author wants to know: it does not keep the rule from being used
 */
export function readRule(
  yaml: YamlFile,
  names: NameIndex,
  problems: ProblemList,
  remarks: ProblemList,
): Rule | null {
  const root = yaml.root;
  if (keysOf(root).includes('examples') && !keysOf(root).includes('criteria')) {
    problems.add('missing-key', root, 'the file holds examples', 'name it `….examples.yaml`, after its rule');
    return null;
  }
  const header = checkMapping(yaml, root, RuleSchema, 'the rule', problems);
  if (!isMap(root)) return null;
  checkId(yaml, problems);
  const families = readNames(yaml, 'service', names.families, problems);
  const regions = readNames(yaml, 'region', names.regions, problems);
  const modifiers = readModifiers(nodeAt(nodeAt(root, 'applies-to'), 'modifiers'), names, problems);
  checkDates(yaml, header, problems);
  const reading = startReading(yaml, names, problems, header ? citationOf(header) : NO_CITATION);
  for (const name of reading.definitions.keys()) expandDefinition(name, reading);
  const addresses = readTree('addresses', reading);
  const criteria = readTree('criteria', reading);
  const exclusions = readList('exclusions', 'any', reading);
  const limits = readList('limits', 'all', reading);
  if (header === null || problems.found.length > 0 || !criteria) return null;
  remarkUnused(reading, remarks);
  if (header.decision === header.otherwise) remarkSameDecision(yaml, header.id, header.decision, remarks);
  return {
    id: header.id,
    title: header.title,
    families: families ?? [],
    regions,
    modifiers,
    citation: citationOf(header),
    tier: header.tier,
    effective: { from: header.effective.from, until: header.effective.until ?? null },
    addresses: addresses ?? null,
    criteria,
    exclusions: exclusions ?? null,
    limits: limits ?? null,
    decision: header.decision,
    otherwise: header.otherwise,
    notes: header.notes ?? null,
    place: yaml.place(nodeAt(root, 'id') ?? root),
  };
}

function citationOf(header: z.output<typeof RuleSchema>): Citation {
  const { source, edition, section, pages } = header.citation;
  return { source, edition, section: section ?? null, pages: pages ?? null };
}

function startReading(
  yaml: YamlFile,
  names: NameIndex,
  problems: ProblemList,
  citation: Citation,
): CriterionReading {
  const define = nodeAt(yaml.root, 'define');
  const definitions = new Map<string, Node>();
  for (const name of define ? keysOf(define) : []) {
    const node = nodeAt(define, name);
    if (node) definitions.set(name, node);
  }
  return {
    yaml,
    names,
    problems,
    citation,
    definitions,
    ids: new Map(),
    expanded: new Map(),
    expanding: [],
    used: new Set(),
  };
}

function remarkUnused({ yaml, definitions, used }: CriterionReading, remarks: ProblemList): void {
  const define = nodeAt(yaml.root, 'define');
  for (const [name, node] of definitions) {
    if (used.has(name)) continue;
    const at = (define && keyNodeAt(define, name)) ?? node;
    remarks.add('unused-definition', at, `nothing uses the shared criterion \`${name}\``);
  }
}

function remarkSameDecision(yaml: YamlFile, id: string, decision: string, remarks: ProblemList): void {
  const message = `\`${id}\` comes to \`${decision}\` whether its criteria are met or not`;
  const help = 'write the other decision, or `undetermined` where the guideline says no more';
  remarks.add('same-decision', nodeAt(yaml.root, 'otherwise') ?? yaml.root, message, help);
}

/** Reads a shared criterion that nothing uses, so that its problems show as well. */
function expandDefinition(name: string, reading: CriterionReading): void {
  const node = reading.definitions.get(name);
  if (node === undefined || reading.expanded.has(name)) return;
  reading.expanding.push(name);
  const criterion = readCriterion(node, reading);
  reading.expanding.pop();
  reading.expanded.set(name, criterion);
}

/** The tree at a key: undefined when the key is not there, null when the tree has a problem. */
function readTree(key: string, reading: CriterionReading): Criterion | null | undefined {
  const node = nodeAt(reading.yaml.root, key);
  if (node === undefined) return undefined;
  const criterion = readCriterion(node, reading);
  return criterion && isSmallEnough(criterion, node, reading.problems) ? criterion : null;
}

/** The criteria of a list as one group. */
function readList(
  key: string,
  kind: 'all' | 'any',
  reading: CriterionReading,
): CriterionGroup | null | undefined {
  const { yaml, problems } = reading;
  const node = nodeAt(yaml.root, key);
  if (!isSeq(node)) return undefined;
  if (node.items.length === 0) {
    problems.add('empty-group', keyNodeAt(yaml.root, key) ?? node, `\`${key}\` has no members`);
    return null;
  }
  const members = (node.items as Node[]).map((member) => readCriterion(member, reading));
  if (members.includes(null)) return null;
  const place = yaml.place(keyNodeAt(yaml.root, key) ?? node);
  const group = { kind, id: null, because: null, count: null, members: members as Criterion[], place };
  return isSmallEnough(group, node, problems) ? group : null;
}

/** An id that is none is told for itself. */
function checkId(yaml: YamlFile, problems: ProblemList): void {
  const node = nodeAt(yaml.root, 'id');
  const name = (yaml.file.split(/[\\/]/).at(-1) ?? '').replace(/\.ya?ml$/i, '');
  if (!isScalar(node) || !idSchema.safeParse(node.value).success || node.value === name) return;
  const message = `the rule is called \`${node.value}\`, its file \`${name}\``;
  problems.add('id-is-not-file-name', node, message, `write \`id: ${name}\`, or rename the file`);
}

/** One id or a list of ids, each known to the lexicon; null when the key is not there. */
function readNames(
  yaml: YamlFile,
  key: 'service' | 'region',
  known: ReadonlySet<string>,
  problems: ProblemList,
): readonly string[] | null {
  const node = nodeAt(nodeAt(yaml.root, 'applies-to'), key);
  if (node === undefined) return null;
  const nodes = isSeq(node) ? (node.items as Node[]) : [node];
  if (nodes.length === 0)
    problems.add('wrong-type', node, `\`applies-to.${key}\` of the rule must not be empty`);
  return nodes.flatMap((item) => {
    const value = isScalar(item) ? item.value : undefined;
    if (typeof value !== 'string') {
      problems.add('wrong-type', item, `\`applies-to.${key}\` of the rule must be an id or a list of ids`);
      return [];
    }
    if (known.has(value)) return [value];
    const word = key === 'service' ? 'service' : 'region';
    const section = key === 'service' ? 'families' : 'regions';
    const help = didYouMean(value, known) ?? `\`${section}\` of the lexicon lists them`;
    problems.add(
      `unknown-${word}`,
      item,
      `the rule applies to the ${word} \`${value}\`, which the lexicon does not define`,
      help,
      spellingFix(item, value, known),
    );
    return [];
  });
}

function checkDates(yaml: YamlFile, header: z.output<typeof RuleSchema> | null, problems: ProblemList): void {
  const until = header?.effective.until;
  if (header === null || until === undefined || until >= header.effective.from) return;
  const node = nodeAt(nodeAt(yaml.root, 'effective'), 'until') ?? yaml.root;
  problems.add('unknown-value', node, `the rule ends on \`${until}\`, before it begins`);
}
