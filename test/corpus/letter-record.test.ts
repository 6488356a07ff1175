import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { planLetter } from '../../bench/generator/letter-plan.js';
import { randomFrom } from '../../bench/generator/random.js';
import { renderLetter } from '../../bench/generator/render-letter.js';
import { LetterJudge, letterRecord } from '../../src/corpus/letter-record.js';
import { checkLetter } from '../../src/pipeline/check-letter.js';
import type { Knowledge } from '../../src/pipeline/knowledge.js';
import { SourceText } from '../../src/text/source-text.js';
import type { IssueResult } from '../../src/vocabulary/letter-result.js';
import { ownKnowledge, SEEDS, seedText } from '../helpers/knowledge.js';

const labelled = readdirSync('test/corpus')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => new SourceText(name, readFileSync(`test/corpus/${name}`, 'utf8')));
const made = Array.from({ length: 60 }, (_, seed) => {
  const random = randomFrom(seed);
  return new SourceText(`made-${seed}`, renderLetter(planLetter(random), random).text);
});

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await ownKnowledge();
}, 60_000);

/** What of a result a row also says. */
function comparable({ issue, predicted, actual, agreement, findings, decisions }: IssueResult) {
  const services = decisions.map(({ service, decision, rule, decidedBy, undocumented, reason, rules }) => ({
    family: service.family,
    region: service.region,
    laterality: service.laterality,
    levels: service.levels,
    quantity: service.quantity,
    decision,
    rule,
    guideline: rules.find((one) => one.rule === rule)?.citation.source ?? null,
    tier: rules.find((one) => one.rule === rule)?.tier ?? null,
    decidedBy,
    undocumented,
    reason,
  }));
  const sorted = [...findings].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return { issue, predicted, actual, agreement, services, findings: sorted };
}

describe('a judged letter', () => {
  test.each([...labelled, ...made].map((source) => [source.name, source] as const))(
    '%s comes to what checking it comes to, by way of what is stored',
    async (_name, source) => {
      const judge = new LetterJudge(knowledge);
      const { rows } = await judge.judge(source);
      const { result } = await checkLetter(source, knowledge);
      const own = rows.map(({ issue, predicted, actual, agreement, findings, services }) => ({
        issue,
        predicted,
        actual,
        agreement,
        services: services.map(({ decidingFacts: _facts, ...service }) => service),
        findings: [...findings].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
      }));
      expect(own).toEqual(result.issues.map(comparable));
    },
  );

  test('what was judged before changes nothing', async () => {
    const judge = new LetterJudge(knowledge);
    for (const source of [...labelled, ...made]) {
      const record = letterRecord(await judge.judge(source));
      const alone = letterRecord(await new LetterJudge(knowledge).judge(source));
      expect(record).toEqual(alone);
    }
  }, 60_000);

  test('a record is the same after a trip through JSON', async () => {
    const judge = new LetterJudge(knowledge);
    for (const source of labelled) {
      const record = letterRecord(await judge.judge(source));
      expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    }
  });

  test('no row holds the summary, nor a long piece of it', async () => {
    const judge = new LetterJudge(knowledge);
    for (const source of labelled) {
      const text = JSON.stringify((await judge.judge(source)).rows);
      const { summary } = (await checkLetter(source, knowledge)).document;
      const words = source.text.slice(summary?.start, summary?.end).replace(/\s+/g, ' ');
      for (let at = 0; at + 400 <= words.length; at += 100)
        expect(text).not.toContain(words.slice(at, at + 400));
    }
  });

  test('the signature is that of the summary alone', async () => {
    const judge = new LetterJudge(knowledge);
    const text = seedText(SEEDS[0]);
    const other = text.replace(/Decision rationale:[^\n]*/g, 'Decision rationale: other');
    expect(other).not.toBe(text);
    const signatureOf = async (words: string) =>
      (await judge.judge(new SourceText('letter.txt', words))).letter.signature;
    expect(await signatureOf(other)).toEqual(await signatureOf(text));
  });

  test('a signature is left out where nobody looks for repeated letters, and nothing else changes', async () => {
    const [full, lean] = [new LetterJudge(knowledge), new LetterJudge(knowledge, false)];
    let left = 0;
    for (const source of made.slice(0, 10)) {
      const [one, other] = [await full.judge(source), await lean.judge(source)];
      if (one.letter.signature !== null) left += 1;
      expect(other).toEqual({ ...one, letter: { ...one.letter, signature: null } });
    }
    expect(left).toBeGreaterThan(0);
  });

  test('the deciding facts are those that the deciding criteria test, each once, sorted', async () => {
    const judge = new LetterJudge(knowledge);
    let seen = 0;
    for (const source of labelled) {
      for (const service of letterRecord(await judge.judge(source)).issues.flatMap((one) => one.services)) {
        const tested = service.criteria.filter((one) => service.decidedBy.includes(one.criterion));
        const names = [...new Set(tested.map((one) => one.fact))].sort();
        expect(service.decidingFacts.map((one) => one.fact)).toEqual(names);
        seen += names.length;
      }
    }
    expect(seen).toBeGreaterThan(20);
  });
});
