import type { Audience, Workspace } from '../library/audience.ts';
import type { Conversation } from './conversation.ts';

/** Conversations by their workspace and id. */
export interface ConversationStore {
  get(workspace: Workspace, id: string): Promise<Conversation | null>;
  /** `reader`: whose turn it was, and where. */
  set(reader: Audience, id: string, conversation: Conversation, at: Date): Promise<void>;
  remove(workspace: Workspace, id: string): Promise<void>;
}
