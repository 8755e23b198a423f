import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createPostgresUrl, SERVER, WITHOUT_SERVER } from '../fakes/postgres.ts';
import { dossier } from '../fakes/program.ts';

describe('a database that nobody serves', () => {
  const commands = [
    ['brief', 'nato-asia'],
    ['start'],
    ['doctor'],
    ['forget', '--person', 'terminal:local/local'],
  ];

  test.each(commands)('is an error that tells what to do: dossier %s', async (...args) => {
    const database = `postgres://ada:tiddlywinks@127.0.0.1:${await freePort()}/dossier`;
    const { code, stdout, stderr } = await dossier(args, { database, input: '' });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Cannot use the PostgreSQL database at 127\.0\.0\.1 \(.+DATABASE_URL.+\n$/);
    expect(stderr).not.toContain('tiddlywinks');
  });
});

describe.runIf(SERVER)(SERVER ? 'a database' : `a database: ${WITHOUT_SERVER}`, () => {
  test('is all that instances with data directories of their own need to share', async () => {
    const database = await createPostgresUrl();
    const run = (args: readonly string[], input = '') => dossier(args, { database, input });
    const asked = await run(['start'], '/brief nato-asia\n');
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    expect((await run(['doctor'])).code).toBe(0);
    const { stdout } = await run(['forget', '--person', 'terminal:local/local']);
    expect(stdout).toMatch(/^Deleted [1-9]/);
  });
});

/** A port at which nobody listens. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
