import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{platform,business,apps,bench,ledger}/**/*.spec.ts', 'test/**/*.spec.ts'],
    globalSetup: ['test/globalSetup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
