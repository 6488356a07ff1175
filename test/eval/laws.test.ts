/**
 * What scores must be for outputs whose faults are known, whatever the letters.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutputFact, OutputIssue } from '../../bench/eval/output.js';
import {
  LETTERS,
  PERFECT,
  type Rows,
  scoreRows,
  withFacts,
  withIssues,
  withServices,
} from './labelled-corpus.js';

const PERFECT_SCORES = scoreRows(PERFECT);
const FALSE_ALARM = {
  code: 'region-mismatch',
  message: '',
  quotes: [{ text: 'expert reviewer developed the following', start: null, end: null }],
};

/** All numbers below a node. */
function leaves(node: unknown): readonly unknown[] {
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(leaves) : [node];
}

/** The same rows in another order, which is drawn; rows of one letter keep theirs where that matters. */
function interleaved<Row extends { readonly document: string }>(
  rows: readonly Row[],
): fc.Arbitrary<readonly Row[]> {
  const letters = [...new Set(rows.map(({ document }) => document))];
  return fc
    .shuffledSubarray(letters, { minLength: letters.length })
    .map((order) => order.flatMap((letter) => rows.filter(({ document }) => document === letter)));
}

describe('a perfect output', () => {
  const { facts, issues, services, decisions, findings } = PERFECT_SCORES;

  test('every label is found in its letter, so that the corpus is sound', () => {
    const lost = LETTERS.flatMap(({ name, text, gold }) =>
      [
        ...gold.facts.map(({ evidence }) => evidence),
        ...gold.inconsistencies.flatMap((one) => [one.words, one.conflicts_with ?? '']),
      ]
        .filter((words) => words !== '' && text?.places(words).length === 0)
        .map((words) => `${name}: ${words}`),
    );
    expect(lost).toEqual([]);
  });

  test('scores 1 everywhere', () => {
    const shares = [
      facts.recall,
      facts.status_accuracy,
      facts.gaps.recall,
      leaves({ ...facts.complete_letters, letters: 1 }),
      Object.values(facts.values).map(({ n: _, ...share }) => leaves(share)),
      Object.values(facts.attributes).map(({ accuracy }) => accuracy),
      leaves({ ...issues, gold: 1 }),
      leaves({ ...services, gold: 1, extra: 1 }),
      [decisions.coverage, decisions.accuracy_covered, decisions.accuracy_all, decisions.macro_f1],
      [decisions.overturned.f1, decisions.mcc, decisions.kappa, decisions.kappa_all],
      [findings.strict.f1, findings.lenient.f1, findings.letters.sensitivity],
    ].flat(3);
    expect(new Set(shares)).toEqual(new Set([1]));
  });

  test('raises no false alarm and reads nothing that is denied or said by UR as a fact', () => {
    expect(findings.letters.false_alarm_rate).toBe(0);
    expect(facts.absent_read_as_present.rate).toBe(0);
    expect(facts.ur_statements.read_as_fact).toBe(0);
    expect(services.extra).toBe(0);
  });
});

describe('the order of lines', () => {
  test('of letters does not matter, nor that of the issues and findings of one', () => {
    const issues = fc.shuffledSubarray([...PERFECT.issues], { minLength: PERFECT.issues.length });
    fc.assert(
      fc.property(interleaved(PERFECT.facts), issues, (facts, shuffled) => {
        const turned = shuffled.map((row) => ({ ...row, findings: [...row.findings].reverse() }));
        expect(scoreRows({ facts, issues: turned })).toEqual(PERFECT_SCORES);
      }),
      { numRuns: 5 },
    );
  });
});

describe('facts', () => {
  const score = (rows: Rows) => scoreRows(rows).facts;
  const every = (change: Partial<OutputFact>): Rows => withFacts((fact) => ({ ...fact, ...change }));

  test('dropping any of them never raises recall or the share of right statuses above what they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), (step) => {
        const dropped = score(withFacts((fact, i) => (i % step === 0 ? null : fact)));
        expect(dropped.recall).toBeLessThan(1);
        expect(dropped.complete_letters.precision).toBe(1);
      }),
      { numRuns: 4 },
    );
  });

  test('all read as present: every denial is wrong, nothing is missed', () => {
    const {
      absent_read_as_present: wrong,
      recall,
      status_accuracy: status,
    } = score(every({ status: 'present' }));
    expect([wrong.rate, recall]).toEqual([1, 1]);
    expect(status).toBeLessThan(1);
  });

  test('about another region, or quoting another place, or a whole letter: not found', () => {
    const elsewhere = { text: 'HOW THE IMR FINAL DETERMINATION WAS MADE', start: null, end: null };
    expect(score(every({ evidence: [elsewhere] })).recall).toBeLessThan(0.02);
    expect(score(every({ region: 'nowhere at all' })).recall).toBeLessThan(0.5);
    const whole = withFacts((fact) => {
      const letter = LETTERS.find(({ name }) => name === fact.document)?.text?.raw ?? '';
      return { ...fact, evidence: [{ text: letter, start: 0, end: letter.length }] };
    });
    expect(score(whole).recall).toBe(0);
  });

  test('words serve as well as offsets', () => {
    const { recall, status_accuracy } = score(
      withFacts((fact) => ({
        ...fact,
        evidence: fact.evidence.map(({ text }) => ({ text, start: null, end: null })),
      })),
    );
    expect(recall).toBe(1);
    expect(status_accuracy).toBeGreaterThan(0.98);
  });

  test('with wrong dates no date is right; with doubled numbers few numbers are', () => {
    expect(score(every({ date: '1900-01-01' })).attributes.date?.accuracy).toBe(0);
    const doubled = withFacts((fact) =>
      typeof fact.value === 'number' ? { ...fact, value: fact.value * 2 } : fact,
    );
    expect(score(doubled).values.number).toMatchObject({ n: PERFECT_SCORES.facts.values.number?.n });
    expect(leaves(score(doubled).values.number)[1]).toBeLessThan(0.7);
  });

  test('as many false facts as true ones halve precision and leave recall', () => {
    const noise = PERFECT.facts.map((fact) => ({ ...fact, fact: 'homebound', status: 'present' }));
    const { precision, recall } = score({ ...PERFECT, facts: [...PERFECT.facts, ...noise] }).complete_letters;
    expect(precision).toBeGreaterThan(0.4);
    expect(precision).toBeLessThan(0.6);
    expect(recall).toBe(1);
  });

  test('several mentions on one line lose no recall', () => {
    const merged = new Map<string, OutputFact>();
    for (const fact of PERFECT.facts) {
      const key = [fact.document, fact.fact, fact.status, fact.region].join(' ');
      const known = merged.get(key);
      merged.set(key, known ? { ...known, evidence: [...known.evidence, ...fact.evidence] } : fact);
    }
    expect(score({ ...PERFECT, facts: [...merged.values()] }).recall).toBe(1);
  });

  test('what UR said, given as facts, is counted as such', () => {
    const said = LETTERS.flatMap(({ name, gold }) =>
      gold.facts
        .filter((label) => label.speaker && !label.tail)
        .map((label): OutputFact => {
          const evidence = [{ text: label.evidence, start: null, end: null }];
          return { ...label, document: name, status: 'present', evidence };
        }),
    );
    // What the letter states itself, too, is no mistake to list.
    const onlySaid = LETTERS.flatMap(({ gold }) =>
      gold.facts.filter(
        (label) =>
          label.speaker &&
          !label.tail &&
          !gold.facts.some((other) => other.fact === label.fact && !other.speaker),
      ),
    );
    expect(onlySaid.length).toBeGreaterThan(0);
    const { ur_statements } = score({ ...PERFECT, facts: [...PERFECT.facts, ...said] });
    expect(ur_statements.read_as_fact).toBeGreaterThanOrEqual(onlySaid.length);
  });
});

describe('services', () => {
  test('of unknown families are all wrong', () => {
    const { services } = scoreRows(withServices((one) => [{ ...one, family: 'no_such_family' }]));
    expect([services.family, services.all]).toEqual([0, 0]);
  });

  test('on the wrong side have the right family', () => {
    const { services } = scoreRows(
      withServices((one) => [{ ...one, laterality: one.laterality === 'left' ? 'right' : 'left' }]),
    );
    expect([services.family, services.laterality, services.all]).toEqual([1, 0, 0]);
  });

  test('one too many spoils an issue, not its other services', () => {
    const extra = {
      family: 'no_such_family',
      region: null,
      laterality: null,
      levels: [],
      quantity: null,
      decidedBy: [],
    };
    const { services, issues } = scoreRows(
      withIssues((issue) => ({ ...issue, services: [...issue.services, extra] })),
    );
    expect([services.all, issues.exact]).toEqual([1, 0]);
  });

  test('left and right are as good as bilateral', () => {
    const { services } = scoreRows(
      withServices((one) =>
        one.laterality === 'bilateral'
          ? [
              { ...one, laterality: 'left' },
              { ...one, laterality: 'right' },
            ]
          : [one],
      ),
    );
    expect([services.all, services.extra]).toEqual([1, 0]);
  });
});

describe('decisions', () => {
  const score = (predict: (issue: OutputIssue) => string) =>
    scoreRows(withIssues((issue) => ({ ...issue, predicted: predict(issue) }))).decisions;

  test('always upheld is the majority baseline', () => {
    const { accuracy_all, majority_baseline, overturned, kappa, macro_f1 } = score(() => 'upheld');
    expect(majority_baseline).toEqual({ always: 'upheld', accuracy: accuracy_all, macro_f1 });
    expect([overturned.f1, kappa]).toEqual([0, 0]);
  });

  test('undetermined lowers coverage, not accuracy on what is covered', () => {
    const { coverage, accuracy_covered, accuracy_all } = score(({ issue, predicted }) =>
      issue === 1 ? 'undetermined' : (predicted ?? ''),
    );
    expect(coverage).toBeLessThan(0.7);
    expect(accuracy_covered).toBe(1);
    expect(accuracy_all).toBe(coverage);
  });

  test('all reversed correlate perfectly, the wrong way', () => {
    const { accuracy_all, mcc, kappa } = score(({ predicted }) =>
      predicted === 'upheld' ? 'overturned' : 'upheld',
    );
    expect([accuracy_all, mcc]).toEqual([0, -1]);
    expect(kappa).toBeLessThan(0);
  });
});

describe('findings', () => {
  const score = (change: (findings: OutputIssue['findings']) => OutputIssue['findings']) =>
    scoreRows(withIssues((issue) => ({ ...issue, findings: change(issue.findings) }))).findings;

  test('none are no recall and no alarm', () => {
    const { strict, letters } = score(() => []);
    expect(strict).toEqual({ precision: null, recall: 0, f1: null });
    expect([letters.sensitivity, letters.false_alarm_rate]).toEqual([0, 0]);
  });

  test('a false alarm in each issue alarms on every clean letter', () => {
    const { strict, letters } = score((findings) => [...findings, FALSE_ALARM]);
    expect([letters.false_alarm_rate, strict.recall]).toEqual([1, 1]);
    expect(strict.precision).toBeLessThan(0.5);
  });

  test('under another code they count leniently only', () => {
    const { strict, lenient } = score((findings) => findings.map((one) => ({ ...one, code: 'other' })));
    expect([strict.recall, lenient.recall]).toEqual([0, 1]);
  });

  test('that a prediction disagrees is no finding of the letter', () => {
    const disagrees = { ...FALSE_ALARM, code: 'outcome-disagrees' };
    const { strict, system_not_scored } = score((findings) => [...findings, disagrees]);
    expect([strict.f1, system_not_scored]).toEqual([1, PERFECT.issues.length]);
  });
});

test('an empty output finds nothing', () => {
  const { facts, decisions, issues } = scoreRows({ facts: [], issues: [] });
  expect([facts.recall, decisions.coverage, issues.recall]).toEqual([0, 0, 0]);
  expect([facts.status_accuracy, decisions.kappa, issues.precision]).toEqual([null, null, null]);
});
