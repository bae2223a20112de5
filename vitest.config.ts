import { defineConfig } from 'vitest/config';

// Called directly, a tool runs on the machine's own Node; `npm run` and `npx -c` bring the project's.
const [major] = process.versions.node.split('.');
if (Number(major) < 26) {
  throw new Error(
    `Foedus needs Node 26, which npm ci brings; this is ${process.version}. Use npm test, or npx -c 'vitest run …'.`,
  );
}

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'docs/**/*.test.ts',
      'arrangements/**/*.test.ts',
      'scenarios/**/*.test.ts',
    ],
    isolate: false,
    pool: 'threads',
    environment: 'node',
    testTimeout: 120_000,
    reporters: ['default', './tools/closing-line.ts'],
  },
});
