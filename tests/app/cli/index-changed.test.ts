import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../../fakes/folder.ts';
import { dossier } from '../../fakes/program.ts';

const LAMP = 'The keeper lit the lamp at dusk.';

/** A corpus that was indexed. */
async function indexed() {
  const corpus = createFolder({ 'harbour/a.txt': LAMP, 'harbour/b.txt': `${LAMP} B.` });
  const settings = { corpus, data: createFolder() };
  await dossier(['index'], settings);
  return { corpus, settings, write: (path: string, text: string) => writeFileSync(join(corpus, path), text) };
}

describe('dossier index --changed', () => {
  test('indexes, reads again and removes the files that are named, and no others', async () => {
    const { corpus, settings, write } = await indexed();
    write('harbour/a.txt', 'A storm broke the pier.');
    write('harbour/c.txt', 'The ferry sank on Monday.');
    write('harbour/unnamed.txt', 'Nobody says so.');
    rmSync(join(corpus, 'harbour/b.txt'));
    const named = ['harbour/a.txt', join(corpus, 'harbour/b.txt'), 'harbour/c.txt'];
    expect(await dossier(['index', '--changed', ...named], settings)).toEqual({
      ...{ code: 0, stderr: '' },
      stdout: 'Added: harbour/c\nChanged: harbour/a\nRemoved: harbour/b\n2 documents in the index.\n',
    });
    expect(readFileSync(join(settings.data, 'index.jsonl'), 'utf8')).not.toContain('Nobody says so');
  });

  test('takes names from standard input', async () => {
    const { settings, write } = await indexed();
    write('harbour/c.txt', 'The ferry sank on Monday.');
    const { stdout, code } = await dossier(['index', '--changed', '-'], {
      ...settings,
      input: 'harbour/c.txt\nharbour/a.txt\n',
    });
    expect([code, stdout]).toEqual([0, 'Added: harbour/c\n3 documents in the index.\n']);
  });

  test('ends in 2 if a file that is named cannot be indexed, lies elsewhere, or none is named', async () => {
    const { settings, write } = await indexed();
    write('harbour/d.txt', ' ');
    const empty = await dossier(['index', '--changed', 'harbour/d.txt'], settings);
    expect([empty.code, empty.stdout]).toEqual([
      2,
      expect.stringMatching(/^Not indexed: harbour\/d\.txt .+\n2 documents in the index\.\n$/),
    ]);
    const elsewhere = await dossier(['index', '--changed', '/etc/passwd'], settings);
    expect([elsewhere.code, elsewhere.stderr]).toEqual([
      2,
      expect.stringContaining('/etc/passwd is not in the corpus folder'),
    ]);
    expect((await dossier(['index', '--changed'], settings)).code).toBe(2);
    expect((await dossier(['index', 'harbour/a.txt'], settings)).code).toBe(2);
  });

  test('reads everything where nothing was saved', async () => {
    const corpus = createFolder({ 'harbour/a.txt': LAMP, 'harbour/b.txt': `${LAMP} B.` });
    const { code, stdout } = await dossier(['index', '--changed', 'harbour/a.txt'], {
      corpus,
      data: createFolder(),
    });
    expect([code, stdout]).toEqual([0, '2 documents in the index.\n']);
  });
});
