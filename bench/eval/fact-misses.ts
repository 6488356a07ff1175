/**
 * Matched facts -> what went wrong, in words: missed, misread and false facts with the quotes of both sides.
 */

import { collapse } from './letter-text.js';
import type { FactClaim, LabelMatch, MatchedFacts, UrStatement } from './match-facts.js';
import {
  ATTRIBUTES,
  hasRightStatus,
  hasScoredValue,
  isAsserted,
  isMet,
  isNegative,
  type Met,
  scoreOf,
} from './met-labels.js';
import type { Miss, MissKind } from './misses.js';
import type { ReadFact } from './read-facts.js';

const LONGEST_QUOTE = 200;

export function factMisses({ labels, claims, urStatements }: MatchedFacts): readonly Miss[] {
  return [...labels.flatMap(labelMisses), ...claims.flatMap(claimMisses), ...urStatements.flatMap(urMisses)];
}

function labelMisses(match: LabelMatch): readonly Miss[] {
  if (isMet(match)) return metMisses(match);
  const { document, label } = match;
  const miss = { document, letter: label.evidence, system: '' };
  return isAsserted(match)
    ? [{ ...miss, kind: 'missed fact', what: words(label.fact, label.status, label.region) }]
    : [{ ...miss, kind: 'gap not reported', what: label.fact }];
}

function metMisses(match: Met): readonly Miss[] {
  const { document, label, found } = match;
  const misses: Miss[] = [];
  const add = (kind: MissKind, what: string): void => {
    misses.push({ kind, document, what, letter: label.evidence, system: quoted(found) });
  };
  const readAs = (gold: unknown, said: unknown): string =>
    `${label.fact}: ${shown(gold)}, read as ${shown(said)}`;
  if (isNegative(match) && found.read === 'present') add('absent read as present', label.fact);
  if (!hasRightStatus(match)) add('wrong status', readAs(label.status, found.read));
  if (hasScoredValue(match) && isValueWrong(match)) add('wrong value', readAs(label.value, found.value));
  for (const { name, gold, said, isRight } of ATTRIBUTES)
    if (gold(label) !== null && !isRight(match)) add(`wrong ${name}`, readAs(gold(label), said(found)));
  return misses;
}

/** A list is wrong when less than half of it is right. */
function isValueWrong(match: Met): boolean {
  const { kind, share } = scoreOf(match);
  return share < (kind === 'list' ? 0.5 : 1);
}

function claimMisses({ document, fact, verdict }: FactClaim): readonly Miss[] {
  if (verdict !== 'false') return [];
  const what = words(fact.fact, fact.status, fact.region);
  return [{ kind: 'false fact (complete letter)', document, what, letter: '', system: quoted(fact) }];
}

function urMisses({ document, label, readAs }: UrStatement): readonly Miss[] {
  if (readAs === null) return [];
  const kind = 'UR statement read as a fact';
  return [{ kind, document, what: label.fact, letter: label.evidence, system: quoted(readAs) }];
}

function quoted({ evidence }: ReadFact): string {
  return evidence
    .map(({ text }) => collapse(text))
    .join(' | ')
    .slice(0, LONGEST_QUOTE);
}

function words(...parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(' ');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
