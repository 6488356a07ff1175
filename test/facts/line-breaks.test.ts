/** Lines that end early end a sentence; wrapped lines of prose go on. */
import { describe, expect, it } from 'vitest';
import { factsIn } from '../helpers/facts-in.js';

const WIDE =
  'This line is as long as the lines of the letter are wide, so that what ends before it ends early.';
const said = (...lines: readonly string[]): readonly string[] => factsIn(lines.join('\n'), '2015-06-15');

describe('a line that ends early', () => {
  it('ends its sentence where the next one begins with a capital', () => {
    const facts = said(WIDE, 'RFA dated 08/14/2014', 'UR 08/21/2014 denied the request.');
    expect(facts).toContain('request_date present 2014-08-14');
    expect(facts).toContain('ur_date present 2014-08-21');
  });

  it('goes on after a comma or a word that joins', () => {
    expect(said(WIDE, 'There is no', 'Spasm of the lumbar muscles.')).toContain('muscle_spasm absent');
    expect(said(WIDE, 'He denies numbness,', 'Weakness of bladder or incontinence.')).toContain(
      'bowel_bladder_dysfunction absent',
    );
  });

  it('is a heading where it is in capitals, so that what follows is read under it', () => {
    expect(said(WIDE, 'PLAN', 'MRI of the lumbar spine')).not.toContain('prior_mri present');
    expect(said(WIDE, 'MRI of the lumbar spine')).toContain('prior_mri present');
  });

  it('changes nothing of how its first word is read elsewhere', () => {
    const sentence = 'Light touch was blunted along the lateral leg on the right.';
    const alone = factsIn(sentence, '2015-06-15');
    said(WIDE, 'Left 5/5', sentence);
    expect(factsIn(sentence, '2015-06-15')).toEqual(alone);
  });
});

it('a wrapped line of prose goes on, whatever the next one begins with', () => {
  const wrapped =
    'On examination of the lower back and of both of the lower limbs there was at this time no evidence';
  expect(said(wrapped, 'Of spasm.')).toContain('muscle_spasm absent');
});

it('one line that is longer than all others makes no other end early', () => {
  const prose = Array.from({ length: 12 }, () => 'The patient came for a visit and was seen by the').join(
    '\n',
  );
  const text = [
    prose,
    'doctor. He has no pain, no swelling and no lumbar',
    'Spasm on examination of the back.',
  ];
  expect(said(`${WIDE} ${WIDE}`, ...text)).toContain('muscle_spasm absent');
});

it('any number of lines is read', () => {
  expect(said('x\n'.repeat(200_000), 'He has no spasm.')).toContain('muscle_spasm absent');
});
