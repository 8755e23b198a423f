import { expect, test } from 'vitest';
import { createSightClock, createVersionRecorder } from '../../src/app/sight-recorder.ts';
import { openMemoryStore } from '../../src/stores/sql/sqlite.ts';
import { createIndexedDocument } from '../fakes/documents.ts';

const STARTED = new Date('2026-11-29T08:00:00Z');
const LATER = new Date('2026-11-29T09:00:00Z');
const LONG_AGO = new Date('2026-01-01T08:00:00Z');

async function startAgain() {
  const store = await openMemoryStore();
  const before = createIndexedDocument('harbour/ferry', { text: 'The ferry was sold.' });
  const now = createIndexedDocument('harbour/ferry', { text: 'The ferry was sold again.' });
  const { id, sha256 } = before.document;
  await store.firstSights.see([{ id, sha256 }], LONG_AGO);
  let time = STARTED;
  const clock = createSightClock(() => time);
  time = LATER;
  const news = async () => (await store.firstSights.seenAfter(LONG_AGO)).map((seen) => seen.sha256);
  return { ...{ clock, before, now, news }, recorder: createVersionRecorder(store, clock) };
}

test('what another build reads differently when it starts is no news', async () => {
  const { recorder, now, news } = await startAgain();
  await recorder.see([{ indexed: now, before: null }]);
  expect(await news()).toEqual([]);
});

test('what changed while nothing ran is', async () => {
  const { recorder, before, now, news } = await startAgain();
  await recorder.see([{ indexed: now, before }]);
  expect(await news()).toEqual([now.document.sha256]);
});

test('so is a document that comes back in another version later', async () => {
  const { recorder, clock, now, news } = await startAgain();
  clock.complete();
  await recorder.see([{ indexed: now, before: null }]);
  expect(await news()).toEqual([now.document.sha256]);
});
