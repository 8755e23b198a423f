import { beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/adapters/web/limits.ts';
import {
  createScriptedChat,
  filed,
  noted,
  quoted,
  type ScriptedChat,
} from '../../contracts/scripted-chat.ts';
import { createFolder } from '../../fakes/folder.ts';
import { NOW } from '../../fakes/local-chat.ts';
import { formOf, type OpenedPage, openPage } from './browser.ts';

let chat: ScriptedChat;
let opened: OpenedPage;

beforeEach(async () => {
  chat = createScriptedChat();
  opened = await openPage(chat);
});

describe('a session', () => {
  test('has a cookie that no script reads and no other site sends', async () => {
    const response = await opened.send('/say', formOf({ line: 'Why?' }));
    expect(response.headers.get('set-cookie')).toMatch(
      /^dossier-3000=[\w-]{32}\.[\w-]{22}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test('has a key that no one can choose', async () => {
    for (const chosen of ['chosen', `${'a'.repeat(32)}.${'b'.repeat(22)}`]) {
      const cookie = `dossier-3000=${chosen}`;
      const response = await opened.send('/say', formOf({ line: 'Why?' }, { cookie }));
      expect(response.headers.get('set-cookie')).toMatch(/^dossier-3000=[\w-]{32}\.[\w-]{22};/);
    }
  });

  test('is a conversation of its own, which does not tell the key', async () => {
    const [ada, tom] = [opened.browser(), opened.browser()];
    await ada.type('Who pays?');
    await ada.type('And China?');
    await tom.type('Who sails?');
    const [first, second, third] = chat.asked.map(({ conversation }) => conversation);
    expect(first).toMatch(/^web:local\/[0-9a-f]{16}$/);
    expect([second === first, third === first]).toEqual([true, false]);
    expect(chat.asked[0]).toMatchObject({ manager: true, audience: { local: true, platform: 'web' } });
  });

  test('goes on after a restart, without its turns', async () => {
    const dataDir = createFolder();
    const before = await openPage(chat, { dataDir });
    const ada = before.browser();
    await ada.type('Who pays?');
    await before.adapter.stop();
    const after = await openPage(chat, { dataDir });
    const page = await ada.movesTo(after).type('And China?');
    expect(page).toContain('Earlier turns are no longer shown.');
    expect(page).not.toContain('Who pays?');
    expect(new Set(chat.asked.map(({ conversation }) => conversation)).size).toBe(1);
  });

  test('answers a form once that is sent twice at once, and again when it is sent later', async () => {
    let now = NOW;
    const page = (await openPage(chat, { now: () => now })).browser();
    await page.type('Who pays?');
    await Promise.all([page.type('And China?'), page.type('And China?')]);
    expect(chat.asked).toHaveLength(2);
    now = new Date(NOW.valueOf() + 1000);
    await page.type('And China?');
    expect(chat.asked).toHaveLength(3);
  });

  test('shows nothing to another', async () => {
    const [ada, tom] = [opened.browser(), opened.browser()];
    chat.answer(() => filed('@misc{a}'));
    expect(await ada.type('Who pays?')).toContain('Who pays?');
    await tom.type('Who sails?');
    expect(await tom.page()).not.toContain('Who pays?');
    expect((await ada.get('/files/1')).status).toBe(200);
    expect((await opened.send('/files/1')).status).toBe(404);
  });

  test.each([
    ['long', '海'.repeat(2000), ''],
    ['short', 'No.', ''],
    ['full of marks', 'No.', '"'],
  ])('keeps its newest turns, on a page under 100 kB: %s', async (_what, text, mark) => {
    const ada = opened.browser();
    chat.answer(() => quoted([text]));
    let page = '';
    for (let turn = 1; turn <= 400; turn++) page = await ada.type(`Question ${turn}?${mark.repeat(200)}`);
    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
    expect(page).toContain('Question 400?');
    expect(page).not.toContain('Question 1?');
    expect(page).toContain('Earlier turns are no longer shown.');
  });

  test('is given up once many others were used after it', async () => {
    const [first, second] = [opened.browser(), opened.browser()];
    await first.type('Who was first?');
    await second.type('Who was second?');
    await first.page();
    for (let other = 1; other < LIMITS.sessions; other++) await opened.browser().type('Why?');
    expect(await first.page()).toContain('Who was first?');
    expect(await second.page()).not.toContain('Who was second?');
  });
});

describe('a long reply', () => {
  test('has pages, on which every line stands once', async () => {
    const ada = opened.browser();
    const texts = Array.from({ length: 40 }, (_, at) => `${at}: ${'The ferry sailed. '.repeat(60)}`.trim());
    chat.answer(() => quoted(texts));
    await ada.type('Why?');
    await ada.press('More');
    const page = await ada.press('More');
    expect(page.match(/>More<\/button>/g)).toHaveLength(2); // the last page has none
    for (const text of texts) expect(page.split(`“${text}”`)).toHaveLength(2);
    expect(chat.asked.at(-1)?.request).toMatchObject({ command: 'open' });
  });

  test('shows an excerpt whole or not at all', async () => {
    chat.answer(() => quoted(['x'.repeat(LIMITS.quote), 'y'.repeat(LIMITS.quote + 1)]));
    const page = await opened.browser().type('Why?');
    expect(page).toContain(`<q>“${'x'.repeat(LIMITS.quote)}”</q>`);
    expect(page).not.toContain('yyy');
    expect(page).toMatch(/too long to show here \(6001 characters\):<\/i> \[2\]/);
  });
});

test('a file is saved under its name, and opens nothing here', async () => {
  chat.answer(() => filed('@misc{a, title = {<b>}}'));
  const ada = opened.browser();
  expect(await ada.type('/export bibtex')).toContain(
    '<a href="/files/1" download="dossier-abcdefgh2345.bib">',
  );
  const response = await ada.get('/files/1');
  expect(await response.text()).toBe('@misc{a, title = {<b>}}');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="dossier-abcdefgh2345.bib"');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
});

test('a defect is reported, and said to be one', async () => {
  const reports: Error[] = [];
  chat.answer(() => Promise.reject(new Error('kaput')));
  const page = (await openPage(chat, { report: (error) => reports.push(error) })).browser();
  expect(await page.type('Why?')).toContain('Dossier hit an internal error');
  expect(reports.map(({ cause }) => cause)).toEqual([new Error('kaput')]);
});

test('a stop lets what is in hand finish', async () => {
  let release = () => {};
  chat.answer(async () => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return noted('Well.');
  });
  const sent = opened.browser().type('Why?');
  await expect.poll(() => chat.asked).toHaveLength(1);
  const stopped = opened.adapter.stop();
  expect(opened.adapter.health().connected).toBe(true);
  release();
  await stopped;
  expect(await sent).toContain('Well.');
  expect(opened.adapter.health().connected).toBe(false);
});
