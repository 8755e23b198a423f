import type { DocumentId } from '../core/library/documents/document.ts';
import type { DocumentOrigin } from '../core/library/documents/document-origin.ts';
import type { Library, LibraryOverview, Refusal } from '../core/library/library.ts';
import type { ReadFile } from '../core/library/reading/read-document.ts';
import type { FindPresent } from '../core/library/versions/find-present.ts';
import type { PassageIndex } from '../core/search/passage-index.ts';
import type { Config } from './config.ts';
import type { ScanResult } from './corpus-scanner.ts';

/** The documents of a corpus folder and their index. */
export interface Documents {
  readonly library: Library & LibraryOverview;
  readonly index: PassageIndex;
  /** When the documents were last compared with the folder. */
  checkedAt(): Date;
  /** Whether everything was read that was there at the start; until then, what is missing may only be unread. */
  isComplete(): boolean;
  /** Applies what changed in the folder, or at some full paths in it. */
  scan(paths?: readonly string[]): Promise<ScanResult>;
  /** The file that a document was read from; null if there is none any more. */
  originOf(id: DocumentId): Promise<DocumentOrigin | null>;
  /** Those of some documents that are there, whoever may read them. */
  readonly present: FindPresent;
  /** Reads a file in a worker thread, before others that wait. */
  readonly read: ReadFile;
  /** Looks at the bucket now and then, if the documents are in one; the folder has to be watched besides. */
  follow(): void;
  close(): Promise<void>;
}

/** Documents of a folder, however it is filled. */
export type FolderDocuments = Omit<Documents, 'follow'>;

/** How documents of a folder are opened. */
export type FolderOptions = DocumentsOptions & {
  /** What never came into the folder, and why; absent: nothing. */
  refusedBefore?(): readonly Refusal[];
};

/** Where documents are read from, and where they are kept. */
export type DocumentsOptions = Pick<
  Config,
  'corpusDir' | 'bucket' | 'dataDir' | 'databaseUrl' | 'index' | 'ocr'
> & {
  /** The time at which documents are first seen; the machine's if absent. */
  seenAt?(): Date;
  /** Milliseconds of reading after which documents are opened, and the rest is left to later scans; absent: all are read first. */
  readonly opensAfter?: number;
  /** Full paths to which the first look keeps, if what is kept belongs to this folder. */
  readonly only?: readonly string[];
  /** Documents that are kept in a database are taken as they are there, if any are: nobody waits for a look at the folder. */
  readonly asStored?: true;
  /** Waits until all that a bucket holds is there. */
  readonly isThorough?: boolean;
};
