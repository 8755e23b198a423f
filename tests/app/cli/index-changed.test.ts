import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../../fakes/folder.ts';
import { dossier, replyOf } from '../../fakes/program.ts';

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

describe.each(['memory', 'sqlite'])('in %s, what only dossier index has seen', (place) => {
  test('is news, and a changed sentence is told with its earlier wording', async () => {
    const corpus = createFolder({ 'harbour/a.txt': `${LAMP} The harbour is open on Mondays.` });
    const settings = { corpus, data: createFolder(), more: { DOSSIER_INDEX: place } };
    const news = async () => replyOf(await dossier(['chat', '--json'], { ...settings, input: '/new\n' }));
    await dossier(['index'], settings);
    expect((await news()).text).toContain('1 document is new.');
    writeFileSync(join(corpus, 'harbour/a.txt'), `${LAMP} The harbour is shut on Mondays.`);
    writeFileSync(join(corpus, 'harbour/b.txt'), 'The ferry sank on Monday.');
    await dossier(['index', '--changed', 'harbour/a.txt', 'harbour/b.txt'], settings);
    const { text } = await news();
    expect(text).toContain('The ferry sank on Monday.');
    expect(text).toContain('The harbour is shut on Mondays.');
    expect(text).toContain('was: “The harbour is open on Mondays.”');
    expect(text).not.toContain(`“${LAMP}`);
  });
});

test('a folder that is gone is named, though a database still has its documents', async () => {
  const corpus = createFolder({ 'harbour/a.txt': LAMP });
  const settings = { corpus, data: createFolder(), more: { DOSSIER_INDEX: 'sqlite' } };
  await dossier(['index'], settings);
  rmSync(corpus, { recursive: true });
  const listed = await dossier(['index'], settings);
  expect([listed.stdout, listed.stderr]).toEqual([
    'harbour: 1 document, 1 passage\n',
    `There is no corpus folder at ${corpus}: this is what the database has.\n`,
  ]);
  const changed = await dossier(['index', '--changed', 'harbour/a.txt'], settings);
  expect([changed.code, changed.stderr]).toEqual([2, expect.stringContaining('There is no corpus folder')]);
});
