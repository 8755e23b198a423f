import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { openPooledCorpus } from '../../../src/stores/sql/corpus/open-corpus.ts';
import type { SegmentDatabase } from '../../../src/stores/sql/corpus/segment-file.ts';
import { type OpenTables, TABLES } from '../../fakes/reopened-tables.ts';

const opened: SegmentDatabase[] = [];

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

describe.each(TABLES)('the tables of a corpus in %s', (name, create) => {
  const setUp = async () => {
    const open = await create();
    const reopen = async (...how: Parameters<OpenTables>) => {
      const database = await open(...how);
      opened.push(database);
      return database;
    };
    const { write } = await reopen();
    await sql`insert into corpus_places (segment, first, id) values (1, 0, 'harbour/a')`.execute(write);
    const { rows } = await sql<{
      value: string;
    }>`select value from corpus_state where name = 'format'`.execute(write);
    const setFormat = async (value: string) => {
      await sql`update corpus_state set value = ${value} where name = 'format'`.execute(write);
    };
    return { reopen, write, format: rows[0]?.value ?? '', setFormat };
  };
  const places = async ({ read }: SegmentDatabase) =>
    (await sql`select * from corpus_places`.execute(read)).rows.length;

  test('are kept if they are of this format', async () => {
    const { reopen } = await setUp();
    expect(await places(await reopen())).toBe(1);
  });

  test('are made anew if they are of an older one, or of none that has a number', async () => {
    const { reopen, write, setFormat } = await setUp();
    await setFormat('0');
    await sql`drop table corpus_files`.execute(write);
    await sql`create table corpus_files (other integer)`.execute(write);
    const again = await reopen();
    expect(await places(again)).toBe(0);
    await sql`select file, key from corpus_files`.execute(again.write);
    await sql`delete from corpus_state`.execute(write);
    await sql`insert into corpus_places (segment, first, id) values (1, 0, 'harbour/a')`.execute(write);
    expect(await places(await reopen())).toBe(0);
    expect(await places(await reopen())).toBe(0);
  });

  test('are left as they are, and refused, if they are of a newer one', async () => {
    const { reopen, format, setFormat } = await setUp();
    await setFormat('99');
    await expect(reopen()).rejects.toMatchObject({ code: 'newer-index' });
    await setFormat(format);
    expect(await places(await reopen())).toBe(1);
  });

  test('of an older format are left to whoever has the folder', async () => {
    const { reopen, setFormat } = await setUp();
    await setFormat('0');
    await expect(reopen(false)).rejects.toMatchObject({ code: 'older-index' });
  });

  test('of an older format are not taken from whoever writes them', async () => {
    const { reopen, setFormat } = await setUp();
    await setFormat('0');
    if (name === 'SQLite') return expect(reopen(true, true)).rejects.toMatchObject({ code: 'older-index' });
    const [database] = opened;
    if (!database) throw new Error('Nothing is open');
    const { lease } = openPooledCorpus(database);
    await lease.hold();
    await expect(reopen()).rejects.toMatchObject({ code: 'older-index' });
    await lease.release();
    expect(await places(await reopen())).toBe(0);
  });
});
