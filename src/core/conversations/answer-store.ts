import type { Audience, Workspace } from '../library/audience.ts';
import type { Reply } from '../replies/reply.ts';
import type { Conversation } from './conversation.ts';

/** An answer that can be opened again. It holds places in documents, not their text. */
export interface StoredAnswer {
  /** As in `reply.id`. */
  readonly id: string;
  readonly audience: Audience;
  readonly conversation: string;
  readonly at: Date;
  /** Without document text. */
  readonly reply: Reply;
  /** What had been said with it, so that it can be followed up long after; null for a list of hits. */
  readonly said: Conversation | null;
}

/** Answers by their workspace and id. */
export interface AnswerStore {
  /** The same id again replaces what was stored, and is the newest. */
  put(answer: StoredAnswer): Promise<void>;
  get(workspace: Workspace, id: string): Promise<StoredAnswer | null>;
  /** The answers in a conversation, newest first; only those to `user` if one is named. */
  list(
    workspace: Workspace,
    conversation: string,
    options: { user?: string; limit: number },
  ): Promise<readonly StoredAnswer[]>;
}
