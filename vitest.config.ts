import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{platform,business,apps,bench,ledger}/**/*.spec.ts', 'test/**/*.spec.ts'],
    globalSetup: ['test/globalSetup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a page shows is on its way: `expect.poll` waits for it, on a busy machine too.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
  },
});
