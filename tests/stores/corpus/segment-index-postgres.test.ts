import { afterEach } from 'vitest';
import type { SegmentIndex } from '../../../src/core/search/segments/segment-index.ts';
import type { SegmentDatabase } from '../../../src/stores/sql/corpus/segment-file.ts';
import { passageIndexContract } from '../../contracts/passage-index.ts';
import { passageIndexChangingContract } from '../../contracts/passage-index-changing.ts';
import { passageIndexEqualContract } from '../../contracts/passage-index-equal.ts';
import { openPostgresSegments, SERVER } from '../../fakes/postgres.ts';
import { openIndexOver } from '../../fakes/segment-index.ts';

const name = SERVER === null ? 'PostgreSQL (PGlite)' : 'PostgreSQL';
let opened: { readonly database: SegmentDatabase; readonly index: SegmentIndex }[] = [];

/** An empty index, closed after the test. */
async function create(): Promise<SegmentIndex> {
  const database = await openPostgresSegments();
  const index = await openIndexOver(database);
  opened.push({ database, index });
  return index;
}

afterEach(async () => {
  for (const { database, index } of opened) {
    await index.stop();
    await database.close();
  }
  opened = [];
});

passageIndexContract(name, create);
passageIndexChangingContract(name, create);
passageIndexEqualContract(name, create, {
  numRuns: 4,
  settle: (index) => (index as SegmentIndex).keepUp(),
});
