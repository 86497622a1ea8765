import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/chance.ts'],
    // Test files share no state, so that each need not load the program anew.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: process.env['HUNT'] === undefined ? 60_000 : 3_600_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
});
