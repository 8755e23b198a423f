import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../fakes/discord/world.ts';
import { eventually } from '../../fakes/eventually.ts';
import { type Bot, SECRET, startBot } from './bot.ts';

const HIDDEN = /Falcon|Acme|nine million|secret\/merger/;
const QUESTION = 'What is the merger worth in crowns?';

let bot: Bot;

beforeEach(async () => {
  bot = await startBot();
});

const text = (message: Message) => bot.discord.textOf(message);
const inside = () => ({ channel: bot.insiders });

describe('a collection that one channel may read', () => {
  test('is quoted there', async () => {
    expect(text(await bot.ask('brief', { topic: 'falcon' }, inside()))).toContain(SECRET);
    expect(text(await bot.ask('ask', { question: QUESTION }, inside()))).toContain(SECRET);
    expect(text(await bot.ask('sources', {}, inside()))).toContain('Project Falcon');
  });

  // No document, title or count, whatever is used.
  test.each([
    ['brief', { topic: 'falcon' }],
    ['brief', { topic: 'falcon', private: true }],
    ['brief', {}],
    ['ask', { question: QUESTION }],
    ['ask', { question: QUESTION, private: true }],
    ['ask', { question: QUESTION, topic: 'falcon' }],
    ['search', { words: 'merger ferry crowns' }],
    ['search', { words: 'title:merger' }],
    ['sources', {}],
    ['sources', { what: 'secret/merger' }],
    ['topics list', {}],
    ['topics show', { name: 'falcon' }],
    ['status', {}],
    ['help', {}],
  ])('is hidden elsewhere: /%s %j', async (command, options) => {
    const request = Object.values(options).join(' ');
    const isManager = { user: bot.discord.ids.manager };
    for (const actor of [{}, isManager, { channel: bot.discord.ids.thread }]) {
      const origin = text(await bot.ask(command, options, actor)).replaceAll(/["“‘][^"”’]*["”’]/g, (quote) =>
        request.toLowerCase().includes(quote.slice(1, -1).toLowerCase()) ? '' : quote,
      );
      expect(origin).not.toMatch(HIDDEN);
      expect(origin).not.toMatch(/\b6 documents/);
    }
  });

  test('is as if it were not there', async () => {
    const [hidden, absent] = await Promise.all(
      ['falcon', 'gorgon'].map(async (topic) => text(await bot.ask('ask', { question: QUESTION, topic }))),
    );
    expect(hidden?.replaceAll('falcon', 'gorgon')).toBe(absent);
  });

  test('is hidden in direct messages, also from who may read it elsewhere', async () => {
    const channel = bot.discord.direct(bot.discord.ids.member);
    expect(text(await bot.say({ channel, content: QUESTION }))).not.toMatch(HIDDEN);
    expect(text(await bot.ask('search', { words: 'merger' }, { channel }))).not.toMatch(HIDDEN);
  });

  test('is quoted in threads of its channel, and in no others', async () => {
    const within = bot.discord.thread({ parent: bot.insiders }).id;
    expect(text(await bot.ask('ask', { question: QUESTION }, { channel: within }))).toContain(SECRET);
    const mention = { content: `<@${bot.discord.ids.bot}> ${QUESTION}` };
    expect(text(await bot.say({ ...mention, channel: within }))).toContain(SECRET);
    expect(text(await bot.say({ ...mention, channel: bot.discord.ids.thread }))).not.toMatch(HIDDEN);
  });

  test('is hidden from a form in another channel', async () => {
    const answer = await bot.ask('brief', { topic: 'nato-asia' });
    const { custom_id } = await bot.press(answer, 'Ask').modal();
    const customId = String(custom_id);
    const reply = bot.discord.submitModal({ customId, fields: { question: QUESTION } });
    expect(text(await reply.finished())).not.toMatch(HIDDEN);
  });

  test('is not opened elsewhere by the id of an answer', async () => {
    const answer = await bot.ask('brief', { topic: 'falcon' }, inside());
    const [id] = bot.discord
      .buttonsOf(answer)
      .flatMap(({ customId }) => /"(\w{12})"/.exec(customId)?.[1] ?? []);
    for (const options of [{ what: String(id) }, { answer: String(id) }, { what: 'all', answer: String(id) }])
      expect(text(await bot.ask('sources', options))).not.toMatch(HIDDEN);
  });
});

describe('an answer in private', () => {
  test('is seen by its asker, and shared with one press', async () => {
    const answer = await bot.ask('ask', { question: QUESTION, private: true }, inside());
    expect(bot.discord.isEphemeral(answer)).toBe(true);
    expect(bot.labels(answer)).toContain('Share');
    const shared = await bot.press(answer, 'Share').finished();
    expect(bot.discord.isEphemeral(shared)).toBe(false);
    expect(text(shared)).toContain(SECRET);
    expect(bot.labels(shared)).not.toContain('Share');
  });

  test('stays private whatever is pressed under it but Share', async () => {
    const answer = await bot.ask('brief', { topic: 'nato-asia', private: true });
    expect(bot.labels(answer)).not.toContain('Thread');
    for (const label of ['More', 'Sources', 'Timeline', '👍', '👎'])
      expect(bot.discord.isEphemeral(await bot.press(answer, label).finished())).toBe(true);
    const { custom_id } = await bot.press(answer, 'Ask').modal();
    const customId = String(custom_id);
    const reply = bot.discord.submitModal({ customId, fields: { question: 'And China?' } });
    expect(bot.discord.isEphemeral(await reply.finished())).toBe(true);
  });

  test('is not opened by others', async () => {
    const answer = await bot.ask('ask', { question: QUESTION, private: true }, inside());
    const [id] = bot.discord
      .buttonsOf(answer)
      .flatMap(({ customId }) => /"(\w{12})"/.exec(customId)?.[1] ?? []);
    const other = { ...inside(), user: bot.discord.ids.manager };
    expect(text(await bot.ask('sources', { answer: String(id) }, other))).toMatch(/There is no answer/);
  });

  test('is not offered to be shared in direct messages', async () => {
    const channel = bot.discord.direct(bot.discord.ids.member);
    expect(bot.labels(await bot.ask('brief', { topic: 'nato-asia' }, { channel }))).not.toContain('Share');
  });
});

describe('after a permission was revoked', () => {
  const revoke = () => {
    const { library } = bot.dossier;
    const open = library.collections.filter(({ readable }) => readable === 'everywhere');
    library.frame({ topics: library.topics, refused: library.refusals, collections: open });
  };

  test('no button shows what it showed', async () => {
    const answer = await bot.ask('ask', { question: QUESTION, private: true }, inside());
    revoke();
    for (const label of ['Share', 'Sources', 'More', 'Thread'])
      if (bot.labels(answer).includes(label))
        expect(text(await bot.press(answer, label).finished())).not.toMatch(HIDDEN);
  });

  test('no follow-up quotes it', async () => {
    const channel = bot.discord.thread({ parent: bot.insiders }).id;
    expect(text(await bot.ask('ask', { question: QUESTION }, { channel }))).toContain(SECRET);
    revoke();
    expect(text(await bot.ask('ask', { question: 'And in crowns?' }, { channel }))).not.toMatch(HIDDEN);
    const content = `<@${bot.discord.ids.bot}> sources`;
    expect(text(await bot.say({ content, channel }))).not.toMatch(HIDDEN);
  });
});

test('what only managers may do is refused to others, and done for who may manage the server', async () => {
  const topic = { name: 'tokyo', query: 'liaison office Tokyo' };
  expect(text(await bot.ask('topics add', topic))).toMatch(/manage/i);
  expect(text(await bot.ask('topics add', topic, { user: bot.discord.ids.manager }))).toMatch(/tokyo/);
  await eventually(async () => {
    const handle = bot.discord.autocomplete({ command: 'brief', focused: 'topic', value: 'tokyo' });
    expect((await handle.choices()).map(({ value }) => value)).toContain('tokyo');
  });
});

test('whom the operator names may do what managers may', async () => {
  const named = await startBot({ managers: ({ member }) => [member] });
  const topic = { name: 'tokyo', query: 'liaison office Tokyo' };
  expect(named.discord.textOf(await named.ask('topics add', topic))).not.toMatch(/manage/i);
});
