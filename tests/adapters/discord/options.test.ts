import { beforeEach, describe, expect, test } from 'vitest';
import { type Body, bodiesOf } from '../../fakes/json.ts';
import { type Bot, startBot } from './bot.ts';

let bot: Bot;

beforeEach(async () => {
  bot = await startBot();
});

function optionsOf(name: string): Record<string, Body> {
  const command = bot.discord.commands().find((each) => each.name === name);
  return Object.fromEntries(bodiesOf(command?.options).map((option) => [String(option.name), option]));
}

describe('options', () => {
  test('have the types that they can be checked by', () => {
    expect(optionsOf('brief')).toMatchObject({
      topic: { type: 3, autocomplete: true },
      length: { type: 3, choices: [{ value: '30s' }, { value: '1m' }, { value: '3m' }] },
      private: { type: 5 },
    });
    expect(optionsOf('ask')).toMatchObject({ question: { type: 3, required: true } });
    expect(optionsOf('search')).toMatchObject({ limit: { type: 4, min_value: 1, max_value: 20 } });
  });

  test('mean what they mean everywhere', async () => {
    const short = await bot.ask('brief', { topic: 'nato-asia', length: '30s' });
    expect(bot.discord.textOf(short).match(/^> /gm)).toHaveLength(2);
    const hits = await bot.ask('search', { words: 'Tokyo', limit: 3, page: 1 });
    expect(bot.discord.textOf(hits).match(/^> /gm)).toHaveLength(3);
  });

  test('that are wrong are said to be, with what to do', async () => {
    const reply = await bot.ask('brief', { topic: 'nato-asa' });
    expect(bot.discord.textOf(reply)).toMatch(/There is no topic .*nato-asia/);
  });

  test('that are wrong are said to be to nobody else, in every command and under every button', async () => {
    const { discord } = bot;
    const typo = await bot.ask('brief', { topic: 'nato-asa' });
    const brief = await bot.ask('brief', { topic: 'nato-asia' });
    expect([typo, brief].map(discord.isEphemeral)).toEqual([true, false]);
    const date = await bot.ask('ask', { question: 'Why?', since: 'whenever' });
    expect([discord.isEphemeral(date), discord.textOf(date)]).toEqual([
      true,
      expect.stringContaining('whenever'),
    ]);
    await bot.dossier.store.upkeep.prune(new Date(bot.clock.now.valueOf() + 1e9));
    const gone = await bot.press(brief, 'More').finished();
    expect([discord.isEphemeral(gone), discord.textOf(gone)]).toEqual([
      true,
      expect.stringContaining('nothing'),
    ]);
  });

  test('are acknowledged first and edited once', async () => {
    const handle = bot.discord.slash({ command: 'brief', options: { topic: 'nato-asia' } });
    const { type, ms } = await handle.acknowledged;
    expect(type).toBe(5);
    expect(ms).toBeLessThan(1500);
    await handle.finished();
    const edits = bot.discord.requests.filter(({ path }) => path.includes(handle.token));
    expect(edits.map(({ method }) => method)).toEqual(['POST', 'PATCH']);
    expect(handle.followUps()).toEqual([]);
  });
});

describe('what is being typed', () => {
  const valuesOf = async (command: string, focused: string, value: string, channel?: string) => {
    const handle = bot.discord.autocomplete({ command, focused, value, ...(channel ? { channel } : {}) });
    return (await handle.choices()).map((choice) => choice.value);
  };

  test('is completed by topics, in names and titles', async () => {
    expect(await valuesOf('brief', 'topic', 'nato-a')).toEqual(['nato-asia']);
    expect(await valuesOf('brief', 'topic', 'asia-pacific')).toContain('nato-asia');
    expect((await valuesOf('brief', 'topic', '')).length).toBeLessThanOrEqual(25);
    expect(await valuesOf('brief', 'topic', 'nothing like it')).toEqual([]);
  });

  test('is completed by the answers given here', async () => {
    await bot.ask('ask', { question: 'What does France think?' });
    const handle = bot.discord.autocomplete({ command: 'sources', focused: 'answer', value: '' });
    expect(await handle.choices()).toEqual([
      { name: expect.stringContaining('What does France think?'), value: expect.stringMatching(/^\w{12}$/) },
    ]);
    const elsewhere = bot.discord.autocomplete({
      ...{ command: 'sources', focused: 'answer', value: '', channel: bot.discord.ids.announcement },
    });
    expect(await elsewhere.choices()).toEqual([]);
  });

  // Nothing that the channel may not hear of.
  test('is completed by nothing that its channel may not hear of', async () => {
    expect(await valuesOf('brief', 'topic', 'falcon')).toEqual([]);
    expect(await valuesOf('brief', 'topic', 'falcon', bot.insiders)).toEqual(['falcon']);
    expect(await valuesOf('sources', 'what', 'merger')).toEqual([]);
    expect(await valuesOf('sources', 'what', 'merger', bot.insiders)).toEqual(['secret/merger']);
  });

  test('is completed by nothing, and in time, when something fails', async () => {
    const failing = await startBot({
      around: (chat) => ({ ...chat, suggest: () => Promise.reject(new Error('kaput')) }),
    });
    const handle = failing.discord.autocomplete({ command: 'brief', focused: 'topic', value: 'na' });
    expect(await handle.choices()).toEqual([]);
    expect(failing.reports).toHaveLength(1);
  });
});
