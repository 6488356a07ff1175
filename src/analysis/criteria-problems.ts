/**
 * A rule -> criteria that cannot be met, cannot fail, stand beside themselves, or change nothing.
 * One root cause, one message: of nodes that cannot be met the innermost is told, of nodes that change nothing the
 * outermost; and nothing of the second kind while there is something of the first.
 * Proven over every case (`tree-outcomes.ts`); a tree that is too large is left alone.
 */
import { type FlatRule, flattenRule } from '../decision/flat-rule.js';
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../diagnostics/diagnostic.js';
import type { Criterion, CriterionGroup, CriterionTest, Rule } from '../vocabulary/rule.js';
import { meaningKey, nameOf, relatedTo, shortNameOf, wordsOf } from './criterion-names.js';
import type { Level } from './fact-classes.js';
import type { FactDomains } from './fact-domain.js';
import { MET, NOT_MET } from './level-sets.js';
import { type TreeNodes, treeOutcomes } from './tree-outcomes.js';

/** What is wrong with the criteria of one rule, part by part; each problem once, at its place in the file. */
export function criteriaProblems(rule: Rule, domains: FactDomains): readonly Diagnostic[] {
  const flat = flattenRule(rule);
  const values = impossibleValues(flat, domains);
  const found = treesOf(flat).flatMap((tree) => {
    const formal = formProblems(tree);
    const doubles = duplicates(tree);
    return [
      ...formal,
      ...doubles.problems,
      ...outcomeProblems(tree, domains, values.positions, doubles.held),
    ];
  });
  return onePerPlace([...values.problems, ...found]);
}

/** The parts of a rule, each a tree of its own. */
export function treesOf(flat: FlatRule): readonly TreeNodes[] {
  const roots = [flat.addresses, flat.criteria, flat.exclusions, flat.limits].filter((root) => root !== null);
  return roots.map((root, i) => ({ flat, first: i === 0 ? 0 : (roots[i - 1] ?? 0) + 1, root }));
}

/** Shared criteria stand in several places of the tree but in one of the file. */
function onePerPlace(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return problems.filter(({ code, span, message }) => {
    const key = `${code} ${span?.start} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function tell(
  code: DiagnosticCode,
  { place }: Criterion,
  message: string,
  more: Parameters<typeof diagnostic>[4] = {},
): Diagnostic {
  return diagnostic(code, place.file, place.span, message, more);
}

// ---- single tests

/** Tests that hold a fact against a number beyond what it can have. */
function impossibleValues(
  flat: FlatRule,
  domains: FactDomains,
): { readonly problems: readonly Diagnostic[]; readonly positions: ReadonlySet<number> } {
  const problems: Diagnostic[] = [];
  const positions = new Set<number>();
  flat.tests.forEach((criterion, i) => {
    const domain = domains.get(criterion.fact);
    const { test } = criterion;
    if (domain === undefined || !('value' in test)) return;
    if (test.value >= domain.lowest && test.value <= domain.highest) return;
    positions.add(flat.testPositions[i] ?? -1);
    const range = Number.isFinite(domain.highest)
      ? `it is from ${domain.lowest} to ${domain.highest}`
      : `it is ${domain.lowest} or more`;
    const message = `${nameOf(criterion)} asks for ${wordsOf(criterion)}, but ${range}`;
    problems.push(tell('impossible-value', criterion, message));
  });
  return { problems, positions };
}

// ---- form of groups

function formProblems({ flat, first, root }: TreeNodes): readonly Diagnostic[] {
  const groups = flat.nodes
    .slice(first, root + 1)
    .flatMap(({ criterion }, i) =>
      criterion.kind === 'test' || isListRoot(flat, first + i) ? [] : [criterion],
    );
  return groups.flatMap((group) => {
    const { kind, count, members } = group;
    const size = members.length;
    if ((kind === 'all' || kind === 'any') && size === 1) {
      return [
        tell('group-of-one', group, `${nameOf(group)} has one member`, { help: 'write the member alone' }),
      ];
    }
    if (kind !== 'at-least' || (count !== 1 && count !== size)) return [];
    const same = count === 1 ? 'any' : 'all';
    const message = `${nameOf(group)} asks for ${count} of ${size} members, which is \`${same}\``;
    return [tell('trivial-count', group, message, { help: `write \`${same}: […]\`` })];
  });
}

/** The groups that exclusions and limits become have no place of their own in the file. */
function isListRoot(flat: FlatRule, position: number): boolean {
  return position === flat.exclusions || position === flat.limits;
}

// ---- the same criterion twice

function duplicates({ flat, first, root }: TreeNodes): {
  readonly problems: readonly Diagnostic[];
  readonly held: ReadonlyMap<number, Level>;
} {
  const problems: Diagnostic[] = [];
  const held = new Map<number, Level>();
  for (let position = first; position <= root; position++) {
    const node = flat.nodes[position];
    if (node === undefined || node.criterion.kind === 'test' || node.criterion.kind === 'at-least') continue;
    const group: CriterionGroup = node.criterion;
    const known = new Map<string, Criterion>();
    group.members.forEach((member, i) => {
      const key = meaningKey(member);
      const other = known.get(key);
      if (other === undefined) known.set(key, member);
      else {
        held.set(node.members[i] ?? -1, group.kind === 'all' ? 2 : 0);
        const isShared = other.place.span.start === member.place.span.start;
        problems.push(isShared ? usedTwice(group, member) : standsTwice(member, other));
      }
    });
  }
  return { problems, held };
}

function standsTwice(member: Criterion, other: Criterion): Diagnostic {
  const message = `${nameOf(member)} tests the same as ${shortNameOf(other)} beside it`;
  return tell('duplicate-criterion', member, message, { related: [relatedTo(other.place, 'the same')] });
}

/** A shared criterion stands where it is defined, so the group that uses it twice is the place to tell it. */
function usedTwice(group: CriterionGroup, member: Criterion): Diagnostic {
  const message = `${nameOf(member)} is used twice in one group`;
  const related = [relatedTo(member.place, 'it is defined here')];
  return tell('duplicate-criterion', group, message, { help: 'take the second `use` away', related });
}

// ---- what criteria can come to

function outcomeProblems(
  tree: TreeNodes,
  domains: FactDomains,
  known: ReadonlySet<number>,
  held: ReadonlyMap<number, Level>,
): readonly Diagnostic[] {
  const outcomes = treeOutcomes(tree, domains, held);
  if (outcomes === null) return [];
  const { flat, first, root } = tree;
  const told = new Set<number>([...known, ...held.keys()]);
  const problems: Diagnostic[] = [];
  for (let position = first; position <= root; position++) {
    const node = flat.nodes[position];
    const set = outcomes.possible.get(position);
    if (node === undefined || set === undefined || (set & (MET | NOT_MET)) === (MET | NOT_MET)) continue;
    const isExplained =
      told.has(position) || node.members.some((member) => told.has(member) && !held.has(member));
    told.add(position);
    if (isExplained) continue;
    const code = set & MET ? 'never-fails' : 'never-met';
    problems.push(outcomeProblem(code, node.criterion, domains));
  }
  if (problems.length > 0 || known.size > 0) return problems;
  return idleProblems(tree, domains, held, outcomes.idle);
}

function outcomeProblem(
  code: 'never-met' | 'never-fails',
  criterion: Criterion,
  domains: FactDomains,
): Diagnostic {
  const verb = code === 'never-met' ? 'can never be met' : 'can never fail';
  if (criterion.kind === 'test') {
    const why = code === 'never-met' ? 'no case has' : 'no case lacks';
    const message = `${nameOf(criterion)} ${verb}: ${why} ${wordsOf(criterion)}`;
    return tell(code, criterion, message);
  }
  const pair = culprits(code, criterion, domains);
  if (pair === null) return tell(code, criterion, `${nameOf(criterion)} ${verb}, whatever the case`);
  const [one, other] = pair;
  const why = code === 'never-met' ? 'cannot both be met' : 'cannot both fail';
  const message = `${nameOf(criterion)} ${verb}: ${shortNameOf(one)} and ${shortNameOf(other)} ${why}`;
  const related = [relatedTo(one.place, inWords(one)), relatedTo(other.place, inWords(other))];
  return tell(code, criterion, message, { related });
}

function inWords(criterion: Criterion): string {
  return criterion.kind === 'test' ? wordsOf(criterion) : nameOf(criterion);
}

/** Two members that alone already keep the group from being met, or from failing. */
function culprits(
  code: 'never-met' | 'never-fails',
  group: CriterionGroup,
  domains: FactDomains,
): readonly [Criterion, Criterion] | null {
  const kind = code === 'never-met' ? 'all' : 'any';
  if (group.kind !== kind) return null;
  const wanted = code === 'never-met' ? MET : NOT_MET;
  for (const [i, one] of group.members.entries()) {
    for (const other of group.members.slice(i + 1)) {
      const both = flattenRule(asRule({ ...group, members: [one, other] }));
      const outcomes = treeOutcomes({ flat: both, first: 0, root: both.criteria }, domains);
      if (outcomes !== null && !((outcomes.possible.get(both.criteria) ?? 0) & wanted)) return [one, other];
    }
  }
  return null;
}

// ---- criteria that change nothing

/** Tells the last idle node, takes it as settled, and looks again: of two that say the same only one is idle. */
function idleProblems(
  tree: TreeNodes,
  domains: FactDomains,
  held: ReadonlyMap<number, Level>,
  idle: ReadonlyMap<number, Level>,
): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const settled = new Map(held);
  let open = idle;
  while (open.size > 0) {
    const outermost = [...open.keys()].filter((position) => !isInside(tree, position, open));
    const position = Math.max(...outermost);
    const node = tree.flat.nodes[position];
    const level = open.get(position);
    if (node === undefined || level === undefined) break;
    settled.set(position, level);
    if (!isInside(tree, position, settled)) problems.push(idleProblem(tree, position, node.criterion, level));
    open = treeOutcomes(tree, domains, settled)?.idle ?? new Map();
  }
  return problems.reverse();
}

function idleProblem(tree: TreeNodes, position: number, criterion: Criterion, level: Level): Diagnostic {
  const parent = tree.flat.nodes.find(({ members }) => members.includes(position))?.criterion;
  const beside = parent !== undefined && parent.kind !== 'test' ? siblingsOf(parent, criterion) : [];
  const end = level === 2 ? 'if it were always met' : 'if it were never met';
  const message = `${nameOf(criterion)} changes nothing: every case would come out the same ${end}`;
  const related = beside.map((one) => relatedTo(one.place, `beside it, on the same fact: ${inWords(one)}`));
  return tell('dead-criterion', criterion, message, { related });
}

/** Tests beside a test that are on its fact. */
function siblingsOf(parent: CriterionGroup, criterion: Criterion): readonly CriterionTest[] {
  if (criterion.kind !== 'test') return [];
  return parent.members.flatMap((member) =>
    member !== criterion && member.kind === 'test' && member.fact === criterion.fact ? [member] : [],
  );
}

function isInside(tree: TreeNodes, position: number, outer: ReadonlyMap<number, Level>): boolean {
  for (const [group] of outer) if (group !== position && contains(tree.flat, group, position)) return true;
  return false;
}

function contains(flat: FlatRule, group: number, position: number): boolean {
  const members = flat.nodes[group]?.members ?? [];
  return members.some((member) => member === position || contains(flat, member, position));
}

/** A rule around one tree. */
function asRule(criteria: Criterion): Rule {
  return {
    id: '',
    title: '',
    families: [],
    regions: null,
    modifiers: {},
    citation: { source: '', edition: '', section: null, pages: null },
    tier: 1,
    effective: { from: '', until: null },
    addresses: null,
    criteria,
    exclusions: null,
    limits: null,
    decision: 'medically-necessary',
    otherwise: 'not-medically-necessary',
    notes: null,
    place: criteria.place,
  };
}
