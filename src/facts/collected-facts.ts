/**
 * The facts of a text while they are collected: statements that say the same of the same thing become one fact with
 * several places. Places are spans of the source; their words are quoted once it is settled which facts are listed.
 */
import type { SourceText, Span } from '../text/source-text.js';
import type { Fact } from '../vocabulary/fact.js';

/** What is said, without where. */
export type Said = Omit<Fact, 'evidence' | 'cues'>;

/** A fact with the spans of its evidence and cues. */
export interface CollectedFact extends Said {
  readonly evidence: readonly Span[];
  readonly cues: readonly Span[];
}

type GrowingFact = Said & { readonly evidence: Span[]; readonly cues: Span[] };

/**
 * Gathers statements as they are read, in any order of facts; only what is equal in every part but its places is one.
 */
export class CollectedFacts {
  readonly #facts: GrowingFact[] = [];
  readonly #byFact = new Map<string, Map<string, GrowingFact>>();

  /** In the order in which they were first added. */
  get all(): readonly CollectedFact[] {
    return this.#facts;
  }

  /** Adds a fact, or its places to the same fact said before; a place that says it twice is one place. */
  add(said: Said, evidence: readonly Span[], cues: readonly Span[]): void {
    const fact = this.#factOf(said);
    for (const span of evidence) addPlace(span, fact.evidence);
    for (const span of cues) addPlace(span, fact.cues);
  }

  #factOf(said: Said): GrowingFact {
    const alike = this.#factsNamed(said.fact);
    const key = keyOf(said);
    const known = alike.get(key);
    if (known !== undefined) return known;
    const { fact, status, value, region, laterality, levels, date, service } = said;
    const made = { fact, status, value, region, laterality, levels, date, service, evidence: [], cues: [] };
    alike.set(key, made);
    this.#facts.push(made);
    return made;
  }

  #factsNamed(name: string): Map<string, GrowingFact> {
    const known = this.#byFact.get(name);
    if (known !== undefined) return known;
    const made = new Map<string, GrowingFact>();
    this.#byFact.set(name, made);
    return made;
  }
}

/** So many places at most does one mention give at once: what says it twice says it within these. */
const PLACES_AT_ONCE = 4;

function addPlace(place: Span, places: Span[]): void {
  const first = Math.max(0, places.length - PLACES_AT_ONCE);
  for (let i = places.length - 1; i >= first; i--)
    if (places[i]?.start === place.start && places[i]?.end === place.end) return;
  places.push(place);
}

/** The same for what says the same. INVARIANT: values of one fact are of one type, so that equal words mean equal values. */
function keyOf({ status, value, region, laterality, levels, date, service }: Said): string {
  const said = `${status}|${value ?? ''}|${date ?? ''}`;
  // Most facts are of the case, and what stands nowhere needs no words.
  if (region === null && laterality === null && service === null && levels.length === 0) return said;
  return `${said}|${region ?? ''}|${laterality ?? ''}|${service ?? ''}|${levels.join()}`;
}

/** A fact with its words. */
export function quoted(collected: CollectedFact, source: SourceText): Fact {
  const { fact, status, value, region, laterality, levels, date, service } = collected;
  const evidence = collected.evidence.map((span) => source.quote(span));
  const cues = collected.cues.map((span) => source.quote(span));
  return { fact, status, value, region, laterality, levels, date, service, evidence, cues };
}
