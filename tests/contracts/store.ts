import { beforeEach, describe } from 'vitest';
import type { Store } from '../../src/stores/sql/store.ts';
import { claimContract } from './claims.ts';
import { editionContract } from './editions.ts';
import { accessTokenStoreContract } from './stores/access-token-store.ts';
import { additionStoresContract } from './stores/addition-stores.ts';
import { answerStoreContract } from './stores/answer-store.ts';
import { briefingStoreContract } from './stores/briefing-store.ts';
import { conversationStoreContract } from './stores/conversation-store.ts';
import { eventStoreContract } from './stores/event-store.ts';
import { feedbackStoreContract } from './stores/feedback-store.ts';
import { firstSightStoreContract } from './stores/first-sight-store.ts';
import { revisionStoreContract } from './stores/revision-store.ts';
import { sourceStoreContract } from './stores/source-store.ts';
import { startStoreContract } from './stores/start-store.ts';
import { topicStoreContract } from './stores/topic-store.ts';
import { unansweredStoreContract } from './stores/unanswered-store.ts';
import { subscriptionContract } from './subscriptions.ts';
import { upkeepContract } from './upkeep.ts';

const STARTING = 60_000; // milliseconds; some databases start for the first of their stores

/** Runs the contract of every store port on one database. `open` makes an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  let store: Store;

  beforeEach(async () => {
    store = await open();
    return () => store.upkeep.close();
  }, STARTING);

  describe(`a store: ${name}`, () => {
    conversationStoreContract(() => store.conversations);
    answerStoreContract(() => store.answers);
    unansweredStoreContract(() => store);
    firstSightStoreContract(() => store.firstSights);
    revisionStoreContract(() => store);
    topicStoreContract(() => store.topics);
    eventStoreContract(() => store.events);
    startStoreContract(() => store.starts);
    feedbackStoreContract(() => store.feedback);
    briefingStoreContract(() => store.briefings);
    accessTokenStoreContract(() => store.accessTokens);
    sourceStoreContract(() => store);
    additionStoresContract(() => store);
    subscriptionContract(() => store);
    editionContract(() => store);
    claimContract(() => store);
    upkeepContract(() => store);
  });
}
