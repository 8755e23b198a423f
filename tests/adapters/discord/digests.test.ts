import { beforeEach, describe, expect, test } from 'vitest';
import { createDiscordPoster } from '../../../src/adapters/discord/poster.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import type { Message } from '../../fakes/discord/world.ts';
import { asDigest } from '../as-digest.ts';
import { type Bot, type BotOptions, startBot } from './bot.ts';

let bot: Bot;
let digest: Message;

const text = (message: Message) => bot.discord.textOf(message);
const quotes = (message: Message): string[] => text(message).match(/(?<=^> .*)“.*”/gm) ?? [];

/** What is kept of a channel's brief, posted there as a digest is: by no interaction, and by another client. */
async function start(options: BotOptions = {}): Promise<void> {
  bot = await startBot(options);
  const { discord, dossier, clock } = bot;
  const channel = { platform: 'discord', workspace: discord.ids.guild, channel: discord.ids.text };
  const message = await dossier.dispatch({
    request: { kind: 'command', command: 'brief', options: { topic: 'nato-asia' } },
    conversation: 'digest 1',
    audience: { ...channel, user: 'digest 1', private: false, local: false },
    manager: false,
  });
  const poster = createDiscordPoster({
    ...{ token: discord.token, api: discord.api, days: 90, timeout: 10_000, now: () => clock.now },
  });
  const key = `${jsonReply(message).id}abcdefghijklm`;
  const posted = await poster.post({ channel, message: asDigest(message), key, mayStillSend: () => true });
  const [there] = discord.messages(channel.channel);
  if (!there || posted.kind !== 'sent') throw new Error('The digest is to be there.');
  digest = there;
}

describe('under a digest', () => {
  beforeEach(async () => {
    await start();
    return () => expect([bot.discord.violations, bot.reports]).toEqual([[], []]);
  });

  test('are the buttons of a brief, but for the timeline of what is not new', () => {
    expect(bot.labels(digest)).toEqual(['More', 'Sources', 'Ask', '👍', '👎', 'Thread']);
    expect(digest.interaction_metadata).toBeUndefined();
  });

  test('More shows what was not shown yet, after a restart too', async () => {
    bot = await bot.restart();
    const more = await bot.press(digest, 'More').finished();
    expect(quotes(more).length).toBeGreaterThan(0);
    const all = [digest, more].flatMap(quotes);
    expect(new Set(all).size).toBe(all.length);
    expect(bot.discord.isEphemeral(more)).toBe(false);
  });

  test('Sources shows excerpts among their neighbours to who pressed it alone', async () => {
    const sources = await bot.press(digest, 'Sources').finished();
    expect(bot.discord.isEphemeral(sources)).toBe(true);
    for (const quote of quotes(digest)) expect(text(sources)).toContain(quote.slice(1, -1));
  });

  test('Ask takes a question that follows it up', async () => {
    const { custom_id } = await bot.press(digest, 'Ask').modal();
    const fields = { question: 'What does France think?' };
    const answer = await bot.discord.submitModal({ customId: String(custom_id), fields }).finished();
    expect(text(answer)).toContain('Macron');
  });

  test('Thread opens one, named after it, in which it can be gone on with', async () => {
    const note = await bot.press(digest, 'Thread').finished();
    expect(text(note)).toContain(`<#${digest.id}>`);
    expect(bot.discord.world.channels.get(digest.id)).toMatchObject({
      type: 11,
      name: expect.stringMatching(/NATO/),
    });
    const more = await bot.say({ channel: digest.id, content: `<@${bot.discord.ids.bot}> more` });
    const all = [digest, more].flatMap(quotes);
    expect([quotes(more).length > 0, new Set(all).size]).toEqual([true, all.length]);
  });

  test('thumbs are thanked for, and kept', async () => {
    expect(text(await bot.press(digest, '👍').finished())).toMatch(/Thank you/);
    expect(text(await bot.press(digest, '👎').finished())).toMatch(/Thank you/);
    const kept = { platform: 'discord', workspace: bot.discord.ids.guild };
    const ratings = (await bot.dossier.store.feedback.list(kept, 9)).map(({ rating }) => rating);
    expect(ratings.toSorted()).toEqual(['down', 'up']);
  });

  test('a reply with a mention goes on from it', async () => {
    const content = `<@${bot.discord.ids.bot}> more`;
    const more = await bot.say({ content, reference: digest.id });
    const all = [digest, more].flatMap(quotes);
    expect([quotes(more).length > 0, new Set(all).size]).toEqual([true, all.length]);
  });

  test('so does a reply alone, without the Message Content Intent, since it pings the bot', async () => {
    const more = await bot.say({ content: 'more', reference: digest.id });
    expect(quotes(more).length).toBeGreaterThan(0);
  });

  test('a button copied to another channel does nothing', async () => {
    const [more] = bot.discord.buttonsOf(digest);
    const elsewhere = await bot.ask('help', {}, { channel: bot.discord.ids.announcement });
    const stored = bot.discord.world.messages.get(elsewhere.id);
    const row = { type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: more?.customId }] };
    if (stored)
      bot.discord.world.messages.set(elsewhere.id, {
        ...stored,
        wire: { ...stored.wire, components: [row] },
      });
    const channel = bot.discord.ids.announcement;
    const pressed = bot.discord.click({ message: elsewhere.id, customId: more?.customId ?? '', channel });
    expect(text(await pressed.finished())).toMatch(/does not work here/);
  });
});
