import type { Document, DocumentId } from '../../core/library/documents/document.ts';
import type { DocumentOrigin } from '../../core/library/documents/document-origin.ts';
import { readUnlinkedFile } from '../../core/library/reading/corpus-file.ts';
import type { ReadFile } from '../../core/library/reading/read-document.ts';
import { documentsOf } from '../../core/library/reading/read-outcome.ts';
import { findLeftOut, type LeftOut } from './left-out.ts';

/** The files that documents were read from. */
export interface DocumentFiles {
  /** Where a document was read from; null if that is not known any more. */
  originOf(id: DocumentId): Promise<DocumentOrigin | null>;
  /** The bytes of a file; null if it is gone, or a link. */
  bytesOf(origin: DocumentOrigin): Promise<Uint8Array | null>;
  /** What a document's text leaves out of its file, read again; a reason why that can't be told. */
  leftOutOf(document: Document, origin: DocumentOrigin): Promise<readonly LeftOut[] | string>;
}

/** What files are found and read with. */
export interface DocumentFilesOptions {
  /** The corpus folder. */
  readonly root: string;
  originOf(id: DocumentId): Promise<DocumentOrigin | null>;
  readonly read: ReadFile;
}

const KEPT = 20; // comparisons kept, since each reads a file

/** Creates access to the files of a corpus folder. */
export function createDocumentFiles({ root, originOf, read }: DocumentFilesOptions): DocumentFiles {
  const kept = new Map<string, Promise<readonly LeftOut[] | string>>();
  return {
    originOf,
    bytesOf: ({ file }) => readUnlinkedFile(file, root),
    leftOutOf(document, origin) {
      const key = `${document.id} ${document.sha256}`;
      const known = kept.get(key) ?? compare(document, origin, { root, read });
      kept.delete(key);
      kept.set(key, known);
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
      known.catch(() => kept.delete(key));
      return known;
    },
  };
}

async function compare(
  { id, collection, text }: Document,
  { file, path, isPart }: DocumentOrigin,
  { root, read }: Pick<DocumentFilesOptions, 'root' | 'read'>,
): Promise<readonly LeftOut[] | string> {
  if (isPart) return 'it is one of several documents in its file';
  const outcome = await read({ root, file, path, collection, known: null, whole: true });
  if (outcome.kind === 'refused') return `its file ${outcome.reason}`;
  const whole = documentsOf(outcome).find(({ document }) => document.id === id)?.document.text;
  if (whole === undefined) return 'its file is gone';
  return findLeftOut(text, whole) ?? 'its text stands in the file in too different a form to be compared';
}
