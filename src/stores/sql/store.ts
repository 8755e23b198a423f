import type { Kysely } from 'kysely';
import type { Store } from '../../core/store.ts';
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
