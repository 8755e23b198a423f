import { describe, expect, test } from 'vitest';
import { documentRoute } from '../../../src/app/pages/document-route.ts';
import { createPageLinks } from '../../../src/app/pages/page-links.ts';
import type { Audience } from '../../../src/core/library/audience.ts';
import { createMemoryLibrary } from '../../../src/core/library/memory-library.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { ADA } from '../../fakes/insider-chat.ts';
import { LOCAL, NOW } from '../../fakes/local-chat.ts';

const TEXT = 'The ferry sailed.\n\nAda said: <b>“Sell it & go.”</b>\u202E It was sold.';
const FERRY = createDocument('harbour/ferry', { text: TEXT, title: 'Ferry <sold>' });
const SECRET = createDocument('vault/secret', { text: 'The vault is open.' });
const START = TEXT.indexOf('Ada');
const QUOTED = { document: FERRY.id, start: START, end: TEXT.length, text: TEXT.slice(START) };
const BASE = 'http://127.0.0.1:3000';

interface World {
  readonly publicUrl?: string;
  readonly readable?: readonly string[];
  readonly document?: typeof FERRY;
}

function open({ publicUrl, readable, document = FERRY }: World = {}) {
  const contents = createContents([document, SECRET]);
  const collections = contents.collections.map((collection) =>
    collection.id === 'vault' ? { ...collection, readable: readable ?? [] } : collection,
  );
  const library = createMemoryLibrary({ ...contents, collections } as typeof contents);
  const isOwn = publicUrl === undefined;
  const links = createPageLinks({
    ...{ publicUrl: publicUrl ?? null, localUrl: isOwn ? BASE : null, secret: 'sixteen or longer', days: 9 },
    now: () => NOW,
  });
  const hosts = new Set([new URL(publicUrl ?? BASE).host]);
  const route = documentRoute({ library, links, hosts, local: isOwn ? LOCAL : null, isLocal: () => false });
  return {
    link: (audience: Audience, quoted = QUOTED) => links.linkTo(quoted, audience) ?? '',
    async get(address: string, init: RequestInit = {}) {
      const response = await route.handle(new Request(address, init));
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
}

describe('the page of a document', () => {
  test('marks exactly what was quoted, and shows markup of the text as text', async () => {
    const { link, get } = open();
    const { status, text } = await get(link(LOCAL));
    expect(status).toBe(200);
    expect(text).toContain(
      '<p>The ferry sailed.</p>\n<p><mark id="quote">Ada said: &lt;b&gt;“Sell it &amp; go.”&lt;/b&gt; It was sold.</mark></p>',
    );
    expect(text).toContain('<h1>Ferry &lt;sold&gt;</h1>');
    expect(text).not.toMatch(/<script|\u202E| on\w+=/);
  });

  test('runs and loads nothing, and stands in no frame', async () => {
    const { link, get } = open();
    const { headers } = await get(link(LOCAL));
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toContain('no-store');
  });

  test('says whether what was quoted moved or is gone', async () => {
    const address = open().link(LOCAL);
    const moved = open({ document: { ...FERRY, text: `New. ${TEXT}` } });
    expect((await moved.get(address)).text).toMatch(/now stand elsewhere.*<mark id="quote">Ada said/s);
    const gone = await open({ document: { ...FERRY, text: 'The ferry sank.' } }).get(address);
    expect(gone.text).toContain('no longer in it');
    expect(gone.text).not.toContain('<mark');
  });

  test('opens the original at what was quoted', async () => {
    const document = { ...FERRY, url: 'https://harbour.example/ferry' };
    const { link, get } = open({ document });
    expect((await get(link(LOCAL))).text).toContain('href="https://harbour.example/ferry#:~:text=Ada%20said');
    const unsafe = open({ document: { ...FERRY, url: 'javascript:alert(1)' } });
    expect((await unsafe.get(link(LOCAL))).text).not.toContain('javascript:');
  });
});

describe('what may not be read looks like what does not exist', () => {
  const absent = () => open().get(`${BASE}/documents/harbour/nothing`);

  test.each([
    ['a hidden collection', `${BASE}/documents/vault/secret`, {}],
    [
      'a request that a proxy passed on',
      `${BASE}/documents/harbour/ferry`,
      { headers: { 'x-forwarded-for': '1.2.3.4' } },
    ],
    ['another method', `${BASE}/documents/harbour/ferry`, { method: 'POST' }],
    ['a path that is no text', `${BASE}/documents/%ff`, {}],
  ])('%s', async (_name, address, init) => {
    const { status, text } = await open().get(address, init);
    expect({ status, text }).toEqual({ status: 404, text: (await absent()).text });
  });

  test('on a public server, everything without a link for its channel', async () => {
    const publicUrl = 'https://desk.example';
    const { link, get } = open({ publicUrl, readable: ['slack:W1/C1'] });
    const vault = { document: SECRET.id, start: 0, end: 9, text: 'The vault' };
    const inside = { ...ADA, platform: 'slack', workspace: 'W1', channel: 'C1' };
    expect((await get(link(inside, vault))).status).toBe(200);
    expect((await get(link({ ...inside, channel: 'C2' }, vault))).status).toBe(404);
    expect((await get(`${publicUrl}/documents/harbour/ferry`)).status).toBe(404);
    expect((await get(link(inside))).status).toBe(200);
  });
});

test('a request for another host is refused, as by a name that was made to lead here', async () => {
  expect((await open().get('http://evil.example:3000/documents/harbour/ferry')).status).toBe(421);
});
