import { describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type Bot, closeCollections, labelsOf, startBot, until } from './bot.ts';

const BRIEF = { command: 'brief', options: { topic: 'nato-asia' } };

async function lastIn({ discord }: Bot, channel: string, before: number) {
  await until(() => discord.messages(channel).length > before);
  const message = discord.messages(channel).at(-1);
  if (!message) throw new Error('Nothing was said.');
  return message;
}

/** Says something and waits for the answer. */
async function said(bot: Bot, given: Parameters<Bot['discord']['say']>[0]) {
  const channel = given.channel ?? bot.discord.ids.text;
  bot.discord.say(given);
  return lastIn(bot, channel, bot.discord.messages(channel).length);
}

describe('a command', () => {
  test('is acknowledged at once and answered with cited excerpts for everybody', async () => {
    const { discord } = await startBot();
    const brief = discord.slash(BRIEF);
    expect((await brief.acknowledged).type).toBe(5);
    const message = await brief.finished();
    expect(discord.textOf(message)).toMatch(
      /### NATO in the Asia-Pacific\n-# 5 documents.*\n\n> “NATO is .*” \[1\]/,
    );
    expect([discord.isEphemeral(message), labelsOf(discord, message)]).toEqual([
      false,
      ['More', 'Sources', 'Timeline', 'Ask', 'Thread', '👍', '👎'],
    ]);
    expect(discord.violations).toEqual([]);
  });

  test('is completed while it is typed, topics with their titles', async () => {
    const { discord } = await startBot();
    const found = await discord
      .autocomplete({ command: 'brief', focused: 'topic', value: 'tokyo' })
      .choices();
    expect(found).toEqual([
      { name: 'liaison-office · NATO’s liaison office in Tokyo', value: 'liaison-office' },
    ]);
  });

  test('completes recent answers of whoever types', async () => {
    const { discord } = await startBot();
    await discord.slash({ command: 'ask', options: { question: 'What does France think?' } }).finished();
    const mine = await discord.autocomplete({ command: 'sources', focused: 'answer', value: '' }).choices();
    const user = discord.addUser('tom');
    const others = await discord
      .autocomplete({ command: 'sources', focused: 'answer', value: '', user })
      .choices();
    expect([mine.map(({ name }) => name), others]).toEqual([['What does France think? · now'], []]);
  });

  test('shows what was asked, since Discord does not', async () => {
    const { discord } = await startBot();
    const asked = discord.slash({ command: 'ask', options: { question: 'What does *France* think?' } });
    expect(discord.textOf(await asked.finished())).toMatch(/^-# Asked: What does \\\*France\\\* think\?\n/);
  });

  test('that is wrong says so', async () => {
    const { discord } = await startBot();
    const brief = discord.slash({ command: 'brief', options: { topic: 'nato-asai' } });
    expect(discord.textOf(await brief.finished())).toMatch(/^-# There is no topic "nato-asai"/);
  });

  test('that only managers may use is theirs who may manage the server', async () => {
    const options = { action: 'add', name: 'fares', query: 'ferry fares' };
    const { discord } = await startBot();
    const { ids } = discord;
    const add = async (user: string) =>
      discord.textOf(await discord.slash({ command: 'topics', options, user }).finished());
    expect(await add(ids.member)).toMatch(/Only managers/);
    expect(await add(ids.manager)).toMatch(/Added/);
  });

  test('that only managers may use is theirs whom the operator names', async () => {
    const managers = new Set<string>();
    const { discord } = await startBot({ settings: { managers } });
    managers.add(discord.ids.member);
    const options = { action: 'add', name: 'fares', query: 'ferry fares' };
    expect(discord.textOf(await discord.slash({ command: 'topics', options }).finished())).toMatch(/Added/);
  });

  test('given faster than anybody reads is told when to try again, and costs others nothing', async () => {
    const { discord } = await startBot({ limited: true });
    const asks = Array.from({ length: 12 }, () => discord.slash(BRIEF).finished());
    const texts = (await Promise.all(asks)).map((message) => discord.textOf(message));
    expect(texts.filter((text) => text.includes('Try again in')).length).toBe(2);
    const user = discord.addUser('tom');
    expect(discord.textOf(await discord.slash({ ...BRIEF, user }).finished())).toContain('NATO');
  });
});

describe('a private answer', () => {
  const options = { topic: 'nato-asia', private: true };

  test('is seen by whoever asked alone, until it is shared', async () => {
    const bot = await startBot();
    const { discord } = bot;
    const message = await discord.slash({ command: 'brief', options }).finished();
    expect([discord.isEphemeral(message), labelsOf(discord, message)]).toEqual([
      true,
      ['More', 'Sources', 'Timeline', 'Ask', 'Share', '👍', '👎'],
    ]);
    const shared = await bot.press(message, 'Share').finished();
    expect([discord.isEphemeral(shared), discord.textOf(shared)]).toEqual([false, discord.textOf(message)]);
    const user = discord.addUser('tom');
    const more = discord.buttonsOf(shared).find(({ label }) => label === 'Sources');
    const opened = discord.click({ message: shared, customId: more?.customId ?? '', user });
    expect(discord.textOf(await opened.finished())).toContain('NATO is embarking');
  });

  test('shows nothing that may no longer be read when it is shared', async () => {
    const bot = await startBot();
    const message = await bot.discord.slash({ command: 'brief', options }).finished();
    closeCollections(bot.core, () => 'local');
    const shared = await bot.press(message, 'Share').finished();
    expect(bot.discord.textOf(shared)).toBe(
      '-# What this answer quoted is no longer among the documents as it was.',
    );
  });
});

describe('under an answer', () => {
  test('every button leads on', async () => {
    const bot = await startBot();
    const { discord } = bot;
    const brief = await discord.slash(BRIEF).finished();
    const texts: Record<string, string> = {};
    for (const label of ['More', 'Sources', 'Timeline', '👍', '👎']) {
      const message = await bot.press(brief, label).finished();
      texts[label] =
        `${discord.isEphemeral(message) ? 'to one: ' : ''}${discord.textOf(message).slice(0, 200)}`;
    }
    expect(texts).toEqual({
      More: expect.stringMatching(/^### NATO.*China/s),
      Sources: expect.stringMatching(/^to one: ### NATO in the Asia-Pacific\n\n> “NATO is embarking/),
      Timeline: expect.stringMatching(/^### NATO.*\*\*2022:\*\*/s),
      '👍': expect.stringMatching(/^to one: -# Thank you/),
      '👎': expect.stringMatching(/^to one: -# Thank you/),
    });
    expect(discord.violations).toEqual([]);
  });

  test('they still lead on after a restart', async () => {
    const bot = await startBot();
    const brief = await bot.discord.slash(BRIEF).finished();
    await bot.restart();
    expect(bot.discord.textOf(await bot.press(brief, 'More').finished())).toContain('Chinese officials');
  });

  test('an opinion counts once however often it is given, and a reason is kept with it', async () => {
    const bot = await startBot();
    const { discord, core } = bot;
    const brief = await discord.slash(BRIEF).finished();
    const down = await bot.press(brief, '👎').finished();
    await bot.press(brief, '👎').finished();
    const menu = down.components
      .flatMap((row) => (row.components ?? []) as { custom_id?: string; type: number }[])
      .find(({ type }) => type === 3);
    await discord.select({ message: down, customId: menu?.custom_id ?? '', values: ['outdated'] }).finished();
    const kept = await core.store.feedback.list({ platform: 'discord', workspace: discord.ids.guild }, 9);
    expect(kept.map(({ rating, reason }) => [rating, reason])).toEqual([
      ['down', 'outdated'],
      ['down', null],
    ]);
  });

  test('a form takes a question that follows the answer up, whoever asks', async () => {
    const bot = await startBot();
    const { discord } = bot;
    const first = await discord
      .slash({ command: 'ask', options: { question: 'What does France think of the office in Tokyo?' } })
      .finished();
    await discord.slash({ command: 'ask', options: { question: 'Who pays for the lunch?' } }).finished();
    const customId = discord.buttonsOf(first).find(({ label }) => label === 'Ask')?.customId ?? '';
    await discord.click({ message: first, customId }).modal();
    const answer = await discord.submitModal({ customId, fields: { question: 'And China?' } }).finished();
    expect(discord.textOf(answer)).toContain('China');
  });

  test('a thread goes on with what was said', async () => {
    const bot = await startBot();
    const { discord } = bot;
    const brief = await discord.slash(BRIEF).finished();
    const opened = discord.textOf(await bot.press(brief, 'Thread').finished());
    const thread = /<#(\d+)>/.exec(opened)?.[1] ?? '';
    const more = await said(bot, { channel: thread, content: `<@${discord.ids.bot}> more` });
    expect(discord.textOf(more)).toContain('Chinese officials');
  });

  test('no thread is opened where that is not allowed, and it is said in private', async () => {
    const bot = await startBot();
    bot.discord.deny(bot.discord.ids.text, ['createPublicThreads']);
    const message = await bot.press(await bot.discord.slash(BRIEF).finished(), 'Thread').finished();
    expect([bot.discord.isEphemeral(message), bot.discord.textOf(message)]).toEqual([
      true,
      expect.stringMatching(/^I may not open threads here/),
    ]);
  });

  test('what is forged, from elsewhere or too old opens nothing', async () => {
    const bot = await startBot();
    const { discord } = bot;
    const brief = await discord.slash(BRIEF).finished();
    const elsewhere = await discord.slash({ ...BRIEF, channel: discord.ids.announcement }).finished();
    const good = discord.buttonsOf(brief).find(({ label }) => label === 'Sources')?.customId ?? '';
    for (const customId of [`A${good.slice(1)}`, 'sources', good.replace('sources', 'share')]) {
      const forged = {
        ...elsewhere,
        components: [{ type: 1, components: [{ type: 2, style: 2, custom_id: customId, label: 'x' }] }],
      };
      Object.assign(discord.world.messages.get(elsewhere.id) ?? {}, { wire: forged });
      const answer = await discord.click({ message: elsewhere.id, customId }).finished();
      expect([discord.isEphemeral(answer), discord.textOf(answer)]).toEqual([
        true,
        expect.stringMatching(/too old, or does not belong/),
      ]);
    }
  });
});

describe('what people write', () => {
  test.each(['direct message', 'mention', 'reply', 'thread of its own'])(
    'is answered in a %s',
    async (what) => {
      const bot = await startBot({ settings: { messageContent: true } });
      const { discord } = bot;
      const brief = await discord.slash(BRIEF).finished();
      const opened = discord.textOf(await bot.press(brief, 'Thread').finished());
      const thread = /<#(\d+)>/.exec(opened)?.[1] ?? '';
      const mention = await said(bot, { content: `<@${discord.ids.bot}> What does France think?` });
      const given = {
        'direct message': { channel: discord.direct(discord.ids.member), content: 'What does France think?' },
        mention: { content: `What does France think? <@${discord.ids.bot}>` },
        reply: { content: 'And China?', reference: mention.id },
        'thread of its own': { channel: thread, content: 'What does France think?' },
      }[what];
      const answer = await said(bot, given ?? { content: '' });
      expect(discord.textOf(answer)).toMatch(/\[1\]/);
      expect(discord.violations).toEqual([]);
    },
  );

  test('to others is not answered', async () => {
    const bot = await startBot({ settings: { messageContent: true } });
    const { discord } = bot;
    discord.say({ content: 'What does France think?' });
    await said(bot, { content: `<@${discord.ids.bot}> more` });
    expect(discord.messages(discord.ids.text)).toHaveLength(3);
  });

  test('is answered once though it is told twice', async () => {
    const bot = await startBot();
    const { discord } = bot;
    await said(bot, { content: `<@${discord.ids.bot}> What does France think?` });
    discord.gateway.repeat();
    await said(bot, { content: `<@${discord.ids.bot}> more` });
    expect(discord.messages(discord.ids.text)).toHaveLength(4);
  });

  test('where it may not answer is answered in private', async () => {
    const bot = await startBot();
    const { discord } = bot;
    const direct = discord.direct(discord.ids.member);
    discord.deny(discord.ids.text, ['send']);
    discord.say({ content: `<@${discord.ids.bot}> What does France think?` });
    expect(discord.textOf(await lastIn(bot, direct, 0))).toMatch(/I may not write in/);
  });

  test('is taken from any message by its menu', async () => {
    const { discord } = await startBot();
    const target = discord.say({ content: 'France has been a vocal critic of the pivot' });
    for (const command of ['Brief this', 'Find sources']) {
      const answer = await discord.contextMenu({ command, targetMessage: target }).finished();
      expect([discord.isEphemeral(answer), discord.textOf(answer)]).toEqual([
        true,
        expect.stringContaining('France'),
      ]);
    }
  });
});

describe('a long answer', () => {
  const documents = Array.from({ length: 300 }, (_, at) =>
    createDocument(`harbour/report-${at}`, {
      text: `The ferry number ${at} sank on Monday.`,
      title: `Report ${at} on the *ferry*`,
    }),
  );

  test('goes on under More to its end, no line twice or cut', async () => {
    const bot = await startBot({ contents: createContents(documents) });
    const { discord } = bot;
    const seen: string[] = [];
    for (
      let page = await discord.slash({ command: 'sources' }).finished();
      ;
      page = await bot.press(page, 'More').finished()
    ) {
      seen.push(...[...discord.textOf(page).matchAll(/report-(\d+)\*\*/g)].map(([, number = '']) => number));
      if (!labelsOf(discord, page).includes('More')) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([300, 300]);
    expect(discord.violations).toEqual([]);
  });
});

describe('what a channel may not read', () => {
  const secret = createDocument('secret/plan', {
    text: 'The secret ferry leaves at dawn.',
    title: 'The secret plan',
  });
  const open = createDocument('harbour/ferry', { text: 'The ferry leaves at noon.' });
  const topic = {
    name: 'plan',
    title: 'The secret plan',
    query: 'secret ferry dawn',
    collections: ['secret'],
    synonyms: [],
    aspects: [],
  };

  test('is not found there by any way, and found where it may', async () => {
    const contents = createContents([secret, open], [topic as never]);
    const bot = await startBot({ contents });
    const { discord, core } = bot;
    const readable = [`discord:${discord.ids.guild}/${discord.ids.announcement}`];
    closeCollections(core, ({ id }) => (id === 'secret' ? readable : 'everywhere'));
    const shown = async (channel: string) => {
      const asks = [
        discord.slash({
          command: 'ask',
          options: { question: 'When does the secret ferry leave?' },
          channel,
        }),
        discord.slash({ command: 'search', options: { words: 'secret' }, channel }),
        discord.slash({ command: 'sources', channel }),
        discord.slash({ command: 'sources', options: { what: 'secret/plan' }, channel }),
        discord.slash({ command: 'brief', options: { topic: 'plan' }, channel }),
        discord.slash({ command: 'topics', channel }),
        discord.slash({ command: 'status', channel }),
      ];
      const texts = await Promise.all(asks.map(async (ask) => discord.textOf(await ask.finished())));
      const typed = await discord
        .autocomplete({ command: 'sources', focused: 'what', value: 'plan', channel })
        .choices();
      return [...texts, JSON.stringify(typed)].map((text) =>
        /at dawn|The secret plan|2 documents/.test(text),
      );
    };
    expect(await shown(discord.ids.text)).toEqual([false, false, false, false, false, false, false, false]);
    expect(await shown(discord.ids.announcement)).toEqual([true, true, true, true, true, true, true, true]);
  });
});
