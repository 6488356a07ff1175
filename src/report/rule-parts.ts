/**
 * The parts of a rule as reports tell them: their order, their titles, and which are lists of criteria that stand alone.
 * Of a rule and of its trace; not here: how a criterion of them is told.
 */
import type { TraceNode } from '../vocabulary/decision.js';

/** A part that holds a tree of criteria. */
export interface RulePart {
  readonly part: 'addresses' | 'criteria' | 'exclusions' | 'limits';
  readonly title: string;
  /** What the part is for, to those who read the rule; null where the title says it. */
  readonly about: string | null;
  /** The title to those who read what became of the part in one case. */
  readonly asked: string;
  /** What one criterion of a list is called; null where the part is one tree. */
  readonly member: string | null;
}

/** All parts, in the order in which they are told. */
export const RULE_PARTS: readonly RulePart[] = [
  {
    part: 'addresses',
    title: 'When it speaks',
    about: 'Where this is not met, the rule is silent and the next guideline is asked.',
    asked: 'Does the guideline address this case?',
    member: null,
  },
  { part: 'criteria', title: 'Criteria', about: null, asked: 'Criteria', member: null },
  {
    part: 'exclusions',
    title: 'Exclusions',
    about: 'Any one that is met rules the service out.',
    asked: 'Exclusions; any one that is met rules the service out',
    member: 'exclusion',
  },
  {
    part: 'limits',
    title: 'Limits',
    about: 'Each must be met, or the service is not necessary.',
    asked: 'Limits; each must be met',
    member: 'limit',
  },
];

/** The criteria of a part in a trace: of a list its members, since the group that holds them says no more than its title. */
export function toldNodes({ member }: RulePart, node: TraceNode): readonly TraceNode[] {
  return member !== null && node.kind !== 'test' && node.id === null ? node.children : [node];
}
