import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { restoreCorpus, saveCorpus } from '../../../../src/core/library/following/saved-corpus.ts';
import { createFileReader } from '../../../../src/core/library/reading/read-document.ts';
import { createMiniSearchIndex } from '../../../../src/core/search/minisearch/minisearch-index.ts';
import { textReader } from '../../../../src/readers/text/reader.ts';
import { OWN_CORPUS } from '../../../fakes/corpus-folder.ts';
import { createFolder } from '../../../fakes/folder.ts';
import { followInMemory } from '../../../fakes/follow.ts';
import { queryFor } from '../../../fakes/query.ts';

const read = createFileReader([textReader]);
const now = () => new Date();
let by: { path: string; root: string; version: string };
let whole: Buffer;

beforeAll(async () => {
  by = { path: join(createFolder(), 'index.jsonl'), root: OWN_CORPUS, version: '1.0.0' };
  const index = createMiniSearchIndex();
  const follower = followInMemory({ root: OWN_CORPUS, read, sink: index, now });
  await follower.refresh();
  await saveCorpus(by, follower.state, index);
  whole = readFileSync(by.path);
});

async function restore(bytes: Uint8Array, other: Partial<typeof by> = {}) {
  const path = join(createFolder(), 'index.jsonl');
  writeFileSync(path, bytes);
  const index = createMiniSearchIndex();
  return { index, ...(await restoreCorpus({ ...by, ...other, path }, index)) };
}

describe('a saved corpus', () => {
  test('is restored without reading a document', async () => {
    const { state: saved, index, notice } = await restore(whole);
    const refuse = () => Promise.reject(new Error('read a document'));
    const follower = followInMemory({ root: OWN_CORPUS, read: refuse, sink: index, now, saved });
    expect(await follower.refresh()).toMatchObject({ added: [], changed: [], removed: [] });
    const fresh = createMiniSearchIndex();
    const expected = followInMemory({ root: OWN_CORPUS, read, sink: fresh, now });
    await expected.refresh();
    expect(notice).toBeNull();
    expect(follower.library.documents).toEqual(expected.library.documents);
    expect(follower.library.topics).toEqual(expected.library.topics);
    const words = await queryFor('Tokyo liaison office');
    const collections = follower.library.collections.map(({ id }) => id);
    expect(await index.search(words, collections, 9)).toEqual(await fresh.search(words, collections, 9));
  });

  test('is for its owner only', () => {
    expect(statSync(by.path).mode & 0o777).toBe(0o600);
  });

  test('that cannot be read says why, and is not called damaged', async () => {
    const folder = createFolder({ 'index.jsonl/a': '' });
    const { notice } = await restoreCorpus(
      { ...by, path: join(folder, 'index.jsonl') },
      createMiniSearchIndex(),
    );
    expect(notice).toMatch(/index\.jsonl cannot be read \(EISDIR\); rebuilding it\.$/);
  });

  const isRoot = process.getuid?.() === 0;
  test.skipIf(isRoot)(
    `of another user names the permission${isRoot ? ': root may read everything' : ''}`,
    async () => {
      const path = join(createFolder({ 'index.jsonl': '' }), 'index.jsonl');
      chmodSync(path, 0o000);
      const { notice } = await restoreCorpus({ ...by, path }, createMiniSearchIndex());
      expect(notice).toMatch(
        /^Dossier has no permission to read the saved index .*index\.jsonl, which may belong/,
      );
    },
  );

  test('that is not there is no matter', async () => {
    const path = join(createFolder(), 'index.jsonl');
    const found = await restoreCorpus({ ...by, path }, createMiniSearchIndex());
    expect(found).toEqual({ state: null, notice: null });
  });

  test.each([{ version: '1.0.1' }, { root: '/elsewhere' }])('of another %o is not used', async (other) => {
    const { state, notice } = await restore(whole, other);
    expect([state, notice]).toEqual([null, expect.stringContaining('another version or folder')]);
  });

  test('of an older form is not used, but read again', async () => {
    const lines = whole
      .toString()
      .replace(/"format":\d+/, '"format":6')
      .split('\n')
      .slice(0, -2);
    const body = lines.map((line) => `${line}\n`).join('');
    const older = `${body}${createHash('sha256').update(body).digest('hex')}\n`;
    const { state, notice, index } = await restore(Buffer.from(older));
    expect([state, notice, index.size]).toEqual([null, expect.stringContaining('another version'), 0]);
    const follower = followInMemory({ root: OWN_CORPUS, read, sink: index, now, saved: state });
    expect((await follower.refresh()).added).toHaveLength(5);
  });

  test('has what any folder says of its documents, and reads none of them again', async () => {
    const root = createFolder({
      'harbour/old/a.txt': 'The keeper lit the lamp.',
      'harbour/old/sources.yaml': 'a.txt: { grade: B2 }',
      'harbour/sources.yaml': '"**/*.txt": { tags: [primary] }',
    });
    const index = createMiniSearchIndex();
    const first = followInMemory({ root, read, sink: index, now });
    await first.refresh();
    const own = { ...by, root, path: join(createFolder(), 'index.jsonl') };
    await saveCorpus(own, first.state, index);
    const sink = createMiniSearchIndex();
    const { state: saved } = await restoreCorpus(own, sink);
    const refuse = () => Promise.reject(new Error('read a document'));
    const follower = followInMemory({ root, read: refuse, sink, now, saved });
    await follower.refresh();
    expect(follower.library.documents).toMatchObject([{ grade: 'B2', tags: ['primary'] }]);
  });

  test('that is cut off anywhere is not used', async () => {
    for (const share of [0, 0.001, 0.3, 0.9, 0.9999]) {
      const { state, notice, index } = await restore(whole.subarray(0, Math.floor(whole.length * share)));
      expect([state, notice, index.size]).toEqual([null, expect.stringContaining('damaged'), 0]);
    }
  });

  test('with any byte flipped is not used', async () => {
    for (let at = 0; at < whole.length; at += 1000) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect((await restore(bytes)).state).toBeNull();
    }
  });

  test('that is something else is not used', async () => {
    for (const text of ['', '\n', '{}', 'a\nb\nc\n', '\0'.repeat(9)])
      expect((await restore(Buffer.from(text))).state).toBeNull();
  });
});

describe('saving a corpus again', () => {
  /** The project's own corpus, read and saved. */
  async function saved() {
    const index = createMiniSearchIndex();
    const follower = followInMemory({ root: OWN_CORPUS, read, sink: index, now });
    await follower.refresh();
    const here = { ...by, path: join(createFolder(), 'index.jsonl') };
    const save = (of = index) => saveCorpus(here, follower.state, of);
    await save();
    return { here, index, save, files: () => readdirSync(join(here.path, '..')) };
  }

  test('leaves one whole file, however many write at once', async () => {
    const { here, save, files } = await saved();
    await Promise.all(Array.from({ length: 5 }, () => save()));
    expect(files()).toEqual(['index.jsonl']);
    expect((await restoreCorpus(here, createMiniSearchIndex())).notice).toBeNull();
  });

  test('removes what a killed writer left behind, but not what another is writing', async () => {
    const { here, save, files } = await saved();
    writeFileSync(`${here.path}.part-left`, 'half');
    utimesSync(`${here.path}.part-left`, 0, 0);
    writeFileSync(`${here.path}.part-open`, 'half');
    await save();
    expect(files().sort()).toEqual(['index.jsonl', 'index.jsonl.part-open']);
  });

  test('keeps the file before when it fails', async () => {
    const { here, index, save, files } = await saved();
    const failing = { ...index, save: () => failAfterALine() };
    await expect(save(failing)).rejects.toThrow('no more');
    expect(files()).toEqual(['index.jsonl']);
    expect((await restoreCorpus(here, createMiniSearchIndex())).notice).toBeNull();
  });
});

function* failAfterALine(): Generator<string> {
  yield 'a line';
  throw new Error('no more');
}
