import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../../../src/core/library/documents/document.ts';
import type { DocumentReader } from '../../../../src/core/library/reading/document-reader.ts';
import { textReader } from '../../../../src/readers/text/reader.ts';
import { loadCorpusFolder } from '../../../fakes/corpus-folder.ts';
import { createFolder } from '../../../fakes/folder.ts';

const LAMP = 'The keeper lit the lamp at dusk.';
const load = (folder: string) => loadCorpusFolder(folder, [textReader]);
const reasons = async (folder: string) =>
  Object.fromEntries((await load(folder)).refused.map(({ file, reason }) => [file, reason]));

describe('a file that is not served', () => {
  test('is a link that points outside the corpus', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP });
    symlinkSync(
      join(createFolder({ 'secret.txt': 'Nobody may read this.' }), 'secret.txt'),
      join(folder, 'harbour/b.txt'),
    );
    expect(await reasons(folder)).toEqual({ 'harbour/b.txt': 'is a link that points outside the corpus' });
  });

  test('is a link to nothing', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP });
    symlinkSync(join(folder, 'harbour/gone.txt'), join(folder, 'harbour/b.txt'));
    expect(await reasons(folder)).toEqual({ 'harbour/b.txt': 'cannot be opened (ENOENT)' });
  });

  test('is a pipe, which would wait for a writer', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP });
    execFileSync('mkfifo', [join(folder, 'harbour/b.txt')]);
    expect(await reasons(folder)).toEqual({ 'harbour/b.txt': 'is not a regular file' });
  });

  test('is outside every collection', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP, 'stray.txt': LAMP, 'README.md': '# The corpus' });
    expect(Object.keys(await reasons(folder))).toEqual(['stray.txt']);
  });

  test('has another’s name but for its ending', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP, 'harbour/a.text': LAMP });
    expect(Object.keys(await reasons(folder))).toEqual(['harbour/a.txt']);
  });
});

test('what is left out of a document is listed beside the files that are not indexed', async () => {
  const gaps: DocumentReader = {
    ...textReader,
    read: async () => ({
      title: null,
      text: LAMP,
      metadata: UNKNOWN,
      omissions: ['has an unreadable page 2'],
    }),
  };
  const { documents, refused } = await loadCorpusFolder(createFolder({ 'harbour/a.txt': LAMP }), [gaps]);
  expect(documents).toHaveLength(1);
  expect(refused).toEqual([{ file: 'harbour/a.txt', reason: 'has an unreadable page 2', partly: true }]);
});

describe('a document', () => {
  test('is named by its path without the ending', async () => {
    const { documents } = await load(createFolder({ 'harbour/north pier/the lamp.v2.txt': LAMP }));
    expect(documents.map(({ id }) => id)).toEqual(['harbour/north pier/the lamp.v2']);
  });

  test('is titled by sources.yaml rather than by the headline found in it', async () => {
    const text = `The lamp\n\n${'The keeper lit the lamp at dusk, as he had done for thirty years. '.repeat(4)}`;
    const read = async (sources: string) =>
      (await load(createFolder({ 'harbour/a.txt': text, 'harbour/sources.yaml': sources }))).documents[0]
        ?.title;
    expect([await read('{}'), await read('a.txt: { title: Dusk }')]).toEqual(['The lamp', 'Dusk']);
  });

  test('may be a link within the corpus', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP });
    symlinkSync(join(folder, 'harbour/a.txt'), join(folder, 'harbour/b.txt'));
    expect((await load(folder)).documents).toHaveLength(2);
  });
});

describe('odd files', () => {
  test.each([
    ['of 255 characters', `${'n'.repeat(251)}.txt`],
    ['with a line break', 'two\nlines.txt'],
    ['with quotes', `"it's" \`so\`.txt`],
    ['with a backslash', 'a\\b.txt'],
    ['with marks that turn the text', 'a\u202Etxt.txt'],
    ['like a property of every object', '__proto__.txt'],
  ])('are served by a name %s', async (_what, name) => {
    const { documents, refused } = await load(createFolder({ [`harbour/${name}`]: LAMP }));
    expect([documents.map(({ id }) => id), refused]).toEqual([[`harbour/${name.replace('.txt', '')}`], []]);
  });

  test('are refused by a name that is no UTF-8', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/harbour/b`), Buffer.from([0xff, 0x2e, 0x74])]), LAMP);
    expect(await reasons(folder)).toEqual({ 'harbour/b\uFFFD.t': 'cannot be opened (ENOENT)' });
  });

  test('are served once where two names are the same in Unicode', async () => {
    const folder = createFolder({ 'harbour/\u00E9.txt': LAMP, 'harbour/e\u0301.txt': `${LAMP} Again.` });
    const { documents, refused } = await load(folder);
    expect(documents.map(({ id, text }) => [id, text])).toEqual([['harbour/\u00E9', `${LAMP} Again.`]]);
    expect(refused[0]?.reason).toBe('has the same name as another document in a different Unicode form');
  });

  test('are refused where links go in a circle', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP });
    symlinkSync(join(folder, 'harbour/c.txt'), join(folder, 'harbour/b.txt'));
    symlinkSync(join(folder, 'harbour/b.txt'), join(folder, 'harbour/c.txt'));
    symlinkSync(folder, join(folder, 'harbour/above'));
    expect(await reasons(folder)).toEqual({
      'harbour/above': expect.any(String),
      'harbour/b.txt': 'cannot be opened (ELOOP)',
      'harbour/c.txt': 'cannot be opened (ELOOP)',
    });
  });

  test('are refused where they are sockets or devices', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP });
    const server = createServer().listen(join(folder, 'harbour/s.txt'));
    await once(server, 'listening');
    symlinkSync('/dev/zero', join(folder, 'harbour/z.txt'));
    const refused = await reasons(folder);
    server.close();
    expect(refused).toEqual({
      'harbour/s.txt': 'is not a regular file',
      'harbour/z.txt': 'is a link that points outside the corpus',
    });
  });

  test('are served by the thousand', async () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`harbour/${at}.txt`, LAMP]));
    expect((await load(createFolder(files))).documents).toHaveLength(1000);
  });

  test.each([
    ['too much text', `${LAMP}\n\n`.repeat(160_000), /has \d+ characters of text \(limit 5000000\)/],
    ['too many paragraphs', `${LAMP}\n\n`.repeat(20_001), /has 20001 paragraphs \(limit 20000\)/],
    [
      'too many different words',
      Array.from({ length: 200_001 }, (_, at) => `w${at}`).join(' '),
      /has more than 200000 different words/,
    ],
  ])('are refused with the reason where they hold %s', async (_what, text, reason) => {
    expect((await reasons(createFolder({ 'harbour/a.txt': text })))['harbour/a.txt']).toMatch(reason);
  });

  test('are refused where their reader breaks, and the rest is served', async () => {
    const breaking: DocumentReader = {
      format: 'breaking',
      accepts: (name) => name.endsWith('.bad'),
      read: () => Promise.reject(new TypeError('x is not a function')),
    };
    const folder = createFolder({ 'harbour/a.txt': LAMP, 'harbour/b.bad': LAMP });
    const { documents, refused } = await loadCorpusFolder(folder, [breaking, textReader]);
    expect(documents).toHaveLength(1);
    expect(refused).toEqual([{ file: 'harbour/b.bad', reason: 'could not be read (x is not a function)' }]);
  });
});

describe('when a document was published', () => {
  const published = async (text: string, sources = '{}') =>
    (await load(createFolder({ 'harbour/a.txt': text, 'harbour/sources.yaml': sources }))).documents[0]
      ?.published;

  test('is told by its dateline', async () => {
    expect(await published(`LONDON, March 3, 2024 (Agency) — ${LAMP}`)).toBe('2024-03-03');
  });

  test('is told by the day below a headline', async () => {
    const text = `Lamps of the harbour\nAda Quay\n3 May 2024\n\n${`${LAMP} The keeper came at dusk. `.repeat(9)}`;
    expect(await published(text)).toBe('2024-05-03');
  });

  test('is told by a collection that is a year', async () => {
    const folder = createFolder({ '2024/05-03-harbour.txt': LAMP, '2024/calls/05-17-harbour.txt': LAMP });
    const { documents } = await load(folder);
    expect(documents.map((document) => document.published)).toEqual(['2024-05-03', '2024-05-17']);
  });

  test('is told by sources.yaml rather than by its dateline', async () => {
    expect(await published(`LONDON, March 3, 2024 — ${LAMP}`, 'a.txt: { published: 2023 }')).toBe('2023');
  });
});
