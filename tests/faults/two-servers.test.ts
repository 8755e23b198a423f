import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { onDatabase } from '../fakes/postgres.ts';
import { dossier, type Reply } from '../fakes/program.ts';
import { type RunningProgram, startProgram } from '../fakes/running-program.ts';
import { type OwnPostgres, startOwnPostgres, startReplicaOf, whyNoOwnPostgres } from './own-postgres.ts';

const AWAY = "Part of the documents can't be searched now. Try again in a moment.";
const SOON = 2500; // milliseconds within which somebody hears that a server is away: 2 s, on a busy machine
const BACK = 5000; // milliseconds after its return within which answers are whole again
const FAR = [0, 1, 2, 3, 4]; // partitions of the postings on the second server
const COLLECTIONS = ['harbour', 'fishery', 'railway'];
const FILES = 100; // of a collection, read together
const PARAGRAPHS = 30; // of a file; more passages than fit into a piece that lies on the first server
const WORDS = [
  'council',
  'dredging',
  'tender',
  'quay',
  'survey',
  'budget',
  'vessel',
  'tide',
  'permit',
  'crane',
];
const QUESTIONS = Array.from({ length: 6 }, (_, at) => `/search ${nameOf(at)} permit`);

const whyNot = whyNoOwnPostgres();
const timeout = 240_000;

describe.runIf(whyNot === null)(
  `postings on two PostgreSQL servers${whyNot ? `: ${whyNot}` : ''}`,
  { timeout },
  () => {
    let first: OwnPostgres;
    let second: OwnPostgres;
    let settings: { corpus: string; data: string; database: string; more: Record<string, string> };
    let whole: readonly Reply[];

    beforeAll(async () => {
      [first, second] = await Promise.all([startOwnPostgres(), startOwnPostgres()]);
      const [corpus, data] = [createFolder(writeFiles()), createFolder()];
      const more = { DOSSIER_INDEX: 'postgres', PORT: 'off' };
      settings = { corpus, data, database: first.url, more };
      await dossier(['index'], { ...settings, corpus: createFolder({ 'harbour/none.txt': 'Nothing yet.' }) });
      await moveAway(first, second);
      const { code, stderr } = await dossier(['index'], settings);
      expect([code, stderr]).toEqual([0, '']);
      const program = open();
      whole = await askAll(program);
      await program.kill();
    }, timeout);

    afterAll(() => Promise.all([first?.close(), second?.close()]));

    const open = (more: Record<string, string> = {}) => {
      const data = join(createFolder(), 'data');
      return startProgram(['chat', '--json'], { ...settings, data, more: { ...settings.more, ...more } });
    };

    /** Asks everything: each answer is as it was, or the error comes soon. Returns how many errors there were. */
    async function askMeanwhile(program: RunningProgram): Promise<number> {
      let errors = 0;
      for (const [at, question] of QUESTIONS.entries()) {
        const begun = performance.now();
        const reply = await program.say(question);
        if (reply.kind === 'error') {
          expect(performance.now() - begun).toBeLessThan(SOON);
          expect(reply).toMatchObject({
            problem: { code: 'search-away' },
            text: expect.stringContaining(AWAY),
          });
          errors++;
        } else expect(shown(reply)).toEqual(shown(whole[at]));
      }
      return errors;
    }

    /** Asks until an answer is there; then all must be whole. */
    async function expectWholeSoon(program: RunningProgram): Promise<void> {
      const begun = performance.now();
      while ((await program.say(QUESTIONS.at(-1) ?? '')).kind === 'error') {
        expect(performance.now() - begun).toBeLessThan(BACK);
        await sleep(100);
      }
      expect(await askMeanwhile(program)).toBe(0);
    }

    test('lie on both, and questions are answered', async () => {
      const rows = 'select count(*)::int as rows from corpus_postings_';
      const far = await Promise.all(FAR.map((at) => onDatabase(second.url, `${rows}${at}`)));
      expect(far.flat()).toContainEqual({ rows: expect.any(Number) });
      expect(far.flat().some((row) => (row as { rows: number }).rows > 0)).toBe(true);
      expect(whole.every(({ kind }) => kind === 'search')).toBe(true);
    });

    test('while the second stands still, what needs it fails soon, and all is whole when it wakes', async () => {
      const program = open();
      await program.say('/status');
      second.pause();
      try {
        expect(await askMeanwhile(program)).toBeGreaterThan(0);
      } finally {
        second.wake();
      }
      await expectWholeSoon(program);
    });

    test('while the second is killed, what needs it fails soon, and all is whole when it is back', async () => {
      const program = open();
      await program.say(QUESTIONS[0] ?? '');
      second.kill();
      expect(await askMeanwhile(program)).toBeGreaterThan(0);
      await second.start();
      await expectWholeSoon(program);
    });

    test('while the replica that is read stands still, nothing is found, and all is whole when it wakes', async () => {
      const replica = await startReplicaOf(first);
      try {
        const program = open({ DATABASE_READ_URL: replica.url });
        await program.say('/status');
        replica.pause();
        expect(await askMeanwhile(program)).toBe(QUESTIONS.length);
        replica.wake();
        await expectWholeSoon(program);
      } finally {
        await replica.close();
      }
    });
  },
);

/** What somebody is shown of a reply. */
function shown(reply: Reply | undefined) {
  return { kind: reply?.kind, points: reply?.points, sources: reply?.sources };
}

async function askAll(program: RunningProgram): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  for (const question of QUESTIONS) replies.push(await program.say(question));
  return replies;
}

/** Puts some partitions of the postings on the second server, as docs/scaling.md says. */
async function moveAway(first: OwnPostgres, second: OwnPostgres): Promise<void> {
  const { hostname, port } = new URL(second.url);
  await onDatabase(
    first.url,
    'create extension postgres_fdw',
    `create server far foreign data wrapper postgres_fdw
      options (host '${hostname}', port '${port}', dbname 'postgres', connect_timeout '2')`,
    "create user mapping for current_user server far options (user 'postgres')",
  );
  for (const at of FAR) {
    const table = `corpus_postings_${at}`;
    await onDatabase(
      second.url,
      `create table ${table} (segment bigint not null, term text collate "C" not null, passages integer not null,
        documents integer not null, texts bytea not null, titles bytea, primary key (segment, term))`,
    );
    await onDatabase(
      first.url,
      'begin',
      `alter table corpus_postings detach partition ${table}`,
      `alter table ${table} rename to ${table}_here`,
      `create foreign table ${table} partition of corpus_postings for values with (modulus 8, remainder ${at}) server far`,
      `insert into ${table} select * from ${table}_here`,
      `drop table ${table}_here`,
      'commit',
    );
  }
}

function writeFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [of, collection] of COLLECTIONS.entries())
    for (let at = 0; at < FILES; at++)
      files[`${collection}/report-${at}.txt`] = Array.from({ length: PARAGRAPHS }, (_, paragraph) =>
        paragraphOf(collection, at * PARAGRAPHS + paragraph, of),
      ).join('\n\n');
  return files;
}

/** Some hundred words, with a name that few passages have. */
function paragraphOf(collection: string, number: number, of: number): string {
  const word = (at: number) => WORDS[(number * 7 + at * 3) % WORDS.length] ?? '';
  const sentences = Array.from(
    { length: 8 },
    (_, at) =>
      `The ${collection} ${word(at)} of year ${number + at} was a ${word(at + 1)} for the ${word(at + 2)}.`,
  );
  return [...sentences, `It was ${nameOf((number + of) % 60)} who said that the ${word(5)} was ready.`].join(
    ' ',
  );
}

function nameOf(number: number): string {
  return `Q${['ba', 'ko', 'ri', 'ta', 'mu', 'ne', 'lo', 'sa'][number % 8]}${['bel', 'dor', 'fin', 'gat', 'hus', 'jol', 'kem', 'lip'][Math.floor(number / 8) % 8]}`;
}
