import { configFor } from './tests/configure.ts';

export default configFor({
  include: ['tests/**/*.test.ts'],
  exclude: ['tests/faults/**'],
  // Nothing there changes what all share, so a worker loads the program once for many files.
  together: [
    ...['tests/core/**', 'tests/commands/**', 'tests/readers/**', 'tests/golden*.test.ts'],
    ...['tests/app/pages/**', 'tests/app/metrics/**', 'tests/app/mcp/**', 'tests/app/evaluation/**'],
    ...[
      'tests/adapters/terminal/**',
      'tests/adapters/web/**',
      'tests/adapters/mail/**',
      'tests/adapters/slack/**',
    ],
  ],
  maxWorkers: 3, // on two cores: many tests wait for programs and servers
  report: 'test-report.json',
});
