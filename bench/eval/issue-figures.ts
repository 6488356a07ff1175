/**
 * Issues and services of all letters -> figures, and what was read wrongly.
 * A service that is not found is wrong in every field.
 */
import { type AlignedIssue, alignIssues } from './align-issues.js';
import type { Case } from './cases.js';
import type { Equivalents } from './equivalents.js';
import { SERVICE_FIELDS, type ServiceField } from './gold.js';
import { type MatchedServices, matchServices, type ServiceMatch } from './match-services.js';
import type { Miss } from './misses.js';
import type { OutputIssue } from './output.js';
import { count, ratio, type Share, sum } from './ratios.js';

export interface IssueFigures {
  readonly gold: number;
  readonly precision: Share;
  readonly recall: Share;
  readonly printed_outcome_accuracy: Share;
  /** Issues with every service right and none extra. */
  readonly exact: Share;
}

export interface ServiceFigures extends Readonly<Record<ServiceField | 'family' | 'all', Share>> {
  readonly gold: number;
  readonly extra: number;
}

/** One labelled issue with its services. */
export interface ReadIssue extends AlignedIssue, MatchedServices {
  readonly document: string;
}

export function readIssues(
  cases: readonly Case<OutputIssue>[],
  equivalents: Equivalents,
): readonly ReadIssue[] {
  return cases.flatMap(({ name: document, gold, rows }) =>
    alignIssues(gold.issues, rows).map((issue) => ({
      document,
      ...issue,
      ...matchServices(issue, equivalents),
    })),
  );
}

export function issueFigures(issues: readonly ReadIssue[], rows: number): IssueFigures {
  const aligned = issues.filter(({ row }) => row !== null);
  return {
    gold: issues.length,
    precision: ratio(aligned.length, rows),
    recall: ratio(aligned.length, issues.length),
    printed_outcome_accuracy: ratio(
      count(aligned, ({ gold, row }) => row?.actual === gold.outcome),
      aligned.length,
    ),
    exact: ratio(
      count(aligned, (issue) => areServicesRight(issue) && issue.extra.length === 0),
      issues.length,
    ),
  };
}

export function serviceFigures(issues: readonly ReadIssue[]): ServiceFigures {
  const matches = issues.flatMap((issue) => issue.matches);
  const share = (isRight: (match: ServiceMatch) => boolean): Share =>
    ratio(count(matches, isRight), matches.length);
  const fields = SERVICE_FIELDS.map(
    (field) => [field, share((match) => !match.wrongFields.includes(field))] as const,
  );
  return {
    gold: matches.length,
    extra: sum(issues.map(({ extra }) => extra.length)),
    family: share(({ said }) => said !== null),
    ...(Object.fromEntries(fields) as Record<ServiceField, Share>),
    all: share(isServiceRight),
  };
}

export function serviceMisses(issues: readonly ReadIssue[]): readonly Miss[] {
  return issues.flatMap((issue) => {
    const wrong = issue.matches.filter((match) => !isServiceRight(match));
    const misses = wrong.map((match) => wrongService(issue, match));
    return issue.extra.length > 0 && areServicesRight(issue) ? [...misses, extraServices(issue)] : misses;
  });
}

function isServiceRight({ wrongFields }: ServiceMatch): boolean {
  return wrongFields.length === 0;
}

function areServicesRight({ matches }: MatchedServices): boolean {
  return matches.every(isServiceRight);
}

function wrongService({ document, gold, said: all }: ReadIssue, match: ServiceMatch): Miss {
  const wrong = match.said ? match.wrongFields.join(', ') : 'family';
  const said = match.said ?? all[0];
  return {
    kind: 'wrong service',
    document,
    what: `${wrong}: ${brief(match.gold)}`,
    letter: gold.request,
    system: `read as ${said ? brief(said) : 'nothing'}`,
  };
}

function extraServices({ document, gold, extra }: ReadIssue): Miss {
  return {
    kind: 'extra service',
    document,
    what: extra.map(brief).join(', '),
    letter: gold.request,
    system: '',
  };
}

interface Brief {
  readonly family: string | null;
  readonly region: string | null;
  readonly laterality: string | null;
  readonly levels: readonly string[];
  readonly quantity: number | null;
}

function brief({ family, region, laterality, levels, quantity }: Brief): string {
  return [family, region, laterality, levels.join(','), quantity]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}
