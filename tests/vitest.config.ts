import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'fast',
          include: ['tests/{core,edition,importing,reanchoring,commands,lint}/**/*.test.ts'],
          setupFiles: 'tests/properties.ts',
          // Not a measure of speed, which is the bench's: what hangs, or grows with a square, fails.
          testTimeout: 60_000,
        },
      },
      {
        root,
        // These share one machine's browser and one folder for builds: one file at a time.
        test: {
          name: 'site',
          include: ['tests/{site,browser}/**/*.test.ts'],
          globalSetup: 'tests/site/setup.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
