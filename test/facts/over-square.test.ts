/** Numbers that a phrase gives in two parts: an amount, and another whose square it is divided by. */
import { describe, expect, it } from 'vitest';
import { factsIn } from '../helpers/facts-in.js';

describe('an index reckoned from height and weight', () => {
  it.each([
    ['Height 5\'4", weight 260 lbs.', 44.6],
    ['Wt 232 lbs, Ht 5\'7".', 36.3],
    ['He is 5 feet 3 and weighs 171 pounds.', 30.3],
    ['Weight 210 lb, height 5 ft 10 in.', 30.1],
    ['172 cm, 95 kg', 32.1],
    ['Ht 64 inches, wt 190 lbs', 32.6],
  ])('reads %j', (text, index) => {
    expect(factsIn(text)).toContain(`bmi present ${index}`);
  });

  it.each([
    'He lifted a 50 pound box 5 feet.',
    'She lifted 20 lb from a height of 3 feet.',
    'Height 5 feet 4.',
    'Weight 200 lb.',
  ])('reads none in %j', (text) => {
    expect(factsIn(text).filter((said) => said.startsWith('bmi'))).toEqual([]);
  });

  it('gives way to an index that is stated', () => {
    const said = factsIn('BMI 31, 5\'6" and 190 lbs').filter((one) => one.startsWith('bmi'));
    expect(said).toEqual(['bmi present 31']);
  });
});
