import type { Conversation } from './conversations/conversation.ts';
import type { Reader } from './corpus/collection.ts';
import type { DocumentId } from './corpus/document.ts';
import type { ChannelAddress } from './digests/channel-address.ts';
import type { Edition, EditionKey, EditionProgress, EditionState } from './digests/edition.ts';
import type { Subscription, SubscriptionKey } from './digests/subscription.ts';
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
  readonly subscriptions: SubscriptionStore;
  readonly editions: EditionStore;
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
  /** The versions first seen after a moment, in the order in which they were. */
  seenAfter(at: Date): Promise<readonly (DocumentVersion & Sight)[]>;
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

/** The standing orders of channels. Nothing is read or changed but by the channel, except by what runs them all. */
export interface SubscriptionStore {
  /** Keeps a new one under the next number of its channel: one more than any that a subscription or an edition there has. */
  add(subscription: Omit<Subscription, 'number'>): Promise<Subscription>;
  /** A channel's, by number. */
  list(channel: ChannelAddress): Promise<readonly Subscription[]>;
  /** Replaces one; false where it is no more. */
  put(subscription: Subscription): Promise<boolean>;
  /** False where there was none. */
  remove(key: SubscriptionKey): Promise<boolean>;
  /** Those of these platforms, for /status and at the start; of one workspace where it is named. */
  all(of: { platforms: readonly string[]; workspace?: string }): Promise<readonly Subscription[]>;
  /**
   * Those of these platforms that are on and to be planned: their `next` is null or has come, or they were
   * planned when the clock was ahead of `now`. Earliest `next` first.
   */
  toPlan(platforms: readonly string[], now: Date, limit: number): Promise<readonly Subscription[]>;
}

/** What comes of planning a subscription. */
export interface Plan {
  /** Editions to be made, unless they are there. One that was skipped as late is made due again. */
  readonly due: readonly { readonly slot: string; readonly due: Date }[];
  /** Editions that will not be posted, noted unless they are there. `late` ones may become due again. */
  readonly skipped: readonly {
    readonly slot: string;
    readonly due: Date;
    readonly late: boolean;
    readonly reason: string;
  }[];
  readonly next: Date;
}

/** The ledger of editions: what was, is, and may have been posted. */
export interface EditionStore {
  /**
   * Notes plans and the `next` of their subscriptions, all or nothing. A plan has no effect where its subscription's
   * `since` is no longer as given, or it is paused or gone.
   */
  plan(
    plans: readonly { readonly subscription: Subscription; readonly plan: Plan }[],
    now: Date,
  ): Promise<void>;
  /** Notes an extra edition as due; false where it is there already. */
  add(key: EditionKey, now: Date): Promise<boolean>;
  /**
   * Editions of these platforms that can be claimed, the ones due first first: `due`; `claimed` or `intent` whose lease is
   * over; `unknown` with a `retryAt`, its lease over; none of them before its `retryAt`. A lease or `retryAt` that lies farther ahead than
   * `longest` milliseconds was written by a clock that was ahead, and counts as over.
   */
  claimable(options: {
    platforms: readonly string[];
    now: Date;
    longest: number;
    limit: number;
  }): Promise<readonly EditionKey[]>;
  /**
   * Claims one of them: its fence grows by one, its lease lasts until `lease`, and `due` becomes `claimed`; other states stay,
   * for they tell what may have been posted. Null where it can't be claimed (any more). Of several who ask, one gets it.
   */
  claim(key: EditionKey, options: { now: Date; lease: Date; longest: number }): Promise<Edition | null>;
  /** Writes what has become of an edition; false, and nothing is written, where the fence is no longer the newest. */
  record(edition: Edition, progress: EditionProgress, now: Date): Promise<boolean>;
  get(key: EditionKey): Promise<Edition | null>;
  /** A channel's, the latest due first; of one subscription where it is named, in these states where they are named. */
  list(
    channel: ChannelAddress,
    options: { number?: number; states?: readonly EditionState[]; limit: number },
  ): Promise<readonly Edition[]>;
  /** When the next edition of these platforms can be claimed; null where none is waiting. */
  nextClaim(platforms: readonly string[]): Promise<Date | null>;
  /** Ends all leases: for whoever knows that no other process is at work. */
  endLeases(): Promise<void>;
  /** How many editions of a workspace, or of all, were due before a moment and are not done, and how many are unknown. */
  count(options: {
    platforms: readonly string[];
    workspace?: string;
    dueBefore: Date;
  }): Promise<{ readonly late: number; readonly unknown: number }>;
}

/** Whose traces are to go: a person's, or all of a channel's. */
export type Forgotten = Workspace & ({ readonly user: string } | { readonly channel: string });

/** Care for the whole store. Subscriptions and editions of a workspace or channel go with it; of a person, who is no longer named as owner. */
export interface Upkeep {
  /** Removes conversations, answers, feedback, events, starts and finished editions from before a moment; says how many. */
  prune(before: Date): Promise<number>;
  /** Removes what a person, or a channel, left in conversations, answers and feedback, and a channel's digests; says how much. */
  forget(whom: Forgotten): Promise<number>;
  /** Removes everything of a workspace, its topics too. */
  leave(workspace: Workspace): Promise<void>;
  close(): Promise<void>;
}
