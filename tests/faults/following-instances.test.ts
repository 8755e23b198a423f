import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { type RunningProgram, startProgram } from '../fakes/running-program.ts';
import { type OwnPostgres, startOwnPostgres, whyNoOwnPostgres } from './own-postgres.ts';

const SOON = 20_000; // milliseconds in which a change is found, stored and followed, on a busy machine
const TAKEN_OVER = 60_000; // the lease's 30 s, and as long as a change takes
const whyNot = whyNoOwnPostgres();
const timeout = 180_000;

describe.runIf(whyNot === null)(
  `instances that share an index in PostgreSQL${whyNot ? `: ${whyNot}` : ''}`,
  { timeout },
  () => {
    let server: OwnPostgres;

    beforeAll(async () => {
      server = await startOwnPostgres();
    }, timeout);

    afterAll(() => server?.close());

    /** Starts an instance; without a folder, it serves what the others store. */
    function start(corpus = join(createFolder(), 'none')): RunningProgram {
      const more = { DOSSIER_INDEX: 'postgres', PORT: 'off' };
      return startProgram(['chat', '--json'], { corpus, data: createFolder(), database: server.url, more });
    }

    test('follow one of them, whoever that is, with the folder or without', async () => {
      const corpus = createFolder({ 'harbour/first.txt': 'The pilot boarded the Aurora at dawn.' });
      const writer = start(corpus);
      expect(await finds(writer, 'Aurora', SOON)).toBe('harbour/first');
      const [other, bare] = [start(corpus), start()];
      expect(await finds(other, 'Aurora', SOON)).toBe('harbour/first');
      expect(await finds(bare, 'Aurora', SOON)).toBe('harbour/first');

      writeFileSync(join(corpus, 'harbour/second.txt'), 'The Borealis was towed to the yard.');
      for (const each of [writer, other, bare])
        expect(await finds(each, 'Borealis', SOON)).toBe('harbour/second');

      await writer.kill();
      writeFileSync(join(corpus, 'harbour/third.txt'), 'The Corona was sold for scrap.');
      for (const each of [other, bare]) expect(await finds(each, 'Corona', TAKEN_OVER)).toBe('harbour/third');
    });
  },
);

/** Asks for a word until a document has it; its id. */
async function finds(program: RunningProgram, word: string, within: number): Promise<string | undefined> {
  for (const begun = performance.now(); ; await sleep(200)) {
    const { points } = await program.say(`/search ${word}`);
    if (points.length > 0 || performance.now() - begun > within) return points[0]?.document;
  }
}
