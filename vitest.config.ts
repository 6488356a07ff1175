import { defineConfig } from 'vitest/config';

/** Tests that run the built command line; everything else runs from the sources. */
const END_TO_END = ['test/cli/**/*.test.ts', 'test/scenarios/**/*.test.ts', 'test/spark/**/*.test.ts'];

export default defineConfig({
  test: {
    // Most time goes into reading the lexicon anew in each file, and into runs of the program: all cores help.
    maxWorkers: '100%',
    minWorkers: 1,
    projects: [
      {
        test: {
          name: 'sources',
          include: ['test/**/*.test.ts'],
          exclude: END_TO_END,
          // Properties take seconds, and machines that are busy take several times as long.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'command line',
          include: END_TO_END,
          globalSetup: ['test/helpers/build.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
