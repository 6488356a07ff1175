/**
 * Letters made by the generator, written as records one after the other: never more than one of them is in memory.
 * The same number gives the same file, and a smaller corpus is the beginning of a larger one.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { planLetter } from '../generator/letter-plan.js';
import { randomFrom } from '../generator/random.js';
import { renderLetter } from '../generator/render-letter.js';

/** Writes a file of records. @param size characters of each letter, about */
export async function writeCorpus(path: string, letters: number, size: number): Promise<void> {
  const file = createWriteStream(path);
  for (let seed = 0; seed < letters; seed++) {
    const random = randomFrom(seed);
    const { text } = renderLetter(planLetter(random, size), random);
    if (!file.write(`${JSON.stringify({ id: `letter-${seed}`, text })}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
