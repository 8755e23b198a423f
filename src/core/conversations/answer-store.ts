import type { Audience, Workspace } from '../library/audience.ts';
import type { FindPresent } from '../library/versions/find-present.ts';
import type { StorableReply } from '../replies/reply.ts';
import type { Conversation } from './conversation.ts';

/** An answer that can be opened again. It stores places in documents, the words quoted there, and earlier wordings. */
export interface StoredAnswer {
  /** The same as `reply.id`. */
  readonly id: string;
  /** For whom it was composed. */
  readonly audience: Omit<Audience, 'local'>;
  readonly conversation: string;
  readonly at: Date;
  /** Sealed: it has to be opened, which reads the documents as they are now. */
  readonly reply: StorableReply;
  /** The conversation up to this answer, so that it can be followed up much later; null for a list of hits. */
  readonly said: Conversation | null;
}

/** Answers by workspace and id. */
export interface AnswerStore {
  /** Adds an answer, or replaces the one with its id; either way it becomes the latest. */
  put(answer: StoredAnswer): Promise<void>;
  get(workspace: Workspace, id: string): Promise<StoredAnswer | null>;
  /** The answers in a conversation, latest first; only those to `user` if one is given. */
  list(
    workspace: Workspace,
    conversation: string,
    options: { user?: string; limit: number },
  ): Promise<readonly StoredAnswer[]>;
  /** Removes the words quoted from documents that are gone from all answers, which stay as old as they are. */
  dropWordings(present: FindPresent): Promise<void>;
}

/** Whether a person may see an answer: those given to someone else in private stay private. */
export function mayOpen({ audience }: StoredAnswer, by: Pick<Audience, 'user'>): boolean {
  return !audience.private || audience.user === by.user;
}
