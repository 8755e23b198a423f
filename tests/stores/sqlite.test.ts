import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/text/user-error.ts';
import { holdDataDirectory } from '../../src/stores/sql/hold-data-directory.ts';
import { MIGRATIONS, type Migration } from '../../src/stores/sql/migrations.ts';
import { openMemoryStore, openSqliteStore } from '../../src/stores/sql/sqlite.ts';
import { storeContract } from '../contracts/store.ts';
import { createFolder } from '../fakes/folder.ts';

const NOW = new Date('2026-11-24T14:00:00Z');
const PLACE = { platform: 'chat', workspace: 'W1' };

storeContract('SQLite in memory', openMemoryStore);
storeContract('SQLite in a file', async () => (await openSqliteStore(createFolder(), NOW)).store);

async function claimed(folder: string, events: readonly string[]): Promise<boolean[]> {
  const { store } = await openSqliteStore(folder, NOW);
  const won = await Promise.all(events.map((event) => store.events.claim(PLACE, event, NOW)));
  await store.upkeep.close();
  return won;
}

describe('a database file', () => {
  test('keeps what was written', async () => {
    const folder = createFolder();
    expect(await claimed(folder, ['a'])).toEqual([true]);
    expect(await claimed(folder, ['a', 'b'])).toEqual([false, true]);
  });

  test('is for its owner only', async () => {
    const folder = createFolder();
    const { store } = await openSqliteStore(folder, NOW);
    await store.events.claim(PLACE, 'a', NOW);
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077);
    expect(modes.length).toBeGreaterThan(1);
    expect(modes.every((mode) => mode === 0)).toBe(true);
    await store.upkeep.close();
  });

  test('of a newer Dossier is refused and left alone', async () => {
    const folder = createFolder();
    await claimed(folder, ['a']);
    change(folder, 'update schema_version set version = 999');
    await expect(openSqliteStore(folder, NOW)).rejects.toThrow(/written by a newer version of Dossier/);
    change(folder, `update schema_version set version = ${MIGRATIONS.length}`);
    expect(await claimed(folder, ['a'])).toEqual([false]);
  });

  test('that cannot be written is a UserError that says so', async () => {
    await expect(openSqliteStore('/proc/nowhere', NOW)).rejects.toThrow(UserError);
    await expect(openSqliteStore('/proc/nowhere', NOW)).rejects.toThrow(
      /Cannot open the database.*DOSSIER_DATA_DIR/,
    );
  });

  test('that is empty is begun', async () => {
    expect(await claimed(createFolder({ 'dossier.db': '' }), ['a'])).toEqual([true]);
  });

  test('has nothing left of what was removed', async () => {
    const folder = createFolder();
    const { store } = await openSqliteStore(folder, NOW);
    const audience = { ...PLACE, channel: 'C1', user: 'ada', private: false, local: false };
    const text = 'the zeppelin is late';
    await store.feedback.add({ audience, answer: null, rating: null, reason: null, text, at: NOW });
    await store.upkeep.forget({ ...PLACE, user: 'ada' });
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('zeppelin')).toBe(false);
    }
    await store.upkeep.close();
    await store.upkeep.close();
  });
});

describe('a database with any byte flipped', () => {
  const SCRIPT = (open: string) => `
    import { openSqliteStore } from ${open};
    const { store } = await openSqliteStore(process.argv[1], new Date());
    const place = { platform: 'chat', workspace: 'W1' };
    await store.conversations.get(place, 'c');
    await store.answers.list(place, 'c', { limit: 9 });
    await store.topics.list(place);
    await store.feedback.list(place, 9);
    process.stdout.write('answered');`;

  test('is put aside, or read as far as it goes, and ends no process', async () => {
    const folder = createFolder();
    const { store } = await openSqliteStore(folder, NOW);
    const audience = { ...PLACE, channel: 'C1', user: 'ada', private: false, local: false };
    const topic = {
      ...{ name: 'ferry', title: 'T', query: 'q' },
      collections: null,
      synonyms: [],
      aspects: [],
    };
    await store.topics.put(PLACE, topic, { user: 'ada', at: NOW });
    await store.conversations.set(audience, 'c', { turns: [], shown: [], last: null }, NOW);
    await store.feedback.add({
      audience,
      answer: null,
      rating: null,
      reason: null,
      text: 'belated',
      at: NOW,
    });
    await store.upkeep.close();
    const whole = readFileSync(join(folder, 'dossier.db'));
    const places = ['ferry', '"turns"', 'belated', 'chat', '"query"', '"looks"', '"what"'].map(
      (text) => whole.lastIndexOf(text) + 1,
    );
    const ends = await Promise.all(
      places.map(async (at) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ 0xff;
        const damaged = createFolder({ 'dossier.db': bytes });
        const run = ['--input-type=module', '-e', SCRIPT(OPEN), damaged];
        return (await promisify(execFile)(process.execPath, run)).stdout;
      }),
    );
    expect(ends).toEqual(places.map(() => 'answered'));
  });
});

describe('an older database', () => {
  const addColumn: Migration = ({ schema }) =>
    schema.alterTable('events').addColumn('note', 'text').execute();
  const versionOf = (folder: string, name = 'dossier.db') => {
    const file = new Database(join(folder, name));
    const [row] = file.prepare('select version from schema_version').all() as { version: number }[];
    file.close();
    return row?.version;
  };

  test('is brought up to date, and kept as it was', async () => {
    const folder = createFolder();
    await claimed(folder, ['a']);
    const { store } = await openSqliteStore(folder, NOW, [...MIGRATIONS, addColumn]);
    expect(await store.events.claim(PLACE, 'a', NOW)).toBe(false);
    await store.upkeep.close();
    expect(versionOf(folder)).toBe(MIGRATIONS.length + 1);
    const backup = `dossier.db.backup-v${MIGRATIONS.length}`;
    expect(versionOf(folder, backup)).toBe(MIGRATIONS.length);
    expect(statSync(join(folder, backup)).mode & 0o077).toBe(0);
  });

  test('stays as it was when that fails half way', async () => {
    const folder = createFolder();
    await claimed(folder, ['a']);
    const broken: Migration = async (transaction) => {
      await addColumn(transaction);
      throw new Error('power cut');
    };
    await expect(openSqliteStore(folder, NOW, [...MIGRATIONS, broken])).rejects.toThrow(/power cut/);
    expect(await claimed(folder, ['a', 'b'])).toEqual([false, true]);
  });
});

describe('a damaged database', () => {
  const damages: Readonly<Record<string, (whole: Buffer) => Uint8Array>> = {
    'that is something else': () => Buffer.from('This is a diary. '.repeat(400)),
    'that is noise': () => randomBytes(9000),
    'that is cut off': (whole) => whole.subarray(0, Math.floor(whole.length / 2) + 100),
    'with its pages overwritten': (whole) =>
      Buffer.concat([whole.subarray(0, 4096), randomBytes(whole.length)]),
  };

  test.each(Object.entries(damages))('%s is put aside, and a new one begins', async (_, damage) => {
    const folder = createFolder();
    await claimed(folder, ['a']);
    const path = join(folder, 'dossier.db');
    const damaged = damage(readFileSync(path));
    writeFileSync(path, damaged);
    const { store, notices } = await openSqliteStore(folder, NOW);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('damaged');
    expect(await store.events.claim(PLACE, 'a', NOW)).toBe(true);
    await store.upkeep.close();
    const aside = readdirSync(folder).filter((name) => /damaged-[^.]+\.\d+Z$/.test(name));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(folder, aside[0] ?? '')).equals(damaged)).toBe(true);
  });
});

const OPEN = JSON.stringify(fileURLToPath(new URL('../../dist/src/stores/sql/sqlite.js', import.meta.url)));
const HOLD = JSON.stringify(
  fileURLToPath(new URL('../../dist/src/stores/sql/hold-data-directory.js', import.meta.url)),
);

const WRITE = `
  import { openSqliteStore } from ${OPEN};
  const { store } = await openSqliteStore(process.argv[1], new Date());
  for (let n = 0; n < 100000; n++) {
    await store.events.claim({ platform: 'chat', workspace: 'W1' }, process.argv[2] + n, new Date());
    process.stdout.write(process.argv[2] + n + '\\n');
  }`;

/** Writes events in a process of its own until it is killed; returns those that were acknowledged. */
function writeUntilKilled(folder: string, name: string, count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', WRITE, folder, name]);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (said.split('\n').length > count) child.kill('SIGKILL');
    });
    child.on('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}

describe('processes', () => {
  test('killed while writing lose nothing that was acknowledged', async () => {
    const folder = createFolder();
    for (let kill = 0; kill < 10; kill++) {
      const acknowledged = await writeUntilKilled(folder, `k${kill}-`, 1 + kill * 7);
      expect(acknowledged.length).toBeGreaterThan(0);
      expect(await claimed(folder, acknowledged)).toEqual(acknowledged.map(() => false));
    }
  });

  test('opening and writing at once all get their turn', async () => {
    const folder = createFolder();
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => writeUntilKilled(folder, name, 50)));
    const all = [...(a ?? []), ...(b ?? []), ...(c ?? [])];
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(await claimed(folder, all)).toEqual(all.map(() => false));
  });

  const tryToHold = (folder: string) =>
    promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      `import { holdDataDirectory } from ${HOLD}; holdDataDirectory(process.argv[1]);`,
      folder,
    ]);

  test('of which one holds a data directory keep others from holding it', async () => {
    const folder = createFolder();
    const held = holdDataDirectory(folder);
    expect(() => holdDataDirectory(folder)).toThrow(/already running/);
    await expect(tryToHold(folder)).rejects.toThrow(/already running/);
    held.release();
    await tryToHold(folder);
  });

  test('that cannot lock a directory say why', () => {
    expect(() => holdDataDirectory('/proc/nowhere')).toThrow(/Cannot lock/);
    const garbage = createFolder({ 'start.lock': 'This is a diary. '.repeat(400) });
    expect(() => holdDataDirectory(garbage)).toThrow(/Cannot lock.*Delete it/);
  });

  test('that are killed hold nothing any more', async () => {
    const folder = createFolder();
    const script = `import { holdDataDirectory } from ${HOLD}; holdDataDirectory(process.argv[1]);
      process.stdout.write('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(() => holdDataDirectory(folder)).toThrow(/already running/);
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await closed;
    holdDataDirectory(folder).release();
    expect(existsSync(join(folder, 'start.lock'))).toBe(true);
  });
});

function change(folder: string, statement: string): void {
  const file = new Database(join(folder, 'dossier.db'));
  file.exec(statement);
  file.close();
}
