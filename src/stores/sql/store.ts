import type { Kysely } from 'kysely';
import type { AccessTokenStore } from '../../core/bot/access-token.ts';
import type { EventStore } from '../../core/bot/event-store.ts';
import type { FeedbackStore } from '../../core/bot/feedback-store.ts';
import type { StartStore } from '../../core/bot/start-store.ts';
import type { Upkeep } from '../../core/bot/upkeep.ts';
import type { ChangeStore } from '../../core/collecting/change-store.ts';
import type { DraftStore } from '../../core/collecting/draft-store.ts';
import type { SourceStore } from '../../core/collecting/source-store.ts';
import type { AnswerStore } from '../../core/conversations/answer-store.ts';
import type { ConversationStore } from '../../core/conversations/conversation-store.ts';
import type { UnansweredStore } from '../../core/conversations/unanswered-store.ts';
import type { EditionStore } from '../../core/delivery/edition-store.ts';
import type { Outbox } from '../../core/delivery/outbox.ts';
import type { SubscriptionStore } from '../../core/delivery/subscription-store.ts';
import type { TopicStore } from '../../core/library/topics/topic-store.ts';
import type { FirstSightStore } from '../../core/library/versions/first-sight-store.ts';
import type { RevisionStore } from '../../core/library/versions/revision-store.ts';
import type { BriefingStore } from '../../core/news/briefing-store.ts';
import { createAccessTokenStore } from './access-token-store.ts';
import { createAnswerStore } from './answer-store.ts';
import { createBriefingStore } from './briefing-store.ts';
import { createChangeStore } from './change-store.ts';
import { createConversationStore } from './conversation-store.ts';
import { createDraftStore } from './draft-store.ts';
import { createEditionStore } from './edition-store.ts';
import { createEventStore, createStartStore } from './event-store.ts';
import { createFeedbackStore } from './feedback-store.ts';
import { createFirstSightStore } from './first-sight-store.ts';
import { createOutbox } from './outbox.ts';
import { createRevisionStore } from './revision-store.ts';
import type { Schema } from './schema.ts';
import { createSourceStore } from './source-store.ts';
import { createSubscriptionStore } from './subscription-store.ts';
import { createTopicStore } from './topic-store.ts';
import { createUnansweredStore } from './unanswered-store.ts';
import { createUpkeep } from './upkeep.ts';

/**
 * All store ports, implemented by one database. A fulfilled promise means durable: neither a kill nor a power cut undoes
 * it. Each port has its contract suite in tests/contracts/stores.
 */
export interface Store {
  readonly conversations: ConversationStore;
  readonly answers: AnswerStore;
  readonly unanswered: UnansweredStore;
  readonly firstSights: FirstSightStore;
  readonly revisions: RevisionStore;
  readonly topics: TopicStore;
  readonly events: EventStore;
  readonly starts: StartStore;
  readonly feedback: FeedbackStore;
  readonly briefings: BriefingStore;
  readonly accessTokens: AccessTokenStore;
  readonly subscriptions: SubscriptionStore;
  readonly editions: EditionStore;
  readonly outbox: Outbox;
  readonly sources: SourceStore;
  readonly drafts: DraftStore;
  readonly changes: ChangeStore;
  readonly upkeep: Upkeep;
}

/** Implements the store ports over an SQL database with the tables of schema.ts, whatever its dialect. */
export function createSqlStore(database: Kysely<Schema>): Store {
  return {
    conversations: createConversationStore(database),
    answers: createAnswerStore(database),
    unanswered: createUnansweredStore(database),
    firstSights: createFirstSightStore(database),
    revisions: createRevisionStore(database),
    topics: createTopicStore(database),
    events: createEventStore(database),
    starts: createStartStore(database),
    feedback: createFeedbackStore(database),
    briefings: createBriefingStore(database),
    accessTokens: createAccessTokenStore(database),
    subscriptions: createSubscriptionStore(database),
    editions: createEditionStore(database),
    outbox: createOutbox(database),
    sources: createSourceStore(database),
    drafts: createDraftStore(database),
    changes: createChangeStore(database),
    upkeep: createUpkeep(database),
  };
}
