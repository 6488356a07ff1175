/**
 * A plan written out as a letter, with the facts and issues that a reader of it should find.
 * The same plan and seed give the same letter. Not here: the three layouts (see `letter-shapes.ts`).
 */
import { writeDate } from './dates.js';
import { fill } from './fill.js';
import { layOut } from './layout-noise.js';
import type { LetterPlan, PlannedIssue } from './letter-plan.js';
import { SHAPES, type WrittenIssue } from './letter-shapes.js';
import type { Random } from './random.js';
import { type KnownFact, type Statement, writeStatement } from './statements.js';
import { LETTERS, type RequestTemplate } from './templates.js';

export interface Letter {
  readonly text: string;
  readonly summary: string;
  readonly facts: readonly KnownFact[];
  /** Requests as they stand, in order. */
  readonly issues: readonly string[];
  /** By issue. */
  readonly outcomes: readonly ('upheld' | 'overturned')[];
}

/** How much of a letter beyond its statements is filled up in the summary; rationales take the rest. */
const SUMMARY_SHARE = 0.4;

/** Writes the letter of a plan. */
export function renderLetter(plan: LetterPlan, random: Random): Letter {
  const issues = plan.issues.map((issue) => writeIssue(issue, random));
  const { sentences, facts } = writeSummary(plan, issues, random);
  const bare = sentences.join(' ').length + bareSize(plan, issues, random);
  const missing = Math.max(0, plan.size - bare);
  const padding = filler(LETTERS['summary-filler'], missing * SUMMARY_SHARE, plan, random);
  const summary = spread(sentences, padding, random).join(' ');
  const padded = issues.map((issue): WrittenIssue => {
    const more = filler(
      LETTERS['rationale-filler'],
      (missing * (1 - SUMMARY_SHARE)) / issues.length,
      plan,
      random,
    );
    return { ...issue, rationale: [...more, issue.rationale].join(' ') };
  });
  const text = layOut(SHAPES[plan.shape](plan, summary, padded, random), plan.noise, random);
  return {
    text,
    summary,
    facts,
    issues: issues.map(({ request }) => request),
    outcomes: issues.map(({ outcome }) => outcome),
  };
}

/** About what the layout takes of itself; blank lines count where there are any. */
function bareSize(plan: LetterPlan, issues: readonly WrittenIssue[], random: Random): number {
  return layOut(SHAPES[plan.shape](plan, '', issues, random), plan.noise, random).length;
}

// ---- the summary

interface WrittenSummary {
  readonly sentences: readonly string[];
  readonly facts: readonly KnownFact[];
}

function writeSummary(plan: LetterPlan, issues: readonly WrittenIssue[], random: Random): WrittenSummary {
  const sentences: string[] = [];
  const facts: KnownFact[] = [];
  const { sex } = plan;
  const say = (statements: readonly Statement[], noteDate: string | null): void => {
    for (const statement of statements) {
      const written = writeStatement(statement, sex, noteDate, random);
      sentences.push(written.text);
      facts.push(...written.facts);
    }
  };
  sentences.push(writeOpening(plan, random));
  facts.push(...openingFacts(plan));
  say(plan.background, null);
  for (const { date, region, statements } of plan.notes) {
    sentences.push(fill(random.pick(LETTERS['note-openings']), { sex, region, date }, random).text);
    say(statements, date);
  }
  say(plan.history, null);
  say(plan.plans, null);
  const requests = issues.map(({ request }) => request).join(' and ');
  sentences.push(
    fill(random.pick(LETTERS['ur-endings']), { sex, date: plan.urDate, words: { requests } }, random).text,
  );
  facts.push({ ...OF_CASE, fact: 'ur_date', value: plan.urDate, date: undefined });
  return { sentences, facts };
}

const OF_CASE = { status: 'present', region: null, laterality: null, levels: [], date: null } as const;

function writeOpening({ sex, age, injuryDate }: LetterPlan, random: Random): string {
  const words = { age: String(age), injury: writeDate(injuryDate, random) };
  return fill(random.pick(LETTERS['worker-openings']), { sex, words }, random).text;
}

function openingFacts({ sex, age, injuryDate }: LetterPlan): KnownFact[] {
  return [
    { ...OF_CASE, fact: 'age_years', value: age },
    { ...OF_CASE, fact: 'sex', value: sex },
    { ...OF_CASE, fact: 'injury_date', value: injuryDate },
  ];
}

// ---- issues

function writeIssue({ request, region, level, outcome }: PlannedIssue, random: Random): WrittenIssue {
  const template = LETTERS.requests[request] as RequestTemplate;
  const about = { sex: 'male', region, level } as const;
  const reason = random.pick(template[outcome]);
  const verdict =
    outcome === 'upheld' ? 'The request is not medically necessary.' : 'The request is medically necessary.';
  return {
    request: fill(random.pick(template.phrases), about, random).text,
    outcome,
    chapter: `${region === 'lumbar_spine' ? 'Low Back' : 'Neck and Upper Back'} Complaints`,
    section: template.chapter,
    rationale: `${reason} ${verdict}`,
  };
}

// ---- filling up

/** Sentences that say no fact, of so many characters together. */
function filler(sentences: readonly string[], size: number, { sex }: LetterPlan, random: Random): string[] {
  const chosen: string[] = [];
  for (let length = 0; length < size; ) {
    const sentence = fill(random.pick(sentences), { sex }, random).text;
    chosen.push(sentence);
    length += sentence.length + 1;
  }
  return chosen;
}

/** Puts sentences between others, each at a place of its own, never before the first or after the last. */
function spread(sentences: readonly string[], padding: readonly string[], random: Random): string[] {
  const after = new Map<number, string[]>();
  for (const sentence of padding) {
    const place = random.between(0, sentences.length - 2);
    const known = after.get(place);
    if (known) known.push(sentence);
    else after.set(place, [sentence]);
  }
  return sentences.flatMap((sentence, i) => [sentence, ...(after.get(i) ?? [])]);
}
