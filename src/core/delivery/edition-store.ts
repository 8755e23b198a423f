import type { ChannelAddress } from '../schedule/channel-address.ts';
import type { Edition, EditionKey, EditionState } from '../schedule/edition.ts';

/** The ledger of editions, as it is read: what was, is, and may have been posted. */
export interface EditionStore {
  get(key: EditionKey): Promise<Edition | null>;
  /** A channel's editions, latest due first; of one subscription if given, in these states if given. */
  list(
    channel: ChannelAddress,
    options: { number?: number; states?: readonly EditionState[]; limit: number },
  ): Promise<readonly Edition[]>;
  /** How many editions of a workspace, or of all, were due before a moment and are not done, and how many are unknown. */
  count(options: {
    platforms: readonly string[];
    workspace?: string;
    dueBefore: Date;
  }): Promise<{ readonly late: number; readonly unknown: number }>;
  /** Stores an extra edition as due; false if it exists. */
  add(key: EditionKey, now: Date): Promise<boolean>;
}
