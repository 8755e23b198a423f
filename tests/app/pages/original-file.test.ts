import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDocumentFiles } from '../../../src/app/pages/document-files.ts';
import { sendFile } from '../../../src/app/pages/original-file.ts';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { originOf } from '../../../src/core/library/documents/document-origin.ts';
import { createFileReader } from '../../../src/core/library/reading/read-document.ts';
import { htmlReader } from '../../../src/readers/html/reader.ts';
import { textReader } from '../../../src/readers/text/reader.ts';
import { createFolder } from '../../fakes/folder.ts';
import { followInMemory } from '../../fakes/follow.ts';
import { LOCAL } from '../../fakes/local-chat.ts';
import { pagedReader } from '../../fakes/paged-reader.ts';
import { addressesIn, BASE, openPagesOn, type PagesWorld, plain } from '../../fakes/pages.ts';

const ARTICLE =
  'The council has decided that the ferry to the island will cost ten crowns from May, after a long debate.';
const PAGE = `<html><body><nav><p>Home</p><p>Sport</p></nav><article><h1>Ferry fares</h1><p>${ARTICLE}</p><p>${ARTICLE.replace('ten', 'two')}</p></article>
<script>alert(1)</script></body></html>`;

let root: string;
let world: PagesWorld;
let outside: string;

const sink = { add: async () => {}, remove: async () => {} };

async function openFolder(folder: string): Promise<PagesWorld> {
  const read = createFileReader([htmlReader, pagedReader, textReader]);
  const follower = followInMemory({ root: folder, read, sink, now: () => new Date() });
  await follower.refresh();
  const { documents, collections } = follower.library;
  const files = createDocumentFiles({
    root: folder,
    read,
    originOf: async (id) => originOf(follower.state, id),
  });
  return openPagesOn({ documents, collections }, { files });
}

beforeAll(async () => {
  outside = join(
    createFolder({ 'secret.txt': 'The vault is open to whoever knows the word.' }),
    'secret.txt',
  );
  root = createFolder({
    'harbour/fares.html': PAGE,
    'harbour/ferry.txt': 'The ferry sailed at noon, as it does every day of the year.',
    'harbour/report.pdf': '[iv]The ferry is old.\n\n\f[v]The ferry costs ten crowns a day to run.',
    'vault/plan.txt': 'The vault will be moved to the island in May of next year.',
    'vault/collection.yaml': 'readable: ["slack:W1/C1"]',
  });
  world = await openFolder(root);
});

const original = (id: string) => world.get(`${BASE}/originals/${id}`);

describe('the file of a document', () => {
  test('is sent as it is, and shown where nothing in it acts', async () => {
    const { status, text, headers } = await original('harbour/ferry');
    expect([status, text]).toEqual([200, 'The ferry sailed at noon, as it does every day of the year.']);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="ferry.txt"/);
    expect((await original('harbour/report')).headers.get('content-type')).toBe('application/pdf');
  });

  test('is only saved, as bytes, where it may act: row 43', async () => {
    const { text, headers } = await original('harbour/fares');
    expect(text).toBe(PAGE);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  test.each(['harbour/ferry', 'harbour/fares'])('runs nothing and is not guessed at: %s', async (id) => {
    const { headers } = await original(id);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  test('is linked from its page, a PDF at the page of what was quoted', async () => {
    const text = 'The ferry costs ten crowns a day to run.';
    const page = await world.get(`${BASE}/documents/harbour/report`);
    expect(addressesIn(page, '/originals')).toEqual([`${BASE}/originals/harbour/report#page=1`]);
    const start = 'The ferry is old.\n\n'.length;
    const quoted = { document: 'harbour/report' as DocumentId, start, end: start + text.length, text };
    const link = world.links.linkTo(quoted, LOCAL) ?? '';
    expect(addressesIn(await world.get(link), '/originals')).toEqual([
      `${BASE}/originals/harbour/report#page=2`,
    ]);
  });
});

test('row 49: a file’s name adds no header, whatever it is', () => {
  for (const name of [
    'a"; b="c.txt',
    'a\r\nSet-Cookie: x=1.txt',
    '\u202Etxt.exe',
    '\uD800.pdf',
    "o'clock (1)*.md",
    '港.txt',
  ]) {
    const disposition =
      sendFile(`harbour/${name}`, new Uint8Array()).headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^(?:inline|attachment); filename="[\w. -]+"; filename\*=UTF-8''[\w.%!~-]+$/);
  }
});

describe('no file is sent', () => {
  test.each([
    ['of a hidden collection', 'vault/plan'],
    ['of the settings', 'vault/collection'],
    ['by a path', 'harbour%2f..%2f..%2fsecret'],
    ['by an encoded path', '..%2f..%2fetc%2fpasswd'],
    ['by an absolute path', '/etc/passwd'],
    ['by its name', 'harbour/ferry.txt'],
  ])('%s', async (_name, id) => {
    const absent = await original('harbour/nothing');
    const { status, text } = await original(id);
    expect([status, text]).toEqual([404, absent.text]);
  });

  test.each([
    ['a link to a file outside', () => outside],
    ['a link to a file of a hidden collection', () => join(root, 'vault/plan.txt')],
  ])('that has become %s: row 43', async (_name, target) => {
    const folder = createFolder({ 'harbour/ferry.txt': 'The ferry sailed at noon, as it does every day.' });
    const opened = await openFolder(folder);
    const get = () => opened.get(`${BASE}/originals/harbour/ferry`);
    expect((await get()).status).toBe(200);
    rmSync(join(folder, 'harbour/ferry.txt'));
    symlinkSync(target(), join(folder, 'harbour/ferry.txt'));
    expect((await get()).status).toBe(404);
  });

  test('that a linked folder leads to', async () => {
    const folder = createFolder({
      'harbour/old/ferry.txt': 'The ferry sailed at noon, as it does every day.',
    });
    const opened = await openFolder(folder);
    renameSync(join(folder, 'harbour/old'), join(folder, 'harbour/new'));
    symlinkSync(join(folder, 'harbour/new'), join(folder, 'harbour/old'));
    expect((await opened.get(`${BASE}/originals/harbour/old/ferry`)).status).toBe(404);
  });

  test('that has become a folder, or is gone', async () => {
    const folder = createFolder({ 'harbour/ferry.txt': 'The ferry sailed at noon, as it does every day.' });
    const opened = await openFolder(folder);
    rmSync(join(folder, 'harbour/ferry.txt'));
    const get = () => opened.get(`${BASE}/originals/harbour/ferry`);
    expect((await get()).status).toBe(404);
    mkdirSync(join(folder, 'harbour/ferry.txt'));
    writeFileSync(join(folder, 'harbour/ferry.txt/a'), '');
    expect((await get()).status).toBe(404);
  });
});

describe('what was left out of a file', () => {
  const shown = (id: string) => world.get(`${BASE}/documents/${id}?show=left-out`);

  test('is shown grey between what was kept, and no script with it', async () => {
    const { text } = await shown('harbour/fares');
    const leftOut = [...text.matchAll(/<p class="left-out" dir="auto">([^<]*)<\/p>/g)].map(
      ([, words]) => words,
    );
    expect(leftOut).toEqual(['Home\nSport\nFerry fares\n']);
    expect(plain(text.slice(text.indexOf('<article')))).toContain(`Ferry fares\n\n${ARTICLE}`);
    expect(text).not.toContain('alert(1)');
  });

  test('is said to be nothing where it is, and to be unknown where a format is not read whole', async () => {
    expect((await shown('harbour/ferry')).text).toContain('Nothing was left out of the file.');
    expect((await shown('harbour/report')).text).toContain('cannot be shown: its file is');
  });

  test('is not shown, nor is the file read again, unless asked for', async () => {
    expect((await world.get(`${BASE}/documents/harbour/fares`)).text).not.toContain('class="left-out"');
  });
});
