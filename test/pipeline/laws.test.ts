/** The laws that the whole flow keeps, on the two real determinations and altered copies of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse-document.js';
import { predictionInput } from '../../src/document/prediction-input.js';
import { predict, readSummary } from '../../src/pipeline/check-letter.js';
import { SourceText } from '../../src/text/source-text.js';
import { check, ownKnowledge, SEEDS, type Seed, seedText } from '../helpers/knowledge.js';

/** What a letter's prediction rests on and comes to, without places in the text. */
async function prediction(text: string): Promise<unknown> {
  const knowledge = await ownKnowledge();
  const input = predictionInput(parseDocument(new SourceText('letter.txt', text), knowledge.form));
  const facts = readSummary(input, knowledge).facts;
  const predictions = await predict(input, facts, '2015-09-09', knowledge);
  const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();
  return {
    facts: facts.map(({ evidence, cues, ...fact }) => ({
      ...fact,
      evidence: evidence.map((quote) => plain(quote.text)),
      cues: cues.map((quote) => plain(quote.text)),
    })),
    issues: predictions.map(({ request, predicted, decisions }) => [
      plain(request.text),
      predicted,
      decisions.map((one) => [one.decision, one.decidedBy]),
    ]),
  };
}

const seed = fc.constantFrom<Seed>(...SEEDS);
const RATIONALE = /(Decision rationale:)([\s\S]*?)(?=\n[^\n]*: (?:Upheld|Overturned)|$)/g;
const OUTCOME = /: (Upheld|Overturned)/g;

describe('no leakage', () => {
  test('rewriting rationales, citations and outcomes changes no fact and no decision', async () => {
    const words = fc.array(
      fc.constantFrom(
        'numbness',
        'MRI',
        'red flag',
        'is',
        'no',
        'lumbar fusion',
        'overturned',
        'criteria',
        'met',
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(seed, words, fc.boolean(), async (one, noise, isSwapped) => {
        const text = seedText(one);
        const rewritten = text.replace(RATIONALE, `$1 ${noise.join(' ')}. \n\n`);
        const altered = isSwapped
          ? rewritten.replace(OUTCOME, (_, word) => (word === 'Upheld' ? ': Overturned' : ': Upheld'))
          : rewritten;
        expect(await prediction(altered)).toEqual(await prediction(text));
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  test('the prediction is the same with every guideline line cut out', async () => {
    for (const one of SEEDS) {
      const text = seedText(one);
      const cut = text.replace(
        /(?:Claims Administrator|MAXIMUS) guideline:[\s\S]*?(?=MAXIMUS guideline:|Decision rationale:)/g,
        '',
      );
      expect(await prediction(cut)).toEqual(await prediction(text));
    }
  });
});

describe('layout', () => {
  const LAYOUTS: readonly (readonly [string, (text: string) => string])[] = [
    ['single spacing', (text) => text.replace(/ *\n\n/g, '\n')],
    ['Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
    ['one long line', (text) => text.replace(/\s+/g, ' ')],
    ['narrow lines', (text) => text.replace(/\s+/g, ' ').replace(/(.{20,60}?) /g, '$1\n')],
    ['page breaks everywhere', (text) => text.replace(/\n\n/g, '\n\n\n\n\f\n')],
  ];

  test.each(LAYOUTS)('%s changes nothing', async (_name, change) => {
    for (const one of SEEDS)
      expect(await prediction(change(seedText(one)))).toEqual(await prediction(seedText(one)));
  });
});

describe('determinism', () => {
  test('the same letter gives the same result, whatever was read before', async () => {
    const alone = JSON.stringify((await check(seedText(SEEDS[0]))).result);
    await check(seedText(SEEDS[1]));
    expect(JSON.stringify((await check(seedText(SEEDS[0]))).result)).toBe(alone);
  });
});

describe('evidence', () => {
  test('every fact that is asserted quotes the text at a place inside the summary', async () => {
    await fc.assert(
      fc.asyncProperty(seed, fc.integer({ min: 0, max: 60 }), async (one, skip) => {
        const text = seedText(one)
          .split('\n')
          .filter((_, i) => i === 0 || i % 61 !== skip)
          .join('\n');
        const source = new SourceText('letter.txt', text);
        const knowledge = await ownKnowledge();
        const input = predictionInput(parseDocument(source, knowledge.form));
        for (const fact of readSummary(input, knowledge).facts) {
          expect(fact.evidence.length).toBeGreaterThan(0);
          for (const quote of fact.evidence) {
            expect(text.slice(quote.start, quote.end)).toBe(quote.text);
            expect(source.point(quote.start)).toEqual({ line: quote.line, column: quote.column });
            expect(quote.start).toBeGreaterThanOrEqual(input.summary?.start ?? 0);
            expect(quote.end).toBeLessThanOrEqual(input.summary?.end ?? 0);
          }
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
