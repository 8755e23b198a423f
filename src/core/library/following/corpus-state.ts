import type { DocumentId } from '../documents/document.ts';
import type { IndexedDocument } from '../documents/indexed-document.ts';
import type { Refusal } from '../library.ts';
import { documentsOf, type ReadOutcome } from '../reading/read-outcome.ts';
import type { FileEntry, FolderState } from './followed-corpus.ts';

/** A file as it was last read. */
export interface CorpusEntry extends FileEntry {
  readonly outcome: ReadOutcome;
}

/** Everything that was read from a corpus folder. Plain data, saved for the next start. */
export type CorpusState = FolderState<CorpusEntry>;

/** The state before anything was read. */
export const NOTHING_READ: CorpusState = {
  settings: { collections: [], topics: [], sources: {} },
  stamps: {},
  entries: new Map(),
};

/** The documents of a state, and the files that are not among them, or only in part. */
interface ChosenDocuments {
  readonly documents: ReadonlyMap<DocumentId, IndexedDocument>;
  readonly refused: readonly Refusal[];
}

/** Chooses one file for each document id: the first by path, in whatever order they were read. */
export function chooseDocuments({ entries }: CorpusState): ChosenDocuments {
  const documents = new Map<DocumentId, IndexedDocument>();
  const paths = new Map<DocumentId, string>();
  const refused: Refusal[] = [];
  for (const [, { path, outcome }] of [...entries].sort(byPath)) {
    if (outcome.kind === 'refused') refused.push({ file: path, reason: outcome.reason });
    if (outcome.kind === 'several') refused.push(...outcome.refused);
    for (const indexed of documentsOf(outcome)) {
      const { id } = indexed.document;
      if (documents.has(id))
        refused.push({ file: path, reason: paths.get(id) === path ? SAME_NAME : SAME_ID });
      else documents.set(id, indexed);
      if (!paths.has(id)) paths.set(id, path);
    }
  }
  return { documents, refused };
}

/** Why a document is kept out by that of another file. */
export const SAME_ID = 'has the same name as another document except for the extension';
/** Why a document is kept out by another one of its own path. */
export const SAME_NAME = 'has the same name as another document in a different Unicode form';

type Placed = readonly [file: string, entry: { readonly path: string }];

/** Compares entries by path, those of one path by file. */
export function byPath([a, { path: pathA }]: Placed, [b, { path: pathB }]: Placed): number {
  if (pathA === pathB) return a < b ? -1 : 1;
  return pathA < pathB ? -1 : 1;
}
