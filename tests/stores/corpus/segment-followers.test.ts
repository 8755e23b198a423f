import { expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { openSegmentIndex } from '../../../src/core/search/segments/segment-index.ts';
import { openSegmentFile } from '../../../src/stores/sql/corpus/segment-file.ts';
import { createSegmentStore } from '../../../src/stores/sql/corpus/segment-store.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { queryFor } from '../../fakes/query.ts';
import { createIndexPath } from '../../fakes/segment-index.ts';

const HARBOUR = ['harbour' as CollectionId];
const SECOND = 1000; // milliseconds
const DAY = 86_400_000;

test('a process that reads takes notice of changes after a second', async () => {
  const { writer, reader, wait, close } = await openTwo();
  await writer.add([ship(1)]);
  expect(await search(reader)).toEqual([]);
  wait(SECOND);
  expect(await search(reader)).toEqual(['harbour/1']);
  await close();
});

test('a process that reads segments which were merged and erased meanwhile reads the new ones', async () => {
  const { writer, reader, wait, close } = await openTwo();
  for (let at = 1; at <= 8; at++) await writer.add([ship(at)]);
  await reader.refresh();
  const before = await search(reader);
  await writer.remove([ship(8).document.id]);
  wait(SECOND / 2); // the reader does not look yet
  await writer.keepUp();
  await writer.keepUpLater(DAY);
  expect(before).toHaveLength(8);
  expect(await search(reader)).toEqual(before.slice(0, 7));
  await close();
});

/** Two processes' view of one file, with a clock that stands still but for `wait`. */
async function openTwo() {
  const path = await createIndexPath();
  let at = 1e12;
  const report = (error: unknown) => {
    throw error;
  };
  const open = async (now: () => Date) => {
    const database = await openSegmentFile(path);
    const index = await openSegmentIndex(createSegmentStore(database.read, database.write), { now, report });
    return { database, index };
  };
  let ahead = 0; // of the writer's clock
  const [writing, reading] = [await open(() => new Date(at + ahead)), await open(() => new Date(at))];
  const { index: writer } = writing;
  return {
    writer: {
      add: writer.add.bind(writer),
      remove: writer.remove.bind(writer),
      keepUp: () => writer.keepUp(),
      keepUpLater: (milliseconds: number) => {
        ahead = milliseconds;
        return writer.keepUp();
      },
    },
    reader: reading.index,
    wait: (milliseconds: number) => {
      at += milliseconds;
    },
    close: async () => {
      for (const { database, index } of [writing, reading]) {
        await index.stop();
        await database.close();
      }
    },
  };
}

async function search(index: { search: Awaited<ReturnType<typeof openSegmentIndex>>['search'] }) {
  return (await index.search(await queryFor('council'), HARBOUR, 20)).map(({ document }) => document);
}

function ship(number: number) {
  return createIndexedDocument(`harbour/${number}`, { text: 'The council counted its ships.' });
}
