import type { Workspace } from '../audience.ts';
import type { Topic } from './topic.ts';

/** Stores the topics added in chat, by workspace and name. */
export interface TopicStore {
  /** Lists topics by name. */
  list(workspace: Workspace): Promise<readonly Topic[]>;
  /** Adds a topic, or replaces the one with its name. */
  put(workspace: Workspace, topic: Topic, by: { user: string; at: Date }): Promise<void>;
  /** Returns whether there was one. */
  remove(workspace: Workspace, name: string): Promise<boolean>;
}
