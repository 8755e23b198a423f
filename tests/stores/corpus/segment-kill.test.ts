import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { CollectionId, DocumentId } from '../../../src/core/library/documents/document.ts';
import { createMiniSearchIndex } from '../../../src/core/search/minisearch/minisearch-index.ts';
import type { PassageIndex } from '../../../src/core/search/passage-index.ts';
import { openSegmentIndex } from '../../../src/core/search/segments/segment-index.ts';
import { openSegmentFile } from '../../../src/stores/sql/corpus/segment-file.ts';
import { createSegmentStore } from '../../../src/stores/sql/corpus/segment-store.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { queryFor } from '../../fakes/query.ts';
import { createIndexPath } from '../../fakes/segment-index.ts';

const HARBOUR = ['harbour' as CollectionId];
const BATCH = 40; // documents added together

test.each([3, 11, 24, 37])(
  'holds what was acknowledged when it is killed while it writes and merges, after %d changes',
  async (changes) => {
    const path = await createIndexPath();
    const { child, acknowledged } = startWriting(path);
    await acknowledged(changes);
    const done = await kill(child, acknowledged);
    let days = 1;
    const now = () => new Date(Date.now() + days * 86_400_000);
    const database = await openSegmentFile(path);
    const store = createSegmentStore(database.read, database.write);
    const report = (error: unknown) => {
      throw error;
    };
    const index = await openSegmentIndex(store, { now, report });
    const whole = [await answersAfter(done), await answersAfter(done + 1)]; // it may have been killed before it said so
    expect(whole).toContainEqual(await answersOf(index));
    await index.keepUp();
    expect(whole).toContainEqual(await answersOf(index));
    days = 2; // by then nobody reads what was merged
    await index.keepUp();
    expect(await leftOver(database)).toBe(0);
    await index.stop();
    await database.close();
  },
);

/** Starts a process that changes an index and prints a line after each change. */
function startWriting(path: string) {
  const changes = `${path}.json`;
  writeFileSync(changes, JSON.stringify(CHANGES));
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITE, path, changes], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let count = 0;
  let told = () => {};
  createInterface({ input: child.stdout }).on('line', () => {
    count++;
    told();
  });
  const acknowledged = async (changes: number) => {
    while (count < changes)
      await new Promise<void>((resolve) => {
        told = resolve;
      });
    return count;
  };
  return { child, acknowledged };
}

async function kill(
  child: ChildProcess,
  acknowledged: (changes: number) => Promise<number>,
): Promise<number> {
  child.kill('SIGKILL');
  await once(child, 'close');
  return acknowledged(0);
}

/** Documents that are added together, and one that is removed then. */
const CHANGES = Array.from({ length: 400 }, (_, at) => ({
  added: Array.from({ length: BATCH }, (_, nth) => ({
    id: `harbour/${(at * 17 + nth) % 300}`,
    text: `The council counted ${at} ships. word${at % 7} word${nth}\n\nA storm of ${nth}.`,
  })),
  removed: `harbour/${(at * 29) % 300}`,
}));

const built = (path: string) =>
  JSON.stringify(fileURLToPath(new URL(`../../../dist/src/${path}`, import.meta.url)));

const WRITE = `
  import { readFileSync } from 'node:fs';
  import { openSegmentIndex } from ${built('core/search/segments/segment-index.js')};
  import { splitPassages } from ${built('core/library/documents/passages.js')};
  import { openSegmentFile } from ${built('stores/sql/corpus/segment-file.js')};
  import { createSegmentStore } from ${built('stores/sql/corpus/segment-store.js')};
  const changes = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const facts = { title: null, publisher: null, author: null, published: null, url: null, language: 'en' };
  const indexed = ({ id, text }) => ({
    document: { ...facts, id, text, collection: 'harbour', sha256: '' },
    passages: splitPassages(text, 'en'),
  });
  const { read, write } = await openSegmentFile(process.argv[1]);
  const options = { now: () => new Date(), report: (error) => { throw error; } };
  const index = await openSegmentIndex(createSegmentStore(read, write), options);
  for (const { added, removed } of changes) {
    await index.add(added.map(indexed));
    process.stdout.write('added\\n');
    await index.remove([removed]);
    process.stdout.write('removed\\n');
  }`;

const NOTHING = { added: [], removed: '' };

async function answersAfter(changes: number) {
  const index = createMiniSearchIndex();
  for (let done = 0; done < changes; done++) {
    const { added, removed } = CHANGES[done >> 1] ?? NOTHING;
    if (done % 2 === 0) await index.add(added.map(({ id, text }) => createIndexedDocument(id, { text })));
    else await index.remove([removed as DocumentId]);
  }
  return answersOf(index);
}

async function answersOf(index: PassageIndex) {
  const queries = await Promise.all(['council storm', 'word3 ships', 'word21 counted'].map(queryFor));
  return [
    index.size,
    ...(await Promise.all(queries.map((query) => index.search(query, HARBOUR, 1000)))),
    ...(await index.statistics(['council', 'storm', 'word3', 'ship'], HARBOUR)).frequencies,
  ];
}

/** The rows of segments that are not live. */
async function leftOver({ read }: Awaited<ReturnType<typeof openSegmentFile>>): Promise<number> {
  const live = read.selectFrom('corpus_segments').select('segment').where('state', '=', 'live');
  const postings = await read
    .selectFrom('corpus_postings')
    .select('term')
    .where('segment', 'not in', live)
    .execute();
  const places = await read
    .selectFrom('corpus_places')
    .select('id')
    .where('segment', 'not in', live)
    .execute();
  const others = await read
    .selectFrom('corpus_segments')
    .select('segment')
    .where('state', '!=', 'live')
    .execute();
  return postings.length + places.length + others.length;
}
