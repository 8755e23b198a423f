import { posix } from 'node:path';
import type { CorpusWriter } from '../library/sources/corpus-writer.ts';
import { REMOVED } from './new-items.ts';
import type { FollowedSource, SeenItem } from './source.ts';
import type { SourceStore } from './source-store.ts';

/** The ports by which a document is removed for good. */
export interface ForgettingPorts {
  readonly writer: Pick<CorpusWriter, 'remove' | 'describe'>;
  readonly sources: Pick<SourceStore, 'list' | 'items' | 'see' | 'remove'>;
}

/** What brought a document. */
export interface Bringer {
  readonly source: FollowedSource;
  readonly item: SeenItem;
}

/** The source that brought a file of the corpus; null if none did. */
export async function bringerOf(
  { sources }: Pick<ForgettingPorts, 'sources'>,
  path: string,
): Promise<Bringer | null> {
  for (const source of await sources.list()) {
    const item = (await sources.items(source.id)).find(({ file }) => file === path);
    if (item) return { source, item };
  }
  return null;
}

/** Removes a file that Dossier put into the corpus. Its feed does not bring it again; a page is watched no longer. */
export async function removeDocument(
  { writer, sources }: ForgettingPorts,
  path: string,
  bringer: Bringer | null,
): Promise<void> {
  if (bringer?.source.kind === 'page') await sources.remove(bringer.source.id);
  else if (bringer)
    await sources.see(bringer.source.id, [{ ...bringer.item, hash: REMOVED, file: null, attempts: 0 }]);
  await writer.remove(path);
  await writer.describe(posix.dirname(path), new Map([[posix.basename(path), null]]));
}
