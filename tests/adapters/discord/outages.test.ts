import { describe, expect, test, vi } from 'vitest';
import type { Chat } from '../../../src/core/bot/chat-adapter.ts';
import { eventually } from '../../fakes/eventually.ts';
import type { Bot } from './bot.ts';
import { startBot } from './bot.ts';

const mention = ({ discord }: Bot) => ({ content: `<@${discord.ids.bot}> What does France think?` });
const written = ({ discord }: Bot, channel = discord.ids.text) =>
  discord.messages(channel).filter(({ author }) => author.id === discord.ids.bot);

describe('a connection', () => {
  test('that is cut is resumed, and what was said meanwhile is answered', async () => {
    const bot = await startBot();
    bot.discord.gateway.drop();
    expect(bot.discord.textOf(await bot.say(mention(bot)))).toContain('Macron');
    expect([bot.discord.identifies, bot.discord.resumes]).toEqual([1, 1]);
  });

  test('that Discord asks to renew is resumed', async () => {
    const bot = await startBot();
    bot.discord.gateway.reconnect();
    await eventually(() => expect(bot.discord.resumes).toBe(1));
    expect(bot.discord.textOf(await bot.say(mention(bot)))).toContain('Macron');
    expect(bot.discord.identifies).toBe(1);
  });

  test('that is over is begun anew', async () => {
    const bot = await startBot();
    bot.discord.gateway.invalidate(false);
    await eventually(() => expect(bot.discord.identifies).toBe(2));
    await eventually(() => expect(bot.adapter.health().connected).toBe(true));
    expect(bot.discord.textOf(await bot.say(mention(bot)))).toContain('Macron');
  });

  test('that gives no sign of life is left and resumed', async () => {
    const bot = await startBot({ discord: { heartbeatInterval: 100 } });
    bot.discord.gateway.stopAcks();
    await eventually(() => expect(bot.discord.resumes).toBeGreaterThan(0));
    bot.discord.gateway.startAcks();
    expect(bot.discord.textOf(await bot.say(mention(bot)))).toContain('Macron');
    expect(bot.discord.identifies).toBe(1);
  });

  // Fault 19: flaps. Each resumes; none costs a session.
  test('that is cut many times costs no further session', async () => {
    const bot = await startBot();
    for (let cut = 1; cut <= 4; cut++) {
      bot.discord.gateway.drop();
      await eventually(() => expect(bot.discord.resumes).toBe(cut));
      await eventually(() => expect(bot.adapter.health().connected).toBe(true));
    }
    await bot.ask('help');
    expect(bot.discord.identifies).toBe(1);
  });
});

describe('an answer', () => {
  const edits = { method: 'PATCH', path: /webhooks/ };
  const sends = { method: 'POST', path: /channels\/\d+\/messages$/ };

  // Fault 3: nothing is sent before the time that Discord asks for.
  test.each([0, 0.3, 1.2])('waits as long as it is told to: %d s', async (retryAfter) => {
    const bot = await startBot();
    bot.discord.fault({ ...edits, trouble: { kind: 'rate limit', retryAfter } });
    const answer = await bot.ask('brief', { topic: 'nato-asia' });
    expect(bot.discord.textOf(answer)).toContain('NATO in the Asia-Pacific');
    const [first, second] = bot.discord.requests.filter(({ method }) => method === 'PATCH');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(retryAfter * 1000 - 20);
  });

  // Fault 4: whether a 5xx took effect or not, one message is seen.
  test.each([
    ...[500, 502, 503].flatMap((status) =>
      [true, false].map((applied) => ({ kind: 'status', status, applied }) as const),
    ),
    ...[true, false].map((applied) => ({ kind: 'drop', applied }) as const),
    { kind: 'drop', applied: true, midway: true } as const,
  ])('to a message is posted once: %j', async (trouble) => {
    const bot = await startBot();
    bot.discord.fault({ ...sends, trouble });
    expect(bot.discord.textOf(await bot.say(mention(bot)))).toContain('Macron');
    await bot.adapter.stop();
    expect(written(bot)).toHaveLength(1);
  });

  test.each([true, false])(
    'to a command is given though the connection breaks: applied %s',
    async (applied) => {
      const bot = await startBot();
      bot.discord.fault({ ...edits, trouble: { kind: 'drop', applied } });
      await bot.ask('brief', { topic: 'nato-asia' });
      await bot.adapter.stop();
      const [answer, ...others] = written(bot);
      expect(others).toEqual([]);
      expect(answer && bot.discord.textOf(answer)).toMatch(/NATO in the Asia-Pacific|did not take/);
    },
  );

  const acknowledgements = { method: 'POST', path: /callback$/ };

  test.each([
    { kind: 'status', status: 502, applied: true } as const,
    { kind: 'status', status: 502, applied: false } as const,
    { kind: 'drop', applied: true } as const,
    { kind: 'drop', applied: false } as const,
  ])('is given though it is not sure whether it was announced: %j', async (trouble) => {
    const bot = await startBot();
    bot.discord.fault({ ...acknowledgements, trouble });
    const handle = bot.discord.slash({ command: 'brief', options: { topic: 'nato-asia' } });
    expect(bot.discord.textOf(await handle.finished())).toContain('NATO in the Asia-Pacific');
    expect(handle.loading()).toBe(false);
    expect(written(bot)).toHaveLength(1);
  });

  test('that Discord refuses is said to be, and nothing stays loading', async () => {
    const bot = await startBot();
    const body = { message: 'Invalid Form Body', code: 50_035 };
    bot.discord.fault({ ...edits, trouble: { kind: 'status', status: 400, applied: false, body } });
    const answer = await bot.ask('brief', { topic: 'nato-asia' });
    expect(bot.discord.textOf(answer)).toMatch(/did not accept the answer/);
    expect(bot.reports).toHaveLength(1);
  });

  test('is given though a request for it is never answered', async () => {
    const { bot, release, request } = await startHeld();
    bot.discord.fault({ ...edits, trouble: { kind: 'silence', applied: false } });
    const handle = bot.discord.slash({ command: 'help' });
    await eventually(() => expect(request()).toBe(1));
    const tried = () => bot.discord.requests.filter(({ method }) => method === 'PATCH').length;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    release();
    while (tried() === 0) await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(15_000);
    vi.useRealTimers();
    expect(bot.discord.textOf(await handle.finished())).toMatch(/brief/);
    expect(tried()).toBe(2);
  });

  test('whose place is gone meanwhile is given up quietly', async () => {
    const { bot, release, request } = await startHeld();
    const { id } = bot.discord.channel();
    bot.discord.slash({ command: 'help', channel: id });
    bot.discord.say({ ...mention(bot), channel: id });
    await eventually(() => expect(request()).toBe(2));
    bot.discord.deleteChannel(id);
    release();
    await bot.adapter.stop();
    expect(bot.reports).toEqual([]);
  });

  test('whose announcement was deleted is given up quietly', async () => {
    const { bot, release, request } = await startHeld();
    const handle = bot.discord.slash({ command: 'help' });
    await eventually(() => expect(request()).toBe(1));
    bot.discord.deleteMessage(written(bot)[0]?.id ?? '');
    release();
    await bot.adapter.stop();
    expect(bot.reports).toEqual([]);
    expect(handle.followUps()).toEqual([]);
  });

  test('to a message that was deleted meanwhile is given all the same', async () => {
    const { bot, release, request } = await startHeld();
    const { id } = bot.discord.say(mention(bot));
    await eventually(() => expect(request()).toBe(1));
    bot.discord.deleteMessage(id);
    release();
    await eventually(() => expect(written(bot)).toHaveLength(1));
    expect(bot.discord.violations).toEqual([]);
  });
});

// What Discord refuses with 401, 403 or 429 counts against the address of this machine.
test('many messages in a channel where the bot may not write are few refusals', async () => {
  const bot = await startBot();
  bot.discord.deny(bot.discord.ids.text, ['send']);
  for (let at = 0; at < 60; at++) bot.discord.say(mention(bot));
  const direct = bot.discord.direct(bot.discord.ids.member);
  await eventually(() => expect(written(bot, direct)).toHaveLength(60));
  expect(bot.discord.requests.filter(({ status }) => status === 403).length).toBeLessThanOrEqual(50);
}, 20_000);

/** A bot whose answers wait until they are released. */
async function startHeld() {
  let release = () => {};
  let count = 0;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  const around = (chat: Chat): Chat => ({
    ...chat,
    handle: async (invocation) => {
      count++;
      await until;
      return chat.handle(invocation);
    },
  });
  return { bot: await startBot({ around }), release, request: () => count };
}
