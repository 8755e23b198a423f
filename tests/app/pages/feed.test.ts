import { parseAtomFeed } from 'feedsmith';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFeedLinks } from '../../../src/app/pages/feed-links.ts';
import { feedRoute } from '../../../src/app/pages/feed-route.ts';
import { createPageLinks } from '../../../src/app/pages/page-links.ts';
import { type DigestWorld, openDigestWorld } from '../../fakes/digest-world.ts';
import { PUBLIC } from '../../fakes/pages.ts';
import { createRandom } from '../../fakes/trouble.ts';

const FARES = 'The ferry to the island will cost ten crowns from May. The harbour council raised the fares.';
const STOP = 'The island ferry <stops> for repairs & paint in the harbour on Friday 4 December.';
const SECRET = 'sixteen or longer';
const feeds = createFeedLinks({ base: PUBLIC, secret: SECRET });

let world: DigestWorld;
let address: string;

const get = async (from: string, init: RequestInit = {}) => {
  const { store, answers, now } = world;
  const links = createPageLinks({ publicUrl: PUBLIC, localUrl: null, secret: SECRET, days: 9, now });
  const access = { links, hosts: new Set(['desk.example']), local: null, isLocal: () => false };
  const response = await route({ ...store, answers, now }, access).handle(new Request(from, init));
  return { status: response.status, headers: response.headers, text: await response.text() };
};
let route: (...given: Parameters<Ported>) => ReturnType<typeof feedRoute>;
type Ported = (
  ports: Parameters<typeof feedRoute>[0],
  access: Parameters<typeof feedRoute>[2],
) => ReturnType<typeof feedRoute>;

beforeEach(async () => {
  let made: ReturnType<typeof feedRoute> | undefined;
  route = (ports, access) => {
    made ??= feedRoute(ports, feeds, access);
    return made;
  };
  world = await openDigestWorld({
    begins: '2026-11-23T07:30:00Z',
    documents: { 'news/fares': FARES },
    feeds,
  });
  await world.say('/digest add ferries zone:UTC days:daily');
  await world.tickUntil('2026-11-23T08:05:00Z');
  await world.arrive('news/stop', {
    text: STOP,
    title: 'Stop & go',
    publisher: 'Gazette',
    published: '2026-11-23',
  });
  await world.tickUntil('2026-11-24T08:05:00Z');
  address = (await world.say('/digest feed 1')).items[0]?.detail ?? '';
});

describe('a digest as a feed', () => {
  test('is written as readers of feeds expect it', async () => {
    const { text } = await get(address);
    await expect(text.replaceAll(/(?<=[?&;]key=)[\w-]+/g, 'KEY')).toMatchFileSnapshot(
      '../../golden/pages/digest.xml',
    );
  });

  test('quotes the posted editions, latest first, word for word and with their citations', async () => {
    const { status, headers, text } = await get(address);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const { entries = [] } = parseAtomFeed(text);
    const posts = world.platform.posts.length;
    expect(entries).toHaveLength(posts);
    expect(entries[0]?.content?.value).toContain('ferry &lt;stops&gt; for repairs &amp; paint');
    expect(entries[0]?.content?.value).toContain('Gazette');
    expect(entries[1]?.content?.value).toContain('will cost ten crowns from May.');
    expect(entries[0]?.links?.[0]?.href).toContain(`${PUBLIC}/answers/`);
  });

  test('loses what its channel may no longer read, and what is gone', async () => {
    await world.leave('news/stop');
    const { text } = await get(address);
    expect(text).not.toMatch(/repairs|Gazette|Stop/);
    expect(parseAtomFeed(text).entries).toHaveLength(1);
  });

  test('is sent once to a reader that has it, and again when something of it vanished', async () => {
    const first = await get(address);
    const tag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    for (const headers of [
      { 'if-none-match': tag },
      { 'if-none-match': `W/${tag}` },
      { 'if-modified-since': modified },
    ])
      expect(await get(address, { headers })).toMatchObject({ status: 304, text: '' });
    world.pass(5000);
    await world.leave('news/stop');
    for (const headers of [{ 'if-none-match': tag }, { 'if-modified-since': modified }])
      expect((await get(address, { headers })).status).toBe(200);
  });

  test('ends with its digest, and does not come back with another of its number', async () => {
    await world.say('/digest remove 1 confirm:yes');
    expect((await get(address)).status).toBe(404);
    const { channel } = world;
    await world.store.upkeep.prune(new Date('2027-11-24T00:00:00Z'));
    await world.say('/digest add ferries zone:UTC days:daily');
    expect((await world.store.subscriptions.list(channel)).map(({ number }) => number)).toEqual([1]);
    expect((await get(address)).status).toBe(404);
  });

  test('is for managers to give away, and for nobody where no reader could reach it', async () => {
    expect((await world.say('/digest feed 1', { manager: false })).problem?.code).toBe('not-allowed');
    const without = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents: {} });
    await without.say('/digest add ferries');
    expect((await without.say('/digest feed 1')).problem?.code).toBe('no-feeds');
  });

  test('is refused to other hosts and to pages elsewhere', async () => {
    expect((await get(address.replace('desk.example', 'evil.example'))).status).toBe(421);
    expect((await get(address, { headers: { origin: 'https://evil.example' } })).status).toBe(421);
    expect((await get(address, { method: 'POST' })).status).toBe(404);
  });

  test('opens for none of 10,000 forged addresses', async () => {
    await world.say('/digest add bridges at:09:00');
    const { channel } = world;
    const [own, other] = await world.store.subscriptions.list(channel);
    if (!own || !other) throw new Error('There is no digest.');
    const random = createRandom(7);
    const name = address.slice(`${PUBLIC}/digests/`.length);
    const [subject = '', signature = ''] = name.split('.');
    const of = (text: string) => Buffer.from(text).toString('base64url');
    const forged = (nth: number): string => {
      const at = Math.floor(random() * name.length);
      const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'.charAt(
        random() * 65,
      );
      const changed = `${name.slice(0, at)}${letter}${name.slice(at + 1)}`;
      const elsewhere =
        createFeedLinks({ base: PUBLIC, secret: `another secret ${nth}` }).addressOf(own) ?? '';
      const kinds = [
        changed,
        `${of(`chat:W1/C1 ${nth}`)}.${signature}.xml`,
        `${of('chat:W1/C1 2')}.${signature}.xml`,
        elsewhere.slice(`${PUBLIC}/digests/`.length),
        `${subject}.${signature.slice(0, nth % 22)}.xml`,
        `${subject}.${signature}`,
        `${of(`chat:W${nth}/C1 1`)}.${signature}.xml`,
      ];
      return kinds[nth % kinds.length] ?? '';
    };
    let opened = 0;
    for (let nth = 0; nth < 10_000; nth++) {
      const made = forged(nth);
      if (made === name) continue;
      const { status, text } = await get(`${PUBLIC}/digests/${made}`);
      if (status !== 404 || /crowns|repairs/.test(text)) opened++;
    }
    expect(opened).toBe(0);
  });
});
