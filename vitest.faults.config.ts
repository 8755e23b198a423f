import { configFor } from './tests/configure.ts';

/** What installs, kills, stops and restarts whole programs. */
export default configFor({ include: ['tests/faults/**/*.test.ts'], report: 'faults-report.json' });
