import { posix } from 'node:path';
import type { CorpusWriter } from '../library/sources/corpus-writer.ts';
import type { FollowedSource } from './source.ts';
import type { SourceStore } from './source-store.ts';

const DAY = 86_400_000; // milliseconds

/** The ports by which documents are removed. */
export interface RemovalPorts {
  readonly writer: Pick<CorpusWriter, 'remove' | 'describe'>;
  readonly sources: Pick<SourceStore, 'items' | 'see'>;
}

/** Removes the documents that a source has not listed for longer than they are to be kept. */
export async function removeGone(
  { writer, sources }: RemovalPorts,
  { id, keep }: Pick<FollowedSource, 'id' | 'keep'>,
  now: Date,
): Promise<void> {
  if (keep === 'always') return;
  const before = now.valueOf() - keep * DAY;
  const over = (await sources.items(id)).filter(
    ({ file, goneSince }) => file !== null && goneSince !== null && goneSince.valueOf() <= before,
  );
  for (const item of over) {
    const file = item.file ?? '';
    await writer.remove(file);
    await writer.describe(posix.dirname(file), new Map([[posix.basename(file), null]]));
    await sources.see(id, [{ ...item, file: null }]);
  }
}
