import { defineConfig } from 'vitest/config';

/** Tests that run the built command line; everything else runs from the sources. */
const END_TO_END = ['test/cli/**/*.test.ts', 'test/scenarios/**/*.test.ts', 'test/spark/**/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: '100%',
    minWorkers: 1,
    projects: [
      {
        test: {
          name: 'sources',
          include: ['test/**/*.test.ts'],
          exclude: END_TO_END,
          // Reading the lexicon takes seconds: the files of a worker share it. No test may change what others import.
          isolate: false,
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
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
