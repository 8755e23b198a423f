import { beforeEach, describe, expect, test } from 'vitest';
import { createScriptedChat, type ScriptedChat } from '../../contracts/scripted-chat.ts';
import { ADDRESS, formOf, type OpenedPage, openPage } from './browser.ts';

let chat: ScriptedChat;
let opened: OpenedPage;

beforeEach(async () => {
  chat = createScriptedChat();
  opened = await openPage(chat);
});

const line = { line: 'Who pays?' };

describe('a form', () => {
  test('of the page is answered, and leads back to the newest turn', async () => {
    const response = await opened.send('/say', formOf(line));
    expect([response.status, response.headers.get('location')]).toEqual([303, '/#latest']);
    expect(chat.asked.map(({ request }) => request)).toEqual([{ kind: 'line', text: 'Who pays?' }]);
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:4000' }],
    ['this server by another name', { origin: 'http://localhost:3000' }],
    ['a page that hides where it is', { origin: 'null' }],
    ['a program that says nothing of it', { origin: '' }],
    ['a page that sends plain text', { 'content-type': 'text/plain' }],
  ])('of %s is refused, and nothing is asked', async (_whose, headers) => {
    expect((await opened.send('/say', formOf(line, headers))).status).toBe(403);
    expect(chat.asked).toEqual([]);
  });

  test.each(['', '   ', '\u200B\u2066'])('without words asks nothing: %j', async (empty) => {
    const { status, headers } = await opened.send('/say', formOf({ line: empty }));
    expect([status, headers.get('set-cookie'), chat.asked]).toEqual([303, null, []]);
  });
});

test('a document to add is sent as a file, and handed over as it is', async () => {
  const body = new FormData();
  body.set('document', new File([new Uint8Array([0, 255])], '../quay.pdf'));
  const sent = await opened.send('/say', { method: 'POST', body, headers: { origin: ADDRESS } });
  expect(sent.status).toBe(303);
  const [asked] = chat.asked;
  expect(asked?.request).toMatchObject({ kind: 'command', command: 'add' });
  const { name, bytes } = (await asked?.readFile?.('')) ?? { name: '', bytes: [] };
  expect([name, ...bytes]).toEqual(['../quay.pdf', 0, 255]);
});

describe('a list to search for', () => {
  const send = (file: File | null, headers: Record<string, string> = {}) => {
    const body = new FormData();
    if (file) body.set('list', file);
    return opened.send('/say', { method: 'POST', body, headers: { origin: ADDRESS, ...headers } });
  };

  test('is sent as a file', async () => {
    const { status } = await send(new File(['id,query\n1,Lin Jian\n'], 'names.csv'));
    expect(status).toBe(303);
    expect(chat.asked.map(({ request }) => request)).toEqual([
      { kind: 'command', command: 'search', options: { list: 'Lin Jian' } },
    ]);
  });

  test('that is none is told so, and nothing is asked', async () => {
    const browser = opened.browser();
    await browser.page();
    const sent = await send(new File(['PK\0'], 'names.xlsx'), { 'x-in-place': '1' });
    expect(await sent.text()).toContain('names.xlsx is no text. Save it as .csv or .txt.');
    expect(chat.asked).toEqual([]);
  });

  test('is not taken from another site, nor without a file', async () => {
    const list = new File(['Lin Jian'], 'names.txt');
    expect((await send(list, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send(null)).status).toBe(303);
    expect(chat.asked).toEqual([]);
  });
});

describe.each([
  ['/', {}],
  ['/say', formOf(line)],
  ['/files/1', {}],
  ['/complete', {}],
  ['/inbox', {}],
  ['/inbox/x', {}],
  ['/chat.js', {}],
])('%s', (path, init) => {
  test('answers no other host, as by a name that was made to lead here', async () => {
    const base = 'http://evil.example:3000';
    const headers = { ...init.headers, origin: base };
    expect((await opened.send(path, { ...init, headers }, base)).status).toBe(421);
    expect(chat.asked).toEqual([]);
  });

  test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'])(
    'answers nothing that a proxy passed on: %s',
    async (name) => {
      const headers = { ...init.headers, [name]: '1.2.3.4' };
      expect((await opened.send(path, { ...init, headers })).status).toBe(404);
      expect(chat.asked).toEqual([]);
    },
  );

  test('answers no other method', async () => {
    expect((await opened.send(path, { method: 'PUT', headers: { origin: ADDRESS } })).status).toBe(404);
  });
});

test.each(['/', '/inbox'])(
  '%s loads and sends to itself alone, writes no HTML, and stands in no frame',
  async (path) => {
    const { headers } = await opened.send(path);
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      ...["script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'"],
      ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
      ...["require-trusted-types-for 'script'", "trusted-types 'none'"],
    ]);
    expect(headers.get('referrer-policy')).toBe('same-origin'); // a form sent under no-referrer has the origin "null"
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('set-cookie')).toBeNull();
  },
);

describe('the script of the page', () => {
  const inPlace = (fields: Record<string, string>, headers = {}) =>
    opened.send('/say', formOf(fields, { 'x-in-place': '1', ...headers }));

  test('is sent the turn alone', async () => {
    const first = await inPlace({ line: 'Who sails?' });
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const response = await inPlace(line, { cookie });
    const page = await response.text();
    expect([response.status, page.match(/<li id=/g)]).toEqual([200, ['<li id=']]);
    expect(page).toContain('<h2 id="asked-2">Who pays?</h2>');
  });

  test('is refused like a form if it belongs to another site', async () => {
    expect((await inPlace(line, { origin: 'https://evil.example' })).status).toBe(403);
    expect(chat.asked).toEqual([]);
  });

  test('has suggestions for commands alone, from what the chat completes', async () => {
    chat.complete = async () => ['/brief ferry', '/brief harbour'];
    const choicesFor = async (typed: string) =>
      (await opened.send(`/complete?line=${encodeURIComponent(typed)}`)).json();
    expect(await choicesFor('/brief ')).toEqual({
      choices: [
        { line: '/brief ferry', about: 'The ferry' },
        { line: '/brief harbour', about: '' },
      ],
    });
    expect(await choicesFor('What')).toEqual({ choices: [] });
    expect(await choicesFor(`/${'x'.repeat(10_000)}`)).toEqual({ choices: [] });
  });
});
