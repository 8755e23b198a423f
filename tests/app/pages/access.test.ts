import { beforeAll, describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/core/library/audience.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import type { LibraryContents } from '../../../src/core/library/memory-library.ts';
import type { QuotedText } from '../../../src/core/replies/source-pages.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { ADA } from '../../fakes/insider-chat.ts';
import { LOCAL, NOW } from '../../fakes/local-chat.ts';
import { addressesIn, BASE, openPagesOn, type Page, type PagesWorld, PUBLIC } from '../../fakes/pages.ts';
import { openMemoryStore } from '../../fakes/store.ts';

const FERRY = createDocument('harbour/ferry', {
  ...{ title: 'Fares', published: '2026-03-02', publisher: 'Port Gazette' },
  text: 'The ferry to the island will cost ten crowns from May, Ann Holm said.',
});
const MERGER = createDocument('secret/merger', {
  ...{ title: 'Falcon', published: '2026-05-06', publisher: 'Acme Board' },
  text: 'The ferry to the island was sold to Acme in May 2026, Bo Falk said.',
});
const HIDDEN = /Falcon|Acme|Falk|merger|2026-05-06|6 May 2026/;

const INSIDER: Audience = { ...ADA, channel: 'C7' };
const TOPIC = {
  name: 'ferry',
  title: 'The ferry',
  query: 'ferry island',
  collections: null,
  synonyms: [],
  aspects: [],
};
const FALCON = { ...TOPIC, name: 'falcon', collections: ['secret' as CollectionId] };
const DAY = 86_400_000; // milliseconds

function contents(): LibraryContents {
  const made = createContents([FERRY, MERGER], [TOPIC, FALCON]);
  const collections = made.collections.map((each) =>
    each.id === 'secret' ? { ...each, readable: ['chat:W1/C7'] } : each,
  );
  return { ...made, collections };
}

let world: PagesWorld;
let absent: Page;
let answer: string; // given to insiders, from both collections

beforeAll(async () => {
  world = await openPagesOn(contents(), { publicUrl: PUBLIC });
  absent = await world.get(`${PUBLIC}/documents/harbour/nothing`);
  const reply = await world.say('What about the ferry to the island?', INSIDER);
  expect(reply.points).toHaveLength(2);
  answer = reply.id ?? '';
});

/** The link that somebody was given to a page. */
function linkFor(audience: Audience, kind: 'documents' | 'answers' | 'topics', name: string): string {
  if (kind !== 'documents') return world.links.pageOf({ kind, name }, audience) ?? '';
  return (
    world.links.linkTo({ document: name, start: 0, end: 9, text: 'The ferry' } as QuotedText, audience) ?? ''
  );
}

/** What tells a page from one that is not there; null if nothing does. */
function difference({ status, text, headers }: Page): object | null {
  const [one, other] = [headers, absent.headers].map((all) => JSON.stringify([...all]));
  return status === 404 && text === absent.text && one === other ? null : { status, text };
}

describe('row 13: a link shows what its audience may read', () => {
  test.each([
    ['documents', 'secret/merger'],
    ['topics', 'falcon'],
  ] as const)('%s: insiders open it, others find nothing', async (kind, name) => {
    expect((await world.get(linkFor(INSIDER, kind, name))).text).toMatch(HIDDEN);
    expect(difference(await world.get(linkFor(ADA, kind, name)))).toBeNull();
  });

  test('an answer loses, for others, what only insiders may read', async () => {
    const inside = await world.get(linkFor(INSIDER, 'answers', answer));
    expect(inside.text).toContain('was sold to Acme');
    const { status, text } = await world.get(linkFor(ADA, 'answers', answer));
    expect(status).toBe(200);
    expect(text).toContain('One excerpt is left out');
    expect(text).toContain('will cost ten crowns');
    expect(text).not.toMatch(HIDDEN);
  });

  test('an export of it does too, in every format', async () => {
    const page = await world.get(linkFor(ADA, 'answers', answer));
    const exports = addressesIn(page, '/answers').filter((address) => address.includes('format='));
    expect(exports).toHaveLength(5);
    for (const address of exports) {
      const { status, text, headers } = await world.get(address);
      expect(status).toBe(200);
      expect(text).not.toMatch(HIDDEN);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="dossier-/);
    }
  });

  test('a topic names neither documents nor dates, voices, publishers and counts of what is hidden', async () => {
    const inside = await world.get(linkFor(INSIDER, 'topics', 'ferry'));
    expect(inside.text).toMatch(HIDDEN);
    expect(inside.text).toContain('2 documents are on it');
    const { text } = await world.get(linkFor(ADA, 'topics', 'ferry'));
    expect(text).toContain('1 document is on it');
    expect(text).not.toMatch(HIDDEN);
  });

  test('a page marks nothing of a hidden document that the same answer quotes', async () => {
    const [point] = (await world.say(`/sources ${answer}`, ADA)).points;
    const link = world.links.linkTo({ ...(point ?? expect.fail()), answer }, ADA) ?? '';
    expect((await world.get(link)).text).not.toMatch(HIDDEN);
  });
});

describe('row 14: what is hidden looks like what does not exist', () => {
  test.each([
    ['a document', () => linkFor(ADA, 'documents', 'secret/merger')],
    ['a document that never was', () => linkFor(ADA, 'documents', 'secret/nothing')],
    ['a topic', () => linkFor(ADA, 'topics', 'falcon')],
    ['a topic that never was', () => linkFor(ADA, 'topics', 'eagle')],
    ['an answer that never was', () => linkFor(ADA, 'answers', 'abcdefghijkl')],
    ['an answer of another workspace', () => linkFor({ ...ADA, workspace: 'W2' }, 'answers', answer)],
    ['an answer of another platform', () => linkFor({ ...ADA, platform: 'other' }, 'answers', answer)],
    ['an id that is none', () => linkFor(ADA, 'answers', 'a/b/c')],
    ['a format that is none', () => `${linkFor(INSIDER, 'answers', answer)}&format=exe`],
  ])('%s', async (_name, link) => {
    expect(difference(await world.get(link()))).toBeNull();
  });

  test('an answer that was given in private is nobody else’s', async () => {
    const bo = { ...ADA, user: 'bo', private: true };
    const { id } = await world.say('What will the ferry cost?', bo);
    expect((await world.get(linkFor(bo, 'answers', id ?? ''))).status).toBe(200);
    expect(difference(await world.get(linkFor(ADA, 'answers', id ?? '')))).toBeNull();
    expect(difference(await world.get(linkFor({ ...ADA, private: true }, 'answers', id ?? '')))).toBeNull();
  });
});

describe('rows 15 and 56: rights and documents are looked at again at each opening', () => {
  test('a collection that is closed shuts its links', async () => {
    const opened = await openPagesOn(contents(), { publicUrl: PUBLIC });
    const { id } = await opened.say('What about the ferry to the island?', INSIDER);
    const links = [
      linkFor(INSIDER, 'documents', 'secret/merger'),
      linkFor(INSIDER, 'answers', id ?? ''),
      linkFor(INSIDER, 'topics', 'ferry'),
    ];
    for (const link of links) expect((await opened.get(link)).text).toMatch(HIDDEN);
    const { library } = opened.dossier;
    const collections = library.collections.map((each) => ({
      ...each,
      readable: each.id === 'secret' ? [] : each.readable,
    }));
    library.frame({ collections, topics: library.topics, refused: [] });
    for (const link of links) expect((await opened.get(link)).text).not.toMatch(HIDDEN);
  });

  test('a removed document is gone from every page, its quoted words too', async () => {
    const store = await openMemoryStore();
    const before = await openPagesOn(contents(), { publicUrl: PUBLIC, store });
    const { id, points } = await before.say('What about the ferry to the island?', INSIDER);
    const without = { ...contents(), documents: [FERRY] };
    const { get, links } = await openPagesOn(without, { publicUrl: PUBLIC, store });
    const quoted = points.map((point) => links.linkTo({ ...point, answer: id ?? '' }, INSIDER) ?? '');
    for (const link of [
      ...quoted,
      linkFor(INSIDER, 'answers', id ?? ''),
      linkFor(INSIDER, 'topics', 'ferry'),
    ])
      expect((await get(link)).text).not.toMatch(HIDDEN);
  });
});

describe('row 17: forged links', () => {
  test('of 10,000 none opens a document, an answer or a topic', async () => {
    const links = [
      linkFor(INSIDER, 'documents', 'secret/merger'),
      linkFor(INSIDER, 'answers', answer),
      linkFor(INSIDER, 'topics', 'falcon'),
    ];
    const letters = 'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-_/%';
    const opened: string[] = [];
    for (let at = 0; at < 10_000; at++) {
      const url = new URL(links[at % links.length] ?? '');
      const name = ['to', 'until', 'key'][Math.floor(at / 3) % 3] ?? '';
      const value = url.searchParams.get(name) ?? '';
      const place = (at * 7) % value.length;
      const letter = letters[(at * 11) % letters.length] ?? '';
      const put = value[place] === letter ? '~' : letter;
      url.searchParams.set(name, value.slice(0, place) + put + value.slice(place + 1));
      if (difference(await world.get(url.href)) !== null) opened.push(url.href);
    }
    expect(opened).toEqual([]);
  }, 240_000);

  test('nor do those whose signature is left out, doubled, emptied or taken from another page', async () => {
    const [document, topic] = [
      linkFor(INSIDER, 'documents', 'secret/merger'),
      linkFor(INSIDER, 'topics', 'falcon'),
    ];
    const key = new URL(document).searchParams.get('key') ?? '';
    for (const link of [
      document.replace(/key=[^&#]*/, ''),
      document.replace(/key=[^&#]*/, 'key='),
      document.replace(/key=[^&#]*/, `key=x&key=${key}`),
      topic.replace(/key=[^&#]*/, `key=${key}`),
      document.replace('/documents/', '/originals/'),
      document.replace('#', `&in=${answer}#`),
      `${PUBLIC}/documents/secret/merger`,
    ])
      expect(difference(await world.get(link))).toBeNull();
  });

  test('a link that is too old opens nothing, nor do those on pages that it opened', async () => {
    const at = (days: number) =>
      openPagesOn(contents(), { publicUrl: PUBLIC, now: () => new Date(NOW.valueOf() + days * DAY) });
    const link = linkFor(INSIDER, 'topics', 'ferry');
    const page = await (await at(8)).get(link);
    expect(page.status).toBe(200);
    const later = await at(11);
    for (const address of [link, ...addressesIn(page, '/documents')])
      expect(difference(await later.get(address))).toBeNull();
  });
});

test('row 19: a topic’s page tells of no digest of another channel', async () => {
  const opened = await openPagesOn(contents(), { publicUrl: PUBLIC });
  const channel = { platform: 'terminal', workspace: 'local', channel: 'terminal' };
  await opened.say('/digest add ferry at:08:00', { ...ADA, ...channel, local: true });
  const page = async (audience: Audience) =>
    (await opened.get(opened.links.pageOf({ kind: 'topics', name: 'ferry' }, audience) ?? '')).text;
  expect(await page({ ...ADA, ...channel })).toContain('Digest 1, this channel');
  for (const other of [
    ADA,
    { ...ADA, ...channel, channel: 'other' },
    { ...ADA, ...channel, workspace: 'W2' },
  ])
    expect(await page(other)).toContain('No digest on this topic is scheduled here.');
});

describe('row 20: strangers', () => {
  test.each(['documents', 'answers', 'topics', 'originals'])('get no list: /%s/', async (kind) => {
    for (const path of ['', 'secret', 'secret/', 'harbour/', '*', '%'])
      expect(difference(await world.get(`${PUBLIC}/${kind}/${path}`))).toBeNull();
  });

  test('by another host are turned away before anything is looked at', async () => {
    const local = await openPagesOn(contents());
    const { status, text } = await local.get('http://evil.example:3000/documents/harbour/ferry');
    expect([status, text]).toEqual([421, 'This server does not answer for that host.\n']);
  });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:3000.evil.example'])(
    'from a page of another origin are too: %s',
    async (origin) => {
      const local = await openPagesOn(contents());
      expect((await local.get(`${BASE}/documents/harbour/ferry`, { headers: { origin } })).status).toBe(421);
      const own = await local.get(`${BASE}/documents/harbour/ferry`, { headers: { origin: BASE } });
      expect(own.status).toBe(200);
    },
  );

  test('behind a proxy are not the person at this machine', async () => {
    const local = await openPagesOn(contents());
    expect((await local.get(`${BASE}/documents/harbour/ferry`)).status).toBe(200);
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-forwarded-host'])
      for (const path of ['documents/harbour/ferry', 'topics/ferry', 'originals/harbour/ferry'])
        expect(difference(await local.get(`${BASE}/${path}`, { headers: { [header]: 'a' } }))).toBeNull();
  });

  test('cannot change anything', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(difference(await world.get(linkFor(ADA, 'documents', 'harbour/ferry'), { method }))).toBeNull();
  });
});

describe('a page leads down only, so that a link that is passed on opens no more than it shows', () => {
  test('from a topic to documents and answers, from an answer to documents, from a document to its file', async () => {
    const kinds = async (link: string) =>
      new Set(addressesIn(await world.get(link)).map((address) => new URL(address).pathname.split('/')[1]));
    expect(await kinds(linkFor(ADA, 'topics', 'ferry'))).toEqual(new Set(['documents']));
    expect(await kinds(linkFor(ADA, 'answers', answer))).toEqual(new Set(['documents', 'answers']));
    expect(await kinds(linkFor(ADA, 'documents', 'harbour/ferry'))).toEqual(new Set());
  });

  test('at this machine everything is open to whoever sits there, but not what only a channel elsewhere may read', async () => {
    const local = await openPagesOn(contents());
    const { id } = await local.say('What about the ferry to the island?', LOCAL);
    for (const path of ['documents/harbour/ferry', 'topics/ferry', `answers/${id}`]) {
      const { status, text } = await local.get(`${BASE}/${path}`);
      expect(status).toBe(200);
      expect(text).not.toMatch(HIDDEN);
    }
    const absentHere = await local.get(`${BASE}/documents/secret/nothing`);
    expect(await local.get(`${BASE}/documents/secret/merger`)).toEqual(absentHere);
  });
});
