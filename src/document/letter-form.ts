/**
 * What the parser of letters knows of their wording, from the lexicon: fields, headings and labels, how they name the treatment
 * schedule, how dates are written.
 */
import type { UnitData } from '../language/unit.js';
import { unitData } from '../language/unit-data.js';
import { HEADER_FIELDS, type LetterLayout } from '../vocabulary/letter-layout.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import { type CitationForm, citationForm } from './citation-form.js';
import { type HeaderForm, headerForm } from './header.js';
import { type HeadingForm, headingForm } from './headings.js';
import { labelPattern } from './issue-labels.js';
import { type ListForm, listForm } from './issues-2013.js';
import { type RequestForm, requestForm } from './request-line.js';

/** The wording of letters by one lexicon; made once, used for any number of letters. */
export interface LetterForm {
  readonly citations: CitationForm;
  readonly units: UnitData;
  readonly header: HeaderForm;
  readonly headings: HeadingForm;
  /** Finds the labels of an issue (see `issue-labels.ts`). */
  readonly labels: RegExp;
  readonly lists: ListForm;
  readonly requests: RequestForm;
}

const NOTHING: LetterLayout['introductions']['summary'] = { opens: [], ends: [], within: 1 };
/** A layout without words, in which no letter has any part. */
const UNKNOWN: LetterLayout = {
  header: {
    labels: Object.fromEntries(
      HEADER_FIELDS.map((name) => [name, []]),
    ) as unknown as LetterLayout['header']['labels'],
    priorities: [],
    ends: [],
    joins: [],
  },
  headings: { summary: [], issues: [], documents: [], front: [] },
  introductions: { summary: NOTHING, issues: NOTHING },
  'summary-openings': [],
  'prose-before': [],
  labels: { 'claims-administrator': [], reviewer: [], rationale: [] },
  'part-openings': { 'claims-administrator': [], reviewer: [] },
  listed: { entry: [], block: [], request: [], rationale: [], guidelines: [], reviewer: [] },
  outcomes: {
    upheld: [],
    overturned: [],
    'other-words': { upheld: [], overturned: [], modified: [] },
    partly: [],
    necessary: [],
    not: [],
    be: [],
    leads: [],
    'prose-before': [],
  },
  citations: {
    form: [],
    other: [],
    citation: [],
    leads: [],
    same: [],
    nothing: [],
    outside: [],
    silent: [],
    membership: [],
    articles: [],
    sections: [],
    pages: [],
    topic: [],
    chapter: [],
    and: [],
  },
  'back-references': [],
};

/** The form of the letters that a checked lexicon is for. */
export function letterForm(lexicon: LexiconFile): LetterForm {
  const layout = lexicon['letter-form'] ?? UNKNOWN;
  const requests = requestForm(layout);
  return {
    citations: citationForm(layout, lexicon['treatment-schedule']),
    units: unitData(lexicon),
    header: headerForm(layout),
    headings: headingForm(layout),
    labels: labelPattern(layout),
    lists: listForm(layout, requests),
    requests,
  };
}
