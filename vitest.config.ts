import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'docs/**/*.test.ts'],
    isolate: false,
    pool: 'threads',
    environment: 'node',
    testTimeout: 60_000,
  },
});
