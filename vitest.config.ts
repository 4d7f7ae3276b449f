import { defineConfig } from 'vitest/config';

/** Two suites: `unit` (node, one file a trade term) and `browser` (the built extension in real browsers). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          setupFiles: ['test/unchanged-globals.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Half the time of the suite went into loading the same modules anew for each file; none of ours keeps anything in them.
          pool: 'threads',
          isolate: false,
          maxWorkers: 1,
          // The frames that the dock makes are not loaded here, and that is no news.
          environmentOptions: { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: true } } },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // Two files at a time: each has a browser of its own, and waits for it more than it works.
          maxWorkers: 2,
          // What a file keeps it keeps for itself: the modules are loaded once for each of the two.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
