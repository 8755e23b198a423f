import { beforeEach, describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/core/library/audience.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { LOCAL } from '../../fakes/local-chat.ts';
import { ADA, openSite, type Site, type Visitor } from './site.ts';

const INSIDE: Audience = { ...ADA, channel: 'C7' };
const ELSEWHERE: Audience = { ...ADA, workspace: 'W2' };
const PATHS = ['', '/documents', '/topics', '/digests', '/questions', '/feedback', '/script.js'];

/** Two collections, one of which only one channel of the workspace may read. */
function contents() {
  const documents = [
    createDocument('harbour/ferry', { text: 'The ferry to the island will cost ten crowns from May.' }),
    createDocument('secret/merger', { title: 'Falcon', text: 'The ferry to the island was sold to Acme.' }),
  ];
  const topic = (name: string, collection: string) => ({
    ...{ name, title: `On ${name}`, query: 'ferry island', synonyms: [], aspects: [] },
    collections: [collection],
  });
  const made = createContents(documents, [topic('fares', 'harbour'), topic('falcon', 'secret')] as never);
  const collections = made.collections.map((each) =>
    each.id === documents[1]?.collection ? { ...each, readable: ['chat:W1/C7'] } : each,
  );
  return { ...made, collections, refused: [{ file: 'secret/plan.pdf', reason: 'holds no text' }] };
}

let site: Site;
const absent = async () => (await site.send('/documents/never')).status;

describe('on this machine', () => {
  beforeEach(async () => {
    site = await openSite(contents());
  });

  test('the person there is the manager, and gets its address in chat', async () => {
    expect(await site.linkFor(LOCAL)).toBe(`${site.address}/admin`);
    expect((await site.send('/admin')).status).toBe(200);
  });

  test('a request for another host is refused, one that a proxy passed on finds nothing', async () => {
    expect((await site.send('/admin', { headers: { host: 'evil.example' } })).status).toBe(421);
    for (const path of PATHS)
      expect((await site.send(`/admin${path}`, { headers: { 'x-forwarded-for': '1.2.3.4' } })).status).toBe(
        404,
      );
  });

  test('people elsewhere get no link', async () => {
    expect(await site.linkFor(ADA)).toBeNull();
  });

  test.each(['PUT', 'DELETE'])('nothing is there for %s', async (method) => {
    expect((await site.send('/admin', { method })).status).toBe(404);
  });
});

describe('under a public address', () => {
  let browser: Visitor;
  const enter = async (audience: Audience): Promise<Visitor> => {
    const visitor = site.browser();
    await visitor.open((await site.linkFor(audience)) ?? 'none');
    expect((await visitor.press('Open the page')).status).toBe(200);
    return visitor;
  };

  beforeEach(async () => {
    site = await openSite(contents(), { publicUrl: 'own' });
    browser = site.browser();
  });

  test('nothing is there without a session: the same as what never was', async () => {
    const never = await site.send('/admin/never');
    expect(never.status).toBe(404);
    for (const path of PATHS) {
      const { status, text } = await site.send(`/admin${path}`);
      expect([status, text]).toEqual([404, never.text]);
    }
    expect(await absent()).toBe(404);
    const sent = {
      method: 'POST',
      body: new URLSearchParams({ act: 'add' }),
      headers: { origin: site.address },
    };
    expect((await site.send('/admin/topics', sent)).status).toBe(404);
  });

  test('a manager gets a link that only they see, and nobody else does', async () => {
    expect(await site.linkFor(ADA)).toMatch(/\/admin\/open\?ticket=[\w.-]+$/);
    expect(await site.linkFor(ADA, false)).toBeNull();
    expect(await site.linkFor({ ...ADA, private: false })).toBeNull();
    const { text } = await site.say('/status', { ...ADA, private: false });
    expect(text).toContain('as a slash command for a link that only you see');
    expect(await site.linkFor(LOCAL)).toBeNull();
  });

  test('a link opens once, by a button, for ten minutes; its session lasts an hour', async () => {
    const link = (await site.linkFor(ADA)) ?? '';
    const door = await browser.open(link);
    expect([door.status, door.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(door.text).not.toMatch(/ferry|fares/);
    const entered = await browser.press('Open the page');
    expect(entered.text).toContain('You look after chat:W1 until 15:00 UTC.');
    expect((await browser.again()).status).toBe(200); // pressed twice
    const other = site.browser();
    await other.open(link);
    expect((await other.press('Open the page')).status).toBe(404);
    site.wait(59);
    expect((await browser.open('/admin')).status).toBe(200);
    site.wait(2);
    expect((await browser.open('/admin')).status).toBe(404);
    expect((await site.browser().open(link)).status).toBe(404);
  });

  test('the address of the page then holds nothing that opens it', async () => {
    const link = (await site.linkFor(ADA)) ?? '';
    const ticket = new URL(link).searchParams.get('ticket') ?? '';
    const sent = {
      method: 'POST',
      body: new URLSearchParams({ ticket }),
      headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
    };
    const { status, headers } = await site.send('/admin/open', sent);
    expect([status, headers.get('location')]).toEqual([303, '/admin']);
    expect(headers.get('set-cookie')).toMatch(
      /^dossier-admin=[\w.-]+; Path=\/admin; Max-Age=3600; HttpOnly; SameSite=Strict$/,
    );
  });

  test('a page elsewhere can’t bring anyone in', async () => {
    const ticket = new URL((await site.linkFor(ADA)) ?? '').searchParams.get('ticket') ?? '';
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      const body = new URLSearchParams({ ticket });
      expect((await site.send('/admin/open', { method: 'POST', body, headers })).status).toBe(403);
    }
  });

  test('forged tickets open nothing, whatever is changed in them', async () => {
    const link = (await site.linkFor(ADA)) ?? '';
    const session = (await enter(ADA)).cookie();
    const { text } = await site.send('/admin/never');
    for (let at = 0; at < 400; at++) {
      const changed = (from: string) => change(from, at);
      const door = await site.send(
        `/admin/open?ticket=${changed(new URL(link).searchParams.get('ticket') ?? '')}`,
      );
      const cookie = `dossier-admin=${changed(session.slice('dossier-admin='.length))}`;
      const page = await site.send('/admin', { headers: { cookie } });
      expect([door.status, door.text, page.status, page.text]).toEqual([404, text, 404, text]);
    }
    const asSession = `dossier-admin=${new URL(link).searchParams.get('ticket')}`;
    expect((await site.send('/admin', { headers: { cookie: asSession } })).status).toBe(404);
    expect((await site.send(`/admin/open?ticket=${session.slice('dossier-admin='.length)}`)).status).toBe(
      404,
    );
  });

  test('a manager sees their own workspace’s topics, digests, questions and feedback, and no other’s', async () => {
    for (const [audience, name] of [
      [{ ...ADA, private: false }, 'ours'],
      [{ ...ELSEWHERE, private: false }, 'theirs'],
      [LOCAL, 'machines'],
    ] as const) {
      await site.say(`/topics add ${name} ferry`, audience);
      await site.say(`/digest add ${name} 08:00`, audience);
      await site.say(`/ask Where is the ${name} zeppelin?`, audience);
      await site.say(`/feedback it is ${name}`, audience);
    }
    const manager = await enter(ADA);
    for (const path of ['/topics', '/digests', '/questions', '/feedback']) {
      const { text } = await manager.open(`/admin${path}`);
      expect([path, /ours/i.test(text), /theirs|machines/i.test(text)]).toEqual([path, true, false]);
      expect(text).not.toContain('ada');
    }
    expect((await manager.open('/admin/topics/theirs')).status).toBe(404);
    expect((await manager.open('/admin/digests/chat%3AW2%2FC1/1')).status).toBe(404);
    expect((await manager.open('/admin/digests/chat%3AW1%2FC1/1')).status).toBe(200);
    await manager.press('Pause');
    expect((await site.say('/digest', ELSEWHERE)).text).not.toContain('paused');
    expect((await site.say('/digest', ADA)).text).toContain('paused');
  });

  test('what only one channel may read is not told: documents, topics, digests, previews, questions', async () => {
    const inside = { ...INSIDE, private: false };
    for (const line of ['/digest add falcon 08:00', '/ask Who is behind the Falcon submarine?'])
      await site.say(line, inside);
    await site.say('/topics add ferries ferry island', inside);
    await site.say('/digest add ferries 08:00', inside);
    const manager = await enter(INSIDE);
    const pages = await Promise.all(PATHS.map(async (path) => (await manager.open(`/admin${path}`)).text));
    expect(pages.join()).toContain('On fares');
    expect(pages.join()).not.toMatch(/falcon|merger|Acme|secret|submarine/i);
    expect((await manager.open('/admin/topics/falcon')).status).toBe(404);
    expect((await manager.open('/admin/digests/chat%3AW1%2FC7/1')).status).toBe(404);
    const digest = await manager.open('/admin/digests/chat%3AW1%2FC7/2');
    expect(digest.text).toContain('Preview the digest there.');
    const tried = await trying(manager, 'ferry sold Acme');
    expect([digest.text, tried].join()).not.toMatch(/sold to Acme|secret|merger/);
  });

  async function trying(manager: Visitor, query: string): Promise<string> {
    await manager.open('/admin/topics');
    return (await manager.press('Try the query', { query })).text.replaceAll(query, '');
  }

  test('a form of one visit is none of another', async () => {
    const [one, other] = [await enter(ADA), await enter({ ...ADA, user: 'tom' })];
    const form = /name="form" value="(.*?)"/.exec((await one.open('/admin/topics')).text)?.[1] ?? '';
    const body = new URLSearchParams({ form, act: 'add', name: 'stolen', query: 'ferry' });
    const sent = { method: 'POST', body, headers: { origin: site.address, cookie: other.cookie() } };
    expect((await site.send('/admin/topics', sent)).status).toBe(403);
    expect((await site.say('/topics', ADA)).text).not.toContain('stolen');
  });

  test('who leaves is gone', async () => {
    const manager = await enter(ADA);
    expect((await manager.press('Leave')).text).toContain('You left');
    expect((await manager.open('/admin')).status).toBe(404);
  });
});

test('behind https the cookie is for https alone, below the path that the server is reached under', async () => {
  site = await openSite(contents(), { publicUrl: 'https://desk.example/dossier' });
  const link = (await site.linkFor(ADA)) ?? '';
  expect(link).toMatch(/^https:\/\/desk\.example\/dossier\/admin\/open\?ticket=/);
  const host = { host: 'desk.example' };
  const door = await site.send(`/admin/open${new URL(link).search}`, { headers: host });
  expect(door.text).toContain('action="/dossier/admin/open"');
  const body = new URLSearchParams({ ticket: new URL(link).searchParams.get('ticket') ?? '' });
  const headers = { ...host, origin: 'https://desk.example' };
  const entered = await site.send('/admin/open', { method: 'POST', body, headers });
  expect(entered.headers.get('location')).toBe('/dossier/admin');
  expect(entered.headers.get('set-cookie')).toMatch(
    /^__Secure-dossier-admin=[\w.-]+; Path=\/dossier\/admin; Max-Age=3600; HttpOnly; SameSite=Strict; Secure$/,
  );
});

/** Another character in one place. */
function change(text: string, at: number): string {
  const place = at % text.length;
  const other = text[place] === 'A' ? 'B' : 'A';
  return `${text.slice(0, place)}${other}${text.slice(place + 1)}`;
}
