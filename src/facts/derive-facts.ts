/**
 * From mentions to facts: each mention serves the facts whose sources name its concept.
 * In: the mentions of a scanned text. Out: its facts with evidence, in the order of the text.
 * Not here: how a mention is read (see `statements.ts`); weighing facts for a service (see `fact-base.ts`).
 */
import type { Fact } from '../vocabulary/fact.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { asTaken, isListedDrug } from './drugs-taken.js';
import type { PlannedSource } from './fact-plan.js';
import { type JoinedSentences, joinedSentences } from './joined-sentences.js';
import { collectJoint, isJoint, type JointGroups, placeJoint } from './joint-statements.js';
import type { Mention } from './mention.js';
import { place, type Statements } from './place-facts.js';
import type { Scan, Sentence } from './scan.js';
import { settled } from './settled-facts.js';
import { READ } from './statements.js';
import { isStudy } from './studies.js';

/**
 * The facts that mentions give, in the order in which their words first stand in the text.
 * @param reference ISO date up to which `since 2012` counts; null leaves such lengths unknown
 */
export function deriveFacts(
  scan: Scan,
  mentions: readonly Mention[],
  lexicon: CompiledLexicon,
  reference: string | null,
): Fact[] {
  const statements: Statements = { scan, lexicon, reference, facts: new Map() };
  const joint: JointGroups = new Map();
  const joined = joinedSentences(scan);
  for (const found of mentions) {
    if (found.isOtherPerson || (found.isReportedByUr && !servesReports(found, lexicon))) continue;
    for (const planned of lexicon.plan.get(found.concept.name) ?? []) {
      const mention = planned.source['taken-now'] ? asTaken(found, scan, lexicon) : found;
      if (mention === null || !passes(planned, mention, statements, joined)) continue;
      if (isJoint(planned)) collectJoint(joint, planned, mention, joined.get(mention.sentence)?.first);
      else {
        const statement = READ[planned.mechanism as keyof typeof READ](mention, planned.source, statements);
        if (statement) place(planned, statement, mention, statements);
      }
    }
  }
  for (const group of joint.values()) placeJoint(group, statements);
  return settled([...statements.facts.values()], lexicon).sort(
    (a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.fact < b.fact ? -1 : 1),
  );
}

/** What utilization review did is no clinical fact; that it did it, and when, may still be asked. */
function servesReports(mention: Mention, lexicon: CompiledLexicon): boolean {
  return (
    mention.concept.kind === 'marker' ||
    lexicon.plan.get(mention.concept.name)?.some((planned) => planned.entry['for-rules'] === false) === true
  );
}

function passes(
  { source, mechanism }: PlannedSource,
  mention: Mention,
  { scan, lexicon }: Statements,
  joined: ReadonlyMap<Sentence, JoinedSentences>,
): boolean {
  if (source.exactly && !list(source[mechanism] as string | readonly string[]).includes(mention.concept.name))
    return false;
  if (source.when && !list(source.when).some((meaning) => mention.said.has(meaning))) return false;
  if (source.region && !list(source.region).some((region) => mention.regions?.includes(region))) return false;
  if (mention.time === 'future' && !source['even-if-planned'] && !isListedDrug(mention, scan, lexicon))
    return false;
  if (source['only-affirmed'] && mention.polarity !== 'affirmed') return false;
  if (source['only-denied'] && mention.polarity !== 'denied' && mention.polarity !== 'gap') return false;
  const around = mechanism === 'list' ? joined.get(mention.sentence) : undefined;
  if (source.with && !standsWith(mention, list(source.with), around)) return false;
  return !(source.without && isBeside(mention.sentence, list(source.without)));
}

/**
 * True if a mention's report is of one of these studies, or its sentence names one of these concepts; but a study that
 * the sentence names besides the one that the mention is about does not count. An item of a list may stand in any of the
 * sentences that make the list.
 */
function standsWith(
  { study, sentence }: Mention,
  names: readonly string[],
  joined?: JoinedSentences,
): boolean {
  if (joined && names.some((name) => joined.names.has(name))) return true;
  if (study !== null && names.some((name) => study.names.has(name))) return true;
  return sentence.concepts.some(
    ({ entry }) => names.some((name) => entry.names.has(name)) && (study === null || !isStudy(entry)),
  );
}

function isBeside(sentence: Sentence, names: readonly string[]): boolean {
  return sentence.concepts.some(({ entry }) => names.some((name) => entry.names.has(name)));
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);
