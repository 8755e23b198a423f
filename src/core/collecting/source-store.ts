import type { ClaimedSource, FollowedSource, NewSource, SeenItem, SourceState } from './source.ts';

/** What is followed, and what of it has come. */
export interface SourceStore {
  /** By collection and address. */
  list(): Promise<readonly FollowedSource[]>;
  /** Follows a source from now on; of one that is followed already, what is known stays. */
  put(source: NewSource, now: Date): Promise<void>;
  /** Follows it no longer, and forgets its items; false if it was not followed. */
  remove(id: string): Promise<boolean>;
  /**
   * Claims the source that is due longest, or the one that is named, due or not. Null if there is none that nobody else
   * holds. A lease that ends later than `lease` was written by a wrong clock, and counts as ended.
   */
  claim(options: {
    readonly now: Date;
    readonly lease: Date;
    readonly id?: string;
  }): Promise<ClaimedSource | null>;
  /** Records what a look found and gives the claim back; false if somebody else holds it by now. */
  record(source: ClaimedSource, state: SourceState): Promise<boolean>;
  items(id: string): Promise<readonly SeenItem[]>;
  /** Records items, new ones or again. */
  see(id: string, items: readonly SeenItem[]): Promise<void>;
}
