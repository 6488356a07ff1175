/** Two figures that tell a course by which of them is the higher. */
import { describe, expect, it } from 'vitest';
import { factsIn } from '../helpers/facts-in.js';

const trendIn = (text: string): readonly string[] =>
  factsIn(text).filter((said) => said.startsWith('symptom_trend'));

describe('two scores', () => {
  it.each([
    ['The pain went from 4/10 to 8/10.', 'worsening'],
    ['The pain went from 4 to 8.', 'worsening'],
    ['Pain is rated 6/10, and it went from 4 to 6 since the last visit.', 'worsening'],
    ['Low back pain is 7, was 3 in April.', 'worsening'],
    ['Low back pain is 3, was 7 in April.', 'improving'],
    ['Neck pain 4/10, previously 7/10.', 'improving'],
  ])('of %j tell the course', (text, course) => {
    expect(trendIn(text)).toEqual([`symptom_trend present ${course}`]);
  });

  it.each([
    'Low back pain is 5, was 5 in April.',
    'The pain went from 8/10 to 3/10 with Norco.',
    'Pain has gone from 4/10 to 8/10 with walking.',
  ])('of %j tell none', (text) => {
    expect(trendIn(text)).toEqual([]);
  });
});
