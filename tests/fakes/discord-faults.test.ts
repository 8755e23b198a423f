import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDiscord, startDiscord } from './discord/discord.ts';
import { type Body, bodiesOf } from './json.ts';
import { createRandom, eitherFate } from './trouble.ts';

let discord: FakeDiscord;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(() => discord.close());

function send(method: string, path: string, body?: object, signal?: AbortSignal): Promise<Response> {
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
  const given = { ...(body ? { body: JSON.stringify(body) } : {}), ...(signal ? { signal } : {}) };
  return fetch(`${discord.api}/v10${path}`, { method, headers, ...given });
}

const messages = () => `/channels/${discord.ids.text}/messages`;
const post = (nonce: string, signal?: AbortSignal) =>
  send('POST', messages(), { content: nonce, nonce, enforce_nonce: true }, signal);
const read = async (query: string) =>
  bodiesOf(await (await send('GET', `${messages()}?${query}`)).json()).map(({ content }) => content);

describe('a nonce', () => {
  test('is known for a while, and stands for a message that may be gone', async () => {
    const first = (await (await post('a')).json()) as Body;
    expect(await (await post('a')).json()).toMatchObject({ id: first.id });
    discord.deleteMessage(String(first.id));
    expect(await (await post('a')).json()).toMatchObject({ code: 10_008 });
    discord.elapse(discord.world.options.nonceWindow + 1);
    expect((await post('a')).status).toBe(200);
  });

  test('is told in lists only where that is asked for', async () => {
    await post('a');
    const listed = async () => bodiesOf(await (await send('GET', messages())).json());
    expect(await listed()).toEqual([expect.not.objectContaining({ nonce: 'a' })]);
    await discord.close();
    discord = await startDiscord({ listsNonces: true });
    await post('a');
    expect(await listed()).toMatchObject([{ nonce: 'a' }]);
  });
});

test('a list is read in pages, newest first, from either side', async () => {
  for (const nonce of ['a', 'b', 'c', 'd']) await post(nonce);
  const [, b] = discord.messages(discord.ids.text);
  expect(await read('limit=2')).toEqual(['d', 'c']);
  expect(await read(`before=${b?.id}`)).toEqual(['a']);
  expect(await read(`after=${b?.id}&limit=1`)).toEqual(['c']);
  expect((await send('GET', `${messages()}?limit=101`)).status).toBe(400);
});

test.each([
  [{}, '2', 'user'],
  [{ header: '1.25' }, '1.25', 'user'],
  [{ header: null }, null, 'user'],
  [{ scope: 'shared' }, '2', 'shared'],
  [{ global: true }, '2', 'global'],
] as const)('a rate limit says how long it lasts, or not: %j', async (given, header, scope) => {
  discord.fault({ path: /messages$/, trouble: { kind: 'rate limit', retryAfter: 1.25, ...given } });
  const { status, headers } = await post('a');
  expect([status, headers.get('retry-after'), headers.get('x-ratelimit-scope')]).toEqual([
    429,
    header,
    scope,
  ]);
});

test('who goes away can come back to the same address', async () => {
  await discord.goAway();
  await expect(post('a')).rejects.toThrow();
  await discord.comeBack();
  expect((await post('a')).status).toBe(200);
});

test('a token that was revoked is refused', async () => {
  discord.revoke();
  expect((await post('a')).status).toBe(401);
});

describe('a request held up while its client goes away', () => {
  test('is sometimes dropped and sometimes taken, the same again for a seed', () => {
    const fates = (seed: number) => Array.from({ length: 40 }, eitherFate(seed));
    expect(fates(7)).toEqual(fates(7));
    expect(fates(7)).not.toEqual(fates(8));
    expect(new Set(fates(7))).toEqual(new Set(['drop', 'apply']));
  });

  test('meets its fate', async () => {
    const fate = eitherFate(3);
    const random = createRandom(3);
    const wanted = Array.from({ length: 8 }, eitherFate(3)).filter((each) => each === 'apply').length;
    const milliseconds = () => 1000 + random() * 20;
    discord.fault({
      ...{ path: /messages$/, times: 8 },
      trouble: { kind: 'delay', milliseconds, whenClientIsGone: fate },
    });
    for (let nth = 0; nth < 8; nth++) {
      const client = new AbortController();
      const gone = expect(post(`${nth}`, client.signal)).rejects.toThrow();
      await expect.poll(() => discord.requests.length).toBe(nth + 1);
      client.abort();
      await gone;
    }
    await expect.poll(() => discord.requests.filter(({ status }) => status !== undefined).length).toBe(8);
    expect(discord.messages(discord.ids.text)).toHaveLength(wanted);
  });
});
