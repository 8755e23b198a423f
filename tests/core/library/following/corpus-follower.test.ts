import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../../src/core/library/documents/document.ts';
import { createFileReader, type DocumentFile } from '../../../../src/core/library/reading/read-document.ts';
import { createMiniSearchIndex } from '../../../../src/core/search/minisearch/minisearch-index.ts';
import { markdownReader } from '../../../../src/readers/markdown/reader.ts';
import { textReader } from '../../../../src/readers/text/reader.ts';
import { createFolder } from '../../../fakes/folder.ts';
import { type FollowingInMemory, followInMemory } from '../../../fakes/follow.ts';
import { queryFor } from '../../../fakes/query.ts';

const LAMP = 'The keeper lit the lamp at dusk.';
const FERRY = 'The ferry to the island sank on Monday.';
const LATER = new Date(Date.now() + 60_000); // every file has come to rest
const read = createFileReader([textReader, markdownReader]);
const CLOSED = 'readable: [ "chat:elsewhere" ]';
const READER = { platform: 'chat', workspace: 'W', channel: 'C', user: 'u', private: false, local: false };

function follow(files: Readonly<Record<string, string>>, options: Partial<FollowingInMemory> = {}) {
  const root = createFolder(files);
  const index = createMiniSearchIndex();
  const reads: string[] = [];
  const counting = (file: DocumentFile) => {
    reads.push(file.path);
    return read(file);
  };
  const given = { root, read: counting, sink: index, now: () => LATER, ...options };
  const follower = followInMemory(given);
  const { library } = follower;
  return {
    ...{ follower, library, index, reads, options: given },
    write: (path: string, text: string) => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: (path: string) => rmSync(join(root, path), { recursive: true }),
    move: (from: string, to: string) => renameSync(join(root, from), join(root, to)),
    touch: (path: string, when: Date) => utimesSync(join(root, path), when, when),
    ids: () => library.documents.map(({ id }) => id as string),
    find: async (words: string) =>
      (
        await index.search(
          await queryFor(words),
          [...new Set(library.documents.map(({ collection }) => collection))],
          99,
        )
      ).map(({ document }) => document as string),
  };
}

describe('a changed folder is followed', () => {
  test('when a document is added', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    await folder.follower.refresh();
    folder.write('harbour/deep/b.txt', FERRY);
    expect(await folder.follower.refresh()).toMatchObject({
      added: ['harbour/deep/b'],
      changed: [],
      removed: [],
    });
    expect(await folder.find('ferry')).toEqual(['harbour/deep/b']);
  });

  test('when a document is changed', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    await folder.follower.refresh();
    folder.write('harbour/a.txt', FERRY);
    expect(await folder.follower.refresh()).toMatchObject({ added: [], changed: ['harbour/a'], removed: [] });
    expect([await folder.find('lamp'), await folder.find('ferry')]).toEqual([[], ['harbour/a']]);
    expect(folder.library.get('harbour/a' as DocumentId)?.document.text).toBe(FERRY);
  });

  test('with the version that was replaced, in one that was saved before too', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    await folder.follower.refresh();
    folder.write('harbour/a.txt', FERRY);
    const restarted = followInMemory({ ...folder.options, saved: folder.follower.state });
    for (const { refresh } of [folder.follower, restarted]) {
      const { replaced } = await refresh();
      expect(replaced.map(({ before, now }) => [before.document.text, now.document.text])).toEqual([
        [LAMP, FERRY],
      ]);
      expect((await refresh()).replaced).toEqual([]);
    }
  });

  test('when a document is removed', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP, 'harbour/b.txt': FERRY });
    await folder.follower.refresh();
    folder.remove('harbour/a.txt');
    expect(await folder.follower.refresh()).toMatchObject({ added: [], changed: [], removed: ['harbour/a'] });
    expect([folder.ids(), await folder.find('lamp'), folder.index.size]).toEqual([['harbour/b'], [], 1]);
  });

  test('when a document is moved, also to another collection', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    await folder.follower.refresh();
    folder.write('town/b.txt', FERRY);
    folder.move('harbour/a.txt', 'town/c.txt');
    await folder.follower.refresh();
    expect(folder.ids()).toEqual(['town/b', 'town/c']);
    expect(await folder.find('lamp')).toEqual(['town/c']);
  });

  test('when a collection is removed', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP, 'town/b.txt': FERRY });
    await folder.follower.refresh();
    folder.remove('town');
    await folder.follower.refresh();
    expect([folder.ids(), folder.library.collections.map(({ id }) => id)]).toEqual([
      ['harbour/a'],
      ['harbour'],
    ]);
  });

  test('when a document becomes unreadable and readable again', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    await folder.follower.refresh();
    folder.write('harbour/a.txt', ' ');
    await folder.follower.refresh();
    expect([folder.ids(), folder.library.refusals[0]?.file]).toEqual([[], 'harbour/a.txt']);
    folder.write('harbour/a.txt', LAMP);
    await folder.follower.refresh();
    expect([folder.ids(), folder.library.refusals]).toEqual([['harbour/a'], []]);
  });

  test('when the file that hid another of its name goes', async () => {
    const folder = follow({ 'harbour/a.md': LAMP, 'harbour/a.txt': FERRY });
    await folder.follower.refresh();
    expect([await folder.find('lamp'), await folder.find('ferry')]).toEqual([['harbour/a'], []]);
    folder.remove('harbour/a.md');
    await folder.follower.refresh();
    expect([await folder.find('lamp'), await folder.find('ferry')]).toEqual([[], ['harbour/a']]);
  });

  test('and a thousand files at once', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    await folder.follower.refresh();
    for (let n = 0; n < 1000; n++) folder.write(`harbour/burst/${n}.txt`, `The ferry number${n} sank.`);
    expect((await folder.follower.refresh()).added).toHaveLength(1000);
    expect((await folder.find('number777'))[0]).toBe('harbour/burst/777');
    folder.remove('harbour/burst');
    expect((await folder.follower.refresh()).removed).toHaveLength(1000);
    expect([folder.ids(), folder.index.size]).toEqual([['harbour/a'], 1]);
  });

  test('into the same corpus as one read at once', async () => {
    const folder = follow({ 'harbour/b.txt': FERRY });
    await folder.follower.refresh();
    folder.write('harbour/c.txt', LAMP);
    await folder.follower.refresh();
    folder.write('harbour/a.txt', LAMP);
    await folder.follower.refresh();
    const { library } = folder;
    const fresh = followInMemory({
      ...{ read, sink: createMiniSearchIndex(), now: () => LATER },
      root: createFolder({ 'harbour/a.txt': LAMP, 'harbour/b.txt': FERRY, 'harbour/c.txt': LAMP }),
    });
    await fresh.refresh();
    expect(library.documents).toEqual(fresh.library.documents);
    expect(library.scopeFor(READER)).toEqual(fresh.library.scopeFor(READER));
  });
});

describe('a look', () => {
  test('reads only what has changed', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP, 'harbour/b.txt': FERRY });
    await folder.follower.refresh();
    await folder.follower.refresh();
    folder.write('harbour/b.txt', LAMP);
    await folder.follower.refresh();
    expect(folder.reads).toEqual(['harbour/a.txt', 'harbour/b.txt', 'harbour/b.txt']);
  });

  test('leaves what is still being written as it was', async () => {
    let now = LATER;
    const folder = follow({ 'harbour/a.txt': LAMP }, { now: () => now });
    await folder.follower.refresh();
    folder.write('harbour/a.txt', FERRY);
    folder.write('harbour/b.txt', FERRY);
    folder.touch('harbour/a.txt', now);
    folder.touch('harbour/b.txt', now);
    expect(await folder.follower.refresh()).toMatchObject({ added: [], changed: [], unsettled: true });
    expect(await folder.find('lamp')).toEqual(['harbour/a']);
    now = new Date(now.valueOf() + 1000);
    expect(await folder.follower.refresh()).toMatchObject({ changed: ['harbour/a'], unsettled: false });
    expect(folder.ids()).toEqual(['harbour/a', 'harbour/b']);
  });

  test('at the start takes what was written just now', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP }, { now: () => new Date() });
    await folder.follower.refresh();
    expect(folder.ids()).toEqual(['harbour/a']);
  });

  test('follows another that goes on', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    const first = folder.follower.refresh();
    folder.write('harbour/b.txt', FERRY);
    await Promise.all([first, folder.follower.refresh(), folder.follower.refresh()]);
    expect(folder.ids()).toEqual(['harbour/a', 'harbour/b']);
    expect(folder.index.size).toBe(2);
  });

  test('that fails does not keep the next from succeeding', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP, 'topics.yaml': 'a: 5' });
    await expect(folder.follower.refresh()).rejects.toThrow(/topics.yaml, line 1/);
    folder.write('topics.yaml', '');
    await folder.follower.refresh();
    expect(folder.ids()).toEqual(['harbour/a']);
  });

  test('drops removed documents before it reads new ones', async () => {
    const seen: string[][] = [];
    const folder = follow(
      { 'harbour/a.txt': LAMP },
      {
        read: (file) => {
          seen.push(folder.ids());
          return read(file);
        },
      },
    );
    await folder.follower.refresh();
    folder.remove('harbour/a.txt');
    folder.write('harbour/b.txt', FERRY);
    await folder.follower.refresh();
    expect(seen).toEqual([[], []]);
  });
});

describe('settings', () => {
  test('take effect while it runs', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    await folder.follower.refresh();
    folder.write('harbour/collection.yaml', 'readable: [ "chat:elsewhere" ]');
    folder.write('harbour/sources.yaml', 'a.txt: { title: Dusk }');
    folder.write('topics.yaml', 'lamp: { title: The lamp, query: lamp }');
    expect((await folder.follower.refresh()).changed).toEqual(['harbour/a']);
    const { library } = folder;
    expect(library.scopeFor(READER).collections).toEqual([]);
    expect(library.topics.map(({ name }) => name)).toEqual(['lamp']);
    expect(library.documents[0]?.title).toBe('Dusk');
  });

  test('of a folder within a collection come, change and go, and only what they name is read again', async () => {
    const folder = follow({ 'harbour/old/a.txt': LAMP, 'harbour/b.txt': FERRY });
    const titles = () => folder.library.documents.map(({ title }) => title);
    await folder.follower.refresh();
    folder.reads.length = 0;
    const seen = [];
    for (const title of ['Dusk', 'Dawn']) {
      folder.write('harbour/old/sources.yaml', `a.txt: { title: ${title} }\ngone.txt: {}`);
      await folder.follower.refresh();
      seen.push(titles(), folder.library.refusals);
    }
    folder.remove('harbour/old/sources.yaml');
    await folder.follower.refresh();
    const refused = [{ file: 'harbour/old/sources.yaml', reason: 'names gone.txt, which does not exist' }];
    expect([...seen, titles()]).toEqual([[null, 'Dusk'], refused, [null, 'Dawn'], refused, [null, null]]);
    expect(folder.reads).toEqual(Array(3).fill('harbour/old/a.txt'));
    expect(folder.follower.state.stamps['harbour/old/sources.yaml']).toBeUndefined();
  });

  test('of a folder within a collection stay while it is gone and not yet at rest', async () => {
    let now = LATER;
    const folder = follow(
      { 'harbour/old/a.txt': LAMP, 'harbour/old/sources.yaml': 'a.txt: { title: Dusk }' },
      { now: () => now },
    );
    await folder.follower.refresh();
    now = new Date();
    folder.remove('harbour/old/sources.yaml');
    expect((await folder.follower.refresh()).unsettled).toBe(true);
    expect(folder.library.documents[0]?.title).toBe('Dusk');
  });

  test('that are malformed leave what they said as it was, and are told', async () => {
    const folder = follow({
      'harbour/a.txt': LAMP,
      'harbour/collection.yaml': CLOSED,
      'topics.yaml': 'lamp: { title: The lamp, query: lamp }',
    });
    await folder.follower.refresh();
    folder.write('harbour/collection.yaml', 'readable: nobody');
    folder.write('topics.yaml', 'lamp: 5');
    await folder.follower.refresh();
    const { library } = folder;
    expect([library.scopeFor(READER).collections, library.topics.length]).toEqual([[], 1]);
    expect(library.refusals.map(({ file }) => file)).toEqual(['topics.yaml', 'harbour/collection.yaml']);
    expect(library.refusals[1]?.reason).toMatch(
      /^was not applied; the previous settings stay in effect: line 1: .*Fix that line$/,
    );
    folder.write('harbour/collection.yaml', 'readable: everywhere');
    folder.write('topics.yaml', '');
    await folder.follower.refresh();
    expect([library.scopeFor(READER).collections, library.refusals, library.topics]).toEqual([
      ['harbour'],
      [],
      [],
    ]);
  });

  test.each(['topics.yaml', 'harbour/sources.yaml', 'town/collection.yaml', 'harbour/deep/collection.yaml'])(
    'with a mistake in %s close a collection all the same',
    async (file) => {
      const folder = follow({ 'harbour/a.txt': LAMP, 'town/b.txt': FERRY });
      await folder.follower.refresh();
      folder.write(file, 'a: [');
      folder.write('harbour/collection.yaml', CLOSED);
      folder.remove('town/b.txt');
      await folder.follower.refresh();
      expect([folder.library.scopeFor(READER).collections, folder.ids()]).toEqual([['town'], ['harbour/a']]);
      expect(folder.library.refusals.map((refusal) => refusal.file)).toEqual([file]);
    },
  );

  test('that are malformed keep a new collection from being served', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    await folder.follower.refresh();
    folder.write('secret/b.txt', FERRY);
    folder.write('secret/collection.yaml', 'readable: nobody');
    await folder.follower.refresh();
    expect(folder.ids()).toEqual(['harbour/a']);
  });

  test('in the wrong place let nothing new into their collection', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP, 'town/c.txt': LAMP });
    await folder.follower.refresh();
    folder.write('harbour/deep/collection.yaml', 'readable: local');
    folder.write('harbour/deep/b.txt', FERRY);
    folder.write('town/d.txt', FERRY);
    await folder.follower.refresh();
    expect(folder.library.refusals.map(({ file }) => file)).toEqual(['harbour/deep/collection.yaml']);
    expect(folder.ids()).toEqual(['harbour/a', 'town/c', 'town/d']);
    folder.remove('harbour/deep/collection.yaml');
    await folder.follower.refresh();
    expect(folder.ids()).toContain('harbour/deep/b');
  });

  test('of a folder that is gone leave all as it was, until it is back', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    await folder.follower.refresh();
    folder.remove('.');
    await folder.follower.refresh();
    expect(folder.library.refusals.map(({ file }) => file)).toEqual(['The corpus folder']);
    expect(folder.ids()).toEqual(['harbour/a']);
    folder.write('harbour/b.txt', FERRY);
    await folder.follower.refresh();
    expect(folder.ids()).toEqual(['harbour/b']);
  });
});

describe('a rule of access', () => {
  const closed = { 'harbour/a.txt': LAMP, 'harbour/collection.yaml': CLOSED };

  function followClosed() {
    let now = new Date();
    const folder = follow(closed, { now: () => now });
    return {
      ...folder,
      readable: async (afterMilliseconds: number) => {
        now = new Date(Date.now() + afterMilliseconds);
        const { unsettled } = await folder.follower.refresh();
        return [folder.library.scopeFor(READER).collections.length > 0, unsettled];
      },
    };
  }

  test.each<[string, string | null]>([
    ['is deleted', null],
    ['is opened', 'readable: everywhere'],
    ['lets others read', 'readable: [ "chat:elsewhere", "chat:W/C" ]'],
    ['is half written', 'title: Harbour'],
  ])('that %s opens nothing until it has been at rest', async (_what, text) => {
    const folder = followClosed();
    await folder.readable(0);
    if (text === null) folder.remove('harbour/collection.yaml');
    else folder.write('harbour/collection.yaml', text);
    expect(await folder.readable(0)).toEqual([false, true]);
    expect(await folder.readable(1000)).toEqual([false, true]);
    expect(await folder.readable(3000)).toEqual([true, false]);
  });

  test('that is empty opens nothing at all', async () => {
    const folder = followClosed();
    await folder.readable(0);
    folder.write('harbour/collection.yaml', '# nothing yet');
    expect(await folder.readable(9000)).toEqual([false, false]);
    expect(folder.library.refusals[0]?.reason).toContain('the file is empty');
  });

  test.each(['readable: local', CLOSED])('%s that closes is not waited for', async (text) => {
    const folder = followClosed();
    await folder.readable(0);
    folder.write('harbour/collection.yaml', 'readable: everywhere');
    await folder.readable(9000);
    folder.write('harbour/collection.yaml', text);
    expect(await folder.readable(500)).toEqual([false, false]);
  });

  test.each([
    ['local', '[ "chat:W" ]'],
    ['[ "chat:W/C", "chat:V" ]', '[ "chat:W/D", "chat:V" ]'],
    ['[ "chat:W" ]', 'local'],
  ])('%s that becomes %s closes before it opens', async (before, after) => {
    let now = LATER;
    const rule = (readable: string) => ({ 'harbour/collection.yaml': `readable: ${readable}` });
    const folder = follow({ 'harbour/a.txt': LAMP, ...rule(before) }, { now: () => now });
    const readers = ['here:W/C', 'chat:W/C', 'chat:W/D'].map((address) => {
      const [platform = '', workspace = '', channel = ''] = address.split(/[:/]/);
      return { platform, workspace, channel, user: 'u', private: false, local: platform === 'here' };
    });
    const whoReads = () => readers.map((reader) => folder.library.scopeFor(reader).collections.length);
    await folder.follower.refresh();
    const could = whoReads();
    now = new Date(Date.now() + 500);
    folder.write('harbour/collection.yaml', rule(after)['harbour/collection.yaml']);
    await folder.follower.refresh();
    const meanwhile = whoReads();
    now = LATER;
    await folder.follower.refresh();
    expect(meanwhile).toEqual(could.map((each, at) => Math.min(each, whoReads()[at] ?? 0)));
    expect(whoReads()).not.toEqual(could);
  });

  test('opens nothing at a start either while it may be half written', async () => {
    const folder = follow(closed);
    await folder.follower.refresh();
    folder.write('harbour/collection.yaml', 'title: Harbour');
    let now = new Date();
    const next = followInMemory({ ...folder.options, saved: folder.follower.state, now: () => now });
    expect((await next.refresh()).unsettled).toBe(true);
    expect(next.library.scopeFor(READER).collections).toEqual([]);
    now = LATER;
    await next.refresh();
    expect(next.library.scopeFor(READER).collections).toEqual(['harbour']);
  });

  test('of a new collection is waited for as long as documents come', async () => {
    const folder = followClosed();
    await folder.readable(0);
    folder.write('town/deep/b.txt', FERRY);
    folder.touch('town', new Date(0));
    folder.touch('town/deep/b.txt', new Date(0));
    await folder.readable(1000);
    expect(folder.ids()).toEqual(['harbour/a']);
  });

  test('of a new collection is waited for where there is none', async () => {
    const folder = followClosed();
    await folder.readable(0);
    folder.write('town/b.txt', FERRY);
    await folder.readable(500);
    expect(folder.ids()).toEqual(['harbour/a']);
    await folder.readable(3000);
    expect(folder.ids()).toEqual(['harbour/a', 'town/b']);
  });
});

describe('while a look is taken', () => {
  test('slow documents hold up neither a removal nor a rule of access', async () => {
    let finish = () => {};
    let slow = false;
    const folder = follow(
      { 'harbour/a.txt': LAMP, 'town/c.txt': LAMP },
      {
        read: async (file) => {
          if (slow && file.path.endsWith('slow.txt'))
            await new Promise<void>((resolve) => {
              finish = resolve;
            });
          return read(file);
        },
        patience: async () => undefined,
      },
    );
    while ((await folder.follower.refresh()).unsettled);
    slow = true;
    for (const name of ['1-slow', '2-slow']) folder.write(`harbour/${name}.txt`, FERRY);
    expect((await folder.follower.refresh()).unsettled).toBe(true);
    folder.remove('harbour/a.txt');
    folder.write('town/collection.yaml', CLOSED);
    expect(await folder.follower.refresh()).toMatchObject({ removed: ['harbour/a'], unsettled: true });
    expect(folder.library.scopeFor(READER).collections).toEqual(['harbour']);
    slow = false;
    finish();
    await new Promise((resolve) => setImmediate(resolve));
    while ((await folder.follower.refresh()).unsettled);
    expect(folder.ids()).toEqual(['harbour/1-slow', 'harbour/2-slow', 'town/c']);
  });

  test('all who ask meanwhile share the next', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP });
    const first = folder.follower.refresh();
    await new Promise((resolve) => setImmediate(resolve));
    const [second, third] = [folder.follower.refresh(), folder.follower.refresh()];
    expect(second).toBe(third);
    expect(second).not.toBe(first);
    await second;
  });

  test('what is found is never another text than what is quoted', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `harbour/${at}.txt`);
    const folder = follow(Object.fromEntries(names.map((name) => [name, LAMP])));
    await folder.follower.refresh();
    for (const name of names) folder.write(name, `A storm broke the pier.\n\n${FERRY}`);
    let looking = true;
    const look = folder.follower.refresh().finally(() => {
      looking = false;
    });
    while (looking) {
      for (const [word, said] of Object.entries({ lamp: LAMP, ferry: FERRY })) {
        for (const id of await folder.find(word))
          expect(folder.library.get(id as DocumentId)?.document.text ?? said).toContain(said);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await look).changed).toHaveLength(60);
  });

  test('a change, a move and a removal are left to the next', async () => {
    let during = () => {};
    const folder = follow(
      { 'harbour/a.txt': LAMP, 'harbour/b.txt': LAMP, 'harbour/c.txt': LAMP },
      {
        read: (file) => {
          during();
          return read(file);
        },
      },
    );
    await folder.follower.refresh();
    for (const name of ['a', 'b', 'c']) folder.write(`harbour/${name}.txt`, FERRY);
    during = () => {
      during = () => {};
      folder.write('harbour/a.txt', 'A storm broke the pier.');
      folder.move('harbour/b.txt', 'harbour/d.txt');
      folder.remove('harbour/c.txt');
    };
    await folder.follower.refresh();
    await folder.follower.refresh();
    expect([folder.ids(), folder.library.refusals]).toEqual([['harbour/a', 'harbour/d'], []]);
    expect([await folder.find('storm'), await folder.find('ferry')]).toEqual([['harbour/a'], ['harbour/d']]);
  });
});

describe('what stays', () => {
  test('is not another revision', async () => {
    const folder = follow({ 'harbour/a.txt': LAMP, 'harbour/b.bin': LAMP });
    await folder.follower.refresh();
    const { revision } = folder.library;
    await folder.follower.refresh();
    expect(folder.library.revision).toBe(revision);
  });

  test('is told when another file of its name takes its place', async () => {
    const folder = follow({ 'harbour/a.md': LAMP, 'harbour/a.txt': FERRY });
    await folder.follower.refresh();
    folder.remove('harbour/a.md');
    expect(await folder.follower.refresh()).toMatchObject({ added: [], changed: ['harbour/a'], removed: [] });
    expect([await folder.find('lamp'), await folder.find('ferry')]).toEqual([[], ['harbour/a']]);
  });
});
