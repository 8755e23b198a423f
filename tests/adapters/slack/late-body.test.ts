import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callOnce } from '../../../src/adapters/slack/call-once.ts';

const sockets = new Set<Socket>();
let server: Server;
let api = '';
let bytes = 0;

beforeEach(async () => {
  bytes = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      bytes += chunk.length;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  api = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/`;
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise((resolve) => server.close(resolve));
});

function call(isWanted: () => boolean) {
  const options = { token: 'xoxb-1', api, timeout: 2000 };
  return callOnce({ ...options, now: () => new Date() }, (client) => client.auth.test(), isWanted);
}

// A process that is paused while it connects must not post when it resumes: another has posted by then.
describe('whether a call is still wanted', () => {
  test('is asked when there is a connection; if not, nothing is written to it', async () => {
    const outcome = await call(() => false);
    expect(outcome).toMatchObject({ kind: 'later', seconds: null, everywhere: false });
    await expect.poll(() => sockets.size).toBeGreaterThan(0);
    expect(bytes).toBe(0);
  });

  test('is not asked without a connection', async () => {
    const asked: boolean[] = [];
    server.close();
    const outcome = await call(() => asked.push(true) > 0);
    expect([outcome.kind, asked]).toEqual(['later', []]);
  });
});
