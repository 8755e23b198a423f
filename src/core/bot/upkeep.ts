import type { Workspace } from '../library/audience.ts';

/** A person or a channel whose stored data is to be deleted. */
export type ErasureTarget = Workspace & ({ readonly user: string } | { readonly channel: string });

/**
 * Care for the store as a whole. The subscriptions and editions of a workspace or channel are deleted with it; those of a
 * person stay, without their owner's name.
 */
export interface Upkeep {
  /** Deletes conversations, answers, feedback, events, starts, revisions and finished editions from before a moment; returns how many. */
  prune(before: Date): Promise<number>;
  /** Deletes a person's or a channel's conversations, answers and feedback, and a channel's digests; returns how many. */
  forget(target: ErasureTarget): Promise<number>;
  /** Deletes everything of a workspace, its topics too. */
  leave(workspace: Workspace): Promise<void>;
  /** Fails unless something can be saved. It leaves nothing behind. */
  check(): Promise<void>;
  close(): Promise<void>;
}
