import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FetchFailure } from '../../../src/core/collecting/fetcher.ts';
import { webFetcher } from '../../fakes/web-fetcher.ts';
import { startWebServer } from '../../fakes/web-server.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Why an address is not had. */
async function failure(promise: Promise<unknown>): Promise<FetchFailure> {
  const error = await promise.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(FetchFailure);
  return error;
}

describe('an answer', () => {
  test('comes with what its headers say', async () => {
    const headers = {
      etag: '"a"',
      'last-modified': 'Mon, 06 May 2024 10:00:00 GMT',
      'cache-control': 'public, max-age=600',
    };
    const server = await startWebServer({
      '/feed': {
        headers: { ...headers, 'content-type': 'Text/XML; charset="ISO-8859-1"', 'set-cookie': 'a=b' },
        body: 'hello',
      },
    });
    const fetched = await webFetcher([server.host]).get(`${server.origin}/feed#top`);
    expect({ ...fetched, bytes: text(fetched.bytes) }).toEqual({
      ...{ status: 200, address: `${server.origin}/feed`, permanent: null, bytes: 'hello', retryAfter: null },
      ...{
        etag: '"a"',
        lastModified: headers['last-modified'],
        type: 'text/xml',
        charset: 'ISO-8859-1',
        maxAge: 600,
      },
    });
  });

  test('is asked for honestly, without cookies', async () => {
    const server = await startWebServer({ '/feed': { headers: { 'set-cookie': 'a=b' }, body: 'x' } });
    const fetcher = webFetcher([server.host]);
    for (const _ of [1, 2]) await fetcher.get(`${server.origin}/feed`, { etag: '"a"', lastModified: 'then' });
    const [, second] = server.askedFor('/feed');
    expect(second?.headers).toMatchObject({
      'user-agent': 'Dossier/0 (+https://desk.example)',
      'if-none-match': '"a"',
    });
    expect(second?.headers).toMatchObject({
      'if-modified-since': 'then',
      'accept-encoding': 'gzip, deflate, br',
    });
    expect(second?.headers.cookie).toBeUndefined();
  });

  test('may say that nothing has changed, or when to ask again', async () => {
    const server = await startWebServer({
      '/same': { status: 304 },
      '/busy': { status: 429, headers: { 'retry-after': '120' } },
      '/down': {
        status: 503,
        headers: { 'retry-after': 'Mon, 06 May 2024 10:01:00 GMT', date: 'Mon, 06 May 2024 10:00:00 GMT' },
      },
    });
    const fetcher = webFetcher([server.host]);
    expect(await fetcher.get(`${server.origin}/same`)).toMatchObject({
      status: 304,
      bytes: new Uint8Array(),
    });
    expect(await fetcher.get(`${server.origin}/busy`)).toMatchObject({ status: 429, retryAfter: 120 });
    expect(await fetcher.get(`${server.origin}/down`)).toMatchObject({ status: 503, retryAfter: 60 });
  });

  test('is unpacked', async () => {
    const server = await startWebServer({
      '/feed': { headers: { 'content-encoding': 'gzip' }, body: gzipSync('hello') },
    });
    expect(text((await webFetcher([server.host]).get(`${server.origin}/feed`)).bytes)).toBe('hello');
  });
});

describe('an answer is refused', () => {
  test('that is too large, however it is packed (trust 35)', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const server = await startWebServer({
      '/bomb': { headers: { 'content-encoding': 'gzip' }, body: bomb },
      '/large': Buffer.alloc(200_000),
    });
    const fetcher = webFetcher([server.host], { limits: { bytes: 100_000_000, ratio: 100 } });
    expect((await failure(fetcher.get(`${server.origin}/bomb`))).message).toBe('is packed as no document is');
    const small = webFetcher([server.host], { limits: { bytes: 100_000, ratio: 100 } });
    for (const path of ['/bomb', '/large'])
      expect(await failure(small.get(server.origin + path))).toMatchObject({ kind: 'too-large' });
  });

  test('that drips, at the deadline (trust 36)', async () => {
    const server = await startWebServer({
      '/drip': (_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(drip));
      },
      '/never': () => undefined,
    });
    const fetcher = webFetcher([server.host], { deadline: 200 });
    for (const path of ['/drip', '/never'])
      expect(await failure(fetcher.get(server.origin + path))).toMatchObject({ kind: 'slow' });
  });

  test.each([
    ['breaks off', (_: unknown, response: { destroy(): void }) => response.destroy()],
    ['is packed wrongly', { headers: { 'content-encoding': 'gzip' }, body: 'no gzip' }],
    ['is packed in a way', { headers: { 'content-encoding': 'compress' }, body: 'x' }],
  ])('that %s', async (what, answer) => {
    const server = await startWebServer({ '/feed': answer as never });
    const { kind, message } = await failure(webFetcher([server.host]).get(`${server.origin}/feed`));
    expect(kind).toBe('unreachable');
    expect(message).toContain(what);
  });

  test('that nobody gives', async () => {
    const server = await startWebServer();
    const closed = webFetcher(['127.0.0.1:1']).get('http://127.0.0.1:1/');
    expect((await failure(closed)).message).toBe('cannot be reached (ECONNREFUSED)');
    expect((await failure(webFetcher([server.host]).get('http://nowhere.example/'))).message).toBe(
      'has a host that is not known',
    );
  });
});

describe('a redirect', () => {
  const to = (location: string, status = 302) => ({ status, headers: { location } });

  test.each([
    [301, '/new'],
    [308, '/new'],
    [302, null],
    [303, null],
    [307, null],
  ])('%i leads on, and is remembered if it is for good', async (status, permanent) => {
    const server = await startWebServer({ '/old': to('/new', status), '/new': 'here' });
    const fetched = await webFetcher([server.host]).get(`${server.origin}/old`);
    expect(text(fetched.bytes)).toBe('here');
    expect(fetched).toMatchObject({
      address: `${server.origin}/new`,
      permanent: permanent && server.origin + permanent,
    });
  });

  test('is for good only up to the first that is not', async () => {
    const server = await startWebServer({
      '/a': to('/b', 301),
      '/b': to('/c', 302),
      '/c': to('/d', 301),
      '/d': 'here',
    });
    expect((await webFetcher([server.host]).get(`${server.origin}/a`)).permanent).toBe(`${server.origin}/b`);
  });

  test.each([
    ['in a circle', { '/a': to('/b'), '/b': to('/a') }, /circle; it may demand cookies/],
    [
      'for ever',
      Object.fromEntries([...'abcdefgh'].map((name, n, all) => [`/${name}`, to(`/${all[n + 1]}`)])),
      /more than 5 times/,
    ],
    ['to a file', { '/a': to('file:///etc/passwd') }, /begins with file:/],
    ['to a password', { '/a': to('http://ada:secret@127.0.0.1/') }, /user name or password/],
    ['to an inner host', { '/a': to('http://10.1.2.3/') }, /not on the public internet/],
    ['to this machine', { '/a': to('http://[::1]/') }, /not on the public internet/],
    ['to another port', { '/a': to('http://127.0.0.1:22/') }, /port 22/],
    ['to metadata', { '/a': to('http://169.254.169.254/latest/meta-data/') }, /not on the public internet/],
    ['nowhere', { '/a': to('http://') }, /an address that is none/],
  ])('that leads %s is refused (trust 31)', async (_, answers, why) => {
    const server = await startWebServer(answers);
    expect((await failure(webFetcher([server.host]).get(`${server.origin}/a`))).message).toMatch(why);
  });
});

describe('an inner address is not connected to (trust 30, 33)', () => {
  test.each([
    ...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '１２７.0.0.1', '0', '[::1]', '[::]'],
    ...[
      '[::ffff:127.0.0.1]',
      '[::127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '10.0.0.1',
      '192.168.0.1',
    ],
    ...['172.16.0.1', '169.254.169.254', '100.100.100.200', '[fd00:ec2::254]', '[fe80::1]', '224.0.0.1'],
  ])('%s', async (host) => {
    const { kind } = await failure(webFetcher([]).get(`http://${host}/`));
    expect(kind).toBe('refused');
  });

  test.each([
    [['127.0.0.1']],
    [['93.184.216.34', '127.0.0.1']],
    [['93.184.216.34', '::7f00:1']],
    [['::ffff:10.0.0.1']],
    [['fd00:ec2::254']],
  ])('behind a name with the addresses %j', async (addresses) => {
    const asked = webFetcher([], { resolve: async () => addresses }).get('http://public.example/');
    expect(await failure(asked)).toMatchObject({ kind: 'refused' });
  });

  test('by a name that changes: it is looked up once for each connection, and what was found is connected to (trust 32)', async () => {
    const server = await startWebServer({ '/a': 'x', '/robots.txt': '' });
    const [, port] = server.host.split(':');
    let lookups = 0;
    const resolve = async () => [['127.0.0.1'], ['192.0.2.1']][lookups++] ?? [];
    const fetcher = webFetcher([`flip.example:${port}`], { resolve });
    for (const _ of [1, 2])
      expect(text((await fetcher.get(`http://flip.example:${port}/a`)).bytes)).toBe('x');
    expect(lookups).toBe(1);
  });
});

describe('a site', () => {
  test('is asked one thing at a time, with rests', async () => {
    let [open, most] = [0, 0];
    const slow = (_: unknown, response: { writeHead(status: number): { end(): void } }) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.writeHead(200).end();
      }, 30);
    };
    const server = await startWebServer({ '/a': slow as never, '/b': slow as never, '/c': slow as never });
    const fetcher = webFetcher([server.host], { gap: 50 });
    await Promise.all(['/a', '/b', '/c'].map((path) => fetcher.get(server.origin + path)));
    expect(most).toBe(1);
    const times = server.asked.map(({ at }) => at);
    expect(times.slice(1).every((time, n) => time - (times[n] ?? 0) >= 45)).toBe(true);
  });

  test('is read only as far as its robots.txt allows, which is asked for once', async () => {
    const robots = 'User-agent: *\nDisallow: /private/\n\nUser-agent: Dossier\nDisallow: /drafts/';
    const server = await startWebServer({ '/robots.txt': robots, '/drafts/a': 'x', '/private/a': 'y' });
    const fetcher = webFetcher([server.host]);
    expect(await failure(fetcher.get(`${server.origin}/drafts/a`))).toMatchObject({ kind: 'disallowed' });
    expect(text((await fetcher.get(`${server.origin}/private/a`)).bytes)).toBe('y');
    expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/private/a']);
  });

  test('whose rules cannot be had for an outage is left alone', async () => {
    const server = await startWebServer({ '/robots.txt': { status: 503 }, '/feed': 'x' });
    expect(await failure(webFetcher([server.host]).get(`${server.origin}/feed`))).toMatchObject({
      kind: 'disallowed',
    });
    expect(server.askedFor('/feed')).toEqual([]);
  });

  test('may lead an address that is allowed to one that is not', async () => {
    const robots = 'User-agent: *\nDisallow: /private';
    const server = await startWebServer({
      '/robots.txt': robots,
      '/a': { status: 302, headers: { location: '/private' } },
      '/private': 'x',
    });
    expect(await failure(webFetcher([server.host]).get(`${server.origin}/a`))).toMatchObject({
      kind: 'disallowed',
    });
    expect(server.askedFor('/private')).toEqual([]);
  });
});
