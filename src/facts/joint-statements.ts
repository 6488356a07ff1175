/**
 * Facts that several mentions make together: tests that are counted, drugs whose doses are summed, treatments of one
 * sentence that are listed.
 * Not here: facts that one mention gives by itself (see `statements.ts`).
 */
import type { Laterality } from '../vocabulary/service.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { LONGEST_QUOTE, quoteSpan } from './evidence.js';
import type { JointKind, PlannedSource } from './fact-plan.js';
import type { Mention } from './mention.js';
import { morphineTotal } from './morphine-dose.js';
import { place, type Statements } from './place-facts.js';
import { spineOfLimb } from './regions.js';
import type { Sentence } from './sentence.js';
import type { Statement } from './statements.js';

/** Mentions that make one fact together, and the items that they stand for in a list. */
interface Group {
  readonly planned: PlannedSource;
  readonly mentions: Mention[];
  readonly items: Set<string>;
}

/** Groups by fact and by what their mentions have in common, in the order of their first mentions. */
export type JointGroups = Map<string, Group>;

/**
 * Adds a mention to those it is counted, summed or listed with; one that adds nothing is left out.
 * @param listFrom the sentence in which a list begins that goes on over semicolons
 */
export function collectJoint(
  groups: JointGroups,
  planned: PlannedSource,
  mention: Mention,
  listFrom: Sentence = mention.sentence,
): void {
  const kind = planned.joint;
  const key = kind === null ? null : KEY[kind](mention, listFrom);
  if (key === null) return;
  const name = `${planned.fact}\u0000${key}`;
  const group = groups.get(name) ?? { planned, mentions: [], items: new Set<string>() };
  group.mentions.push(mention);
  if (planned.item !== null) group.items.add(planned.item);
  groups.set(name, group);
}

/** What mentions of one group have in common; null for a mention that belongs to none. */
const KEY: Readonly<Record<JointKind, (mention: Mention, listFrom: Sentence) => string | null>> = {
  // Tests of one date, region and side are counted together; those without a result say nothing.
  tally: ({ polarity, date, laterality, regions }) =>
    polarity === 'affirmed' || polarity === 'denied' ? JSON.stringify([date, laterality, regions]) : null,
  dose: () => '',
  // What was stopped was still tried; what may have been tried is not listed.
  list: ({ polarity, said }, listFrom) =>
    polarity === 'gap' || polarity === 'possible' || (polarity === 'denied' && !said.has('stopped'))
      ? null
      : String(listFrom.from),
};

/** The groups in which what is counted without a side goes with what is counted on the one side named that day. */
export function onNamedSides(groups: JointGroups): readonly Group[] {
  const all = [...groups.values()];
  return all.flatMap((group) => {
    const [sided, ...others] = sameDayTallies(group, all).filter(sideOf);
    if (isSideless(group)) return sided && others.length === 0 ? [] : [group];
    const side = sideOf(group);
    if (!side || others.length > 0) return [group];
    const taken = sameDayTallies(group, all)
      .filter(isSideless)
      .flatMap(({ mentions }) => mentions.map((mention) => mention.with({ laterality: side })));
    return [{ ...group, mentions: [...group.mentions, ...taken] }];
  });
}

const sideOf = ({ mentions }: Group): Laterality | null => mentions[0]?.laterality ?? null;

/** True for tests that were positive, nobody says where; negative ones take nothing from the count. */
const isSideless = (group: Group): boolean =>
  group.planned.joint === 'tally' && sideOf(group) === null && group.mentions.some(isPositive);

const isPositive = ({ polarity }: Mention): boolean => polarity === 'affirmed';

/** The tallies of one fact and one day. */
function sameDayTallies({ planned, mentions }: Group, groups: readonly Group[]): readonly Group[] {
  return groups.filter(
    (other) =>
      other.planned.joint === 'tally' &&
      other.planned.fact === planned.fact &&
      other.mentions[0]?.date === mentions[0]?.date,
  );
}

/** Makes the fact of a group. */
export function placeJoint(group: Group, statements: Statements): void {
  const kind = group.planned.joint;
  if (kind !== null) PLACE[kind](group, statements);
}

const PLACE: Readonly<Record<JointKind, (group: Group, statements: Statements) => void>> = {
  tally: placeTally,
  dose: placeDose,
  list: placeList,
};

/** The number of different tests that were positive; absent if all were negative. */
function placeTally({ planned, mentions }: Group, statements: Statements): void {
  const positive = mentions.filter(isPositive);
  const count = new Set(positive.map((mention) => mention.concept.name)).size;
  const statement: Statement =
    count > 0 ? { status: 'present', value: count } : { status: 'absent', value: null };
  for (const mention of count > 0 ? positive : mentions) place(planned, statement, mention, statements);
}

/** The sum of the doses that can be computed; uncertain if that of a drug cannot. */
function placeDose({ planned, mentions }: Group, statements: Statements): void {
  const total = morphineTotal(mentions, statements.scan, statements.lexicon);
  if (!total) return;
  const spans = total.lines.map((line) => quoteSpan(line.from, line.to, statements.scan));
  const status = total.isComplete ? 'present' : 'uncertain';
  statements.facts.add({ ...OF_THE_CASE, fact: planned.fact, status, value: total.mgPerDay }, spans, []);
}

/** The items of a sentence as one list. */
function placeList({ planned, mentions, items }: Group, statements: Statements): void {
  const { scan } = statements;
  const first = mentions[0] as Mention;
  const last = mentions[mentions.length - 1] as Mention;
  const whole = quoteSpan(first.from, last.to, scan);
  const spans =
    whole.end - whole.start <= LONGEST_QUOTE
      ? [whole]
      : mentions.map((mention) => quoteSpan(mention.from, mention.to, scan));
  const about = planned.placing.isRegionOfSentence
    ? mentions.find((mention) => mention.regionsHere)?.regionsHere
    : first.regions;
  const region = planned.placing.isByRegion
    ? placeOfList(about?.[0] ?? null, mentions, statements.lexicon)
    : null;
  const value = [...items].sort();
  const laterality = region === null ? null : sideOfAll(mentions);
  statements.facts.add(
    { ...OF_THE_CASE, fact: planned.fact, status: 'present', value, region, laterality, date: first.date },
    spans,
    [],
  );
}

/** The side of a list: the only one that its items are told of. */
function sideOfAll(mentions: readonly Mention[]): Laterality | null {
  const sides = new Set(mentions.flatMap(({ laterality }) => laterality ?? []));
  const [side = null] = sides;
  return sides.size === 1 ? side : null;
}

/** `therapy and an epidural, which took the leg pain away`: with a treatment of the spine that supplies the limb it is of that. */
function placeOfList(
  region: string | null,
  mentions: readonly Mention[],
  lexicon: CompiledLexicon,
): string | null {
  const spine = region === null ? null : spineOfLimb(region, lexicon);
  return spine !== null && mentions.some((mention) => mention.regions?.includes(spine)) ? spine : region;
}

const OF_THE_CASE = {
  region: null,
  laterality: null,
  levels: [],
  date: null,
  service: null,
};
