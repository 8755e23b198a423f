import { extname } from 'node:path';
import { byPath, type CorpusState } from '../following/corpus-state.ts';
import { documentsOf } from '../reading/read-outcome.ts';
import type { DocumentId } from './document.ts';

/** The file that a document was read from. */
export interface DocumentOrigin {
  /** Its full path. */
  readonly file: string;
  /** Its path in the corpus, parts separated by `/`. */
  readonly path: string;
  /** The document is one of several in it: an attachment, a message of a mailbox. */
  readonly isPart: boolean;
}

/** Finds the file that a document was read from: the one whose content the library has under this id. */
export function originOf({ entries }: Pick<CorpusState, 'entries'>, id: DocumentId): DocumentOrigin | null {
  const named = [...entries].filter(([, { path }]) => id === withoutExtension(path) || id.startsWith(path));
  const [found] = named
    .filter(([, { outcome }]) => documentsOf(outcome).some(({ document }) => document.id === id))
    .sort(byPath);
  if (!found) return null;
  const [file, { path }] = found;
  return toOrigin(id, { file, path });
}

/** Tells whether a document is all that its file holds. */
export function toOrigin(
  id: DocumentId,
  place: { readonly file: string; readonly path: string },
): DocumentOrigin {
  return { ...place, isPart: id !== withoutExtension(place.path) };
}

function withoutExtension(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}
