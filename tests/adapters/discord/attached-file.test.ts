import { describe, expect, test } from 'vitest';
import { createReadDocument } from '../../../src/adapters/discord/attached-file.ts';
import { bodiesOf } from '../../fakes/json.ts';
import { startBot } from './bot.ts';

describe('an attached document', () => {
  test('is an option of the command', async () => {
    const bot = await startBot();
    const command = bot.discord.commands().find(({ name }) => name === 'add');
    expect(bodiesOf(command?.options).find(({ name }) => name === 'file')).toMatchObject({ type: 11 });
  });

  test('is read as it is, from where Discord keeps it', async () => {
    const bot = await startBot();
    bot.discord.world.uploads.set('quay.pdf', '%PDF-1.7');
    const url = `${bot.discord.api.replace('/api', '/attachments')}/quay.pdf`;
    const { name, bytes } = await createReadDocument(bot.discord.api)({ name: '../quay.pdf', size: 8, url });
    expect([name, Buffer.from(bytes).toString()]).toEqual(['../quay.pdf', '%PDF-1.7']);
  });

  test.each([
    [
      'from elsewhere',
      { size: 8, url: 'https://cdn.discordapp.com.evil.example/a.pdf' },
      'did not hand over',
    ],
    [
      'beyond ten megabytes',
      { size: 10_000_001, url: 'https://cdn.discordapp.com/a.pdf' },
      'larger than 10 MB',
    ],
  ])('is refused %s', async (_, attached, why) => {
    await expect(createReadDocument(null)({ name: 'a.pdf', ...attached })).rejects.toThrow(why);
  });
});
