import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { SegmentIndex } from '../../src/core/search/segments/segment-index.ts';
import { openSegmentIndex } from '../../src/core/search/segments/segment-index.ts';
import { openSegmentFile, type SegmentDatabase } from '../../src/stores/sql/corpus/segment-file.ts';
import { createSegmentStore } from '../../src/stores/sql/corpus/segment-store.ts';

const options = {
  now: () => new Date(),
  report: (error: unknown) => {
    throw error;
  },
};

/** An index over a database that is open. */
export async function openIndexOver({ read, write }: SegmentDatabase): Promise<SegmentIndex> {
  return openSegmentIndex(createSegmentStore(read, write), options);
}

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A path for a file that holds an index, removed after the tests. */
export async function createIndexPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-index-'));
  folders.push(folder);
  return join(folder, 'corpus.db');
}

/** An empty index in a file. */
export async function createFileIndex(): Promise<SegmentIndex> {
  return openIndexOver(await openSegmentFile(await createIndexPath()));
}
