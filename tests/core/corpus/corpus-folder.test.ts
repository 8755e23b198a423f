import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpusFolder } from '../../../src/core/corpus/corpus-folder.ts';
import { textReader } from '../../../src/readers/text.ts';
import { createFolder } from '../../fakes/folder.ts';

const LAMP = 'The keeper lit the lamp at dusk.';
const load = (folder: string) => loadCorpusFolder(folder, [textReader]);
const reasons = async (folder: string) =>
  Object.fromEntries((await load(folder)).refused.map(({ file, reason }) => [file, reason]));

describe('a file that is not served', () => {
  test('is a link that leads out of the corpus', async () => {
    const folder = createFolder({ 'harbour/a.txt': LAMP });
    symlinkSync(
      join(createFolder({ 'secret.txt': 'Nobody may read this.' }), 'secret.txt'),
      join(folder, 'harbour/b.txt'),
    );
    expect(await reasons(folder)).toEqual({ 'harbour/b.txt': 'is a link that leads out of the corpus' });
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
