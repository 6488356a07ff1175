/**
 * Why issues are undetermined, and what would cover most of them: rules that are missing, facts that letters leave
 * open, rules that contradict each other. A cause is counted once for each issue that it stands in the way of; `alone`
 * counts those that nothing else stands in the way of, which mending it would settle or leave to its documentation.
 */
import type { IssueRow, ServiceRow } from '../vocabulary/issue-row.js';
import { Keyed, OTHER } from './keyed.js';

/**
 * What may stand in the way: no rule for a service, a fact that the letter does not document, rules that contradict
 * each other, a request that names something unknown, a request in which no service was read.
 */
export const CAUSE_KINDS = [
  'missing-rule',
  'open-fact',
  'conflict',
  'unknown-service',
  'unread-request',
] as const;
/** One of `CAUSE_KINDS`. */
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** One thing that stands in the way, and of how many issues. */
export interface Cause {
  readonly kind: CauseKind;
  /**
   * Family and region that no rule is for, or that rules are in conflict on; the open fact; the words of a request
   * with an unknown service; empty where nothing was read; `OTHER` for all that are more than are told apart.
   */
  readonly name: string;
  /** Issues that it stands in the way of. */
  readonly issues: number;
  /** Of these, the issues that nothing else stands in the way of. */
  readonly alone: number;
  /** `issues` as a share of the undetermined; an issue may have several causes, so shares may add up to more than 1. */
  readonly share: number;
}

interface Count {
  issues: number;
  alone: number;
}

/** Counts what stands in the way of undetermined issues; the number of causes told apart is bounded (see `Keyed`). */
export class OpenIssues {
  #undetermined = 0;
  readonly #causes = new Keyed<Count>(() => ({ issues: 0, alone: 0 }));

  /** Counts an issue; one with a prediction changes nothing. */
  add(row: IssueRow): void {
    if (row.predicted !== 'undetermined') return;
    this.#undetermined += 1;
    const open = row.services.filter((service) => service.decision === 'undetermined');
    const causes = new Set(
      open.length === 0 ? ['unread-request\t'] : open.flatMap((one) => causesOf(one, row)),
    );
    // Causes beyond the bound share the counter of their kind; an issue counts once in it.
    for (const count of new Set([...causes].map((cause) => this.#countOf(cause)))) {
      count.issues += 1;
      if (causes.size === 1) count.alone += 1;
    }
  }

  #countOf(cause: string): Count {
    const [kind = ''] = cause.split('\t');
    return this.#causes.of(cause, `${kind}\t${OTHER}`);
  }

  /** Issues for which nothing is predicted. */
  get undetermined(): number {
    return this.#undetermined;
  }

  /** Those that stand in the way of most issues first; where equal, by kind and name. */
  causes(): readonly Cause[] {
    return this.#causes
      .entries()
      .map(([key, { issues, alone }]) => {
        const [kind, name = ''] = key.split('\t');
        return { kind: kind as CauseKind, name, issues, alone, share: issues / this.#undetermined };
      })
      .sort((a, b) => b.issues - a.issues || b.alone - a.alone);
  }
}

function causesOf(service: ServiceRow, row: IssueRow): readonly string[] {
  const named = [service.family, service.region].filter((one) => one !== null).join(', ');
  switch (service.reason) {
    case 'no-rule':
      return [`missing-rule\t${named}`];
    case 'unknown-service':
      return [`unknown-service\t${row.request.toLowerCase().replace(/\s+/g, ' ').slice(0, 60)}`];
    case 'conflict':
      return [`conflict\t${named}`];
    case 'not-documented':
    case null:
      return service.undocumented.map((fact) => `open-fact\t${fact}`);
  }
}
