/**
 * How the time of extraction grows with the length of one text: paragraphs of many sentences, and of one only, which
 * is what letters never are but broken files can be.
 */
import { extractFacts } from '../../dist/facts/extract.js';
import type { Knowledge } from '../../dist/index.js';
import { SourceText } from '../../dist/index.js';
import { planLetter } from '../generator/letter-plan.js';
import { randomFrom } from '../generator/random.js';
import { renderLetter } from '../generator/render-letter.js';
import { onceTime } from './timing.js';

export interface Growth {
  readonly kind: 'many sentences' | 'one sentence';
  readonly characters: number;
  readonly ms: number;
}

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];

export function growth({ lexicon }: Knowledge): Growth[] {
  const paragraph = paragraphOf(SIZES.at(-1) ?? 0);
  const kinds = { 'many sentences': paragraph, 'one sentence': paragraph.replace(/[.;?!]/g, ',') } as const;
  return (['many sentences', 'one sentence'] as const).flatMap((kind) =>
    SIZES.map((characters) => {
      const source = new SourceText('paragraph', kinds[kind].slice(0, characters));
      const span = { start: 0, end: characters };
      // Short texts are timed several times over, so that the first of them does not pay for the warming up.
      const times = Math.max(1, Math.round(300_000 / characters));
      const run = () => {
        for (let i = 0; i < times; i++) extractFacts(source, span, lexicon, null);
      };
      if (times > 1) run();
      return { kind, characters, ms: onceTime(run) / times };
    }),
  );
}

/** Summaries of many letters as one paragraph of at least so many characters. */
function paragraphOf(characters: number): string {
  const random = randomFrom(1);
  const summaries: string[] = [];
  for (let length = 0; length < characters; ) {
    const { summary } = renderLetter(planLetter(random), random);
    summaries.push(summary);
    length += summary.length + 1;
  }
  return summaries.join(' ');
}
