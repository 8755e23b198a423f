import { configFor } from './tests/configure.ts';

export default configFor({
  include: ['tests/**/*.test.ts'],
  exclude: ['tests/faults/**'],
  report: 'test-report.json',
});
