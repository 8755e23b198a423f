import { connect } from 'node:net';
import { beforeEach, describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { NOW } from '../../fakes/local-chat.ts';
import { connectOverHttp } from '../../fakes/mcp-client.ts';
import { COLLECTIONS, type McpServerForTests, serveMcp } from '../../fakes/mcp-server.ts';

const DOCUMENTS = [
  createDocument('open/fares', { text: 'The ferry costs five euros. The harbour board pays for the pier.' }),
  createDocument('desk/secret', { text: 'The harbour master pays for the lighthouse at Skerry.' }),
  createDocument('board/minutes', { text: 'The board of Skerry pays for the dredger.' }),
];
const CONTENTS = { ...createContents(DOCUMENTS), collections: COLLECTIONS };
const CHANNEL = 'slack:T1/C1';

let server: McpServerForTests;

beforeEach(async () => {
  server = await serveMcp(CONTENTS);
  return () => server.close();
});

const post = (headers: Record<string, string>, body = '{}') =>
  fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('a token', () => {
  test('opens the collections of its audience, and no others', async () => {
    const found = async (address: string) => {
      const { call } = await connectOverHttp(server.url, await server.tokenFor(address));
      const { results } = await call('search', { query: 'Who pays?', limit: 20 });
      return [...new Set((results as { id: string }[]).map(({ id }) => id))].sort();
    };
    expect(await found(CHANNEL)).toEqual(['board/minutes', 'open/fares']);
    expect(await found('slack:T1/C2')).toEqual(['open/fares']);
    expect(await found('slack:T2/C1')).toEqual(['open/fares']);
    expect(await found('terminal:local/terminal')).toEqual(['desk/secret', 'open/fares']);
  });

  test('shows a hidden document as an absent one, by every tool', async () => {
    const { say } = await connectOverHttp(server.url, await server.tokenFor('slack:T2/C9'));
    const asked = async (id: string) => {
      const quotation = 'The board of Skerry pays for the dredger.';
      const said = [await say('fetch', { id }), await say('verify', { document: id, quotation })];
      return JSON.stringify(said).replaceAll(id, 'ID');
    };
    expect(await asked('board/minutes')).toBe(await asked('board/minuten'));
    expect(await asked('board/minutes')).toContain('There is no document');
  });

  test.each([
    ['none', {}],
    ['an unknown one', { authorization: `Bearer dossier_${'x'.repeat(43)}` }],
    ['another scheme', { authorization: 'Basic ZG9zc2llcjpkb3NzaWVy' }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['a very long one', { authorization: `Bearer ${'x'.repeat(9000)}` }],
  ])('is asked for in a sentence: %s', async (_, headers) => {
    const response = await post(headers as Record<string, string>);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="dossier"');
    expect(await response.text()).toContain('dossier mcp token add');
  });

  test('that was revoked or has expired opens nothing any longer', async () => {
    const [revoked, expired] = [
      await server.tokenFor(CHANNEL, { name: 'revoked' }),
      await server.tokenFor(CHANNEL, { expires: NOW }),
    ];
    await server.revoke('revoked');
    for (const token of [revoked, expired])
      expect((await post({ authorization: `Bearer ${token}` })).status).toBe(401);
  });

  test('for this machine opens nothing through a proxy, nor where others reach the server', async () => {
    const token = await server.tokenFor('terminal:local/terminal');
    const authorization = `Bearer ${token}`;
    expect((await post({ authorization, 'x-forwarded-for': '198.51.100.7' })).status).toBe(401);
    await server.close();
    server = await serveMcp(CONTENTS, { isLocalServer: false });
    const other = await server.tokenFor('terminal:local/terminal');
    expect((await post({ authorization: `Bearer ${other}` })).status).toBe(401);
  });
});

describe('the endpoint', () => {
  test('refuses another host, and pages of other sites (20)', async () => {
    const token = await server.tokenFor(CHANNEL);
    const authorization = `Bearer ${token}`;
    const statusOf = async (headers: Record<string, string>) => (await post(headers)).status;
    expect(await statusOf({ authorization, origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf({ authorization, origin: 'null' })).toBe(403);
    expect(await statusOf({ authorization, origin: `http://127.0.0.1:${server.port}` })).not.toBe(403);
    expect(
      await raw(`POST /mcp HTTP/1.1\r\nhost: evil.example\r\nauthorization: ${authorization}`),
    ).toContain(' 421 ');
  });

  test('takes POST alone', async () => {
    expect((await fetch(server.url)).status).toBe(405);
    expect((await fetch(server.url, { method: 'DELETE' })).status).toBe(405);
  });

  test.each([
    ['no JSON', '{"jsonrpc":'],
    ['no message', '[]'],
    ['nothing', ''],
    ['another protocol', '{"jsonrpc":"1.0","method":"x"}'],
    ['an unknown method', '{"jsonrpc":"2.0","id":1,"method":"steal"}'],
    ['an unknown tool', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"steal"}}'],
    [
      'arguments of the wrong kind',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"verify","arguments":{"quotation":[1]}}}',
    ],
    [
      'deep nesting',
      `{"jsonrpc":"2.0","id":1,"method":"x","params":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
    ],
    [
      'a huge quotation',
      JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'verify', arguments: { document: 'open/fares', quotation: 'x'.repeat(90_000) } },
      }),
    ],
  ])('answers %s with an error and goes on', async (_, body) => {
    const token = await server.tokenFor(CHANNEL);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json, text/event-stream' };
    const response = await post(headers, body);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).toMatch(/"error"|"isError":true/);
    const { call } = await connectOverHttp(server.url, token);
    expect(await call('fetch', { id: 'open/fares' })).toMatchObject({ next: null });
    expect(server.reported).toEqual([]);
  });

  test('reads no body that no message needs', async () => {
    const authorization = `Bearer ${await server.tokenFor(CHANNEL)}`;
    expect((await post({ authorization }, 'x'.repeat(300_000))).status).toBe(413);
  });

  test('outlives a program that leaves in the middle of a request', async () => {
    const token = await server.tokenFor(CHANNEL);
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      `POST /mcp HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nauthorization: Bearer ${token}\r\ncontent-length: 500\r\n\r\n{"json`,
    );
    socket.destroy();
    const { call } = await connectOverHttp(server.url, token);
    expect(await call('verify', { document: 'open/fares', quotation: 'five euros' })).toMatchObject({
      stands: true,
    });
  });

  test('answers two programs at once, each for its audience', async () => {
    const [one, other] = await Promise.all(
      [CHANNEL, 'slack:T1/C2'].map(async (address) =>
        connectOverHttp(server.url, await server.tokenFor(address)),
      ),
    );
    const counts = await Promise.all(
      Array.from(
        { length: 10 },
        async (_, nth) => (await (nth % 2 ? one : other)?.call('search', { query: 'Skerry' }))?.documents,
      ),
    );
    expect(counts).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
  });

  test('makes a program wait that asks too often, and no other (55)', async () => {
    const { say } = await connectOverHttp(server.url, await server.tokenFor(CHANNEL));
    for (let nth = 0; nth < 120; nth++) await say('brief', {});
    expect(await say('brief', {})).toEqual({
      failed: true,
      text: expect.stringMatching(/^Too many requests.*Try again in 1 second\.$/),
    });
    expect((await say('fetch', { id: 'open/fares' })).failed).toBe(false);
    const other = await connectOverHttp(server.url, await server.tokenFor('slack:T1/C2'));
    expect((await other.say('brief', {})).failed).toBe(false);
  });
});

/** Sends a request whose headers fetch would not send, and returns the response's first line. */
function raw(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write(`${head}\r\ncontent-length: 2\r\n\r\n{}`),
    );
    socket.once('data', (data) => {
      resolve(String(data).split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}
