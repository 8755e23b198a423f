import { posix } from 'node:path';
import type { CollectionId } from '../library/documents/document.ts';
import type { CorpusWriter } from '../library/sources/corpus-writer.ts';
import type { DraftContent } from './draft-store.ts';
import { addedPath, itemMark } from './source-names.ts';

/**
 * Puts what was added into the corpus: its file, then what is known of it. The same document again replaces the file. A kill
 * in between leaves a draft that can be confirmed again. Returns the file's path in the corpus.
 */
export async function keepDocument(
  writer: CorpusWriter,
  collection: CollectionId,
  draft: Extract<DraftContent, { kind: 'document' }>,
): Promise<string> {
  const present = await writer.list(`${collection}/added`);
  const mark = `${itemMark(draft.key)}.`;
  const earlier = present.find((path) => path.includes(`-${mark}`) || path.includes(`/${mark}`));
  const stem = earlier?.replace(/\.[a-z\d]+$/, '') ?? addedPath(collection, draft);
  const path = stem + draft.ending;
  await writer.write(path, draft.bytes);
  const notes = new Map([[posix.basename(path), draft.note]]);
  if (earlier === undefined || earlier === path) {
    await writer.describe(posix.dirname(path), notes);
    return path;
  }
  await writer.remove(earlier);
  await writer.describe(posix.dirname(path), new Map([...notes, [posix.basename(earlier), null]]));
  return path;
}
