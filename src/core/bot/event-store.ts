import type { Workspace } from '../library/audience.ts';

/** Platform events that were processed, so that one that comes again has no second effect. */
export interface EventStore {
  /** True for the first caller in any process; false ever after. */
  claim(workspace: Workspace, event: string, at: Date): Promise<boolean>;
}
