/**
 * From mentions to facts: each mention serves the facts whose sources name its concept.
 * In: the mentions of a scanned text. Out: its facts with evidence, in the order of the text.
 * Not here: how a mention is read (see `statements.ts`); weighing facts for a service (see `fact-base.ts`).
 */
import type { Fact } from '../vocabulary/fact.js';
import { absentOnBothSides } from './both-sides.js';
import { changeOfFigures } from './change-of-figures.js';
import { CollectedFacts, quoted } from './collected-facts.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { asTaken, isListedDrug } from './drugs-taken.js';
import type { PlannedSource } from './fact-plan.js';
import { type JoinedSentences, joinedSentences } from './joined-sentences.js';
import { collectJoint, type JointGroups, onNamedSides, placeJoint } from './joint-statements.js';
import { goingOnWithTaken } from './listed-drugs.js';
import { inMainRegion } from './main-region.js';
import type { Mention } from './mention.js';
import { namedRegions } from './named-regions.js';
import { place, type Statements } from './place-facts.js';
import type { Scan } from './scan.js';
import type { ConceptMatch, Sentence } from './sentence.js';
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
  const facts = new CollectedFacts();
  const named = namedRegions(scan, lexicon);
  const statements: Statements = { scan, lexicon, reference, facts, named };
  const joint: JointGroups = new Map();
  const joined = joinedSentences(scan);
  const undone = undoneStudies(mentions);
  const untold = untoldConcepts(scan, mentions);
  const listed = goingOnWithTaken(mentions, scan, lexicon);
  for (const found of mentions) {
    const sources = lexicon.plan.get(found.concept.name);
    if (sources === undefined) continue;
    for (const planned of sources) {
      if (isOfOthers(found, planned)) continue;
      const isAsked = planned.conditions.isTakenNow && !listed.has(found);
      const mention = isAsked ? asTaken(found, scan, lexicon) : found;
      if (mention === null || !passes(planned, mention, statements, { joined, undone, untold })) continue;
      if (planned.joint !== null) collectJoint(joint, planned, mention, joined.get(mention.sentence)?.first);
      else {
        const statement = READ[planned.mechanism as keyof typeof READ](mention, planned.source, statements);
        if (statement) place(planned, statement, mention, statements);
      }
    }
  }
  for (const group of onNamedSides(joint)) placeJoint(group, statements);
  return settled(absentOnBothSides(inMainRegion(facts.all, lexicon), lexicon), lexicon)
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.fact < b.fact ? -1 : 1))
    .map((fact) => quoted(fact, scan.view.source));
}

/**
 * True for what another person has, and for what utilization review says: what it did is no clinical fact, but that it
 * did it, and when, may still be asked, as may what the lexicon lets it say.
 */
function isOfOthers(mention: Mention, { entry, source }: PlannedSource): boolean {
  if (mention.isOtherPerson) return true;
  if (!mention.isReportedByUr || mention.concept.kind === 'marker') return false;
  return entry['for-rules'] !== false && source['by-review'] !== true;
}

/** Where the sentences name studies that are still to be done, or were not: nothing is found by them. */
type UndoneStudies = ReadonlyMap<Sentence, ReadonlySet<number>>;

/** Words that may tell of something before them, where nothing of the kind stands before them: there they say nothing. */
type UntoldConcepts = ReadonlySet<ConceptMatch>;

interface Surroundings {
  readonly joined: ReadonlyMap<Sentence, JoinedSentences>;
  readonly undone: UndoneStudies;
  readonly untold: UntoldConcepts;
}

const NO_CONCEPTS: UntoldConcepts = new Set();

function untoldConcepts({ sentences }: Scan, mentions: readonly Mention[]): UntoldConcepts {
  const mayTell = sentences.flatMap(({ concepts }) => concepts.filter(({ entry }) => entry.toldOf !== null));
  if (mayTell.length === 0) return NO_CONCEPTS;
  const told = new Set(mentions.map(({ from, to }) => `${from}-${to}`));
  return new Set(mayTell.filter(({ from, to }) => !told.has(`${from}-${to}`)));
}

function undoneStudies(mentions: readonly Mention[]): UndoneStudies {
  const undone = new Map<Sentence, Set<number>>();
  for (const mention of mentions) {
    if (mention.concept.kind !== 'event' || !isStudy(mention.concept) || mention.time !== 'future') continue;
    const known = undone.get(mention.sentence);
    if (known) known.add(mention.from);
    else undone.set(mention.sentence, new Set([mention.from]));
  }
  return undone;
}

function passes(
  { conditions, mechanism }: PlannedSource,
  mention: Mention,
  { scan, lexicon }: Statements,
  { joined, undone, untold }: Surroundings,
): boolean {
  const { exactly, when, region, elsewhere, change, with: beside, without } = conditions;
  if (exactly !== null && !exactly.includes(mention.concept.name)) return false;
  if (when !== null && !when.some((meaning) => mention.said.has(meaning))) return false;
  if (region !== null && !region.some((one) => mention.regions?.includes(one))) return false;
  if (elsewhere?.some((one) => mention.regions?.includes(one))) return false;
  if (!conditions.mayBePlanned && mention.time === 'future' && !isListedDrug(mention, scan, lexicon))
    return false;
  if (change !== null && changeOfFigures(mention, scan.units) !== change) return false;
  if (conditions.isPlanned && mention.time !== 'future') return false;
  if (conditions.isAffirmed && !isAffirmed(mention, conditions)) return false;
  if (conditions.isDenied && mention.polarity !== 'denied' && mention.polarity !== 'gap') return false;
  const around = mechanism === 'list' ? joined.get(mention.sentence) : undefined;
  if (beside !== null && !standsWith(mention, beside, { undone, untold }, around)) return false;
  return without === null || !isBeside(mention, without, untold);
}

/** What gives no more than doubt holds for a doubted mention as well, so that only a denial stands against it. */
const isAffirmed = ({ polarity }: Mention, { mayBeDoubted }: PlannedSource['conditions']): boolean =>
  polarity === 'affirmed' || (mayBeDoubted && polarity === 'possible');

/**
 * True if a mention's report is of one of these studies, or its sentence names one of these concepts; but a study that
 * the sentence names besides the one that the mention is about does not count. An item of a list may stand in any of the
 * sentences that make the list. What is told by a pronoun stands with what the pronoun stands for.
 */
function standsWith(
  { concept, study, sentence }: Mention,
  names: readonly string[],
  { undone, untold }: Pick<Surroundings, 'undone' | 'untold'>,
  joined?: JoinedSentences,
): boolean {
  if (joined && names.some((name) => joined.names.has(name))) return true;
  if (study !== null && names.some((name) => study.names.has(name))) return true;
  if (concept.toldOf !== null && names.some((name) => concept.names.has(name))) return true;
  return sentence.concepts.some(
    (match) =>
      names.some((name) => match.entry.names.has(name)) &&
      !untold.has(match) &&
      !(isStudy(match.entry) && (study !== null || undone.get(sentence)?.has(match.from))),
  );
}

function isBeside({ concept, sentence }: Mention, names: readonly string[], untold: UntoldConcepts): boolean {
  if (concept.toldOf !== null && names.some((name) => concept.names.has(name))) return true;
  return sentence.concepts.some(
    (match) => names.some((name) => match.entry.names.has(name)) && !untold.has(match),
  );
}
