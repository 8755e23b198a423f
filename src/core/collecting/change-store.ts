import type { CollectionId } from '../library/documents/document.ts';
import type { AddedBy } from './source.ts';

/** Something that a manager added or removed in chat. */
export interface RecordedChange {
  readonly at: Date;
  /** The user is empty if that person's data was erased. */
  readonly by: AddedBy;
  readonly action: 'added' | 'removed' | 'followed' | 'unfollowed';
  readonly collection: CollectionId;
  /** The title of a document, or the address of what is followed. */
  readonly what: string;
}

/** Who added and removed what, and when. */
export interface ChangeStore {
  record(change: RecordedChange): Promise<void>;
  /** The latest changes of collections, the newest first. */
  list(options: {
    readonly collections: readonly CollectionId[];
    readonly limit: number;
  }): Promise<readonly RecordedChange[]>;
}
