import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../fakes/discord/world.ts';
import { bodiesOf, bodyOf } from '../../fakes/json.ts';
import { type Bot, startBot } from './bot.ts';

let bot: Bot;
let brief: Message;

beforeEach(async () => {
  bot = await startBot();
  brief = await bot.ask('brief', { topic: 'nato-asia' });
  return () => expect(bot.discord.violations).toEqual([]);
});

const text = (message: Message) => bot.discord.textOf(message);
const quotes = (message: Message): string[] => text(message).match(/(?<=^> .*)“.*”/gm) ?? [];
const opinions = () =>
  bot.dossier.store.feedback.list({ platform: 'discord', workspace: bot.discord.ids.guild }, 9);

describe('under a brief', () => {
  test('are its next steps with the thumbs among the first, in one container with what it says', () => {
    const [container, ...others] = brief.components;
    expect([container?.type, container?.accent_color, others]).toEqual([17, expect.any(Number), []]);
    const [shown, ...rows] = bodiesOf(container?.components);
    expect(shown).toMatchObject({
      type: 10,
      content: expect.stringContaining('### NATO in the Asia-Pacific'),
    });
    expect(rows.map(({ components }) => bodiesOf(components).map(({ label }) => label))).toEqual([
      ['More', 'Sources', 'Timeline', '👍', '👎'],
      ['Ask', 'Thread'],
    ]);
  });

  test('one button stands out', () => {
    const styles = bot.discord.buttonsOf(brief).map(({ label, style }) => [label, style]);
    expect(styles.filter(([, style]) => style !== 2)).toEqual([['More', 1]]);
  });

  test('More shows what was not shown yet, once more after a restart', async () => {
    const more = await bot.press(brief, 'More').finished();
    bot = await bot.restart();
    const again = await bot.press(more, 'More').finished();
    const all = [brief, more, again].flatMap(quotes);
    expect(all.length).toBeGreaterThan(8);
    expect(new Set(all).size).toBe(all.length);
  });

  test('More pressed by several at once is shown once, and the others are told', async () => {
    const user = bot.discord.addUser('tom');
    const presses = [bot.press(brief, 'More'), bot.press(brief, 'More'), bot.press(brief, 'More', { user })];
    const shown = await Promise.all(presses.map((each) => each.finished()));
    expect(shown.filter((each) => !bot.discord.isEphemeral(each))).toHaveLength(1);
    const told = shown.filter(bot.discord.isEphemeral).map(text);
    expect(told).toEqual([expect.stringContaining('a moment ago'), expect.stringContaining('a moment ago')]);
  });

  test('More can be pressed again later', async () => {
    await bot.press(brief, 'More').finished();
    bot.discord.elapse(20_000);
    const again = await bot.press(brief, 'More').finished();
    expect([bot.discord.isEphemeral(again), quotes(again).length > 0]).toEqual([false, true]);
  });

  test('Sources shows excerpts among their neighbours to who pressed it alone', async () => {
    const sources = await bot.press(brief, 'Sources').finished();
    expect(bot.discord.isEphemeral(sources)).toBe(true);
    expect(text(sources).length).toBeGreaterThan(quotes(brief).join('').length);
    for (const title of ['NATO pivots to Asia', 'As NATO leaders gather'])
      expect(text(sources)).toContain(title);
    for (const quote of quotes(brief)) expect(text(sources)).toContain(quote.slice(1, -1));
  });

  test('Timeline tells the same in the order of dates', async () => {
    const timeline = await bot.press(brief, 'Timeline').finished();
    expect(text(timeline)).toMatch(/^> \*\*\d{1,2} \w{3} \d{4}|^> \*\*\w{3} \d{4}|timeline|Without a date/im);
    expect(bot.labels(timeline)).toContain('Ask');
  });

  test('Ask takes a question that follows it up, also from somebody else', async () => {
    const user = bot.discord.addUser('tom');
    const modal = await bot.press(brief, 'Ask', { user }).modal();
    const customId = String(modal.custom_id);
    const fields = { question: 'What does France think?' };
    const answer = await bot.discord.submitModal({ customId, fields, user }).finished();
    expect(text(answer)).toMatch(/^### What does France think\?\n/);
    expect(text(answer)).toContain('Macron');
    expect(bot.discord.isEphemeral(answer)).toBe(false);
  });
});

describe('the form of Ask', () => {
  const form = async (message = brief) => bot.press(message, 'Ask').modal();
  const submit = async (audience: string) =>
    bot.discord
      .submitModal({
        customId: String((await form()).custom_id),
        fields: { question: 'What does France think?', audience },
      })
      .finished();

  test('has a label for each field, and a choice of who sees the answer', async () => {
    const labels = bodiesOf((await form()).components);
    expect(labels.map(({ type, label, component }) => [type, label, bodyOf(component).type])).toEqual([
      [18, 'Your question', 4],
      [18, 'Who sees the answer', 21],
    ]);
  });

  test('answers everyone, or only the person who asks', async () => {
    expect(bot.discord.isEphemeral(await submit('everyone'))).toBe(false);
    expect(bot.discord.isEphemeral(await submit('me'))).toBe(true);
  });

  test('has no choice where nobody else could see the answer', async () => {
    const hidden = await bot.ask('brief', { topic: 'nato-asia', private: true });
    expect(bodiesOf((await form(hidden)).components)).toHaveLength(1);
  });
});

describe('Thread', () => {
  const threads = () => [...bot.discord.world.channels.values()].filter((each) => each.id === brief.id);

  test('opens one under the answer, named after it, in which its conversation goes on', async () => {
    const note = await bot.press(brief, 'Thread').finished();
    expect(threads()).toMatchObject([{ name: 'NATO in the Asia-Pacific', type: 11 }]);
    expect(text(note)).toContain(`<#${brief.id}>`);
    expect(bot.discord.messages(brief.id)).toHaveLength(1);
    const content = `<@${bot.discord.ids.bot}> more`;
    const more = await bot.say({ channel: brief.id, content });
    expect(quotes(more).length).toBeGreaterThan(0);
    expect(new Set([...quotes(more), ...quotes(brief)]).size).toBe(
      quotes(more).length + quotes(brief).length,
    );
  });

  test('pressed twice leads to the one there is', async () => {
    await bot.press(brief, 'Thread').finished();
    const pressed = bot.discord.world.messages.get(brief.id)?.wire ?? brief;
    expect(text(await bot.press(pressed, 'Thread').finished())).toContain(`<#${brief.id}>`);
    expect(threads()).toHaveLength(1);
  });

  test('pressed by two at once opens one, and both are told', async () => {
    const user = bot.discord.addUser('tom');
    const both = [bot.press(brief, 'Thread'), bot.press(brief, 'Thread', { user })];
    const notes = await Promise.all(both.map((each) => each.finished()));
    expect(threads()).toHaveLength(1);
    for (const note of notes) expect(text(note)).toContain(`<#${brief.id}>`);
    bot.discord.violations.length = 0; // asking for the second one is no fault
  });

  test('says which permission is missing, and what to do instead', async () => {
    bot.discord.deny(bot.discord.ids.text, ['createPublicThreads']);
    const note = await bot.press(brief, 'Thread').finished();
    expect(text(note)).toMatch(/Create Public Threads.*the Ask button or <?\/ask/s);
    expect(bot.discord.isEphemeral(note)).toBe(true);
    expect(threads()).toEqual([]);
  });

  test('is not offered in a thread', async () => {
    const answer = await bot.ask('brief', { topic: 'nato-asia' }, { channel: bot.discord.ids.thread });
    expect(bot.labels(answer)).not.toContain('Thread');
  });

  test('opens one in an announcement channel too', async () => {
    const answer = await bot.ask('brief', { topic: 'nato-asia' }, { channel: bot.discord.ids.announcement });
    expect(text(await bot.press(answer, 'Thread').finished())).toContain(`<#${answer.id}>`);
  });
});

describe('thumbs', () => {
  test('are thanked for, and kept once however often they are pressed', async () => {
    const first = await bot.press(brief, '👍').finished();
    expect([bot.discord.isEphemeral(first), text(first)]).toEqual([true, expect.stringMatching(/Thank you/)]);
    expect(text(await bot.press(brief, '👍').finished())).toMatch(/already/);
    expect(await opinions()).toMatchObject([{ rating: 'up', reason: null }]);
  });

  test('are everybody’s own', async () => {
    await bot.press(brief, '👍').finished();
    await bot.press(brief, '👍', { user: bot.discord.addUser('tom') }).finished();
    expect(await opinions()).toHaveLength(2);
  });

  test('down ask for a reason, which is kept too', async () => {
    const request = await bot.press(brief, '👎').finished();
    const [menu] = request.components
      .flatMap(({ components }) => bodiesOf(components))
      .filter(({ type }) => type === 3);
    const customId = String(menu?.custom_id);
    const chosen = bot.discord.select({ message: request, customId, values: ['outdated'] });
    expect(text(await chosen.finished())).toMatch(/Thank you/);
    const kept = (await opinions()).map(({ rating, reason }) => [rating, reason]);
    expect(kept).toEqual([
      ['down', 'outdated'],
      ['down', null],
    ]);
  });
});
