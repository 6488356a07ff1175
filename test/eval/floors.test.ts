/**
 * The product on the labelled letters of `test/corpus`: no figure may fall through its floor.
 * A floor is raised when a figure has risen for good, in the commit that raised it; lowering one needs a reason.
 */
import { expect, test } from 'vitest';
import { evaluate } from '../../bench/eval/eval-command.js';
import { CORPUS } from './labelled-corpus.js';

test('no figure is below its floor', { timeout: 60_000 }, async () => {
  const { trouble, exit } = await evaluate([CORPUS, '--floors', `${CORPUS}/floors.yaml`]);
  expect({ trouble, exit }).toEqual({ trouble: '', exit: 0 });
});
