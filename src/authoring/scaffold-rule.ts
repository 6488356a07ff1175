/**
 * A new rule file and its examples for a service: texts that lint and test without an error, with a comment wherever
 * its author has to write. What is known of the source (edition, tier, dates, folder, how ids begin) is taken from
 * the rules that cite it already.
 * Not here: the disk.
 */
import { dirname } from 'node:path/posix';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import { isRequestFact } from '../vocabulary/request-facts.js';
import type { Criterion, Rule } from '../vocabulary/rule.js';
import { TO_BE_WRITTEN } from '../vocabulary/to-be-written.js';
import { formatFile } from './format-file.js';

/** What a new rule is for, and where it is from. */
export interface ScaffoldRequest {
  /** Ids of the lexicon. */
  readonly family: string;
  readonly region: string | null;
  /** Name of the guideline; null for one to be filled in. */
  readonly source: string | null;
  /** Null: made from source, region and family. */
  readonly id: string | null;
}

/** The two files of a new rule, as text in the style of `formatFile`, with the id that is the name of both. */
export interface Scaffold {
  readonly id: string;
  /** Folder of the rules that cite the same source, as output names it; null where none does. */
  readonly folder: string | null;
  /** Text of the rule file. */
  readonly rule: string;
  /** Text of the examples file. */
  readonly examples: string;
}

/** What of a source its rules tell. */
interface KnownSource {
  readonly source: string;
  readonly edition: string;
  readonly tier: number;
  readonly from: string;
  readonly until: string | null;
  readonly folder: string | null;
  readonly prefix: string;
}

/**
 * Lays out a rule with one criterion, and an example for each end it can come to.
 * @param rules all rules of the folder: those with the same source tell its edition, tier, dates and folder; none is
 * changed
 * @throws {Error} if the lexicon has no finding that a rule could test
 */
export function scaffoldRule(
  request: ScaffoldRequest,
  lexicon: LexiconFile,
  rules: readonly Rule[],
): Scaffold {
  const known = sourceOf(request.source, rules);
  const name = [request.region, request.family].filter((one) => one !== null).join('-');
  const id = request.id ?? `${known.prefix}-${slug(name)}`;
  const fact = likelyFact(request.family, lexicon, rules);
  const rule = ruleText(id, request, known, fact, lexicon);
  return {
    id,
    folder: known.folder,
    rule: styled('rule', id, rule),
    examples: styled('examples', id, examplesText(request, fact)),
  };
}

function styled(kind: 'rule' | 'examples', id: string, text: string): string {
  const formatted = formatFile(kind, id, text);
  if ('problems' in formatted) throw new Error(`the scaffold of \`${id}\` is no YAML`);
  return formatted.text;
}

function sourceOf(source: string | null, rules: readonly Rule[]): KnownSource {
  const citing = rules.filter((rule) => rule.citation.source === source);
  const latest = [...citing].sort((a, b) => (a.effective.from < b.effective.from ? 1 : -1))[0];
  if (source === null || latest === undefined) {
    const plain = { edition: TO_BE_WRITTEN, tier: 3, from: '2013-01-01', until: null, folder: null };
    return { source: source ?? TO_BE_WRITTEN, prefix: slug(source ?? 'new'), ...plain };
  }
  const { edition } = latest.citation;
  const alike = citing.filter((rule) => rule.citation.edition === edition);
  return {
    source,
    edition,
    tier: latest.tier,
    from: latest.effective.from,
    until: latest.effective.until,
    folder: commonest(alike.map((rule) => dirname(rule.place.file))),
    prefix: commonStart(alike.map((rule) => rule.id)) || slug(source),
  };
}

/** The finding that rules for the service ask for most; else that of all rules; else the first of the lexicon. */
function likelyFact(family: string, { facts = {} }: LexiconFile, rules: readonly Rule[]): string {
  const isFinding = (fact: string): boolean =>
    facts[fact]?.type === 'finding' && facts[fact]?.['for-rules'] !== false && !isRequestFact(fact);
  const own = rules.filter((rule) => rule.families.includes(family));
  const asked = (of: readonly Rule[]): string | null =>
    commonest(of.flatMap((rule) => factsOf(rule.criteria)).filter(isFinding));
  const fact = asked(own) ?? asked(rules) ?? Object.keys(facts).sort().find(isFinding);
  if (fact === undefined) throw new Error('the lexicon has no finding that a rule could test');
  return fact;
}

function factsOf(criterion: Criterion): readonly string[] {
  return criterion.kind === 'test' ? [criterion.fact] : criterion.members.flatMap(factsOf);
}

function ruleText(
  id: string,
  { family, region }: ScaffoldRequest,
  { source, edition, tier, from, until }: KnownSource,
  fact: string,
  lexicon: LexiconFile,
): string {
  const where = region === null ? '' : ` (${lexicon.regions?.[region]?.meaning ?? region})`;
  const steps = ['Place in the evidence search sequence', ...sequenceOf(lexicon)].join(': ');
  const title = `${lexicon.families?.[family]?.meaning ?? family}${where}`;
  return `id: ${id}
# What the rule is about, as a reader would say it.
title: ${quoted(title)}
applies-to: { service: ${family}${region === null ? '' : `, region: ${region}`} }
# Where the guideline says it: section and pages.
citation: { source: ${quoted(source)}, edition: ${quoted(edition)}, section: ${TO_BE_WRITTEN} }
# ${steps}
tier: ${tier}
# Days on which the edition came into force and went out of it.
effective: { from: ${from}${until === null ? '' : `, until: ${until}`} }
criteria:
  all:
    # One criterion for each thing that the guideline asks for; rules/FACTS.md lists the facts.
    - id: first-criterion
      fact: ${fact}
      is: present
      # An indication that must be documented. Leave it out where silence should leave the case open.
      when-not-documented: not-met
      because: ${TO_BE_WRITTEN}, as a sentence that a layman can read
decision: medically-necessary
otherwise: not-medically-necessary
`;
}

/** `1 the first, 2 the second`, as one text; none where the lexicon does not say. */
function sequenceOf(lexicon: LexiconFile): readonly string[] {
  const steps = lexicon['evidence-sequence'] ?? [];
  return steps.length === 0 ? [] : [steps.map((name, i) => `${i + 1} ${name}`).join(', ')];
}

function examplesText({ family, region }: ScaffoldRequest, fact: string): string {
  const service = `{ family: ${family}${region === null ? '' : `, region: ${region}`} }`;
  const example = (name: string, said: string | null, expected: string): string =>
    `  - name: ${name}\n    service: ${service}\n    facts: ${said === null ? '{}' : `{ ${fact}: ${said} }`}\n    expect: ${expected}\n`;
  return `# At least one example for each end, and one on the limit of every number; names say what is special.
examples:
${example('what the guideline asks for is documented', 'present', 'met')}${example('it is documented not to be so', 'absent', 'not-met')}${example('nothing is documented', null, 'not-met')}${example('what is documented contradicts itself', 'uncertain', 'undetermined')}`;
}

/** As JSON writes it, which YAML reads; formatting takes away quotes that are not needed. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function slug(text: string): string {
  const words = text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-+|-+$/g, '') || 'rule';
}

/** The first of the most frequent, by name; null for none. */
function commonest(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** The hyphened words that all of several ids begin with, never a whole id: `acoem-2004`. Empty for one alone. */
function commonStart(ids: readonly string[]): string {
  const [first = [], ...rest] = ids.map((id) => id.split('-'));
  if (rest.length === 0) return '';
  const shared = first.findIndex((word, i) => rest.some((other) => other[i] !== word));
  return first.slice(0, shared < 0 ? -1 : shared).join('-');
}
