/**
 * Qualifiers of a service by name: flags, choices, and the numbers and dates in their phrases.
 */
import type { MatchOf, RequestLine } from './read-line.js';

/** Values by the name of the qualifier: true for flags, else a choice, a number or an ISO date. */
export type Qualifiers = Readonly<Record<string, string | number | boolean>>;

/** Qualifiers that some matches say; of two that differ the first stands. */
export function qualifiersOf(line: RequestLine, matches: readonly MatchOf<'qualifier'>[]): Qualifiers {
  const found: Record<string, string | number | boolean> = {};
  for (const match of matches) {
    const value = match.entry.value ?? valueIn(line, match);
    if (value !== null && !(match.entry.name in found)) found[match.entry.name] = value;
  }
  return found;
}

/** Qualifiers of several services together; of two that differ the first stands. */
export function joinQualifiers(all: readonly Qualifiers[]): Qualifiers {
  const joined: Record<string, string | number | boolean> = {};
  for (const one of all) for (const [name, value] of Object.entries(one)) joined[name] ??= value;
  return joined;
}

/** The date or number in a phrase. */
function valueIn(line: RequestLine, { from, to }: MatchOf<'qualifier'>): string | number | null {
  for (let i = from; i < to; i++) {
    const unit = line.units[i];
    if (unit?.date) return unit.date;
    if (unit && unit.high > 0) return unit.high;
  }
  return null;
}
