import { describe, expect, it } from 'vitest';
import { readCitations } from '../../src/document/citations.js';
import type { CitationBlock } from '../../src/document/imr-document.js';
import { CleanView } from '../../src/text/clean-view.js';
import { SourceText } from '../../src/text/source-text.js';
import { readLetterForm } from '../helpers/lexicon.js';

const FORM = readLetterForm().citations;

function read(text: string, administrator: CitationBlock | null = null): CitationBlock {
  const view = CleanView.of(new SourceText('t', text));
  return readCitations(view, { start: 0, end: view.text.length }, administrator, FORM);
}

/** One line per source: kind, title, year, sections, pages. */
function lines({ sources }: CitationBlock): string[] {
  return sources.map(({ kind, title, year, sections, pages }) =>
    [kind, title, year ?? '-', sections.join(' + ') || '-', pages ?? '-'].join(' | '),
  );
}

describe('citations from 2015 on', () => {
  it.each<[string, string[]]>([
    [
      'Decision based on MTUS Kiln Complaints 2004, Section(s): Special Studies.',
      ['schedule | Kiln Complaints | 2004 | Special Studies | -'],
    ],
    [
      'Decision based on MTUS Kiln Complaints 2004, Section(s): Special Studies, Summary, and Hand Complaints 2004, Section(s): Initial Care.',
      [
        'schedule | Kiln Complaints | 2004 | Special Studies + Summary | -',
        'schedule | Hand Complaints | 2004 | Initial Care | -',
      ],
    ],
    [
      'Decision based on MTUS Arm, Wrist, and Hand Complaints 2004, Section(s): Summary, and Arm, Wrist, and Hand Complaints 2009, Section(s): Glaze.',
      [
        'schedule | Arm, Wrist, and Hand Complaints | 2004 | Summary | -',
        'schedule | Arm, Wrist, and Hand Complaints | 2009 | Glaze | -',
      ],
    ],
    [
      'Decision based on MTUS Chronic Clay Treatment Guidelines.',
      ['schedule | Chronic Clay Treatment Guidelines | - | - | -'],
    ],
    [
      'Decision based on MTUS Clay 2009, Section(s): Glazes, criteria for use, Kilns (for clay, dry).',
      ['schedule | Clay | 2009 | Glazes, criteria for use + Kilns (for clay, dry) | -'],
    ],
    [
      'Decision based on Non-MTUS Citation Official Potters Guidelines (OPG), Hand Chapter-Wheels (turning, fast).',
      ['other | Official Potters Guidelines (OPG) | - | Hand Chapter + Wheels (turning, fast) | -'],
    ],
    [
      'Decision based on Non-MTUS Citation OPG, Hand Chapter, Cold/heat packs.',
      ['other | OPG | - | Hand Chapter + Cold/heat packs | -'],
    ],
    [
      'Decision based on Non-MTUS Citation World Journal of Clay 2012 May 28 4[5]:193-207.',
      ['other | World Journal of Clay | 2012 | - | 193-207'],
    ],
    [
      'Decision based on Non-MTUS Citation Up to date topic 7768 and version 20.0.',
      ['other | Up to date | - | topic 7768 and version 20.0 | -'],
    ],
    [
      'Decision based on Non-MTUS Citation Society of Potters, Advisory for Kilns (2012).',
      ['other | Society of Potters | 2012 | Advisory for Kilns | -'],
    ],
    [
      'Decision based on MTUS Kiln Complaints 2004, Section(s): Summary. Decision based on Non-MTUS Citation OPG, Hand Chapter.',
      ['schedule | Kiln Complaints | 2004 | Summary | -', 'other | OPG | - | Hand Chapter | -'],
    ],
    ['The Claims Administrator did not cite any medical evidence for its decision.', []],
    ['The Expert Reviewer did not base their decision on the MTUS. No other citation was provided.', []],
    ['Decision based on MTUS .', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(lines(read(text))).toEqual(expected);
  });
});

describe('citations of 2013 and 2014', () => {
  it.each<[string, string[]]>([
    [
      'The Claims Administrator based its decision on the MTUS Chronic Clay Medical Treatment Guidelines, Glazes, page 107.',
      ['schedule | Chronic Clay Medical Treatment Guidelines | - | Glazes | 107'],
    ],
    [
      'The Expert Reviewer based his/her decision on the MTUS Clay Guidelines, Glazes and Kilns, pages 101 and 105-\n107.',
      ['schedule | Clay Guidelines | - | Glazes and Kilns | 101 and 105-107'],
    ],
    [
      'The Claims Administrator based its decision on the MTUS XY Practice Guidelines, Chapter 12 Kiln Complaints, page 300.',
      ['schedule | Kiln Complaints | - | - | 300'],
    ],
    [
      'The Claims Administrator based its decision on the Kiln Complaints Chapter (XY Practice Guidelines, 2nd Edition (2004), Chapter 12), pages 305-307, which is a part of the MTUS.',
      ['schedule | Kiln Complaints | 2004 | - | 305-307'],
    ],
    [
      'The Claims Administrator based its decision on the Chronic Clay Medical Treatment Guidelines (2009), Glazes, page 80, which is part of the MTUS.',
      ['schedule | Chronic Clay Medical Treatment Guidelines | 2009 | Glazes | 80'],
    ],
    [
      'The Claims Administrator based its decision on the Official Potters Guidelines, Hand Chapter, which is not part of the MTUS.',
      ['other | Official Potters Guidelines | - | Hand Chapter | -'],
    ],
    [
      'The Expert Reviewer based his/her decision on the Non-MTUS Official Potters Guidelines (OPG), Hand Chapter, Wheels.',
      ['other | Official Potters Guidelines (OPG) | - | Hand Chapter + Wheels | -'],
    ],
    [
      'The Expert Reviewer found that no section of the MTUS was applicable and relied upon the OPG, Hand Chapter.',
      ['other | OPG | - | Hand Chapter | -'],
    ],
    ['The Claims Administrator did not cite a guideline.', []],
  ])('%j', (text, expected) => {
    expect(lines(read(text))).toEqual(expected);
  });

  it('the reviewer who found the guidelines of the administrator relevant relied on the same', () => {
    const administrator = read(
      'The Claims Administrator based its decision on the MTUS Clay Guidelines, page 9.',
    );
    const reviewer = read(
      'The Expert Reviewer found the guidelines used by the Claims Administrator relevant and appropriate.',
      administrator,
    );
    expect(reviewer.sources).toEqual(administrator.sources);
    expect(reviewer.basedOnSchedule).toBe(true);
    expect(reviewer.quote.text).toMatch(/^The Expert Reviewer found/);
  });
});

describe('whether a block is based on the MTUS', () => {
  it.each([
    ['Decision based on MTUS Clay 2009, Section(s): Glazes.', true],
    ['The Expert Reviewer did not base their decision on the MTUS.', false],
    ['Decision based on Non-MTUS Citation OPG.', false],
    ['The Claims Administrator did not cite any medical evidence for its decision.', null],
  ])('%j: %s', (text, expected) => {
    expect(read(text).basedOnSchedule).toBe(expected);
  });
});

it('every quote is the text at its span', () => {
  const text =
    'Decision based on MTUS Kiln\n\nComplaints 2004, Section(s): Summary, and Hand Complaints 2004,\nSection(s): X.';
  const { sources, quote } = read(text);
  expect(sources.map((source) => source.quote.text)).toEqual([
    'Kiln\n\nComplaints 2004, Section(s): Summary',
    'Hand Complaints 2004,\nSection(s): X',
  ]);
  for (const { start, end, text: words } of [quote, ...sources.map((source) => source.quote)])
    expect(text.slice(start, end)).toBe(words);
});
