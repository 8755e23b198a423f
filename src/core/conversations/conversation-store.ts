import type { Audience, Workspace } from '../library/audience.ts';
import type { Conversation } from './conversation.ts';

/** Conversations by workspace and key. */
export interface ConversationStore {
  get(workspace: Workspace, id: string): Promise<Conversation | null>;
  /** `audience`: whose turn it was, and where. */
  set(audience: Audience, id: string, conversation: Conversation, at: Date): Promise<void>;
  remove(workspace: Workspace, id: string): Promise<void>;
}
