import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** The settings that both suites share; with CI set, a JSON report is written too. */
export function configFor({
  include,
  exclude = [],
  together = [],
  maxWorkers = 2,
  report,
}: {
  readonly include: string[];
  readonly exclude?: string[];
  /** Files that may share a worker's modules: that takes half the time. */
  readonly together?: string[];
  readonly maxWorkers?: number;
  readonly report: string;
}) {
  const project = (name: string, test: TestProjectInlineConfiguration['test']) => ({
    extends: true as const,
    test: { name, ...test },
  });
  const files = together.map((pattern) => pattern.replace(/\*\*$/, '**/*.test.ts'));
  return defineConfig({
    test: {
      testTimeout: 120_000,
      expect: { poll: { timeout: 40_000, interval: 20 } },
      hookTimeout: 120_000,
      maxWorkers,
      reporters: process.env.CI ? ['default', ['json', { outputFile: report }]] : ['default'],
      projects: [
        project('apart', { include, exclude: [...exclude, ...together], globalSetup: 'tests/build.ts' }),
        ...(files.length > 0 ? [project('together', { include: files, exclude, isolate: false })] : []),
      ],
    },
  });
}
