/**
 * Builders of hand-made results: a small letter and what a pipeline could say of it. Each takes what a test is about
 * and fills in the rest.
 */
import type { ImrDocument } from '../../src/document/imr-document.js';
import { type Quote, SourceText } from '../../src/text/source-text.js';
import type {
  Citation,
  Decision,
  Finding,
  GroupNode,
  RulePlace,
  RuleTrace,
  TestNode,
  TraceNode,
} from '../../src/vocabulary/decision.js';
import type { Fact, FactReading } from '../../src/vocabulary/fact.js';
import type { IssueResult, LetterResult } from '../../src/vocabulary/letter-result.js';
import type { Service } from '../../src/vocabulary/service.js';
import { serviceOf } from './services.js';

export const LETTER = new SourceText(
  'letters/a.txt',
  `CLINICAL CASE SUMMARY
The worker has back pain. Straight leg
raise is negative. Six visits of therapy failed.
IMR ISSUES
Scan of the low back: Upheld
Decision rationale: There is no documentation
of failed therapy. Not necessary.
`,
);

export function quoteOf(words: string, source: SourceText = LETTER): Quote {
  const start = source.text.indexOf(words);
  if (start < 0) throw new Error(`the letter does not say: ${words}`);
  return source.quote({ start, end: start + words.length });
}

export const CITATION: Citation = {
  source: 'MTUS Low Back',
  edition: '2004',
  section: 'Special Studies',
  pages: '303',
};

export function place(line: number): RulePlace {
  return { file: 'rules/low-back/scan.yaml', span: { start: 0, end: 4 }, line, column: 5 };
}

export function service(parts: Partial<Service> = {}): Service {
  return serviceOf({
    family: 'scan',
    region: 'lumbar_spine',
    words: quoteOf('Scan of the low back'),
    ...parts,
  });
}

export function fact(parts: Partial<Fact> = {}): Fact {
  return {
    fact: 'slr_positive',
    status: 'absent',
    value: null,
    region: 'lumbar_spine',
    laterality: null,
    levels: [],
    date: null,
    service: null,
    evidence: [quoteOf('Straight leg\nraise is negative')],
    cues: [quoteOf('negative')],
    ...parts,
  };
}

export function reading(parts: Partial<FactReading> = {}): FactReading {
  return {
    fact: 'slr_positive',
    status: 'absent',
    value: null,
    gap: false,
    because: '',
    facts: [fact()],
    ...parts,
  };
}

export const SILENT: Partial<FactReading> = { status: 'not-documented', facts: [] };

export function testNode(id: string, parts: Partial<TestNode> = {}): TestNode {
  return {
    kind: 'test',
    id,
    status: 'not-met',
    because: 'a positive test shows a pressed nerve root',
    test: 'slr_positive is present',
    reading: reading(),
    assumed: null,
    citation: null,
    place: place(9),
    ...parts,
  };
}

export function group(
  kind: GroupNode['kind'],
  status: GroupNode['status'],
  children: readonly TraceNode[],
  parts: Partial<GroupNode> = {},
): GroupNode {
  return {
    kind,
    id: null,
    status,
    because: null,
    count: null,
    children,
    place: place(7),
    ...parts,
  };
}

export function ruleTrace(parts: Partial<RuleTrace> = {}): RuleTrace {
  return {
    rule: 'low-back-scan',
    title: 'Scan of the low back',
    tier: 1,
    citation: CITATION,
    place: place(1),
    passedOver: null,
    passedOverBecause: null,
    decision: 'not-medically-necessary',
    addresses: null,
    criteria: testNode('pressed-root'),
    exclusions: null,
    limits: null,
    ...parts,
  };
}

export function decision(parts: Partial<Decision> = {}): Decision {
  return {
    service: service(),
    decision: 'not-medically-necessary',
    date: '2015-10-05',
    rule: 'low-back-scan',
    decidedBy: ['pressed-root'],
    undocumented: [],
    reason: null,
    reasonText: null,
    rules: [ruleTrace()],
    turningPoints: [],
    ...parts,
  };
}

export function finding(parts: Partial<Finding> = {}): Finding {
  return {
    code: 'rationale-contradicts-summary',
    message: 'the rationale says that failed therapy is not documented; the summary documents it',
    hint: null,
    quotes: [
      quoteOf('There is no documentation\nof failed therapy'),
      quoteOf('Six visits of therapy failed'),
    ],
    ...parts,
  };
}

export function issue(parts: Partial<IssueResult> = {}): IssueResult {
  return {
    issue: 1,
    request: quoteOf('Scan of the low back'),
    decisions: [decision()],
    predicted: 'upheld',
    actual: 'upheld',
    agreement: 'agree',
    findings: [],
    ...parts,
  };
}

export function letter(parts: Partial<LetterResult> = {}): LetterResult {
  return { document: LETTER.name, urDate: '2015-10-05', facts: [fact()], issues: [issue()], ...parts };
}

export function letterDocument(): ImrDocument {
  return {
    source: LETTER,
    shape: '2015',
    header: {
      caseNumber: null,
      injuryDate: null,
      urDate: null,
      applicationDate: null,
      assignedDate: null,
      decisionDate: null,
      priority: null,
      specialty: null,
      licensure: null,
    },
    summary: quoteOf(
      'The worker has back pain. Straight leg\nraise is negative. Six visits of therapy failed.',
    ),
    issues: [
      {
        number: 1,
        request: quoteOf('Scan of the low back'),
        determination: {
          outcome: { value: 'upheld', quote: quoteOf('Upheld') },
          claimsAdministrator: null,
          reviewer: null,
          rationale: quoteOf('There is no documentation\nof failed therapy. Not necessary.'),
        },
      },
    ],
    diagnostics: [],
  };
}
