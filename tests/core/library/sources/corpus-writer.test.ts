import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCorpusWriter, WriteFailure } from '../../../../src/core/library/sources/corpus-writer.ts';
import { createFolder } from '../../../fakes/folder.ts';

const writerOf = (root: string) => createCorpusWriter(root, async () => {});
const bytes = (text: string) => Buffer.from(text);

describe('a collected file', () => {
  test('is written whole, with its folders, and leaves nothing beside it', async () => {
    const root = createFolder();
    await writerOf(root).write('news/collected/a/b.html', bytes('hello'));
    expect(readFileSync(join(root, 'news/collected/a/b.html'), 'utf8')).toBe('hello');
    expect(readdirSync(join(root, 'news/collected/a'))).toEqual(['b.html']);
  });

  test('that is there already is left as it is', async () => {
    const root = createFolder({ 'news/collected/a.html': 'hello' });
    const before = statSync(join(root, 'news/collected/a.html'));
    await writerOf(root).write('news/collected/a.html', bytes('hello'));
    expect(statSync(join(root, 'news/collected/a.html'))).toMatchObject({
      ino: before.ino,
      mtimeMs: before.mtimeMs,
    });
    await writerOf(root).write('news/collected/a.html', bytes('other'));
    expect(readFileSync(join(root, 'news/collected/a.html'), 'utf8')).toBe('other');
  });

  test('is removed, if it is there', async () => {
    const root = createFolder({ 'news/collected/a.html': 'hello' });
    for (const _ of [1, 2]) await writerOf(root).remove('news/collected/a.html');
    expect(await writerOf(root).list('news/collected')).toEqual([]);
  });

  test('is listed by its path', async () => {
    const root = createFolder({
      'news/collected/b/a.html': 'a',
      'news/collected/.c.html.part-1': 'c',
      'news/d.txt': 'd',
    });
    expect(await writerOf(root).list('news/collected')).toEqual(['news/collected/b/a.html']);
    expect(await writerOf(root).list('news/nowhere')).toEqual([]);
  });

  test.each([
    '../a/b.html',
    'a.html',
    'news/a.html',
    'news/../../b.html',
    '/etc/a/b',
    'news//b.html',
    'news/.git/b',
    'news/a/\0',
    'news/a\\b/c',
  ])('is never %j', async (path) => {
    await expect(writerOf(createFolder()).write(path, bytes('x'))).rejects.toThrow(
      'is no path of a collected document',
    );
  });

  test('is never written where a link leads out of the corpus', async () => {
    const [root, outside] = [createFolder(), createFolder()];
    mkdirSync(join(root, 'news'));
    symlinkSync(outside, join(root, 'news/collected'));
    await expect(writerOf(root).write('news/collected/a.html', bytes('x'))).rejects.toThrow(
      'leads out of the corpus',
    );
    expect(readdirSync(outside)).toEqual([]);
  });
});

test('a place where nothing can be written is told from a defect', async () => {
  await expect(writerOf('/sys').write('news/collected/a.html', bytes('x'))).rejects.toBeInstanceOf(
    WriteFailure,
  );
  const root = createFolder({ 'news/collected': 'a file where the folder belongs' });
  const defect = writerOf(root).write('news/collected/a.html', bytes('x'));
  await expect(defect).rejects.not.toBeInstanceOf(WriteFailure);
});

describe('what is known of files', () => {
  const describeFiles = async (before: string | null, notes: Record<string, object | null>) => {
    const root = createFolder(before === null ? {} : { 'news/collected/sources.yaml': before });
    await writerOf(root).describe('news/collected', new Map(Object.entries(notes)));
    return readFileSync(join(root, 'news/collected/sources.yaml'), 'utf8');
  };

  test('is put into sources.yaml, what is unknown left out', async () => {
    const note = { title: 'Fares: "up" #1', publisher: null, author: '', published: '2024-05-03' };
    expect(await describeFiles(null, { 'a.html': note })).toBe(
      'a.html:\n  title: \'Fares: "up" #1\'\n  published: 2024-05-03\n',
    );
  });

  test('leaves what people wrote, except of the files described', async () => {
    const before = '# ours\na.html:\n  title: A # checked\nb.html: { title: B }\nc.html:\n  title: C\n';
    expect(await describeFiles(before, { 'b.html': { title: 'New' }, 'c.html': null })).toBe(
      '# ours\na.html:\n  title: A # checked\nb.html: { title: New }\n',
    );
  });

  test('leaves what people said of a described file under other keys', async () => {
    const before = 'a.html:\n  title: Old # feed\n  author: Ada\n  language: de\n';
    expect(await describeFiles(before, { 'a.html': { title: 'New', author: null } })).toBe(
      'a.html:\n  title: New # feed\n  language: de\n',
    );
  });

  test.each(['a: [', '- a', 'text'])('is not put into a file with a mistake: %s', async (before) => {
    await expect(describeFiles(before, { 'b.html': { title: 'B' } })).rejects.toThrow(
      'news/collected/sources.yaml has a mistake',
    );
  });

  test('keeps the comments of a file that has nothing else', async () => {
    expect(await describeFiles('# ours\n', { 'b.html': { title: 'B' } })).toBe(
      '# ours\n\nb.html:\n  title: B\n',
    );
  });
});
