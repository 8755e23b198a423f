import type { Workspace } from '../library/audience.ts';

/** Whose traces are to go: a person's, or all of a channel's. */
export type ErasureTarget = Workspace & ({ readonly user: string } | { readonly channel: string });

/** Care for the whole store. Subscriptions and editions of a workspace or channel go with it; of a person, who is no longer named as owner. */
export interface Upkeep {
  /** Removes conversations, answers, feedback, events, starts and finished editions from before a moment; says how many. */
  prune(before: Date): Promise<number>;
  /** Removes what a person, or a channel, left in conversations, answers and feedback, and a channel's digests; says how much. */
  forget(whom: ErasureTarget): Promise<number>;
  /** Removes everything of a workspace, its topics too. */
  leave(workspace: Workspace): Promise<void>;
  close(): Promise<void>;
}
