import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../../src/core/library/documents/document.ts';
import { restoreCorpus, saveCorpus } from '../../../src/core/library/following/saved-corpus.ts';
import type { DocumentReader } from '../../../src/core/library/reading/document-reader.ts';
import { createFileReader } from '../../../src/core/library/reading/read-document.ts';
import { createMiniSearchIndex } from '../../../src/core/search/minisearch/minisearch-index.ts';
import { textReader } from '../../../src/readers/text/reader.ts';
import { createFolder } from '../../fakes/folder.ts';
import { followInMemory } from '../../fakes/follow.ts';

/** A box of JSON: a text, and what is inside by name; a box may be in a box. */
interface Box {
  readonly text?: string;
  readonly inside?: Readonly<Record<string, string | Box>>;
}

const boxReader: DocumentReader = {
  format: 'box',
  accepts: (name) => name.endsWith('.box'),
  async read(bytes) {
    const { text = '', inside = {} } = JSON.parse(new TextDecoder().decode(bytes)) as Box;
    const parts = Object.entries(inside).map(([name, content]) => ({
      id: `/${name}`,
      name,
      bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
    }));
    return { title: 'A box', text, metadata: UNKNOWN, parts };
  },
};

const LAMP = 'The keeper lit the lamp at dusk.';
const STORM = 'A storm broke the mast at noon.';
const BOX: Box = {
  text: LAMP,
  inside: { 'a.txt': STORM, 'b.xyz': 'x', 'c.box': { inside: { 'd.txt': LAMP } } },
};

function follow(
  folder: string,
  saved: Parameters<typeof followInMemory>[0]['saved'] = null,
  index = createMiniSearchIndex(),
) {
  const read = createFileReader([textReader, boxReader]);
  return followInMemory({
    root: folder,
    read,
    sink: index,
    now: () => new Date(Date.now() + 5000),
    saved,
  });
}

async function load(box: Box, sources?: string) {
  const folder = createFolder({
    'harbour/mail.box': JSON.stringify(box),
    ...(sources === undefined ? {} : { 'harbour/sources.yaml': sources }),
  });
  const follower = follow(folder);
  await follower.refresh();
  return { folder, follower, ...follower.library, documents: follower.library.documents };
}

const ids = (documents: readonly { readonly id: string }[]) => documents.map(({ id }) => id);

describe('a file that holds several documents', () => {
  test('gives each an id below its own path', async () => {
    const { documents } = await load(BOX);
    expect(ids(documents)).toEqual([
      'harbour/mail',
      'harbour/mail.box/a.txt',
      'harbour/mail.box/c.box/d.txt',
    ]);
    expect(documents.every(({ collection }) => collection === 'harbour')).toBe(true);
  });

  test('is served although a document in it is not, which is told by its name', async () => {
    const { follower } = await load(BOX);
    expect(follower.library.refusals).toEqual([
      { file: 'harbour/mail.box/b.xyz', reason: 'has an unsupported format (.xyz)' },
    ]);
  });

  test('need have no text of its own', async () => {
    const { documents } = await load({ inside: { 'a.txt': STORM } });
    expect(ids(documents)).toEqual(['harbour/mail.box/a.txt']);
  });

  test('shares its publisher with what it holds, but not its title', async () => {
    const { documents } = await load(BOX, 'mail.box: { title: The box, publisher: The harbour }');
    expect(documents.map(({ title, publisher }) => [title, publisher])).toEqual([
      ['The box', 'The harbour'],
      [null, 'The harbour'],
      [null, 'The harbour'],
    ]);
  });

  test('takes all of them with it', async () => {
    const { folder, follower } = await load(BOX);
    rmSync(join(folder, 'harbour/mail.box'));
    const { removed } = await follower.refresh();
    expect([removed.length, follower.library.documents]).toEqual([3, []]);
  });

  test('is restored with all of them', async () => {
    const { folder } = await load(BOX);
    const index = createMiniSearchIndex();
    const follower = follow(folder, null, index);
    await follower.refresh();
    const by = { path: join(createFolder(), 'index.jsonl'), root: folder, version: '1' };
    await saveCorpus(by, follower.state, index);
    const { state } = await restoreCorpus(by, createMiniSearchIndex());
    const again = follow(folder, state);
    expect(ids(again.library.documents)).toEqual(ids(follower.library.documents));
    expect(again.library.refusals).toEqual([]);
    const { added, changed } = await again.refresh();
    expect([added, changed, again.library.refusals.length]).toEqual([[], [], 1]);
  });

  test('is bounded in depth', async () => {
    const deep = (depth: number): Box =>
      depth === 0 ? { text: LAMP } : { text: LAMP, inside: { 'x.box': deep(depth - 1) } };
    const { documents, follower } = await load(deep(6));
    expect(documents).toHaveLength(4);
    expect(follower.library.refusals.map(({ reason }) => reason)).toEqual(['is in more than 3 others']);
  });

  test('is bounded in number', async () => {
    const inside = Object.fromEntries(Array.from({ length: 5100 }, (_, at) => [`${at}.xyz`, 'x']));
    const { follower } = await load({ text: LAMP, inside });
    expect(follower.library.refusals.at(-1)).toEqual({
      file: 'harbour/mail.box',
      reason: 'holds more than 5000 documents; split it, the rest is not indexed',
    });
  });

  test('is bounded in paragraphs, counted together', async () => {
    const many = `${LAMP}\n\n`.repeat(12_000);
    const { follower } = await load({ inside: { 'a.txt': many, 'b.txt': many } });
    expect(ids(follower.library.documents)).toEqual(['harbour/mail.box/a.txt']);
    expect(follower.library.refusals).toEqual([
      {
        file: 'harbour/mail.box',
        reason: 'holds more than 20000 paragraphs; split it, the rest is not indexed',
      },
    ]);
  });
});
