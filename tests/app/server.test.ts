import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Server, startServer } from '../../src/app/server.ts';

const open: Server[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(requestWithin?: number): Promise<{ server: Server; port: number }> {
  const port = 20_000 + Math.floor(process.hrtime()[1] % 20_000);
  try {
    const server = await startServer({ host: '127.0.0.1', port, ...(requestWithin && { requestWithin }) });
    open.push(server);
    return { server, port };
  } catch {
    return start(requestWithin); // taken
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
    server.ready();
    expect((await get('/elsewhere'))[0]).toBe(404);
  });

  test('says that it is starting until everything is there, and has browsers ask again', async () => {
    const { server, port } = await start();
    const { status, headers, text } = await fetch(`http://127.0.0.1:${port}/`).then(async (response) => ({
      ...{ status: response.status, headers: response.headers, text: await response.text() },
    }));
    expect([status, headers.get('retry-after')]).toEqual([503, '2']);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(text).toContain('<meta http-equiv="refresh" content="2">');
    expect(text).toContain('Dossier is starting');
    server.ready();
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
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

  describe.each([
    ['of a length', 'content-length: 100\r\n\r\nabc'],
    ['in chunks', 'transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n'],
  ])('half a body %s', (_how, half) => {
    const begin = async (requestWithin?: number) => {
      const { server, port } = await start(requestWithin);
      server.add({ path: '/echo', handle: async (given) => new Response(await given.text()) });
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      await new Promise((sent) =>
        socket.write(`POST /echo HTTP/1.1\r\nhost: here\r\n${half}`, () => setTimeout(sent, 50)),
      );
      return socket;
    };
    const printed: unknown[] = [];

    beforeEach(() => {
      printed.length = 0;
      vi.spyOn(console, 'error').mockImplementation((...words) => void printed.push(words));
      vi.spyOn(process.stderr, 'write').mockImplementation((words) => printed.push(words) > 0);
      return () => vi.restoreAllMocks();
    });

    test('is cut off when its time is over', async () => {
      const socket = await begin(300);
      let answer = '';
      socket.on('data', (data) => {
        answer += data;
      });
      await once(socket, 'close');
      expect([answer, printed]).toEqual([expect.stringContaining(' 408 '), []]);
    });

    test('whose client hangs up prints nothing', async () => {
      const socket = await begin();
      socket.destroy();
      await Promise.all(open.splice(0).map((server) => server.close()));
      await new Promise(setImmediate);
      expect(printed).toEqual([]);
    });
  });

  test('a route that fails is reported in a line', async () => {
    const { server, port } = await start();
    const printed: unknown[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((words) => printed.push(words) > 0);
    server.add({ path: '/broken', handle: () => Promise.reject(new Error('kaput')) });
    expect((await fetch(`http://127.0.0.1:${port}/broken`)).status).toBe(500);
    vi.restoreAllMocks();
    expect(printed).toEqual(['Could not answer a request over HTTP. (kaput)\n']);
  });

  test('says so where its port is taken', async () => {
    const { port } = await start();
    await expect(startServer({ host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'no-port',
      message: expect.stringContaining(`Port ${port} on 127.0.0.1 is`),
    });
  });
});
