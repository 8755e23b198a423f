import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDiscordPoster } from '../../../src/adapters/discord/poster.ts';
import type { PostRequest } from '../../../src/core/delivery/poster.ts';
import type { Message } from '../../../src/core/replies/message.ts';
import { posterContract } from '../../contracts/poster.ts';
import { noted, quoted } from '../../contracts/scripted-chat.ts';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/discord.ts';
import type { Fault } from '../../fakes/discord/faults.ts';
import { post as postRaw } from '../../fakes/discord/message.ts';
import { bodyOf } from '../../fakes/json.ts';
import { openDiscordPosterDriver } from './poster-driver.ts';

posterContract('Discord', openDiscordPosterDriver);
posterContract('Discord, where lists tell nonces', (setting) =>
  openDiscordPosterDriver(setting, { listsNonces: true }),
);

const KEY = 'abcdefghijklmnopqrstuvw23';
const DAY = 86_400_000; // milliseconds

describe('a poster to Discord', () => {
  let discord: FakeDiscord;
  let poster: ReturnType<typeof createDiscordPoster>;

  beforeEach(() => start());
  afterEach(() => discord.close());

  async function start() {
    discord = await startDiscord();
    const { token, api } = discord;
    poster = createDiscordPoster({ token, api, days: 90, timeout: 10_000, now: () => new Date() });
  }

  const address = (channel = discord.ids.text, workspace = discord.ids.guild) => ({
    ...{ platform: 'discord', workspace, channel },
  });
  const post = (given: Partial<PostRequest> = {}) =>
    poster.post({
      ...{ channel: address(), message: quoted(['One.']), key: KEY, mayStillSend: () => true },
      ...given,
    });
  const find = (channel = address()) => poster.find({ channel, key: KEY, since: new Date() });
  const fault = (trouble: Fault['trouble'], path = /messages$/, method = 'POST') =>
    discord.fault({ method, path, trouble });
  const paths = () => discord.requests.map(({ method, path }) => `${method} ${path}`);

  test('pings nobody and names its key in every body', async () => {
    await post();
    await poster.tell(address(), discord.ids.member, '@everyone');
    const bodies = discord.requests.filter(({ path }) => path.endsWith('/messages')).map(({ body }) => body);
    for (const body of bodies) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(bodies[0]).toMatchObject({ nonce: KEY, enforce_nonce: true, flags: (1 << 15) | (1 << 2) });
    expect([bodies.length, discord.violations]).toEqual([2, []]);
  });

  test('looks at a channel once', async () => {
    for (const key of ['a', 'b', 'c']) await post({ key: key.repeat(25) });
    expect(paths().filter((path) => path === `GET /channels/${discord.ids.text}`)).toHaveLength(1);
  });

  test('looks at all channels of a server at once, from the second on, and at threads by themselves', async () => {
    const more = Array.from({ length: 5 }, () => discord.channel().id);
    const postIn = (channel: string, nth: number) =>
      post({ channel: { ...address(), channel }, key: String(nth).padStart(25, 'k') });
    const posted = await Promise.all([discord.ids.text, ...more, discord.ids.thread].map(postIn));
    expect(posted.map(({ kind }) => kind)).toEqual(Array.from(posted, () => 'sent'));
    const looks = paths().filter((path) => path.startsWith('GET'));
    expect(looks.sort()).toEqual([
      ...[`GET /channels/${discord.ids.text}`, `GET /channels/${discord.ids.thread}`].sort(),
      `GET /guilds/${discord.ids.guild}/channels`,
    ]);
    expect(discord.violations).toEqual([]);
  });

  test('looks at channels by themselves where those of the server are not told', async () => {
    fault({ kind: 'status', status: 502, applied: false }, /^\/guilds\/\d+\/channels$/, 'GET');
    await post();
    const channel = { ...address(), channel: discord.channel().id };
    expect(await post({ channel, key: 'o'.repeat(25) })).toMatchObject({ kind: 'sent' });
  });

  test('that may not send any more asks so last of all, after it has looked', async () => {
    const request: string[][] = [];
    const mayStillSend = () => {
      request.push(paths());
      return false;
    };
    expect(await post({ mayStillSend })).toMatchObject({ kind: 'later', everywhere: false });
    expect(request).toEqual([[`GET /channels/${discord.ids.text}`]]);
    expect(paths()).toHaveLength(1);
  });

  test('asks who it is once, however many searches need it', async () => {
    await Promise.all(Array.from({ length: 8 }, () => find()));
    expect(paths().filter((path) => path === 'GET /users/@me')).toHaveLength(1);
  });

  test('refuses a message that can not be rendered, and says why', async () => {
    const broken = { ...quoted(['One.']), blocks: [null] } as unknown as Message;
    expect(await post({ message: broken })).toEqual({
      ...{ kind: 'refused', why: 'invalid', detail: 'Could not render the message.' },
      cause: expect.any(TypeError),
    });
  });

  test('asks each of several at once for itself', async () => {
    const may = [true, false, true, false];
    const all = may.map((each, nth) => post({ key: `${nth}`.repeat(25), mayStillSend: () => each }));
    expect((await Promise.all(all)).map(({ kind }) => kind)).toEqual(['sent', 'later', 'sent', 'later']);
    expect(discord.messages(discord.ids.text)).toHaveLength(2);
  });

  test('goes on when the clock was put back a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    try {
      const burst = (of: string) =>
        Promise.all(Array.from({ length: 25 }, (_, nth) => post({ key: `${nth}`.padStart(25, of) })));
      await post(); // which looks at the channel
      await burst('x');
      vi.setSystemTime(Date.now() - DAY);
      expect(new Set((await burst('y')).map(({ kind }) => kind))).toEqual(new Set(['sent']));
    } finally {
      vi.useRealTimers();
    }
  });

  test('knows a post whose message was deleted since to have been delivered', async () => {
    const first = await post();
    discord.deleteMessage(first.kind === 'sent' ? first.messageId : '');
    expect(await post()).toMatchObject({ kind: 'sent' });
    expect(discord.messages(discord.ids.text)).toEqual([]);
  });

  test.each([
    ['of another server', () => address(discord.ids.text, discord.guildJoin().id), 'closed'],
    ['of a server, called a direct one', () => address(discord.ids.text, '@me'), 'closed'],
    ['that is a direct one, called a server’s', () => address(discord.direct(discord.ids.member)), 'closed'],
    ['that there is not', () => address('1'), 'gone'],
    ['that is no id', () => address('../../users/@me'), 'gone'],
    ['that the bot can’t see', () => address(discord.ids.private), 'closed'],
    ['of a kind that takes no messages', () => address(discord.ids.forum), 'closed'],
  ])('refuses a channel %s', async (_what, where, why) => {
    const channel = where();
    expect(await post({ channel })).toMatchObject({ kind: 'refused', why });
    expect([...discord.world.messages.values()]).toEqual([]);
  });

  test('refuses a channel in which it may not write', async () => {
    discord.deny(discord.ids.text, ['send']);
    expect(await post()).toMatchObject({ kind: 'refused', why: 'closed', detail: expect.any(String) });
  });

  test('posts in direct messages and threads too', async () => {
    const direct = address(discord.direct(discord.ids.member), '@me');
    expect(await post({ channel: direct })).toMatchObject({ kind: 'sent' });
    const inThread = await post({ channel: address(discord.ids.thread), key: 'z'.repeat(25) });
    expect(inThread).toMatchObject({ kind: 'sent' });
    const [message] = discord.messages(discord.ids.thread);
    expect(message && discord.buttonsOf(message).map(({ label }) => label)).not.toContain('Thread');
  });

  test('takes what Discord has against a message for final', async () => {
    const body = { message: 'Invalid Form Body', code: 50_035 };
    fault({ kind: 'status', status: 400, applied: false, body });
    expect(await post()).toMatchObject({ kind: 'refused', why: 'invalid' });
  });

  test('that could not look at a channel has posted nothing, and says so', async () => {
    fault({ kind: 'status', status: 502, applied: true }, /channels\/\d+$/, 'GET');
    expect(await post()).toMatchObject({ kind: 'later', seconds: null, everywhere: false });
    expect(await post()).toMatchObject({ kind: 'sent' });
  });

  test('sends nothing after the token was refused', async () => {
    await post();
    discord.revoke();
    const before = paths().length;
    for (const key of ['a', 'b', 'c'])
      expect(await post({ key: key.repeat(25) })).toMatchObject({ kind: 'stopped' });
    expect(await find()).toMatchObject({ kind: 'cannot-search', forGood: false });
    expect(paths()).toHaveLength(before + 1);
  });

  describe('that is told to wait', () => {
    test.each([
      [{ retryAfter: 30 }, { seconds: 30, everywhere: false }],
      [
        { retryAfter: 0.4, header: '0.4' },
        { seconds: 0.4, everywhere: false },
      ],
      [
        { retryAfter: 30, scope: 'shared' },
        { seconds: 30, everywhere: false },
      ],
      [
        { retryAfter: 30, scope: 'global' },
        { seconds: 30, everywhere: true },
      ],
      [
        { retryAfter: 30, global: true },
        { seconds: 30, everywhere: true },
      ],
      [
        { retryAfter: 30, header: null },
        { seconds: null, everywhere: false },
      ],
      [
        { retryAfter: 30, header: 'soon' },
        { seconds: 30, everywhere: false },
      ],
    ] as const)('%j', async (given, outcome) => {
      fault({ kind: 'rate limit', ...given });
      expect(await post()).toMatchObject({ kind: 'later', ...outcome });
      expect(discord.messages(discord.ids.text)).toEqual([]);
    });

    test('everywhere sends nothing anywhere', async () => {
      fault({ kind: 'rate limit', retryAfter: 60, global: true });
      await post();
      const before = paths().length;
      const elsewhere = await post({ channel: address(discord.ids.announcement) });
      expect(elsewhere).toMatchObject({ kind: 'later', everywhere: true });
      expect(elsewhere.kind === 'later' && elsewhere.seconds).toBeGreaterThan(50);
      expect(paths()).toHaveLength(before);
    });

    test('by what stands before Discord waits everywhere', async () => {
      fault({ kind: 'page', status: 429, applied: false });
      expect(await post()).toMatchObject({ kind: 'later', seconds: null, everywhere: true });
    });
  });

  describe('that looks for a post', () => {
    const own = (given: object, extra = {}) =>
      postRaw(discord.world, {
        ...{ channelId: discord.ids.text, author: discord.world.bot, body: bodyOf(given), extra },
      });
    const button = { type: 2, style: 2, label: 'More', custom_id: `sign "${KEY.slice(0, 12)}"` };
    const components = [{ type: 1, components: [button] }];

    test('finds one without buttons', async () => {
      const posted = await post({ message: noted('All is well, and nothing was new.') });
      expect(await find()).toEqual(posted);
    });

    test('knows one by the answer that its buttons belong to', async () => {
      const { wire } = own({ components });
      expect(await find()).toEqual({ kind: 'sent', messageId: wire.id });
    });

    test('takes nothing for it that answers somebody, or that others wrote', async () => {
      own({ components }, { interaction_metadata: { id: '1' } });
      const ada = discord.world.users.get(discord.ids.member);
      if (ada) postRaw(discord.world, { channelId: discord.ids.text, author: ada, body: { components } });
      expect(await find()).toEqual({ kind: 'absent' });
    });

    test('reads two pages at least, and ten at most', async () => {
      for (let nth = 0; nth < 1200; nth++) discord.say({ content: `${nth}` });
      const looks = () =>
        paths().filter((path) => path.startsWith('GET') && path.endsWith('/messages')).length;
      const since = new Date(Date.now() + 30 * DAY);
      expect(await poster.find({ channel: address(), key: KEY, since })).toEqual({ kind: 'absent' });
      expect(looks()).toBe(2);
      expect(await find()).toEqual({ kind: 'absent' });
      expect(looks()).toBe(12);
    });

    test('does not take a channel whose past it may not read for an empty one', async () => {
      await post();
      discord.deny(discord.ids.text, ['readHistory']);
      expect(await find()).toMatchObject({ kind: 'cannot-search', forGood: true });
    });

    test('waits out what passes', async () => {
      await post();
      fault({ kind: 'rate limit', retryAfter: 60 }, /messages$/, 'GET');
      expect(await find()).toMatchObject({ kind: 'cannot-search', forGood: false });
    });
  });
});
