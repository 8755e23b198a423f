import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import { afterEach, expect, test } from 'vitest';
import { LibsqlDialect } from '../../src/stores/sql/libsql-dialect.ts';

interface Lamps {
  readonly lamps: { readonly id: string; readonly oil?: string; readonly height?: number };
}

const opened: Kysely<Lamps>[] = [];

afterEach(async () => {
  for (const database of opened.splice(0)) await database.destroy();
});

async function setUp() {
  const database = new Kysely<Lamps>({ dialect: new LibsqlDialect(new Database(':memory:')) });
  opened.push(database);
  await sql`create table lamps (id text primary key)`.execute(database);
  const add = (id: string) => database.insertInto('lamps').values({ id }).execute();
  const all = () => database.selectFrom('lamps').selectAll().orderBy('id').execute();
  await add('pier');
  return { database, add, all };
}

test('a statement that was run before reads the columns that its table has now', async () => {
  const { database, all } = await setUp();
  expect(await all()).toEqual([{ id: 'pier' }]);
  await sql`alter table lamps add column oil text`.execute(database);
  expect(await all()).toEqual([{ id: 'pier', oil: null }]);
  await sql`drop table lamps`.execute(database);
  await sql`create table lamps (id text, height integer)`.execute(database);
  expect(await all()).toEqual([]);
});

test('a statement that failed runs again', async () => {
  const { add, all } = await setUp();
  await expect(add('pier')).rejects.toThrow('UNIQUE');
  await add('quay');
  expect(await all()).toEqual([{ id: 'pier' }, { id: 'quay' }]);
});
