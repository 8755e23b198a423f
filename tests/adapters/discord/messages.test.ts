import { beforeEach, describe, expect, test } from 'vitest';
import { addChannel } from '../../fakes/discord/population.ts';
import type { Message } from '../../fakes/discord/world.ts';
import { eventually } from '../../fakes/eventually.ts';
import { type Bot, startBot } from './bot.ts';
import { foreignChannel, groupChannel } from './brought-along.ts';

let bot: Bot;

beforeEach(async () => {
  bot = await startBot();
  return () => expect(bot.discord.violations).toEqual([]);
});

const text = (message: Message) => bot.discord.textOf(message);
const mention = (words: string) => `<@${bot.discord.ids.bot}> ${words}`;
const written = (channel: string) =>
  bot.discord.messages(channel).filter(({ author }) => author.id === bot.discord.ids.bot);

describe('a message', () => {
  test('that mentions the bot is answered in reply to it', async () => {
    const origin = bot.discord.say({ content: mention('What does France think?') });
    const [answer] = await eventually(() => {
      expect(written(bot.discord.ids.text)).toHaveLength(1);
      return written(bot.discord.ids.text);
    });
    expect(answer).toMatchObject({ message_reference: { message_id: origin.id } });
    expect(text(answer as Message)).toContain('Macron');
    expect(text(answer as Message)).not.toContain('Asked:');
  });

  test('that is nothing but a mention is told what can be asked', async () => {
    expect(text(await bot.say({ content: mention('') }))).toMatch(/\/brief/);
  });

  test('in a direct channel needs no mention, and is followed up', async () => {
    const channel = bot.discord.direct(bot.discord.ids.member);
    expect(text(await bot.say({ channel, content: 'What does France think?' }))).toContain('Macron');
    expect(text(await bot.say({ channel, content: 'And China?' }))).toMatch(/China|Chinese|Beijing/);
    expect(text(await bot.say({ channel, content: '/brief nato-asia 30s' }))).toContain('NATO in the Asia');
  });

  test('that replies to an answer takes that one up', async () => {
    const first = await bot.say({ content: mention('What does France think?') });
    await bot.say({ content: mention('When is the Vilnius summit?') });
    const more = await bot.say({ content: mention('sources'), reference: first.id });
    expect(text(more)).toContain('As NATO leaders gather');
    expect(text(await bot.say({ content: 'And China?', reference: first.id }))).toMatch(/China|Chinese/);
  });

  test('to nobody, or of another bot, is left alone', async () => {
    bot.discord.say({ content: 'What does France think?' });
    bot.discord.say({ content: 'And you?', channel: bot.discord.ids.thread });
    await bot.say({ content: mention('What does France think?') });
    expect(written(bot.discord.ids.text)).toHaveLength(1);
    expect(written(bot.discord.ids.thread)).toHaveLength(0);
  });

  test('in a post of a forum is answered in the post', async () => {
    const channel = bot.discord.ids.post;
    expect(text(await bot.say({ channel, content: mention('What does France think?') }))).toContain('Macron');
    expect(text(await bot.ask('ask', { question: 'And China?' }, { channel }))).toMatch(/China|Chinese/);
  });

  test('in an announcement channel is answered there', async () => {
    const channel = bot.discord.ids.announcement;
    expect(text(await bot.say({ channel, content: mention('What does France think?') }))).toContain('Macron');
  });

  test('where the bot may not write is answered in private with the permission that it lacks', async () => {
    bot.discord.deny(bot.discord.ids.text, ['send']);
    bot.discord.say({ content: mention('What does France think?') });
    const direct = bot.discord.direct(bot.discord.ids.member);
    const [note] = await eventually(() => {
      expect(written(direct)).toHaveLength(1);
      return written(direct);
    });
    expect(text(note as Message)).toMatch(/#general.*Send Messages/);
    expect(written(bot.discord.ids.text)).toEqual([]);
  });

  test('from somebody who takes no direct messages either is told to the operator', async () => {
    bot.discord.deny(bot.discord.ids.text, ['send']);
    bot.discord.closeDirect(bot.discord.ids.member);
    bot.discord.say({ content: mention('What does France think?') });
    await eventually(() => expect(bot.reports).toHaveLength(1));
    expect(bot.reports[0]?.message).toContain('#general');
  });
});

describe('with the content of messages', () => {
  beforeEach(async () => {
    bot = await startBot({ messageContent: true });
  });

  test('what people say to each other in a thread of its own is left alone, and everything after stop', async () => {
    const brief = await bot.ask('brief', { topic: 'nato-asia' });
    await bot.press(brief, 'Thread').finished();
    const channel = brief.id;
    for (const content of ['thanks!', '<@100200300400500600> can you check?', 'lol'])
      bot.discord.say({ channel, content });
    await bot.say({ channel, content: 'And China?' });
    await bot.say({ channel, content: 'stop' });
    bot.discord.say({ channel, content: 'And Japan?' });
    await bot.say({ channel, content: mention('And Russia?') });
    expect(written(channel)).toHaveLength(4);
  });

  test('a question in a thread of its own is answered', async () => {
    const brief = await bot.ask('brief', { topic: 'nato-asia' });
    await bot.press(brief, 'Thread').finished();
    expect(text(written(brief.id)[0] as Message)).toMatch(/A question can follow up/);
    const answer = await bot.say({ channel: brief.id, content: 'What does France think?' });
    expect(text(answer)).toMatch(/Macron|France/);
  });

  test('lines in threads of others are left alone', async () => {
    const { id } = bot.discord.thread();
    const thread = bot.discord.world.channels.get(id);
    const theirs = addChannel(bot.discord.world, {
      ...{ type: 11, name: 'theirs', guild_id: bot.discord.ids.guild, parent_id: bot.discord.ids.text },
      owner_id: bot.discord.ids.member,
    });
    bot.discord.world.dispatch('THREAD_CREATE', { ...thread, ...theirs });
    bot.discord.say({ channel: theirs.id, content: 'What does France think?' });
    await bot.say({ channel: theirs.id, content: mention('What does France think?') });
    expect(written(theirs.id)).toHaveLength(1);
  });

  test('a reply to the answer of a command needs no mention', async () => {
    const brief = await bot.ask('brief', { topic: 'nato-asia' });
    const answer = await bot.say({ content: 'What does France think?', reference: brief.id });
    expect(text(answer)).toMatch(/Macron|France/);
  });
});

describe('brought along to a server that has not added it', () => {
  test('a command is answered for whoever gave it alone', async () => {
    const channel = foreignChannel(bot.discord);
    const brief = await bot.ask('brief', { topic: 'nato-asia' }, { channel });
    expect(bot.discord.isEphemeral(brief)).toBe(true);
    expect(text(brief)).toContain('NATO in the Asia-Pacific');
    expect(bot.labels(brief)).not.toContain('Thread');
    expect(bot.labels(brief)).not.toContain('Share');
    expect(bot.discord.isEphemeral(await bot.press(brief, 'More').finished())).toBe(true);
  });

  test('and among people who have brought it along no reply is seen by anybody else either', async () => {
    const channel = groupChannel(bot.discord);
    const options = { topic: 'nato-asia', private: true };
    expect(bot.discord.isEphemeral(await bot.ask('brief', options, { channel }))).toBe(true);
    expect(bot.discord.isEphemeral(await bot.ask('sources', {}, { channel }))).toBe(true);
    expect(bot.discord.isEphemeral(await bot.ask('brief', { topic: 'nato-asia' }, { channel }))).toBe(true);
  });
});

test('a command is answered in a channel that the bot cannot see', async () => {
  const brief = await bot.ask('brief', { topic: 'nato-asia' }, { channel: bot.discord.ids.private });
  expect(text(brief)).toContain('NATO in the Asia-Pacific');
  const shown = bot.labels(brief).filter((label) => ['More', 'Sources', 'Timeline'].includes(label));
  for (const label of shown) expect(text(await bot.press(brief, label).finished())).not.toBe('');
  expect(shown).toHaveLength(3);
});
