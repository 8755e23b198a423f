import { expect, test } from 'vitest';
import { startBot } from './bot.ts';

test('a message is briefed on, for whoever chose it alone', async () => {
  const { discord } = await startBot();
  const targetMessage = discord.say({ content: 'What does **France** think of the office\nin Tokyo?' });
  const answer = await discord.contextMenu({ command: 'Brief this', targetMessage }).finished();
  expect(discord.isEphemeral(answer)).toBe(true);
  expect(discord.textOf(answer)).toMatch(/Macron|France/);
});

test('sources are found for a message, its words as they stand', async () => {
  const { discord } = await startBot();
  const targetMessage = discord.say({ content: `The liaison office in Tokyo. ${'🚢'.repeat(400)}` });
  const answer = await discord.contextMenu({ command: 'Find sources', targetMessage }).finished();
  expect(discord.isEphemeral(answer)).toBe(true);
  expect(discord.textOf(answer)).toMatch(/^> “.*Tokyo/m);
  expect(discord.violations).toEqual([]);
});

test.each(['Brief this', 'Find sources'])(
  'a message without text is said to have none: %s',
  { timeout: 10_000 },
  async (command) => {
    const { discord } = await startBot();
    const targetMessage = discord.say({ content: ' ' });
    const answer = await discord.contextMenu({ command, targetMessage }).finished();
    expect([discord.isEphemeral(answer), discord.textOf(answer)]).toEqual([
      true,
      expect.stringMatching(/no text/),
    ]);
  },
);
