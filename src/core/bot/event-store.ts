import type { Workspace } from '../library/audience.ts';

/** Events of platforms that were taken in hand, so that a repeated one has no second effect. */
export interface EventStore {
  /** True for the first who asks, in whatever process; false ever after. */
  claim(workspace: Workspace, event: string, at: Date): Promise<boolean>;
}
