import type { CollectionId } from '../library/documents/document.ts';
import type { FeedSettings } from '../library/sources/feeds-file.ts';

/** Whoever added a source in chat. */
export interface AddedBy {
  readonly platform: string;
  readonly workspace: string;
  readonly user: string;
}

/** A feed that is to be followed. */
export interface NewSource extends FeedSettings {
  /** From its collection and address, the same for everybody who names it. */
  readonly id: string;
  readonly collection: CollectionId;
  /** Null if it stands in `feeds.yaml`. */
  readonly by: AddedBy | null;
}

/** What was learned of a source when it was looked at. */
export interface SourceState {
  /** Where it is looked for: its address, or where that has moved for good. */
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The title that it gives itself. */
  readonly feedTitle: string | null;
  /** Milliseconds between two looks, as its changes suggest; null before the first. */
  readonly interval: number | null;
  readonly lookedAt: Date | null;
  /** When it last had something new. */
  readonly changedAt: Date | null;
  /** Looks that failed since the last that did not. */
  readonly failures: number;
  readonly failingSince: Date | null;
  /** Why the last look failed: a clause about it. */
  readonly problem: string | null;
  /** When it is looked at next; null if not by itself. */
  readonly next: Date | null;
}

/** A source that is followed, and what is known of it. */
export interface FollowedSource extends NewSource, SourceState {
  readonly since: Date;
}

/** A source that this process alone looks at until its lease ends. */
export interface ClaimedSource extends FollowedSource {
  readonly fence: number;
}

/** An item that became a document. */
export interface SeenItem {
  readonly key: string;
  /** The document's file in the corpus; null once it was removed. */
  readonly file: string | null;
  /** Of what the feed says of the item; another one means that it was edited. */
  readonly hash: string;
  /** How often its page was asked for in vain, and is still to be had. */
  readonly attempts: number;
  /** Since when the feed lists it no longer. */
  readonly goneSince: Date | null;
}
