import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDiscord, startDiscord } from './discord/discord.ts';

let discord: FakeDiscord;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(() => discord.close());

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (given: object) => ({ type: 2, style: 1, label: 'x', custom_id: 'x', ...given });
const row = (...components: object[]) => ({ type: 1, components });
const buttons = (...given: object[]) => ({ content: 'x', components: [row(...given.map(button))] });
const link = (url: string) => buttons({ style: 5, custom_id: undefined, url });
const rows = (count: number) => many(count, (at) => row(button({ custom_id: `c${at}` })));
const container = (count: number) => ({
  flags: V2,
  components: [{ type: 17, components: many(count, () => text('x')) }],
});
const embed = (size: number) => ({ description: 'x'.repeat(size) });

describe('a message', () => {
  test.each([
    ['2,000 characters', { content: '\u{1f600}'.repeat(2000) }],
    ['five rows', { content: 'x', components: rows(5) }],
    ['4,000 characters of text displays', { flags: V2, components: many(2, () => text('x'.repeat(2000))) }],
    ['40 components', container(39)],
    ['25 options', select(25)],
    ['a link', link('https://example.org/')],
    ['6,000 characters of embeds', { embeds: [embed(3000), embed(3000)] }],
  ])('may have %s', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 200 });
  });

  test.each([
    ['2,001 characters', { content: '\u{1f600}'.repeat(2001) }],
    ['half a surrogate pair', { content: '\ud800' }],
    ['six rows', { content: 'x', components: rows(6) }],
    ['a text display without the flag', { components: [text('x')] }],
    ['content with the flag', { content: 'x', flags: V2, components: [text('x')] }],
    ['embeds with the flag', { embeds: [{ title: 'x' }], flags: V2, components: [text('x')] }],
    ['an empty text display', { flags: V2, components: [text('')] }],
    ['4,001 characters of text displays', { flags: V2, components: [text('x'.repeat(4000)), text('x')] }],
    ['41 components', container(40)],
    ['two components of one custom id', buttons({}, {})],
    ['an empty custom id', buttons({ custom_id: '' })],
    ['a custom id of 101 characters', buttons({ custom_id: 'x'.repeat(101) })],
    ['a label of 81 characters', buttons({ label: 'x'.repeat(81) })],
    ['a link of 513 characters', link(`https://e.org/${'x'.repeat(499)}`)],
    ['a link of another scheme', link('ftp://example.org/')],
    ['six buttons in a row', buttons(...many(6, (at) => ({ custom_id: `b${at}` })))],
    ['26 options', select(26)],
    ['6,001 characters of embeds', { embeds: [embed(3000), embed(3000), embed(1)] }],
    ['the ephemeral flag', { content: 'x', flags: 64 }],
    ['a content that is no text', { content: 5 }],
  ])('may not have %s', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, code: 50035 });
    expect(discord.violations).toHaveLength(1);
  });

  test('may not be empty', async () => {
    expect(await post({ content: '' })).toMatchObject({ status: 400, code: 50006 });
  });

  test('keeps its Components V2', async () => {
    const { id } = await post({ flags: V2, components: [text('x')] });
    const path = `/channels/${discord.ids.text}/messages/${id}`;
    expect(await send('PATCH', path, { flags: 0 })).toMatchObject({ code: 50035 });
    expect(await send('PATCH', path, { content: 'x' })).toMatchObject({ code: 50035 });
    expect(await send('PATCH', path, { components: [text('y')] })).toMatchObject({ status: 200 });
  });

  test('that could ping is noted', async () => {
    await post({ content: '@everyone', allowed_mentions: { parse: [] } });
    expect(discord.violations).toEqual([]);
    await post({ content: `<@${discord.ids.member}>` });
    expect(discord.violations).toEqual([
      expect.stringContaining('without'),
      expect.stringContaining('pings'),
    ]);
  });

  test('needs the channel, and the permissions in it', async () => {
    const codeIn = async (id: string) =>
      (await send('POST', `/channels/${id}/messages`, { content: 'x' })).code;
    expect(await codeIn('1')).toBe(10003);
    expect(await codeIn(discord.ids.private)).toBe(50001);
    expect(await codeIn(discord.ids.forum)).toBe(50008);
    discord.deny(discord.ids.text, ['sendInThreads']);
    expect(await codeIn(discord.ids.thread)).toBe(50013);
    expect(await codeIn(discord.ids.text)).toBe(undefined);
    discord.deny(discord.ids.text, ['send']);
    expect(await codeIn(discord.ids.text)).toBe(50013);
  });

  test('is listed from either end', async () => {
    const ids: string[] = [];
    for (const content of ['a', 'b', 'c']) ids.push(String((await post({ content })).id));
    const list = async (query: string) => {
      const listed = await send('GET', `/channels/${discord.ids.text}/messages?${query}`);
      return Object.values(listed).flatMap((message) => (message as { content?: string }).content ?? []);
    };
    expect(await list('limit=2')).toEqual(['c', 'b']);
    expect(await list(`before=${ids[1]}`)).toEqual(['a']);
    expect(await list(`after=${ids[0]}&limit=1`)).toEqual(['b']);
  });
});

describe('a thread', () => {
  test('is made from a message once', async () => {
    const { id } = await post({ content: 'x' });
    const path = `/channels/${discord.ids.text}/messages/${id}/threads`;
    expect(await send('POST', path, { name: 'a' })).toMatchObject({ id, type: 11, status: 201 });
    expect(await send('POST', path, { name: 'a' })).toMatchObject({ code: 160004 });
  });

  test('of a forum is made with a message', async () => {
    const asked = { name: 'b', message: { content: 'first' } };
    const made = await send('POST', `/channels/${discord.ids.forum}/threads`, asked);
    expect(discord.messages(String(made.id)).map(({ content }) => content)).toEqual(['first']);
  });
});

describe('a command', () => {
  const option = (given: object) => ({ name: 'x', description: 'x', type: 3, ...given });
  const choices = (count: number, length = 1) =>
    many(count, (at) => ({ name: `${at}`.padEnd(length, 'x'), value: `${at}`.padEnd(length, 'x') }));
  const large = many(25, (at) => option({ name: `o${at}`, choices: choices(3, 100) }));

  test.each([
    ['an upper-case name', { name: 'Brief' }],
    ['a name with a space', { name: 'a b' }],
    ['no description', { description: '' }],
    ['101 characters of description', { description: 'x'.repeat(101) }],
    ['26 options', { options: many(26, (at) => option({ name: `o${at}` })) }],
    ['26 choices', { options: [option({ choices: choices(26) })] }],
    ['a required option after another', { options: [option({ name: 'a' }), option({ required: true })] }],
    ['more than 8,000 characters', { options: large }],
  ])('may not have %s', async (_, given) => {
    const path = `/applications/${discord.ids.bot}/commands`;
    const command = { name: 'x', description: 'x', ...given };
    expect(await send('PUT', path, [command])).toMatchObject({ status: 400, code: 50035 });
  });
});

function many<Thing>(count: number, make: (index: number) => Thing): Thing[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function select(count: number) {
  const options = many(count, (at) => ({ label: `o${at}`, value: `o${at}` }));
  return { content: 'x', components: [row({ type: 3, custom_id: 's', options })] };
}

function post(body: object): Promise<Record<string, unknown>> {
  return send('POST', `/channels/${discord.ids.text}/messages`, body);
}

async function send(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
  const given = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${discord.api}/v10${path}`, { method, headers, ...given });
  return { ...JSON.parse(await response.text()), status: response.status };
}
