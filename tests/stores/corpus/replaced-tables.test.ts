import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { openStoredLibrary } from '../../../src/core/library/stored/stored-library.ts';
import { openSegmentIndex } from '../../../src/core/search/segments/segment-index.ts';
import type { OpenedCorpus } from '../../../src/stores/sql/corpus/open-corpus.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { queryFor } from '../../fakes/query.ts';
import { corpusOver, TABLES } from '../../fakes/reopened-tables.ts';

const PUBLIC = ['public' as CollectionId];
const SECOND = 1000; // milliseconds

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe.each(TABLES)('tables that another version makes anew in %s', (name, create) => {
  const setUp = async () => {
    const open = await create();
    const reopen = async () => {
      const database = await open();
      closing.push(() => database.close());
      return database;
    };
    const database = await reopen();
    const setFormat = async (value: string) => {
      await sql`update corpus_state set value = ${value} where name = 'format'`.execute(database.write);
    };
    return { reopen, database, setFormat };
  };
  const indexOver = async ({ segments }: OpenedCorpus, now = () => new Date(1e12)) => {
    const report = (error: unknown) => {
      throw error;
    };
    const index = await openSegmentIndex(segments, { now, report });
    closing.unshift(() => index.stop());
    return index;
  };

  test('show nobody who still reads the former ones what they may not read', async () => {
    const { reopen, database, setFormat } = await setUp();
    const reader = await indexOver(corpusOver(database, name));
    await reader.add([createIndexedDocument('public/a', { text: 'The council counted its ships.' })]);
    await setFormat('0');
    const writer = await indexOver(corpusOver(await reopen(), name));
    await writer.add([createIndexedDocument('private/a', { text: 'The council counted its submarines.' })]);
    expect(await reader.search(await queryFor('council'), PUBLIC, 20)).toEqual([]);
    expect((await reader.statistics(['council'], PUBLIC)).frequencies.get('council') ?? 0).toBe(0);
    expect(await reader.similarTerms(['submarine'], PUBLIC)).toEqual(new Map([['submarine', []]]));
    expect(await reader.search(await queryFor('council'), ['private' as CollectionId], 20)).toHaveLength(1);
  });

  test('are read by a library that knew the former ones', async () => {
    const { reopen, database, setFormat } = await setUp();
    const before = corpusOver(database, name);
    await before.lease.hold();
    await before.documents.readBy('one');
    await before.documents.frame({ unread: { ['public' as CollectionId]: 3 } });
    const library = await openStoredLibrary(before.reader);
    await before.lease.release();
    await setFormat('0');
    await reopen();
    await library.refresh();
    expect(library.revision).toBe(2);
    expect(library.isEmpty).toBe(true);
  });

  test('are neither read nor written by one that does not know their format', async () => {
    const { database, setFormat } = await setUp();
    let at = 1e12;
    const corpus = corpusOver(database, name);
    await corpus.lease.hold();
    const library = await openStoredLibrary(corpus.reader);
    const index = await indexOver(corpus, () => new Date(at));
    await setFormat('99');
    const refused = { name: 'UserError', code: 'replaced-index' };
    await expect(library.refresh()).rejects.toMatchObject(refused);
    await expect(index.refresh()).rejects.toMatchObject(refused);
    at += SECOND;
    await expect(index.search(await queryFor('council'), PUBLIC, 20)).rejects.toMatchObject(refused);
    await expect(
      index.add([createIndexedDocument('public/a', { text: 'A harbour.' })]),
    ).rejects.toMatchObject(refused);
    await expect(corpus.documents.record([], [])).rejects.toMatchObject(refused);
  });
});
