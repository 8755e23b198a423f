import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Inbox, openInbox } from '../../../src/adapters/web/inbox.ts';
import { web } from '../../../src/adapters/web/index.ts';
import { PAGE } from '../../../src/adapters/web/place.ts';
import { createInboxPoster } from '../../../src/adapters/web/poster.ts';
import type { LibraryContents } from '../../../src/core/library/memory-library.ts';
import { postTo } from '../../contracts/local-poster-driver.ts';
import { createFolder } from '../../fakes/folder.ts';
import { createTestDossier, loadOwnCorpus, NOW, type TestDossier } from '../../fakes/local-chat.ts';
import { type Browser, openPage, unescaped } from './browser.ts';

const DAY = 86_400_000; // milliseconds
const [KEY, OTHER] = ['abcdefghijklmnopqrstuvw23', 'abcdefghijklmnopqrstuvw24'];
const now = () => NOW;

describe('a digest that was ordered on the page', () => {
  let contents: LibraryContents;
  let dataDir: string;
  let dossier: TestDossier;
  let browser: Browser;

  beforeAll(async () => {
    contents = await loadOwnCorpus();
  });

  beforeEach(async () => {
    dataDir = createFolder();
    let at = NOW;
    const now = () => at;
    const poster = createInboxPoster({ inbox: openInbox(dataDir, { days: 90, now }), now });
    const isLocal = (platform: string) => platform === 'web';
    dossier = await createTestDossier(contents, { posters: [poster], platforms: ['web'], isLocal, now });
    browser = (await openPage(dossier.chatFor(false), { dataDir })).browser();
    await browser.type('/digest add nato-asia at:08:00');
    at = new Date('2026-11-25T08:00:30Z');
    await dossier.delivery.run();
  });

  const firstEntry = (page: string) => /href="(\/inbox\/[a-z2-7]{25})"/.exec(page)?.[1] ?? '';
  const openFirst = async () => (await browser.get(firstEntry(await browser.page()))).text();

  test('arrives unread, quotes with citations, and is read once it was opened', async () => {
    const page = await browser.page();
    expect(page).toMatch(/<details class="inbox" id="inbox" open>.*1 unread of 1 digest/s);
    const entry = await openFirst();
    expect(entry).toContain('<h3>NATO in the Asia-Pacific</h3>');
    expect(entry).toMatch(
      /<q>“NATO is embarking .*”<\/q> <span class="detail">Nawaiwaqt<\/span> \[1\].*<ul class="sources">/s,
    );
    expect(await browser.page()).toContain('1 digest, all read');
  });

  test('looks as kept', async () => {
    const [page, entry] = [await browser.page(), await openFirst()];
    const inbox = /<details class="inbox".*?<\/details>/s.exec(page)?.[0] ?? '';
    const shown = `${inbox}\n\n${entry.slice(entry.indexOf('<body>'))}\n`
      .replaceAll(/\/inbox\/[a-z2-7]{25}/g, '/inbox/KEY')
      .replaceAll(/value="[^"]*"/g, 'value="SIGNED"')
      .replaceAll(/>\w{3},? \d+ \w{3},? \d\d:\d\d</g, '>TIME<'); // of this machine
    await expect(shown).toMatchFileSnapshot('../../golden/web/inbox.html');
  });

  test('is in the inbox of every browser, also after a restart', async () => {
    const restarted = await openPage(dossier.chatFor(false), { dataDir });
    const other = restarted.browser();
    const entry = await (await other.get(firstEntry(await other.page()))).text();
    expect(entry).toMatch(/<q>“NATO is embarking/);
  });

  test('takes questions about it, and its buttons work', async () => {
    const entry = await openFirst();
    const [, action = ''] = /name="action" value="([^"]*)">Sources/.exec(entry) ?? [];
    const [, ask = ''] = /<details class="ask">.*?value="([^"]*)"/s.exec(entry) ?? [];
    expect(await browser.submit({ action: unescaped(action) })).toContain('<ul class="sources">');
    const page = await browser.submit({ action: unescaped(ask), question: 'What does France think?' });
    expect(page).toMatch(/<q>“[^<]*(?:France|French)/);
  });

  test('quotes nothing of a document that is gone', async () => {
    for (const { id } of dossier.library.documents) dossier.library.remove(id);
    const entry = await openFirst();
    expect(entry).toContain('What this answer quoted is no longer available.');
    expect(entry).not.toContain('<q>');
  });

  test('stays when its answer is kept no longer, without excerpts', async () => {
    await dossier.store.upkeep.prune(new Date(NOW.valueOf() + 2 * DAY));
    const entry = await openFirst();
    expect(entry).toContain('What it quoted is no longer kept.');
    expect(entry).not.toContain('<q>');
  });

  test('is erased with its channel', async () => {
    await web.erase?.(PAGE, dataDir);
    expect(await browser.page()).toContain('no digests yet');
  });
});

describe('the inbox', () => {
  let dataDir: string;
  let inbox: Inbox;
  const entry = (key: string, at = NOW) => ({ key, at, title: key, lines: ['One.'], answer: null });
  const digest = (key: string, at = NOW) => ({ ...entry(key, at), kind: 'digest' }) as const;

  beforeEach(() => {
    dataDir = createFolder();
    inbox = openInbox(dataDir, { days: 90, now });
  });

  test('keeps what came first under a key', () => {
    inbox.add(digest(KEY));
    inbox.add({ ...digest(KEY), title: 'Another' });
    expect(inbox.list().map(({ title }) => title)).toEqual([KEY]);
  });

  test('lists the newest first, and what was read, in another process too', () => {
    inbox.add(digest(KEY, new Date(NOW.valueOf() - DAY)));
    inbox.add(digest(OTHER));
    inbox.markRead(OTHER);
    inbox.markRead('nothing');
    const listed = openInbox(dataDir, { days: 90, now }).list();
    expect(listed.map(({ key, isRead }) => [key, isRead])).toEqual([
      [OTHER, true],
      [KEY, false],
    ]);
  });

  test('gives up what is older than answers are kept', () => {
    inbox.add(digest(KEY, new Date(NOW.valueOf() - 91 * DAY)));
    inbox.markRead(KEY);
    inbox.add(digest(OTHER));
    expect(inbox.list().map(({ key }) => key)).toEqual([OTHER]);
    expect(readdirSync(join(dataDir, 'web', 'inbox'))).toEqual([`${OTHER}.json`]);
  });

  test('leaves out what a kill or a fault of the disk left behind', () => {
    inbox.add(digest(KEY));
    const folder = join(dataDir, 'web', 'inbox');
    writeFileSync(join(folder, `${OTHER}.json.draft`), '{"at"');
    writeFileSync(join(folder, `${OTHER}.json`), '{"at":');
    expect(inbox.list().map(({ key }) => key)).toEqual([KEY]);
  });

  test('that can’t be written takes nothing, and the digest waits', async () => {
    writeFileSync(join(dataDir, 'web'), 'no folder');
    expect(await postTo(createInboxPoster({ inbox, now }), PAGE)).toMatchObject({ kind: 'later' });
    expect(inbox.list()).toEqual([]);
  });

  test('has one address', async () => {
    const poster = createInboxPoster({ inbox, now });
    const channel = { ...PAGE, channel: 'other' };
    expect(await postTo(poster, channel)).toMatchObject({ kind: 'refused', why: 'gone' });
    expect(await poster.find({ channel, key: KEY, since: NOW })).toEqual({ kind: 'absent' });
    expect(web.channelId.problemOf('local', 'other')).toContain('one inbox');
  });
});
