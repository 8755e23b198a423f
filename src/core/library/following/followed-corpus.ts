import type { DocumentId } from '../documents/document.ts';
import type { IndexedDocument } from '../documents/indexed-document.ts';
import type { Refusal, UnreadCounts } from '../library.ts';
import type { ReadOutcome } from '../reading/read-outcome.ts';
import type { CorpusSettings } from './corpus-settings.ts';

/** A file as it was last read, without what was in it. */
export interface FileEntry {
  /** Its path in the corpus. */
  readonly path: string;
  /** The file's stamp and what the settings say about it; while both stay, the file is not read again. */
  readonly key: string;
}

/** What is known of a corpus folder, to compare it with. */
export interface FolderState<Entry extends FileEntry = FileEntry> {
  readonly settings: CorpusSettings;
  /** The stamp of each settings file when it was applied, by path. */
  readonly stamps: Readonly<Record<string, string>>;
  /** By the file's full path. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A file that was read. */
export interface ReadEntry extends FileEntry {
  /** Its full path. */
  readonly file: string;
  readonly outcome: ReadOutcome;
}

/** Some of what changed in a folder. */
export interface Share extends Pick<FolderState, 'settings' | 'stamps'> {
  /** Files that are no longer there, or may not be read any more, by their full paths. */
  readonly gone: readonly string[];
  readonly read: readonly ReadEntry[];
  /** Files that cannot be indexed for reasons other than their content. */
  readonly refused: readonly Refusal[];
  /** How many files are still to be read once this is applied. */
  readonly unread: UnreadCounts;
}

/** A document that was added, or that replaced another one. */
export interface PutDocument {
  readonly indexed: IndexedDocument;
  readonly before: IndexedDocument | null;
}

/** What applying a share did. */
export interface Applied {
  readonly put: readonly PutDocument[];
  readonly removed: readonly DocumentId[];
  /** Files have to be read again, since what kept their documents out is gone. */
  readonly again: boolean;
}

/** What was read of a corpus folder, and where it goes. Every implementation runs tests/contracts/followed-corpus.ts. */
export interface FollowedCorpus {
  readonly state: FolderState;
  /** Of so many files, how many are read before they are applied. */
  shareOf(unread: number): number;
  /** Makes documents, index and state contain what a share says. */
  apply(share: Share): Promise<Applied>;
}
