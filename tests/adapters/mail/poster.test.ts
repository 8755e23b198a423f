import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { examineMail } from '../../../src/adapters/mail/doctor.ts';
import { mail } from '../../../src/adapters/mail/index.ts';
import { createMailPoster } from '../../../src/adapters/mail/poster.ts';
import type { Posted, PostRequest } from '../../../src/core/delivery/poster.ts';
import { quoted } from '../../contracts/scripted-chat.ts';
import { openDigestWorld } from '../../fakes/digest-world.ts';
import { type MailServer, startMailServer } from '../../fakes/mail-server.ts';

const KEY = 'abcdefghijklmnopqrstuvw23';
const QUOTE = 'The ferry <to> the island will cost ten crowns & more — “perhaps”.';
const FARES = {
  ...{ title: 'Fares', publisher: 'Port Gazette', published: '2026-11-20', url: 'https://example.org/fares' },
  text: 'The ferry to the island will cost ten crowns from May. The harbour council raised the fares.',
};
const TO = 'news@desk.example.org';
const NOW = new Date('2026-11-24T08:00:00Z');

let server: MailServer;

beforeEach(async () => {
  server = await startMailServer();
});

afterEach(() => server.close());

function post(given: Partial<PostRequest> & { url?: string; to?: string } = {}): Promise<Posted> {
  const { url = server.url, to = TO, ...request } = given;
  const settings = {
    ...{ url, from: 'dossier@example.org', api: null },
    allowed: ['@desk.example.org', 'ada@example.org'],
  };
  const poster = createMailPoster(settings, { now: () => NOW, timeout: 1500 });
  return poster.post({
    ...{ channel: { platform: 'mail', workspace: 'local', channel: to }, key: KEY },
    ...{ message: quoted([QUOTE], ['https://example.org/ferry?a=1&b=2']), mayStillSend: () => true },
    ...request,
  });
}

describe('a digest by mail', () => {
  test('holds its excerpts word for word, as text and as HTML, with their links', async () => {
    expect(await post()).toEqual({ kind: 'sent', messageId: `<${KEY}@example.org>` });
    const [{ from, to, text: raw } = { from: '', to: [], text: '' }] = server.taken;
    expect([from, to]).toEqual(['dossier@example.org', [TO]]);
    const { text, html, messageId, date, headers } = await PostalMime.parse(raw);
    expect([messageId, date]).toEqual([`<${KEY}@example.org>`, '2026-11-24T08:00:00.000Z']);
    expect(text).toContain(QUOTE);
    expect(text).toContain('[1] https://example.org/ferry?a=1&b=2');
    expect(html).toContain('The ferry &lt;to&gt; the island will cost ten crowns &amp; more — “perhaps”.');
    expect(html).toContain('<a href="https://example.org/ferry?a=1&amp;b=2">[1]</a>');
    const named = new Map(headers.map(({ key, value }) => [key, value]));
    expect(named.get('auto-submitted')).toBe('auto-generated');
    expect(named.has('list-unsubscribe')).toBe(false);
  });

  test('is the same for every attempt', async () => {
    await post();
    await post();
    expect(server.taken[1]).toEqual(server.taken[0]);
  });

  test('is written as mailboxes expect it', async () => {
    const world = await openDigestWorld({
      begins: '2026-11-23T07:30:00Z',
      documents: { 'news/fares': FARES },
    });
    await world.say('/digest add ferries zone:UTC');
    await world.tickUntil('2026-11-23T08:05:00Z');
    const message = world.platform.posts[0]?.message;
    if (!message) throw new Error('Nothing was posted.');
    await post({ message });
    const [{ text } = { text: '' }] = server.taken;
    await expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot('../../golden/mail/digest.eml');
  });

  test.each(['news@example.org', 'eve@evil.example', 'ada@example.org.evil.example', '@desk.example.org'])(
    'goes to nobody who is not on the list: %s',
    async (to) => {
      expect(await post({ to })).toMatchObject({ kind: 'refused', why: 'closed' });
      expect(server.connections()).toBe(0);
    },
  );

  test('goes to an address that is on the list in any case', async () => {
    expect(await post({ to: 'Ada@Example.org' })).toMatchObject({ kind: 'sent' });
  });

  test.each([
    ['drop-after-taking', 1],
    ['drop-before-taking', 0],
    ['silent-after-taking', 1],
  ] as const)('may have arrived once the server has asked for it: %s', async (kind, taken) => {
    server.trouble({ kind });
    expect(await post()).toMatchObject({ kind: 'unknown' });
    expect(server.taken).toHaveLength(taken);
    expect(server.connections()).toBe(1);
  });

  test.each([
    ['from', 451, { kind: 'later' }],
    ['to', 450, { kind: 'later' }],
    ['data', 452, { kind: 'later' }],
    ['to', 550, { kind: 'refused', why: 'closed' }],
    ['from', 550, { kind: 'refused', why: 'invalid' }],
    ['data', 554, { kind: 'refused', why: 'invalid' }],
    ['auth', 535, { kind: 'stopped' }],
    ['auth', 454, { kind: 'later' }],
  ] as const)('a refusal at %s with %i is final for this attempt', async (at, code, outcome) => {
    server.trouble({ kind: 'refuse', at, code });
    expect(await post()).toMatchObject(outcome);
    expect(server.taken).toEqual([]);
  });

  test('that reaches no server is tried later, for all addresses', async () => {
    const { url } = server;
    await server.close();
    expect(await post({ url })).toMatchObject({ kind: 'later', everywhere: true });
    server = await startMailServer();
  });

  test('is not sent when another process may have taken over, at whatever moment', async () => {
    for (const lasts of [0, 1]) {
      let asked = 0;
      const mayStillSend = () => asked++ < lasts;
      expect(await post({ mayStillSend })).toMatchObject({ kind: 'later' });
    }
    expect(server.taken).toEqual([]);
  });

  test('cannot be looked for, ever', async () => {
    const poster = createMailPoster(
      { url: server.url, from: 'a@example.org', allowed: [], api: null },
      { now: () => NOW },
    );
    const channel = { platform: 'mail', workspace: 'local', channel: TO };
    expect(await poster.find({ channel, key: KEY, since: NOW })).toMatchObject({
      ...{ kind: 'cannot-search', forGood: true },
    });
  });
});

describe('the doctor', () => {
  const examine = (url: string, allowed = ['@example.org']) =>
    examineMail({ url, from: 'a@example.org', allowed, api: url });

  test('is let in, and sends nothing', async () => {
    expect(await examine(server.url)).toMatchObject({ ok: true });
    expect(await examine(server.url, [])).toMatchObject({ ok: false });
    expect(server.taken).toEqual([]);
  });

  test('says that the password is refused, or that nobody is there, and never what the password is', async () => {
    const wrong = server.url.replace('p%40ss%2Fword', 'wrong-secret');
    const { ok, lines } = await examine(wrong);
    expect([ok, lines.join()]).toEqual([false, expect.stringContaining('cannot be used')]);
    expect(lines.join()).not.toMatch(/wrong-secret|p@ss/);
    const { url } = server;
    await server.close();
    expect((await examine(url)).ok).toBe(false);
    server = await startMailServer();
  });
});

describe('the settings of mail', () => {
  const parse = (given: object) => mail.settings.schema.safeParse(given);

  test('need a server and a sender', () => {
    expect(parse({}).data).toBeNull();
    expect(parse({ DOSSIER_MAIL_FROM: 'a@example.org' }).data).toBeNull();
    expect(parse({ SMTP_URL: 'smtps://mail.example.org' }).error?.issues[0]?.message).toBe(
      'also needs DOSSIER_MAIL_FROM',
    );
  });

  test('list whom mail may go to', () => {
    const given = { SMTP_URL: 'smtps://mail.example.org', DOSSIER_MAIL_FROM: 'a@example.org' };
    expect(parse(given).data?.allowed).toEqual([]);
    expect(parse({ ...given, DOSSIER_MAIL_TO: '@Example.org, ada@b.example' }).data?.allowed).toEqual([
      ...['@example.org', 'ada@b.example'],
    ]);
    for (const to of ['example.org', '@', 'a b@c.example', '@*'])
      expect(parse({ ...given, DOSSIER_MAIL_TO: to }).success).toBe(false);
  });

  test.each(['http://mail.example.org', 'mail.example.org', 'smtp:'])('refuse %s as a server', (url) => {
    expect(parse({ SMTP_URL: url, DOSSIER_MAIL_FROM: 'a@example.org' }).success).toBe(false);
  });

  test.each([
    ['mail:desk@example.org', 'desk@example.org'],
    ['mail:local/Desk@Example.org', 'desk@example.org'],
    ['mail:desk', null],
    ['file:desk@example.org', null],
  ])('channels are addresses: %s', (text, channel) => {
    expect(mail.channelId.parseShort?.(text)?.channel ?? null).toBe(channel);
  });
});
