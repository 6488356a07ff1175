/**
 * The order of keys in rule and example files: that of the schemas, so that the language is written down once.
 * Keys that the language does not have come last, as they stood; services, facts, modifiers and members stay as they are.
 */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { nodeAt } from '../rules/yaml-file.js';
import {
  AppliesToSchema,
  AtLeastSchema,
  CitationSchema,
  EffectiveSchema,
  ExampleSchema,
  GROUP_NAMES,
  RuleSchema,
  TestSchema,
} from '../vocabulary/rule.js';

const TEST_KEYS = Object.keys(TestSchema.shape);
const COUNT_KEYS = Object.keys(AtLeastSchema.shape['at-least'].shape);
/** The name and sentence of a group come before its members. */
const GROUP_KEYS = ['id', 'because', ...GROUP_NAMES];

/** Puts the keys of a whole file in order, in place. */
export function orderKeys(kind: 'rule' | 'examples', root: Node | null): void {
  if (kind === 'rule') orderRule(root ?? undefined);
  else for (const example of itemsOf(nodeAt(root ?? undefined, 'examples'))) orderExample(example);
}

function orderRule(root: Node | undefined): void {
  sortMap(root, Object.keys(RuleSchema.shape), true);
  sortMap(nodeAt(root, 'applies-to'), Object.keys(AppliesToSchema.shape));
  sortMap(nodeAt(root, 'citation'), Object.keys(CitationSchema.shape));
  sortMap(nodeAt(root, 'effective'), Object.keys(EffectiveSchema.shape));
  const define = nodeAt(root, 'define');
  if (isMap(define)) for (const { value } of define.items) orderCriterion(value as Node | undefined);
  for (const part of ['addresses', 'criteria']) orderCriterion(nodeAt(root, part));
  for (const part of ['exclusions', 'limits']) itemsOf(nodeAt(root, part)).forEach(orderCriterion);
}

function orderCriterion(node: Node | undefined): void {
  if (!isMap(node)) return;
  if (nodeAt(node, 'fact') !== undefined) {
    sortMap(node, TEST_KEYS);
    sortMap(nodeAt(node, 'citation'), Object.keys(CitationSchema.shape));
    return;
  }
  sortMap(node, GROUP_KEYS);
  orderCriterion(nodeAt(node, 'not'));
  for (const group of ['all', 'any']) itemsOf(nodeAt(node, group)).forEach(orderCriterion);
  const counted = nodeAt(node, 'at-least');
  sortMap(counted, COUNT_KEYS);
  itemsOf(nodeAt(counted, 'of')).forEach(orderCriterion);
}

function orderExample(node: Node): void {
  sortMap(node, Object.keys(ExampleSchema.shape));
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return isSeq(node) ? (node.items as Node[]) : [];
}

/** Stable, so keys of no rank stay in their order. Comments go with the key below them, at the head of a file aside. */
function sortMap(node: Node | undefined, order: readonly string[], isRoot = false): void {
  if (!isMap(node)) return;
  const rank = ({ key }: Pair): number => {
    const at = order.indexOf(String(isScalar(key) ? key.value : key));
    return at < 0 ? order.length : at;
  };
  const map: YAMLMap = node;
  const [first] = map.items;
  const sorted = [...map.items].sort((a, b) => rank(a) - rank(b));
  if (first === undefined || sorted[0] === first) {
    map.items = sorted;
    return;
  }
  // What stands above the first key is about that key, or, at the head of a file, about the whole of it.
  if (isScalar(first.key)) {
    const above = map.commentBefore ?? first.key.commentBefore ?? null;
    map.commentBefore = isRoot ? above : null;
    first.key.commentBefore = isRoot ? null : above;
  }
  const top = sorted[0]?.key;
  if (isScalar(top)) top.spaceBefore = false;
  map.items = sorted;
}
