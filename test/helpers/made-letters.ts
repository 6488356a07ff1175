/** Letters of the generator, some kilobytes each, told apart by a number. */
import { planLetter } from '../../bench/generator/letter-plan.js';
import { randomFrom } from '../../bench/generator/random.js';
import { renderLetter } from '../../bench/generator/render-letter.js';

export function madeLetter(seed: number): string {
  const random = randomFrom(seed);
  return renderLetter(planLetter(random, 3000), random).text;
}

/** Lines of a file of records. */
export function madeRecords(count: number, first = 0): readonly string[] {
  return Array.from({ length: count }, (_, i) =>
    JSON.stringify({ id: `r${first + i}`, text: madeLetter(first + i) }),
  );
}
