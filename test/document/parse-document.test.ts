import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentOf,
  DISCLAIMER,
  type InventedIssue,
  issuesPart2015,
  letter2013,
  letter2014,
  letter2015,
  parse,
  SUMMARY,
  summaryPart,
  words,
} from './letters.js';

const CLEAN_SUMMARY = SUMMARY.replace(/\s+/g, ' ');
const SUMMARY_OF: Readonly<Record<string, string>> = { '2013': `${DISCLAIMER} ${CLEAN_SUMMARY}` };
const ISSUES: readonly InventedIssue[] = [
  {
    request: 'One (1) potter wheel, 2 speeds',
    outcome: 'Upheld',
    rationale: 'No wheel is needed. The request is not medically necessary.',
  },
  {
    request: '12 bags of clay (grade 2.5)',
    outcome: 'Overturned',
    rationale: 'Clay helps. The request is medically necessary.',
  },
];
const SENTENCES: readonly InventedIssue[] = ISSUES.map((issue) => ({
  ...issue,
  outcome: `is ${issue.outcome === 'Upheld' ? 'not ' : ''}medically necessary and appropriate`,
}));
const LETTERS = [
  ['2013', letter2013(SENTENCES)],
  ['2014', letter2014(SENTENCES)],
  ['2015', letter2015(ISSUES)],
] as const;

/** Requests and outcomes of a letter that consists of a summary and the lines given. */
function issuesOf(text: string): [string | null, string | undefined][] {
  return parse(text).issues.map(({ request, determination }) => [
    words(text, request),
    determination.outcome?.value,
  ]);
}

function codesOf(text: string): string[] {
  return parse(text).diagnostics.map(({ code }) => code);
}

describe.each(LETTERS)('a letter of %s', (shape, text) => {
  it('is taken apart', () => {
    const document = parse(text);
    expect(document.shape).toBe(shape);
    expect(words(text, document.summary)).toBe(SUMMARY_OF[shape] ?? CLEAN_SUMMARY);
    expect(issuesOf(text)).toEqual([
      ['One (1) potter wheel, 2 speeds', 'upheld'],
      ['12 bags of clay (grade 2.5)', 'overturned'],
    ]);
    expect(document.issues.map(({ number }) => number)).toEqual([1, 2]);
    expect(document.issues.map(({ determination }) => words(text, determination.rationale))).toEqual(
      ISSUES.map(({ rationale }) => rationale),
    );
    expect(document.diagnostics).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['on one line', (t) => t.replace(/\s+/g, ' ')],
    ['without blank lines', (t) => t.replace(/\n\s*\n/g, '\n')],
    ['double spaced, with trailing spaces', (t) => t.replace(/\n/g, ' \n\n')],
    ['with Windows line ends', (t) => t.replace(/\n/g, '\r\n')],
    ['with old Macintosh line ends', (t) => t.replace(/\n/g, '\r')],
    ['with a page break after every line', (t) => t.replace(/\n/g, '\n\f\n')],
    ['indented', (t) => t.replace(/^/gm, '     ')],
    ['with one word per line', (t) => t.replace(/ /g, '\n')],
    ['after a byte order mark', (t) => `\uFEFF${t}`],
    ['with no-break spaces', (t) => t.replace(/ /g, '\u00A0')],
    [
      'with headings in capitals',
      (t) =>
        t.replace(/^.*(?:Notice|Case Summary|Documents Reviewed|Medical Qualif).*$/gm, (line) =>
          line.toUpperCase(),
        ),
    ],
    [
      'with a title in small letters',
      (t) => t.replace(/CLINICAL CASE SUMMARY|IMR ISSUES.*|IMR DECISION.*/g, (line) => line.toLowerCase()),
    ],
    [
      'with spread headings',
      (t) => t.replace(/CLINICAL CASE SUMMARY|IMR ISSUES, /g, (line) => line.split('').join(' ')),
    ],
    [
      'with headings glued to the text before',
      (t) => t.replace(/\s+(?=CLINICAL CASE SUMMARY|IMR ISSUES,|IMR DECISION)/g, ''),
    ],
  ])('says the same %s', (_, change) => {
    expect(contentOf(change(text))).toEqual(contentOf(text));
  });

  it('gives what is left when it breaks off, wherever that is', () => {
    for (let end = 0; end < text.length; end += 7) {
      const cut = text.slice(0, end);
      const { summary, issues } = parse(cut);
      const shown = words(cut, summary) ?? '';
      // What is left of the next heading, or of the sentence before, cannot be told from the summary.
      const isFirstSentence = end < text.indexOf(SUMMARY.slice(0, 20));
      const whole = SUMMARY_OF[shape] ?? CLEAN_SUMMARY;
      expect(isFirstSentence || whole.startsWith(shown) || shown.startsWith(whole)).toBe(true);
      expect(issues.length).toBeLessThanOrEqual(2);
    }
  });
});

describe('outcomes of the shape of 2015', () => {
  const block =
    '\nClaims Administrator guideline: none.\nMAXIMUS guideline: none.\nDecision rationale: So it is.\n';
  const letter = (...heads: string[]): string =>
    `${summaryPart('He is 50.')}IMR ISSUES, DECISIONS AND RATIONALES\n${heads.map((head) => head + block).join('')}`;

  it.each([
    ['A wheel: Upheld', 'A wheel', 'upheld'],
    ['A wheel: UPHELD', 'A wheel', 'upheld'],
    ['A wheel : Upheld.', 'A wheel', 'upheld'],
    ['A wheel:Overturned', 'A wheel', 'overturned'],
    ['A wheel:\n\nUpheld', 'A wheel', 'upheld'],
    ['A wheel\nUpheld', 'A wheel', 'upheld'],
    ['A wheel for the\nleft hand: Upheld', 'A wheel for the left hand', 'upheld'],
    ['A wheel - Overturned', 'A wheel', 'overturned'],
    ['A wheel: Decision: Uphold', 'A wheel', 'upheld'],
    ['A wheel. Determination: Overturn', 'A wheel', 'overturned'],
    ['A wheel: Overturned in part', 'A wheel', 'overturned-in-part'],
    ['A wheel: Partially overturned', 'A wheel', 'overturned-in-part'],
    ['A wheel: Upheld in part', 'A wheel', 'overturned-in-part'],
    ['A wheel: Partially Upheld/Partially Overturned', 'A wheel', 'overturned-in-part'],
    ['A wheel: Not medically necessary', 'A wheel', 'upheld'],
    ['A wheel: Medically necessary and appropriate', 'A wheel', 'overturned'],
    ['A wheel is not medically necessary.', 'A wheel', 'upheld'],
    ['A wheel are partially medically necessary', 'A wheel', 'overturned-in-part'],
    ['Retro (DOS: 7/14/15): clay 2:1, 3 bags: Upheld', 'Retro (DOS: 7/14/15): clay 2:1, 3 bags', 'upheld'],
    ['1. A wheel: Upheld', 'A wheel', 'upheld'],
    ['1) 12 bags of clay: Upheld', '12 bags of clay', 'upheld'],
    ['Issue 1: A wheel: Upheld', 'A wheel', 'upheld'],
    ['1.A wheel: Upheld', 'A wheel', 'upheld'],
    ['A wheel (Overturned)', 'A wheel', 'overturned'],
    ['A wheel\nDecision: Upheld', 'A wheel', 'upheld'],
    ['• A wheel: Upheld', 'A wheel', 'upheld'],
  ])('%j asks for %j: %s', (head, request, outcome) => {
    expect(issuesOf(letter(head))).toEqual([[request, outcome]]);
  });

  it.each([
    ['a full stop', 'It is not needed.'],
    ['no full stop', 'The request is not medically necessary'],
    ['a quotation', 'He writes "no."'],
    ['an outcome', 'Therefore the UR decision is overturned'],
    ['a question', 'Why would he need it?'],
  ])('a request begins after a rationale that ends with %s', (_, rationale) => {
    const text = letter2015([
      { request: 'A wheel', outcome: 'Upheld', rationale },
      { request: 'Qty. 30 of clay (10 mg. tins) no. 5', outcome: 'Overturned', rationale: 'Yes.' },
    ]);
    const expected = [
      ['A wheel', 'upheld'],
      ['Qty. 30 of clay (10 mg. tins) no. 5', 'overturned'],
    ];
    expect(issuesOf(text)).toEqual(expected);
    expect(issuesOf(text.replace(/\s+/g, ' '))).toEqual(expected);
  });

  it('prose that speaks of outcomes opens no issue', () => {
    const rationale =
      'The UR decision: Upheld. It was upheld: by all. In short, the final decision is: Upheld';
    expect(issuesOf(letter2015([{ request: 'A wheel', outcome: 'Overturned', rationale }]))).toHaveLength(1);
  });

  it('an issue without labels of its own keeps its sentence of reasons', () => {
    const text = `${issuesPart2015(ISSUES.slice(0, 1))}A brush: Upheld\nSince the wheel is not medically necessary, the brush is not.\nA towel: Upheld${block}${summaryPart('He is 50.')}`;
    expect(issuesOf(text).map(([request]) => request)).toEqual([
      'One (1) potter wheel, 2 speeds',
      'A brush',
      'A towel',
    ]);
    expect(words(text, parse(text).issues[1]?.determination.rationale)).toBe(
      'Since the wheel is not medically necessary, the brush is not.',
    );
  });
});

describe('issues of the shapes of 2014 and 2013', () => {
  it('are found without numbers', () => {
    expect(issuesOf(letter2014(SENTENCES).replace(/^\d\. /gm, ''))).toEqual(issuesOf(letter2014(SENTENCES)));
  });

  it('are found behind numbers glued to them', () => {
    expect(issuesOf(letter2014(SENTENCES).replace(/^(\d\.) (?=One|12)/gm, '$1'))[0]).toEqual(
      issuesOf(letter2014(SENTENCES))[0],
    );
  });

  it('are found without labels, by their numbers', () => {
    const text = `${letter2014(SENTENCES)}3. A kiln, 2 shelves, are not medically necessary.\nIt follows from the wheel.`;
    expect(issuesOf(text).at(-1)).toEqual(['A kiln, 2 shelves', 'upheld']);
  });

  it('a number at the end of a sentence numbers nothing', () => {
    const rationale =
      'The pain went from 8 to 2. Clay is not medically necessary. The Expert Reviewer found it so.';
    const text = letter2014([{ ...(SENTENCES[0] as InventedIssue), rationale }]);
    expect(issuesOf(text)).toHaveLength(1);
  });

  it('of 2013 without a list are read from their blocks, without outcomes', () => {
    const text = letter2013(SENTENCES).replace(/^\d\) MAXIMUS.*$/gm, '');
    expect(issuesOf(text)).toEqual([
      ['One (1) potter wheel, 2 speeds', undefined],
      ['12 bags of clay (grade 2.5)', undefined],
    ]);
    expect(codesOf(text)).toEqual(['issue-without-outcome', 'issue-without-outcome']);
  });

  it('of 2013 without blocks are read from the list', () => {
    const text = letter2013(SENTENCES).replace(/^1\) Regarding[\s\S]*$/m, '');
    expect(issuesOf(text).map(([, outcome]) => outcome)).toEqual(['upheld', 'overturned']);
    expect(parse(text).issues[0]?.determination.rationale).toBeNull();
  });

  it('a qualifier before `request for` is part of the request', () => {
    const text = letter2013(SENTENCES).replaceAll('the request for 12', 'the retrospective request for 12');
    expect(issuesOf(text)[1]?.[0]).toBe('retrospective request for 12 bags of clay (grade 2.5)');
  });

  it('what a summary quotes about a request opens no block', () => {
    const text = letter2013(SENTENCES, `${SUMMARY} 1) Regarding the request for a wheel: it is denied.`);
    expect(words(text, parse(text).summary)).toMatch(/it is denied\.$/);
  });
});

describe('where a summary begins and ends', () => {
  it('prose that names a case summary is no heading', () => {
    const text = letter2015([
      {
        request: 'A wheel',
        outcome: 'Upheld',
        rationale: 'In the case summary: nothing. See the Case Summary above.',
      },
    ]);
    expect(codesOf(text)).toEqual([]);
  });

  it('a summary may follow the issues', () => {
    const text = `${issuesPart2015(ISSUES)}\n\n${summaryPart(SUMMARY)}`;
    expect(words(text, parse(text).summary)).toBe(CLEAN_SUMMARY);
    expect(issuesOf(text)).toEqual(issuesOf(letter2015(ISSUES)));
  });

  it('a lost issues heading leaves the labels to tell', () => {
    const text = letter2015(ISSUES).replace(/IMR ISSUES[\s\S]*?below:/, '');
    expect(words(text, parse(text).summary)).toBe(CLEAN_SUMMARY);
    expect(issuesOf(text)).toEqual(issuesOf(letter2015(ISSUES)));
  });

  it('a lost summary heading leaves its first sentence to tell', () => {
    const text = letter2015(ISSUES).replace('CLINICAL CASE SUMMARY', '');
    expect(words(text, parse(text).summary)).toBe(CLEAN_SUMMARY);
  });

  it.each(['August 6, 2013.', 'Sept. 6, 2013:', '8/6/13.', '08-06-2013 '])(
    'the disclaimer dated %s opens it',
    (date) => {
      const text = letter2013(SENTENCES).replace('August 6, 2013.', date);
      const disclaimer = DISCLAIMER.replace('August 6, 2013.', date.trimEnd());
      expect(words(text, parse(text).summary)).toBe(`${disclaimer} ${CLEAN_SUMMARY}`);
    },
  );

  it('text on the line of its heading belongs to it', () => {
    const text = letter2013(SENTENCES).replace(/Summary:\nDisclaimer.*\n/, 'Summary: ');
    expect(words(text, parse(text).summary)).toBe(CLEAN_SUMMARY);
  });
});

describe('what is wrong with a letter', () => {
  const issues = issuesPart2015(ISSUES);

  it.each([
    ['nothing at all', '', ['not-a-determination']],
    ['another text', 'Dear sir, the matter: Upheld.', ['not-a-determination']],
    ['a bill', 'Invoice 12\nTotal: 100', ['not-a-determination']],
    ['issues alone', issues, ['no-case-summary']],
    ['a summary alone', summaryPart(SUMMARY), ['no-issues']],
    ['an empty summary', `CLINICAL CASE SUMMARY\n${issues}`, ['no-case-summary']],
    [
      'a summary that breaks off in its first sentence',
      'CLINICAL CASE SUMMARY\nThe expert reviewer developed the foll',
      ['no-case-summary', 'no-issues'],
    ],
    [
      'a heading of issues alone',
      `${summaryPart(SUMMARY)}IMR ISSUES, DECISIONS AND RATIONALES`,
      ['no-issues'],
    ],
    [
      'a request that breaks off',
      `${summaryPart(SUMMARY)}IMR ISSUES, DECISIONS AND RATIONALES\nA whe`,
      ['issue-without-outcome'],
    ],
    ['an issue without outcome', letter2015(ISSUES).replace(': Upheld', ''), ['issue-without-outcome']],
    ['two letters', letter2015(ISSUES) + letter2015(ISSUES), ['several-case-summaries']],
    ['two summaries', summaryPart(SUMMARY) + summaryPart('He is 60.') + issues, ['several-case-summaries']],
    ['a summary repeated as heading only', `CLINICAL CASE SUMMARY\n${summaryPart(SUMMARY)}${issues}`, []],
  ])('%s', (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });

  it('of two letters the first is read', () => {
    const text = letter2015(ISSUES.slice(0, 1)) + letter2015(ISSUES.slice(1), 'He is 60.');
    expect(words(text, parse(text).summary)).toBe(CLEAN_SUMMARY);
    expect(issuesOf(text)).toEqual([['One (1) potter wheel, 2 speeds', 'upheld']]);
    expect(words(text, parse(text).issues[0]?.determination.rationale)).toMatch(
      /not medically necessary\.( Case Number.*)?$/,
    );
  });

  it('an issue without outcome keeps its request and place', () => {
    const text = letter2015(ISSUES).replace(': Upheld', '');
    const document = parse(text);
    expect(words(text, document.issues[0]?.request)).toBe('One (1) potter wheel, 2 speeds');
    expect(document.diagnostics[0]?.span).toEqual({
      start: document.issues[0]?.request.start,
      end: document.issues[0]?.request.end,
    });
  });

  it('says so in words', () => {
    const messages = (text: string): string[] => parse(text).diagnostics.map(({ message }) => message);
    expect(messages('Dear sir')).toEqual(['the text has neither a case summary nor issues']);
    expect(messages(issues)).toEqual(['no case summary was found, so nothing can be predicted']);
    expect(messages(`CLINICAL CASE SUMMARY\n${issues}`)).toEqual([
      'the case summary is empty, so nothing can be predicted',
    ]);
    expect(messages(summaryPart(SUMMARY))).toEqual([
      'the letter has no disputed issues, or breaks off before them',
    ]);
    expect(messages(letter2015(ISSUES).replace(': Upheld', ''))).toEqual(['issue 1 states no outcome']);
    expect(messages(letter2015(ISSUES) + letter2015(ISSUES))).toEqual([
      'the text has more than one case summary; the first is used',
    ]);
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    'wheel',
    'clay',
    'kiln',
    'left',
    'Glaze',
    'x-ray',
    '2',
    '(new)',
    'A',
    'of',
    'no.',
    'Dr.',
    '5/500',
  );
  const phrase = fc
    .array(word, { minLength: 1, maxLength: 8 })
    .map((list) => `Pot ${list.join(' ').replace(/\.$/, '')}`);
  const sentence = phrase.map((text) => `${text}.`);
  const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
  const issue = fc.record({
    request: fc
      .array(fc.constantFrom('wheel', 'clay', '2', '(new, 3 bags)', 'kiln: small'), { minLength: 1 })
      .map((list) => `Pot ${list.join(' ')} pot`),
    outcome: fc.constantFrom('Upheld', 'Overturned'),
    rationale: prose,
  });
  const issues = fc.array(issue, { minLength: 1, maxLength: 4 });

  it('parts are in order and disjoint, and quotes are the text at their span', () => {
    fc.assert(
      fc.property(issues, fc.constantFrom(letter2013, letter2014, letter2015), (list, letter) => {
        const text = letter(
          letter === letter2015 ? list : list.map((one) => ({ ...one, outcome: 'is medically necessary' })),
        );
        const document = parse(text);
        expect(document.issues).toHaveLength(list.length);
        const quotes = document.issues.flatMap(({ request, determination }) =>
          [
            request,
            determination.outcome?.quote,
            determination.claimsAdministrator?.quote,
            determination.reviewer?.quote,
          ].filter((quote) => quote !== undefined),
        );
        for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
        const spans = [
          ...quotes,
          ...document.issues.map(({ determination }) => determination.rationale),
          document.summary,
        ].filter((span) => span !== null);
        spans.sort((a, b) => a.start - b.start);
        spans.reduce((end, span) => {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          return span.end;
        }, 0);
      }),
      { numRuns: 60 },
    );
  });

  it('rewriting outcomes, citations and rationales changes neither summary nor requests', () => {
    fc.assert(
      fc.property(
        issues,
        fc.array(
          fc.record({
            outcome: fc.constantFrom('Upheld', 'Overturned', 'Upheld in part'),
            rationale: prose,
            administrator: prose,
            reviewer: prose,
          }),
          { minLength: 4, maxLength: 4 },
        ),
        (list, others) => {
          const before = parse(letter2015(list));
          const after = parse(letter2015(list.map((one, index) => ({ ...one, ...others[index] }))));
          expect(after.summary).toEqual(before.summary);
          expect(after.issues.map(({ request }) => request.text)).toEqual(
            before.issues.map(({ request }) => request.text),
          );
          expect(before.issues.map(({ request }) => request.text)).toEqual(
            list.map(({ request }) => request),
          );
        },
      ),
    );
  });

  it('whatever follows the issues heading, the summary stays the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(prose), (noise, more) => {
        const text = `${summaryPart(SUMMARY)}IMR ISSUES, DECISIONS AND RATIONALES\n${noise}${more.join('\n')}`;
        expect(words(text, parse(text).summary)).toBe(CLEAN_SUMMARY);
      }),
    );
  });

  it('no text makes it throw, and every span lies in the text', () => {
    const piece = fc.constantFrom(
      'CLINICAL CASE SUMMARY',
      'Case Summary:',
      'IMR ISSUES, DECISIONS AND RATIONALES',
      'Documents Reviewed for Determination:',
      ': Upheld',
      'Overturned',
      ' is not medically necessary. ',
      'Claims Administrator guideline:',
      'MAXIMUS guideline:',
      'Decision rationale:',
      '1) Regarding the request for ',
      '2) MAXIMUS Federal Services, Inc. has determined the request for ',
      'The Claims Administrator based its decision on ',
      'Decision based on MTUS ',
      'Section(s): ',
      ', and ',
      '(',
      ')',
      '. ',
      '2004',
      '\n',
      ' ',
      ':',
      'Notice of Independent Medical Review Determination',
      '\u{1F600}',
      '\uFB01',
      'x',
      '1. ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 }),
        (pieces) => {
          const text = pieces.join('');
          const document = parse(text);
          const spans = [
            document.summary,
            ...document.diagnostics.map(({ span }) => span),
            ...document.issues.flatMap(({ request, determination }) => [
              request,
              determination.rationale,
              determination.outcome?.quote ?? null,
            ]),
          ];
          for (const span of spans) {
            if (span === null) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          for (const { request } of document.issues) expect(request.text.trim()).not.toBe('');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'word ',
    'IMR ISSUES, DECISIONS AND RATIONALES ',
    'CLINICAL CASE SUMMARY a ',
    ': Upheld ',
    'is not medically necessary ',
    'Claims Administrator guideline: ',
    '1) Regarding the request for x: ',
    '(',
    'A. ',
    'Decision based on MTUS A 2004, Section(s): ',
    // So long that work which grows with its square would not end within the test.
  ])('reads a letter that ends in a long run of %j', (unit) => {
    const text = `${letter2015(ISSUES)} ${unit.repeat(500_000 / unit.length)}`;
    expect(parse(text).issues.length).toBeGreaterThanOrEqual(2);
  });

  it('reads a paragraph of ten megabytes', () => {
    const text = letter2015(ISSUES, 'He has pain in the left hand. '.repeat(350_000));
    expect(parse(text).issues).toHaveLength(2);
  });
});
