import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createReadAttached } from '../../../src/adapters/discord/attached-list.ts';
import { type Body, bodiesOf } from '../../fakes/json.ts';
import { type Bot, startBot } from './bot.ts';

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A place that files are fetched from. */
async function keep(content: string, status = 200): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status).end(content);
  });
  stops.push(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const fileAt = (url: string, filename: string, size = 20): Body => ({
  ...{ id: '77', filename, size, url: `${url}/${filename}`, proxy_url: url },
});

async function search(bot: Bot, file: Body) {
  const asked = { command: 'search', options: { list: '77' }, attached: { 77: file } };
  return bot.discord.slash(asked).finished();
}

describe('an attached list', () => {
  test('is an option of the command', async () => {
    const bot = await startBot();
    const command = bot.discord.commands().find(({ name }) => name === 'search');
    expect(bodiesOf(command?.options).find(({ name }) => name === 'list')).toMatchObject({ type: 11 });
  });

  test('is searched for, and the table sent as a file', async () => {
    const bot = await startBot();
    const { uploads } = bot.discord.world;
    uploads.set('names.csv', 'id,query\n1,Lin Jian\n2,nobody at all\n');
    const message = await search(bot, fileAt(bot.discord.api.replace('/api', '/attachments'), 'names.csv'));
    expect(bot.discord.textOf(message)).toContain('1 of 2 names were found in 5 documents.');
    expect(
      uploads
        .get('search.csv')
        ?.split('\r\n')
        .map((row) => row.slice(0, 11)),
    ).toEqual([...['query,hits,', 'Lin Jian,1,', 'nobody at a', '']]);
    expect(bot.discord.violations).toEqual([]);
  });

  test('is refused from a place that is not Discord’s', async () => {
    const bot = await startBot();
    const message = await search(bot, fileAt(await keep('Lin Jian'), 'names.txt'));
    expect(bot.discord.textOf(message)).toContain('Discord did not hand over names.txt.');
  });

  test.each([
    'http://cdn.discordapp.com/a.txt',
    'https://cdn.discordapp.com.evil.example/a.txt',
    'https://127.0.0.1/a.txt',
  ])('is never fetched from %s', async (url) => {
    await expect(createReadAttached(null)({ name: 'a.txt', size: 1, url })).rejects.toThrow(
      'did not hand over',
    );
  });

  test('is read up to what a list may have, whatever its size is said to be', async () => {
    const api = await keep('Lin Jian\n'.repeat(200_000));
    const read = createReadAttached(`${api}/api`);
    const file = { name: 'names.txt', url: `${api}/names.txt` };
    await expect(read({ ...file, size: 10 })).rejects.toThrow('names.txt is larger than 1 MB');
    await expect(read({ ...file, size: 2_000_000 })).rejects.toThrow('names.txt is larger than 1 MB');
  });

  test('that is gone is asked for again', async () => {
    const api = await keep('', 404);
    const read = createReadAttached(`${api}/api`);
    await expect(read({ name: 'a.txt', size: 1, url: `${api}/a.txt` })).rejects.toThrow('Attach it again');
  });

  test('is read as its name says', async () => {
    const api = await keep('id,query\n1,Lin Jian\n');
    const read = createReadAttached(`${api}/api`);
    expect(await read({ name: 'a.csv', size: 20, url: `${api}/a.csv` })).toBe('Lin Jian');
  });
});
