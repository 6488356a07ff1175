import { describe, expect, it } from 'vitest';
import type { LetterHeader } from '../../src/document/imr-document.js';
import { letter2013, letter2014, letter2015, parse } from './letters.js';

const ISSUE = { request: 'A wheel', outcome: 'is not medically necessary', rationale: 'No.' };

function values(text: string): Partial<Record<keyof LetterHeader, string>> {
  const fields = Object.entries(parse(text).header).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([name, field]) => [name, field.value]));
}

describe('the fields of the front matter', () => {
  it('from 2015 on', () => {
    expect(values(letter2015([{ ...ISSUE, outcome: 'Upheld' }]))).toEqual({
      caseNumber: 'CM15-0012345',
      injuryDate: '2002-09-19',
      urDate: '2015-10-05',
      applicationDate: '2015-09-17',
      assignedDate: '2015-09-24',
      decisionDate: '2015-11-05',
      priority: 'standard',
      specialty: 'Pottery Medicine',
      licensure: 'California, Nevada',
    });
  });

  it('of 2014, from the sentence on the reviewer', () => {
    expect(values(letter2014([ISSUE]))).toEqual({
      specialty: 'Pottery Medicine, Glazes',
      licensure: 'California',
    });
  });

  it('of 2013, where labels of empty fields follow each other', () => {
    expect(values(letter2013([ISSUE]))).toEqual({
      caseNumber: 'CM13-0071443',
      injuryDate: '2006-04-11',
      urDate: '2013-08-06',
      applicationDate: '2013-08-20',
      decisionDate: '2013-12-18',
      specialty: 'Pottery Medicine',
      licensure: 'California',
    });
  });

  it('the disclaimer is of the summary and gives no field', () => {
    expect(values(letter2013([ISSUE]).replace('Date of UR Decision: 8/6/2013', ''))).not.toHaveProperty(
      'urDate',
    );
  });

  it('a label without a value of its kind gives nothing', () => {
    const text = letter2015([{ ...ISSUE, outcome: 'Upheld' }])
      .replace('UR Denial Date: 10/05/2015', 'UR Denial Date:')
      .replace('Date of Injury: 09/19/2002', 'Date of Injury: unknown');
    expect(values(text)).not.toHaveProperty('urDate');
    expect(values(text)).not.toHaveProperty('injuryDate');
  });

  it('what a rationale or a summary says is no field', () => {
    const text = letter2014(
      [{ ...ISSUE, rationale: 'Priority: Standard. UR Denial Date: 1/1/2014.' }],
      'Date of Injury: 1/1/2010. He has pain.',
    );
    expect(values(text)).not.toHaveProperty('priority');
    expect(values(text)).not.toHaveProperty('urDate');
    expect(values(text)).not.toHaveProperty('injuryDate');
  });

  it.each(['10/05/2015', '10-05-15', '10- \n\n05-2015', 'October 5, 2015', '2015-10-05'])(
    'a date may be written %j',
    (date) => {
      expect(
        values(letter2015([]).replace('UR Denial Date: 10/05/2015', `UR Denial Date: ${date}`)).urDate,
      ).toBe('2015-10-05');
    },
  );

  it('a specialty ends with its sentence, with or without a licence', () => {
    const text = letter2014([]).replace(
      ', has a subspecialty in Glazes and is licensed to practice in California',
      '',
    );
    expect(values(text)).toEqual({ specialty: 'Pottery Medicine' });
  });

  it('the most trusted label counts, wherever it stands', () => {
    const text = `Utilization Review Denial dated 1/2/2014. Date of UR Decision: 3/4/2014\n${letter2014([])}`;
    expect(values(text).urDate).toBe('2014-03-04');
  });

  it('a quote is the text at its span', () => {
    const text = letter2015([]);
    for (const field of Object.values(parse(text).header)) {
      if (field) expect(text.slice(field.quote.start, field.quote.end)).toBe(field.quote.text);
    }
  });
});
