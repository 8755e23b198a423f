import type { Kysely } from 'kysely';
import type { EventStore } from '../../core/bot/event-store.ts';
import type { FeedbackStore } from '../../core/bot/feedback-store.ts';
import type { StartStore } from '../../core/bot/start-store.ts';
import type { Upkeep } from '../../core/bot/upkeep.ts';
import type { AnswerStore } from '../../core/conversations/answer-store.ts';
import type { ConversationStore } from '../../core/conversations/conversation-store.ts';
import type { EditionStore } from '../../core/delivery/edition-store.ts';
import type { SubscriptionStore } from '../../core/delivery/subscription-store.ts';
import type { FirstSightStore } from '../../core/library/first-sight-store.ts';
import type { TopicStore } from '../../core/library/topic-store.ts';
import { createAnswerStore } from './answers.ts';
import { createConversationStore } from './conversations.ts';
import { createDocumentStore } from './documents.ts';
import { createEditionStore } from './editions.ts';
import { createEventStore, createStartStore } from './events.ts';
import { createFeedbackStore } from './feedback.ts';
import type { Schema } from './schema.ts';
import { createSubscriptionStore } from './subscriptions.ts';
import { createTopicStore } from './topics.ts';
import { createUpkeep } from './upkeep.ts';

/**
 * What outlives a restart. A promise that is fulfilled means durable: neither a kill nor a power cut undoes it.
 * Every implementation runs tests/contracts/store.ts.
 */
export interface Store {
  readonly conversations: ConversationStore;
  readonly answers: AnswerStore;
  readonly documents: FirstSightStore;
  readonly topics: TopicStore;
  readonly events: EventStore;
  readonly starts: StartStore;
  readonly feedback: FeedbackStore;
  readonly subscriptions: SubscriptionStore;
  readonly editions: EditionStore;
  readonly upkeep: Upkeep;
}

/** The store in an SQL database that has the tables of `schema.ts`, whatever its dialect. */
export function createSqlStore(database: Kysely<Schema>): Store {
  return {
    conversations: createConversationStore(database),
    answers: createAnswerStore(database),
    documents: createDocumentStore(database),
    topics: createTopicStore(database),
    events: createEventStore(database),
    starts: createStartStore(database),
    feedback: createFeedbackStore(database),
    subscriptions: createSubscriptionStore(database),
    editions: createEditionStore(database),
    upkeep: createUpkeep(database),
  };
}
