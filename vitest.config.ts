import { configFor } from './tests/configure.ts';

export default configFor({
  include: ['tests/**/*.test.ts'],
  exclude: ['tests/faults/**'],
  maxWorkers: 3, // on two cores: many tests wait for programs and servers
  report: 'test-report.json',
});
