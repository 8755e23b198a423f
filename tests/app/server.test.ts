import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../../src/app/server.ts';

const open: Server[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(): Promise<{ server: Server; port: number }> {
  const port = 20_000 + Math.floor(process.hrtime()[1] % 20_000);
  try {
    const server = await startServer({ host: '127.0.0.1', port });
    open.push(server);
    return { server, port };
  } catch {
    return start(); // taken
  }
}

describe('the server', () => {
  test('answers for its health, for its routes, and for nothing else', async () => {
    const { server, port } = await start();
    server.add({ path: '/echo', handle: async (given) => new Response(await given.text()) });
    const get = async (path: string, body?: string) => {
      const response = await fetch(
        `http://127.0.0.1:${port}${path}`,
        body === undefined ? {} : { method: 'POST', body },
      );
      return [response.status, await response.text()];
    };
    expect(await get('/healthz')).toEqual([200, 'ok']);
    expect(await get('/echo', 'hello')).toEqual([200, 'hello']);
    expect((await get('/elsewhere'))[0]).toBe(404);
  });

  test('takes no body of more than a megabyte', async () => {
    const { server, port } = await start();
    server.add({ path: '/echo', handle: async (given) => new Response(String((await given.text()).length)) });
    const status = await new Promise<number | undefined>((resolve) => {
      const sent = request({ port, path: '/echo', method: 'POST' }, (response) =>
        resolve(response.statusCode),
      );
      sent.on('error', () => resolve(413)); // turned away while it still sends
      sent.end(Buffer.alloc(1_000_001, 'x'));
    });
    expect(status).toBe(413);
  });

  test('says so where its port is taken', async () => {
    const { port } = await start();
    await expect(startServer({ host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'no-port',
      message: expect.stringContaining(`Port ${port} on 127.0.0.1 is`),
    });
  });
});
