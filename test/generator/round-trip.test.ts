import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, NO_NOISE } from '../../bench/generator/layout-noise.js';
import {
  LETTER_SHAPES,
  type LetterPlan,
  planLetter,
  randomNoise,
} from '../../bench/generator/letter-plan.js';
import { type Random, randomFrom } from '../../bench/generator/random.js';
import { type Letter, renderLetter } from '../../bench/generator/render-letter.js';
import { drawStatement, type Statement, writeStatement } from '../../bench/generator/statements.js';
import { STATEMENTS } from '../../bench/generator/templates.js';
import { parseDocument } from '../../src/document/parse-document.js';
import { extractFacts } from '../../src/facts/extract.js';
import { SourceText } from '../../src/text/source-text.js';
import type { Fact } from '../../src/vocabulary/fact.js';
import { readLetterForm, readLexicon } from '../helpers/lexicon.js';
import { differenceOf, NO_DIFFERENCE } from './compare-facts.js';

const LEXICON = readLexicon();
const FORM = readLetterForm();
const REFERENCE = '2016-12-31';
/** How often each phrasing is drawn: with other regions, sides, dates and wordings each time. */
const DRAWS = 12;
const LETTERS_PER_RUN = 150;

const seeds = fc.nat(2 ** 31);

function letterOf(seed: number, change: (plan: LetterPlan) => LetterPlan = (plan) => plan): Letter {
  const random = randomFrom(seed);
  return renderLetter(change(planLetter(random)), random);
}

function factsOf(text: string): readonly Fact[] {
  return extractFacts(new SourceText('summary', text), { start: 0, end: text.length }, LEXICON, REFERENCE);
}

function factsOfLetter(text: string): readonly Fact[] {
  const document = parseDocument(new SourceText('letter', text), FORM);
  return document.summary ? extractFacts(document.source, document.summary, LEXICON, REFERENCE) : [];
}

/** What a fact says, without where. */
function sayings(facts: readonly Fact[]): unknown {
  return facts.map(({ evidence, cues, ...said }) => ({ ...said, quotes: evidence.length }));
}

describe('each phrasing alone', () => {
  for (const [name, template] of Object.entries(STATEMENTS.statements)) {
    const phrasings = template.readings.flatMap(({ phrases }, reading) =>
      phrases.map((words, phrase) => ({ reading, phrase, words })),
    );
    test.each(phrasings)(`${name}: $words`, ({ reading, phrase }) => {
      for (let draw = 0; draw < DRAWS; draw++) {
        const random = randomFrom(draw);
        const statement = { ...(drawStatement(name, null, random) as Statement), reading };
        const { text, known } = alone(statement, phrase, random);
        const found = factsOf(text).filter(({ fact }) => fact !== 'sex');
        expect({ text, ...differenceOf(known, found) }).toEqual({ text, ...NO_DIFFERENCE });
      }
    });
  }
});

/** A statement as the whole of a summary; one of a note follows the opening of its note. */
function alone(statement: Statement, phrase: number, random: Random) {
  const isOfNote = STATEMENTS.statements[statement.name]?.part === 'note';
  const written = writeStatement(statement, 'female', isOfNote ? '2014-03-05' : null, random, phrase);
  const place = statement.region === 'cervical_spine' ? 'neck' : 'low back';
  const opening = isOfNote ? `A progress note dated 3-5-14 documents ${place} pain. ` : '';
  return { text: `${opening}${written.text}`, known: written.facts };
}

describe('whole letters', () => {
  test.each(LETTER_SHAPES)('what is put into a letter of %s is what is read from it', (shape) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const letter = letterOf(seed, (plan) => ({ ...plan, shape }));
        expect(differenceOf(letter.facts, factsOfLetter(letter.text))).toEqual(NO_DIFFERENCE);
      }),
      { numRuns: LETTERS_PER_RUN },
    );
  });

  test('requests, outcomes and shape are read as written', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...LETTER_SHAPES), (seed, shape) => {
        const letter = letterOf(seed, (plan) => ({ ...plan, shape }));
        const { issues, shape: found } = parseDocument(new SourceText('letter', letter.text), FORM);
        expect(found).toBe(shape);
        expect(issues.map(({ request }) => request.text.replace(/-\s+/g, '-').replace(/\s+/g, ' '))).toEqual(
          letter.issues,
        );
        expect(issues.map(({ determination }) => determination.outcome?.value)).toEqual(letter.outcomes);
      }),
      { numRuns: LETTERS_PER_RUN },
    );
  });

  test('layout changes nothing of what a letter says', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, other) => {
        const plain = layOut([letterOf(seed).summary], NO_NOISE, randomFrom(other));
        const random = randomFrom(other);
        const noisy = layOut(
          [letterOf(seed).summary],
          { ...randomNoise(random), width: 90, isDoubleSpaced: true },
          random,
        );
        expect(sayings(factsOf(noisy))).toEqual(sayings(factsOf(plain)));
      }),
      { numRuns: LETTERS_PER_RUN },
    );
  });

  test('the same seed gives the same letter', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(letterOf(seed)).toEqual(letterOf(seed));
      }),
      { numRuns: 20 },
    );
  });

  test.each([6_000, 20_000, 60_000])('letters of %d characters have about that size', (size) => {
    for (let seed = 0; seed < 20; seed++) {
      const random = randomFrom(seed);
      const { length } = renderLetter(planLetter(random, size), random).text;
      expect(Math.abs(length - size) / size).toBeLessThan(0.35);
    }
  });
});
