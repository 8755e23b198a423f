import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/stores/sql/migrations.ts';
import { openPostgresStore } from '../../src/stores/sql/postgres.ts';
import { openSqliteStore } from '../../src/stores/sql/sqlite.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { HERE } from '../contracts/ledger-samples.ts';
import { createFolder } from '../fakes/folder.ts';
import { createPostgresUrl, onDatabase, SERVER, WITHOUT_SERVER } from '../fakes/postgres.ts';

const NOW = new Date('2026-11-24T14:00:00Z');
const PLACE = { platform: 'chat', workspace: 'W1' };
const READER = { ...PLACE, channel: 'C1', user: 'ada', private: false };
const MEAN = 'the "reader": says \\ more'; // what looks like a key is somebody's text

// As version 2 wrote them.
const digest = {
  ...{ id: 'abc', reader: READER, conversation: 'c', at: NOW, said: null },
  reply: {
    ...{ kind: 'digest', id: 'abc', conversation: 'c', command: 'digest', topic: 't', question: null },
    ...{ headline: 'T', points: [], nearest: [], unknownWords: [], sources: [], items: [], more: false },
    coverage: { documents: 1, newest: null, undated: 1 },
    problem: null,
    note: 'First digest · 1 document\nLate: it was due.\nnext Mon 08:00 UTC · /digest pause 1',
  },
};
const quoting = {
  ...digest,
  reply: { ...digest.reply, points: [{ document: 'a/b', text: 'What it says.' }] },
};
const feedback = { reader: READER, answer: 'abc', rating: 'up', reason: null, text: MEAN, at: NOW };
const { platform, workspace, channel } = HERE;

const inQuotes = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;
const ROWS = [
  `insert into answers (platform, workspace, id, conversation, channel, person, at, answer)
    values ('chat', 'W1', 'abc', 'c', 'C1', 'ada', 1, ${inQuotes(digest)})`,
  `insert into answers (platform, workspace, id, conversation, channel, person, at, answer)
    values ('chat', 'W1', 'spoilt', 'c', 'C1', 'ada', 1, '{"kind":"digest"')`,
  `insert into answers (platform, workspace, id, conversation, channel, person, at, answer)
    values ('chat', 'W1', 'quoting', 'c', 'C1', 'ada', 1, ${inQuotes(quoting)})`,
  `insert into feedback (platform, workspace, channel, person, at, feedback)
    values ('chat', 'W1', 'C1', 'ada', 1, ${inQuotes(feedback)})`,
  `insert into editions (platform, workspace, channel, subscription, slot, due, state, late, fence, looks, tries, ref, at)
    values ('${platform}', '${workspace}', '${channel}', 1, '2026-11-24', 1, 'sent', 0, 3, 1, 2, 'm9', 1)`,
];

async function expectEverything(store: Store): Promise<void> {
  const answer = await store.answers.get(PLACE, 'abc');
  expect(answer?.audience).toEqual(READER);
  expect(answer?.reply).toMatchObject({
    window: 'First digest · 1 document',
    footer: ['Late: it was due.', 'next Mon 08:00 UTC · /digest pause 1'],
  });
  expect(await store.answers.get(PLACE, 'spoilt')).toBeNull();
  const wording = async () => (await store.answers.get(PLACE, 'quoting'))?.reply;
  await store.answers.dropWordings(async (ids) => new Set(ids));
  expect(await wording()).toMatchObject({ points: [{ text: 'What it says.' }] });
  await store.answers.dropWordings(async () => new Set());
  expect(await wording()).toMatchObject({ points: [{ text: '' }] });
  expect(await store.feedback.list(PLACE, 9)).toMatchObject([{ audience: READER, text: MEAN, at: NOW }]);
  expect(await store.editions.list(HERE, { limit: 9 })).toMatchObject([
    { slot: '2026-11-24', fence: 3, lookups: 1, attempts: 2, messageId: 'm9' },
  ]);
  await store.upkeep.close();
}

describe('what version 2 of the schema stored is read by the next', () => {
  test('in SQLite', async () => {
    const folder = createFolder();
    const { store: older } = await openSqliteStore(folder, NOW, MIGRATIONS.slice(0, 2));
    await older.upkeep.close();
    const file = new Database(join(folder, 'dossier.db'));
    for (const row of ROWS) file.exec(row);
    file.close();
    await expectEverything((await openSqliteStore(folder, NOW)).store);
  });

  test.runIf(SERVER)(SERVER ? 'in PostgreSQL' : `in PostgreSQL: ${WITHOUT_SERVER}`, async () => {
    const url = await createPostgresUrl();
    await (await openPostgresStore(url, MIGRATIONS.slice(0, 2))).store.upkeep.close();
    await onDatabase(url, ...ROWS);
    await expectEverything((await openPostgresStore(url)).store);
  });
});

describe('what version 4 stored of questions that found nothing is told to managers', () => {
  const stored = (id: string, reply: object, isPrivate = false) =>
    `insert into answers (platform, workspace, id, conversation, channel, person, at, answer) values ('chat', 'W1', '${id}',
      'c', 'C1', 'ada', 1, ${inQuotes({ id, audience: { ...READER, private: isPrivate }, conversation: 'c', at: NOW, said: null, reply })})`;
  const nothing = { ...digest.reply, kind: 'nothing', command: 'ask', question: 'Who “pays”?' };
  const rows = [
    stored('a', nothing),
    stored('b', nothing, true),
    stored('c', { ...nothing, kind: 'answer' }),
    stored('d', { ...nothing, kind: 'answer', question: '"kind":"nothing" "command":"ask"' }),
  ];

  async function expectOne(store: Store): Promise<void> {
    const found = await store.unanswered.list(PLACE, 9);
    expect(found).toEqual([{ channel: 'C1', question: 'Who “pays”?', unknownWords: [], at: NOW }]);
    await store.upkeep.close();
  }

  test('in SQLite', async () => {
    const folder = createFolder();
    await (await openSqliteStore(folder, NOW, MIGRATIONS.slice(0, 4))).store.upkeep.close();
    const file = new Database(join(folder, 'dossier.db'));
    for (const row of rows) file.exec(row);
    file.close();
    await expectOne((await openSqliteStore(folder, NOW)).store);
  });

  test.runIf(SERVER)(SERVER ? 'in PostgreSQL' : `in PostgreSQL: ${WITHOUT_SERVER}`, async () => {
    const url = await createPostgresUrl();
    await (await openPostgresStore(url, MIGRATIONS.slice(0, 4))).store.upkeep.close();
    await onDatabase(url, ...rows);
    await expectOne((await openPostgresStore(url)).store);
  });
});

describe('a digest that version 6 stored is no alert, and was ordered when it was last changed', () => {
  const row = `insert into subscriptions (platform, workspace, channel, number, topic, at, days, zone, length, when_empty,
      max_points, owner, since) values ('${platform}', '${workspace}', '${channel}', 3, 'ferries', '08:00', '1,2', 'UTC', '1m', 'note', 5, 'ada', 7000)`;

  async function expectIt({ subscriptions, upkeep }: Store): Promise<void> {
    const since = new Date(7000);
    expect(await subscriptions.list(HERE)).toMatchObject([
      {
        number: 3,
        topic: 'ferries',
        alert: null,
        filing: {},
        days: [1, 2],
        since,
        ordered: since,
        next: null,
      },
    ]);
    expect(await subscriptions.alerts(['chat'])).toEqual([]);
    expect(await subscriptions.toPlan(['chat'], NOW, 9)).toHaveLength(1);
    await upkeep.close();
  }

  test('in SQLite', async () => {
    const folder = createFolder();
    await (await openSqliteStore(folder, NOW, MIGRATIONS.slice(0, 6))).store.upkeep.close();
    const file = new Database(join(folder, 'dossier.db'));
    file.exec(row);
    file.close();
    await expectIt((await openSqliteStore(folder, NOW)).store);
  });

  test.runIf(SERVER)(SERVER ? 'in PostgreSQL' : `in PostgreSQL: ${WITHOUT_SERVER}`, async () => {
    const url = await createPostgresUrl();
    await (await openPostgresStore(url, MIGRATIONS.slice(0, 6))).store.upkeep.close();
    await onDatabase(url, row);
    await expectIt((await openPostgresStore(url)).store);
  });
});
