import { defineConfig } from 'vitest/config';

/** The settings that both suites share; with CI set, a JSON report is written too. */
export function configFor({
  include,
  exclude = [],
  maxWorkers = 2,
  report,
}: {
  readonly include: string[];
  readonly exclude?: string[];
  readonly maxWorkers?: number;
  readonly report: string;
}) {
  return defineConfig({
    test: {
      ...{ include, exclude },
      globalSetup: 'tests/build.ts',
      testTimeout: 30_000,
      expect: { poll: { timeout: 20_000, interval: 20 } },
      hookTimeout: 60_000,
      maxWorkers,
      reporters: process.env.CI ? ['default', ['json', { outputFile: report }]] : ['default'],
    },
  });
}
