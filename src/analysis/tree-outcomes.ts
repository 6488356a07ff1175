/**
 * One tree of a rule -> what each node can come to, over every case, and which nodes decide nothing.
 * Facts that stand in several tests are tried out class by class; all others are independent of each other, so sets of
 * levels combine exactly (`level-sets.ts`). Null where there are too many combinations: then nothing is claimed.
 */
import type { FlatNode, FlatRule } from '../decision/flat-rule.js';
import { type FactVariable, factVariables, type Level } from './fact-classes.js';
import type { FactDomains } from './fact-domain.js';
import { differs, pairsAtNode, pairsOfGroup } from './level-pairs.js';
import { ANY_LEVEL, groupLevels, type LevelSet } from './level-sets.js';

/** Most combinations of shared facts, and most nodes times combinations, that are tried. */
const MOST_COMBINATIONS = 20_000;
const MOST_STEPS = 4_000_000;

/** A tree inside a flat rule: its nodes stand next to each other, the root last. */
export interface TreeNodes {
  readonly flat: FlatRule;
  readonly first: number;
  readonly root: number;
}

/** What the nodes of a tree can do; keys are positions in the flat rule. */
export interface TreeOutcomes {
  /** What the node at a position can come to. */
  readonly possible: ReadonlyMap<number, LevelSet>;
  /** Nodes that could be held at a level without any change to the root, and that level. */
  readonly idle: ReadonlyMap<number, Level>;
}

/** Looks through one tree; null where it is too large. @param held nodes that are taken to have one level whatever the case */
export function treeOutcomes(
  tree: TreeNodes,
  domains: FactDomains,
  held: ReadonlyMap<number, Level> = new Map(),
): TreeOutcomes | null {
  const walk = new TreeWalk(tree, domains, held);
  return walk.isTooLarge ? null : walk.outcomes();
}

class TreeWalk {
  readonly #tree: TreeNodes;
  readonly #held: ReadonlyMap<number, Level>;
  readonly #variables: readonly FactVariable[];
  readonly #shared: readonly FactVariable[];
  readonly #firstTest: number;
  readonly #parents = new Map<number, number>();
  readonly #tests: LevelSet[];
  readonly #possible = new Map<number, LevelSet>();
  readonly #idle = new Map<number, Set<Level>>();

  constructor(tree: TreeNodes, domains: FactDomains, held: ReadonlyMap<number, Level>) {
    this.#tree = tree;
    this.#held = held;
    const tests = this.#positions().flatMap((position) => this.#node(position).test ?? []);
    this.#firstTest = tests[0] ?? 0;
    const own = tests.flatMap((test) => tree.flat.tests[test] ?? []);
    this.#variables = factVariables(own, domains);
    this.#shared = this.#variables.filter((one) => one.tests.length > 1);
    this.#tests = own.map(() => ANY_LEVEL);
    for (const position of this.#positions()) {
      for (const member of this.#node(position).members) this.#parents.set(member, position);
      if (position !== tree.root && !held.has(position)) this.#idle.set(position, new Set([2, 0]));
    }
  }

  get isTooLarge(): boolean {
    const combinations = this.#shared.reduce((product, one) => product * one.classes.length, 1);
    const nodes = this.#tree.root - this.#tree.first + 1;
    return combinations > MOST_COMBINATIONS || combinations * nodes > MOST_STEPS;
  }

  outcomes(): TreeOutcomes {
    for (const one of this.#variables) {
      one.tests.forEach((test, i) => {
        this.#tests[test] = one.classes.reduce((set, { levels }) => set | (1 << (levels[i] ?? 1)), 0);
      });
    }
    this.#tryShared(0);
    const idle = [...this.#idle].flatMap(([position, levels]): [number, Level][] => {
      const [level] = levels;
      return level === undefined ? [] : [[position, level]];
    });
    return { possible: this.#possible, idle: new Map(idle) };
  }

  /** Gives each fact that stands in several tests each of its classes in turn. */
  #tryShared(index: number): void {
    const variable = this.#shared[index];
    if (variable === undefined) {
      this.#look();
      return;
    }
    for (const { levels } of variable.classes) {
      variable.tests.forEach((test, i) => {
        this.#tests[test] = 1 << (levels[i] ?? 1);
      });
      this.#tryShared(index + 1);
    }
  }

  #look(): void {
    const sets = new Map<number, LevelSet>();
    for (const position of this.#positions()) {
      const set = this.#setAt(position, sets);
      sets.set(position, set);
      this.#possible.set(position, (this.#possible.get(position) ?? 0) | set);
    }
    for (const [position, levels] of this.#idle) {
      for (const level of levels) if (this.#matters(position, level, sets)) levels.delete(level);
      if (levels.size === 0) this.#idle.delete(position);
    }
  }

  #setAt(position: number, sets: ReadonlyMap<number, LevelSet>): LevelSet {
    const held = this.#held.get(position);
    if (held !== undefined) return 1 << held;
    const { criterion, members, test } = this.#node(position);
    if (criterion.kind === 'test') return this.#tests[(test ?? 0) - this.#firstTest] ?? ANY_LEVEL;
    const below = members.map((member) => sets.get(member) ?? ANY_LEVEL);
    return groupLevels(criterion.kind, criterion.count, below);
  }

  /** Whether holding a node at a level can change the root, on the way up through its groups. */
  #matters(position: number, level: Level, sets: ReadonlyMap<number, LevelSet>): boolean {
    let pairs = pairsAtNode(sets.get(position) ?? ANY_LEVEL, level);
    let at = position;
    while (at !== this.#tree.root && differs(pairs)) {
      const parent = this.#parents.get(at);
      if (parent === undefined) return false;
      if (this.#held.has(parent)) return false;
      const { criterion, members } = this.#node(parent);
      if (criterion.kind === 'test') return false;
      const others = members.filter((member) => member !== at).map((member) => sets.get(member) ?? ANY_LEVEL);
      pairs = pairsOfGroup(criterion.kind, criterion.count, pairs, others);
      at = parent;
    }
    return differs(pairs);
  }

  #positions(): number[] {
    const { first, root } = this.#tree;
    return Array.from({ length: root - first + 1 }, (_, i) => first + i);
  }

  #node(position: number): FlatNode {
    const node = this.#tree.flat.nodes[position];
    if (node === undefined) throw new Error(`no node ${position}`);
    return node;
  }
}
