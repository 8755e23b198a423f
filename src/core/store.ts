import type { Conversation } from './conversations/conversation.ts';
import type { Reader } from './corpus/collection.ts';
import type { DocumentId } from './corpus/document.ts';
import type { Reply } from './messages/reply.ts';
import type { Topic } from './topics/topic.ts';

/** A team on a platform. Nothing that people made is looked up without one. */
export type Workspace = Pick<Reader, 'platform' | 'workspace'>;

/**
 * What outlives a restart. A promise that is fulfilled means durable: neither a kill nor a power cut undoes it.
 * Every implementation runs tests/contracts/store.ts.
 */
export interface Store {
  readonly conversations: ConversationStore;
  readonly answers: AnswerStore;
  readonly documents: DocumentStore;
  readonly topics: TopicStore;
  readonly events: EventStore;
  readonly starts: StartStore;
  readonly feedback: FeedbackStore;
  readonly upkeep: Upkeep;
}

/** Conversations by their workspace and id. */
export interface ConversationStore {
  get(workspace: Workspace, id: string): Promise<Conversation | null>;
  /** `reader`: whose turn it was, and where. */
  set(reader: Reader, id: string, conversation: Conversation, at: Date): Promise<void>;
  remove(workspace: Workspace, id: string): Promise<void>;
}

/** An answer that can be opened again. It holds places in documents, not their text. */
export interface StoredAnswer {
  /** As in `reply.id`. */
  readonly id: string;
  readonly reader: Reader;
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

/** One version of a document, known by the hash of its text. */
export interface DocumentVersion {
  readonly id: DocumentId;
  readonly sha256: string;
}

/** When a document was first seen at all, and when in its present version. */
export interface Sight {
  readonly firstSeen: Date;
  readonly changed: Date;
}

/** When documents were first seen; the first writer wins. */
export interface DocumentStore {
  see(versions: readonly DocumentVersion[], at: Date): Promise<void>;
  /** What was never seen is absent. */
  sights(versions: readonly DocumentVersion[]): Promise<ReadonlyMap<DocumentId, Sight>>;
}

/** Topics made in chat, by workspace and name. */
export interface TopicStore {
  /** In the order of their names. */
  list(workspace: Workspace): Promise<readonly Topic[]>;
  /** Makes a topic or replaces the one of that name. */
  put(workspace: Workspace, topic: Topic, by: { user: string; at: Date }): Promise<void>;
  /** Says whether there was one. */
  remove(workspace: Workspace, name: string): Promise<boolean>;
}

/** Events of platforms that were taken in hand, so that a repeated one has no second effect. */
export interface EventStore {
  /** True for the first who asks, in whatever process; false ever after. */
  claim(workspace: Workspace, event: string, at: Date): Promise<boolean>;
}

/** How often something was started. */
export interface StartStore {
  record(what: string, at: Date): Promise<void>;
  count(what: string, since: Date): Promise<number>;
}

/** What somebody said about an answer, or about Dossier. */
export interface Feedback {
  readonly reader: Reader;
  /** The answer's id, where it is about one. */
  readonly answer: string | null;
  readonly rating: 'up' | 'down' | null;
  readonly reason: string | null;
  readonly text: string | null;
  readonly at: Date;
}

/** Feedback by workspace. */
export interface FeedbackStore {
  add(feedback: Feedback): Promise<void>;
  /** Newest first. */
  list(workspace: Workspace, limit: number): Promise<readonly Feedback[]>;
}

/** Whose traces are to go: a person's, or all of a channel's. */
export type Forgotten = Workspace & ({ readonly user: string } | { readonly channel: string });

/** Care for the whole store. */
export interface Upkeep {
  /** Removes conversations, answers, feedback, events and starts from before a moment; says how many. */
  prune(before: Date): Promise<number>;
  /** Removes what a person, or a channel, left in conversations, answers and feedback; says how much. */
  forget(whom: Forgotten): Promise<number>;
  /** Removes everything of a workspace, its topics too. */
  leave(workspace: Workspace): Promise<void>;
  close(): Promise<void>;
}
