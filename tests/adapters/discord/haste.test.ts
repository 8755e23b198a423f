import { beforeEach, describe, expect, test } from 'vitest';
import { type Bot, startBot } from './bot.ts';

let bot: Bot;

beforeEach(async () => {
  bot = await startBot({ limited: true });
  return () => expect(bot.discord.violations.filter((each) => !ACKNOWLEDGED_TWICE.test(each))).toEqual([]);
});

// On a busy machine an acknowledgement is sent again, as one that may be lost.
const ACKNOWLEDGED_TWICE = /"code":40060/;

const asks = (count: number, user?: string, channel?: string) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const who = { ...(user ? { user } : {}), ...(channel ? { channel } : {}) };
      const reply = await bot.ask('brief', { topic: 'nato-asia', length: '30s' }, who);
      const text = bot.discord.textOf(reply);
      expect(bot.discord.isEphemeral(reply)).toBe(text.includes('Too many requests'));
      return text;
    }),
  );
const refused = (texts: readonly string[]) => texts.filter((text) => text.includes('Too many requests'));

// What is refused is told to whoever asked, and to nobody else.
describe('haste', () => {
  test('of one person is answered ten times a minute, and then told how long to wait', async () => {
    const texts = await asks(13);
    expect(refused(texts)).toHaveLength(3);
    expect(refused(texts)[0]).toMatch(/you have asked 10 times in a minute\. Try again in \d seconds/);
    bot.clock.now = new Date(bot.clock.now.valueOf() + 60_000);
    expect(refused(await asks(10))).toEqual([]);
  });

  test('of many in one channel is answered thirty times a minute', async () => {
    const people = Array.from({ length: 5 }, (_, at) => bot.discord.addUser(`person ${at}`));
    const texts = (await Promise.all(people.map((user) => asks(7, user)))).flat();
    expect(refused(texts)).toHaveLength(5);
    expect(refused(await asks(1, bot.discord.ids.manager, bot.discord.ids.announcement))).toEqual([]);
  });

  test('of one person makes nobody else wait', async () => {
    const other = bot.discord.addUser('tom');
    const flood = asks(60);
    const handle = bot.discord.slash({
      ...{ command: 'brief', options: { topic: 'nato-asia' }, user: other },
    });
    await handle.acknowledged; // within Discord's three seconds, or it is a violation
    expect(bot.discord.textOf(await handle.finished())).toContain('NATO in the Asia-Pacific');
    expect(refused(await flood)).toHaveLength(50);
  });

  test('in words is told too', async () => {
    await asks(10);
    const message = { content: `<@${bot.discord.ids.bot}> What does France think?` };
    expect(bot.discord.textOf(await bot.say(message))).toContain('Too many requests');
  });
});
