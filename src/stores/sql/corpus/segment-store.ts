import type { Kysely } from 'kysely';
import type { SegmentStore } from '../../../core/search/segments/segment-store.ts';
import { tellingOutages } from './outages.ts';
import { createSegmentReader } from './segment-reader.ts';
import type { SegmentSchema } from './segment-tables.ts';
import { createSegmentWriter } from './segment-writer.ts';

/**
 * Creates a SegmentStore over the tables of the index (segment-tables.ts). All that writes to one SQLite file in a process
 * must share one connection, here `write`: a second one would wait for the first without letting it go on.
 */
export function createSegmentStore(read: Kysely<SegmentSchema>, write: Kysely<SegmentSchema>): SegmentStore {
  return {
    read: tellingOutages(createSegmentReader(read)),
    write: createSegmentWriter(write),
    written: createSegmentReader(write),
  };
}
