import { type Kysely, type KyselyPlugin, sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import type { DocumentSchema } from '../../../src/stores/sql/corpus/document-tables.ts';
import { listDocuments } from '../../../src/stores/sql/corpus/list-rows.ts';
import type { SegmentDatabase } from '../../../src/stores/sql/corpus/segment-file.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { corpusOver, TABLES } from '../../fakes/reopened-tables.ts';

const HARBOUR = ['harbour' as CollectionId];
const PHRASE = { limit: 10, after: null, filter: null, having: [['the lamp']] };

const opened: SegmentDatabase[] = [];

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

describe.each(TABLES)('documents that may have a phrase in %s', (name, create) => {
  const setUp = async (documents: number) => {
    const database = await (await create())();
    opened.push(database);
    const { documents: store, lease } = corpusOver(database, name);
    await lease.hold();
    const origin = { file: 'harbour/a.txt', path: 'harbour/a.txt' };
    const all = Array.from({ length: documents }, (_, at) => {
      const text = at === documents - 1 ? 'The keeper lit the lamp.' : 'The council counted its ships.';
      return { indexed: createIndexedDocument(`harbour/${1000 + at}`, { text }), origin };
    });
    await store.put(all);
    await lease.release();
    return database.write as unknown as Kysely<DocumentSchema>;
  };

  test('are found, and no others read, however many there are', async () => {
    const database = await setUp(2_100);
    const read: number[] = [];
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        read.push(result.rows.length);
        return result;
      },
    };
    const found = await listDocuments(database.withPlugin(counting), HARBOUR, PHRASE);
    expect(found.map(({ id }) => id)).toEqual(['harbour/3099']);
    expect(Math.max(...read)).toBe(1);
  });

  test('are those with any of many phrases, and with one of each group', async () => {
    const database = await setUp(3);
    const others = Array.from({ length: 40 }, (_, at) => `Zanzibar pier ${at}`);
    const listed = async (having: string[][]) =>
      (await listDocuments(database, HARBOUR, { ...PHRASE, having })).map(({ id }) => id);
    expect(await listed([[...others, 'its ships']])).toEqual(['harbour/1000', 'harbour/1001']);
    expect(await listed([[...others, 'its ships', 'the lamp'], ['keeper']])).toEqual(['harbour/1002']);
    expect(await listed([others, ['keeper']])).toEqual([]);
    expect(await listed([])).toHaveLength(3);
  });

  test('are those with a phrase of a hundred words or a thousand', async () => {
    const database = await setUp(3);
    for (const words of [100, 1000]) {
      const listed = async (phrase: string) =>
        (await listDocuments(database, HARBOUR, { ...PHRASE, having: [[phrase, 'its ships']] })).length;
      expect(await listed(Array.from({ length: words }, () => 'pier').join(' '))).toBe(2);
      expect(await listed(Array.from({ length: words }, (_, at) => `pier-${at}`).join(' '))).toBe(2);
    }
  });

  test('come page by page', async () => {
    const database = await setUp(5);
    const page = { ...PHRASE, limit: 2, having: [['ships'], ['council']] };
    const first = await listDocuments(database, HARBOUR, page);
    const second = await listDocuments(database, HARBOUR, { ...page, after: first[1]?.id ?? null });
    expect([...first, ...second].map(({ id }) => id)).toEqual(
      [1000, 1001, 1002, 1003].map((n) => `harbour/${n}`),
    );
  });

  test('are all whose words are not known', async () => {
    const database = await setUp(3);
    await sql`delete from corpus_words where document = 'harbour/1001'`.execute(database);
    const found = await listDocuments(database, HARBOUR, PHRASE);
    expect(found.map(({ id }) => id)).toEqual(['harbour/1001', 'harbour/1002']);
  });
});
