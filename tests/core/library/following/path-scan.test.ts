import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFileReader, type DocumentFile } from '../../../../src/core/library/reading/read-document.ts';
import { textReader } from '../../../../src/readers/text/reader.ts';
import { createFolder } from '../../../fakes/folder.ts';
import { followInMemory } from '../../../fakes/follow.ts';

const LAMP = 'The keeper lit the lamp at dusk.';
const FERRY = 'The ferry to the island sank on Monday.';
const LATER = new Date(Date.now() + 60_000);
const read = createFileReader([textReader]);
const READER = { platform: 'chat', workspace: 'W', channel: 'C', user: 'u', private: false, local: false };

/** A corpus that was looked at once, and is then looked at in part. */
async function known(files: Readonly<Record<string, string>>) {
  const root = createFolder(files);
  let now = LATER;
  const reads: string[] = [];
  const follower = followInMemory({
    ...{ root, now: () => now, sink: { add: async () => {}, remove: async () => {} } },
    read: (file: DocumentFile) => {
      reads.push(file.path);
      return read(file);
    },
  });
  await follower.refresh();
  reads.length = 0;
  return {
    ...{ root, reads, library: follower.library },
    ids: () => follower.library.documents.map(({ id }) => id as string),
    look: (...paths: string[]) => follower.refresh(paths.map((path) => join(root, path))),
    lookAtAll: () => follower.refresh(),
    write(path: string, text: string) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    at(time: Date) {
      now = time;
    },
  };
}

describe('a look at some paths', () => {
  test('takes what changed there, and nothing else', async () => {
    const corpus = await known({ 'harbour/a.txt': LAMP, 'harbour/b.txt': LAMP });
    corpus.write('harbour/a.txt', FERRY);
    corpus.write('harbour/b.txt', FERRY);
    corpus.write('harbour/c.txt', FERRY);
    const change = await corpus.look('harbour/a.txt', 'harbour/c.txt');
    expect(change).toMatchObject({
      added: ['harbour/c'],
      changed: ['harbour/a'],
      removed: [],
      unsettled: false,
    });
    expect(corpus.reads).toEqual(['harbour/a.txt', 'harbour/c.txt']);
    expect(await corpus.lookAtAll()).toMatchObject({ changed: ['harbour/b'] });
  });

  test('removes what is gone, folders too', async () => {
    const corpus = await known({
      ...{ 'harbour/a.txt': LAMP, 'harbour/old/b.txt': FERRY, 'harbour/old/deep/c.txt': LAMP },
      'harbour/older.txt': FERRY,
    });
    rmSync(join(corpus.root, 'harbour/a.txt'));
    rmSync(join(corpus.root, 'harbour/old'), { recursive: true });
    await corpus.look('harbour/a.txt', 'harbour/old');
    expect(corpus.ids()).toEqual(['harbour/older']);
  });

  test('takes all files of a folder that came or was renamed', async () => {
    const corpus = await known({ 'harbour/old/a.txt': LAMP, 'harbour/old/deep/b.txt': FERRY });
    renameSync(join(corpus.root, 'harbour/old'), join(corpus.root, 'harbour/new'));
    await corpus.look('harbour/old', 'harbour/new');
    expect(corpus.ids()).toEqual(['harbour/new/a', 'harbour/new/deep/b']);
  });

  test('takes a folder that became a file, and passes over what is passing', async () => {
    const corpus = await known({ 'harbour/old.txt/a.txt': LAMP });
    rmSync(join(corpus.root, 'harbour/old.txt'), { recursive: true });
    corpus.write('harbour/old.txt', FERRY);
    corpus.write('harbour/.hidden/x.txt', FERRY);
    corpus.write('harbour/x.txt.part', FERRY);
    await corpus.look('harbour/old.txt', 'harbour/.hidden/x.txt', 'harbour/x.txt.part');
    expect(corpus.ids()).toEqual(['harbour/old']);
  });

  test('leaves what is still being written', async () => {
    const corpus = await known({ 'harbour/a.txt': LAMP });
    corpus.write('harbour/a.txt', FERRY);
    corpus.at(new Date());
    expect(await corpus.look('harbour/a.txt')).toMatchObject({ changed: [], unsettled: true });
    corpus.at(LATER);
    expect(await corpus.look('harbour/a.txt')).toMatchObject({ changed: ['harbour/a'], unsettled: false });
  });

  test('keeps what a look at all found wrong', async () => {
    const corpus = await known({ 'harbour/a.txt': LAMP, 'stray.txt': LAMP });
    corpus.write('harbour/a.txt', FERRY);
    await corpus.look('harbour/a.txt');
    expect(corpus.library.refusals.map(({ file }) => file)).toEqual(['stray.txt']);
  });
});

describe('a look at some paths becomes one at all of the folder', () => {
  test.each([
    ['a settings file is named', 'town/collection.yaml'],
    ['a settings file has changed that is not named', 'harbour/a.txt'],
    ['a collection is named', 'town'],
  ])('where %s', async (_, path) => {
    const corpus = await known({ 'harbour/a.txt': LAMP, 'town/b.txt': LAMP });
    corpus.write('town/collection.yaml', 'readable: [ "chat:elsewhere" ]');
    await corpus.look(path);
    expect(corpus.library.scopeFor(READER).collections).toEqual(['harbour']);
  });

  test('where a folder with settings is gone', async () => {
    const corpus = await known({
      'harbour/deep/a.txt': LAMP,
      'harbour/deep/sources.yaml': 'a.txt: { publisher: Harbour Office }',
      'harbour/b.txt': LAMP,
    });
    rmSync(join(corpus.root, 'harbour/deep'), { recursive: true });
    corpus.write('harbour/b.txt', FERRY);
    await corpus.look('harbour/deep');
    expect(corpus.reads).toEqual(['harbour/b.txt']);
  });

  test('where a new collection came', async () => {
    const corpus = await known({ 'harbour/a.txt': LAMP });
    corpus.write('town/b.txt', LAMP);
    await corpus.look('town/b.txt');
    expect(corpus.ids()).toEqual(['harbour/a', 'town/b']);
  });

  test('where the folder is gone: its documents stay', async () => {
    const corpus = await known({ 'harbour/a.txt': LAMP });
    rmSync(corpus.root, { recursive: true });
    await corpus.look('harbour/a.txt');
    expect(corpus.ids()).toEqual(['harbour/a']);
  });

  test('where a link leads out of it', async () => {
    const corpus = await known({ 'harbour/a.txt': LAMP });
    symlinkSync(createFolder({ 'x.txt': FERRY }), join(corpus.root, 'harbour/link'));
    await corpus.look('harbour/link/x.txt');
    expect(corpus.ids()).toEqual(['harbour/a']);
  });

  test('where both are asked for at once', async () => {
    const corpus = await known({ 'harbour/a.txt': LAMP, 'harbour/b.txt': LAMP });
    corpus.write('harbour/a.txt', FERRY);
    corpus.write('harbour/b.txt', FERRY);
    await Promise.all([corpus.look('harbour/a.txt'), corpus.lookAtAll()]);
    expect(corpus.reads).toEqual(['harbour/a.txt', 'harbour/b.txt']);
  });
});
