import type { Workspace } from './audience.ts';
import type { Topic } from './topic.ts';

/** Topics made in chat, by workspace and name. */
export interface TopicStore {
  /** In the order of their names. */
  list(workspace: Workspace): Promise<readonly Topic[]>;
  /** Makes a topic or replaces the one of that name. */
  put(workspace: Workspace, topic: Topic, by: { user: string; at: Date }): Promise<void>;
  /** Says whether there was one. */
  remove(workspace: Workspace, name: string): Promise<boolean>;
}
