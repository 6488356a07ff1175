/** A fact names each of its places once, however many of its sources the words there serve. */
import { expect, it } from 'vitest';
import { readFacts } from '../helpers/facts-in.js';

it.each([
  ['He underwent a laminectomy at L4-5 on the left in 2008.', 'prior_spine_surgery'],
  ['He took fewer pills after the epidural.', 'prior_esi_med_reduction'],
  ['There were no radicular symptoms in the upper or lower extremities.', 'radicular_symptoms'],
])('%s', (text, name) => {
  const places = readFacts(text)
    .filter(({ fact }) => fact === name)
    .map(({ evidence }) => evidence.map(({ start, end }) => `${start}-${end}`));
  expect(places.length).toBeGreaterThan(0);
  for (const one of places) expect(one).toEqual([...new Set(one)]);
});
