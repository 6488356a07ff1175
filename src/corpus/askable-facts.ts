/**
 * Which facts a case can have an answer to: those that it states, those that follow from them, and those that a request
 * may name itself.
 * Most of the lexicon is silent on most cases, so asking only these is many times faster and comes to the same.
 */
import type { Fact } from '../vocabulary/fact.js';
import { derivedFrom } from '../vocabulary/fact-sources.js';
import type { FactEntry } from '../vocabulary/lexicon.js';

type FactEntries = ReadonlyMap<string, FactEntry>;

/** In the place of a fact: what requests say. */
const REQUEST = '';

/** Facts that follow from a fact, by lexicon; made once for each. */
const followers = new WeakMap<FactEntries, ReadonlyMap<string, readonly string[]>>();

/** Names of all facts that can be other than silent, sorted. */
export function askableFacts(facts: readonly Fact[], entries: FactEntries): readonly string[] {
  const next = followersOf(entries);
  const names = new Set([...facts.map((fact) => fact.fact), ...(next.get(REQUEST) ?? [])]);
  for (const name of names) for (const follower of next.get(name) ?? []) names.add(follower);
  return [...names].sort();
}

function followersOf(entries: FactEntries): ReadonlyMap<string, readonly string[]> {
  const known = followers.get(entries);
  if (known !== undefined) return known;
  const made = new Map<string, string[]>();
  for (const [name, entry] of entries) {
    const parts = new Set(entry.derive ? derivedFrom(entry.derive) : []);
    if (entry.derive?.requested !== undefined) parts.add(REQUEST);
    for (const part of parts) made.set(part, [...(made.get(part) ?? []), name]);
  }
  followers.set(entries, made);
  return made;
}
