import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callOnce } from '../../../src/adapters/slack/one-call.ts';

let server: Server;
let connections = 0;
let bytes = 0;

beforeEach(async () => {
  [connections, bytes] = [0, 0];
  server = createServer((socket) => {
    connections++;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      bytes += chunk.length;
    });
    socket.on('end', () => socket.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('a call that is no longer wanted when it could leave', () => {
  test('has a connection, and writes nothing to it', async () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const options = {
      token: 'xoxb-1',
      api: `http://127.0.0.1:${port}/api/`,
      timeout: 5000,
      now: () => new Date(),
    };
    const ended = new Promise<void>((resolve) =>
      server.once('connection', (socket) => socket.once('close', () => resolve())),
    );
    const outcome = await callOnce(
      options,
      (client) => client.auth.test(),
      () => false,
    );
    await ended;
    expect(outcome).toMatchObject({ kind: 'not sent', isWanted: false });
    expect({ connections, bytes }).toEqual({ connections: 1, bytes: 0 });
  });
});
