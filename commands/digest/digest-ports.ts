import type { DigestFeeds } from '../../src/core/bot/digest-feeds.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { Recipients } from '../../src/core/bot/recipients.ts';
import type { AnswerArchive } from '../../src/core/conversations/answer-archive.ts';
import type { Delivery } from '../../src/core/delivery/delivery.ts';
import type { EditionStore } from '../../src/core/delivery/edition-store.ts';
import type { SubscriptionStore } from '../../src/core/delivery/subscription-store.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import type { FirstSightStore } from '../../src/core/library/versions/first-sight-store.ts';
import type { ComposeDigest } from '../../src/core/news/compose-digest.ts';

/** What `/digest` works with. */
export interface DigestPorts {
  readonly library: Library;
  readonly topics: TopicCatalog;
  readonly firstSights: Pick<FirstSightStore, 'seenAfter'>;
  /** The same one that composes the editions posted. */
  readonly composeDigest: ComposeDigest;
  readonly editions: EditionStore;
  readonly subscriptions: SubscriptionStore;
  readonly delivery: Pick<Delivery, 'post'>;
  readonly answers: AnswerArchive;
  /** Where editions can be read as feeds. */
  readonly feeds: DigestFeeds;
  /** Where digests can be sent besides the channel. */
  readonly recipients: Recipients;
  /** Only managers order digests, whatever a platform allows. */
  readonly onlyManagers: boolean;
  /** The time zone of a digest for which none is given. */
  readonly zone: string;
}

/** What `/digest` knows of the request. */
export interface DigestContext extends RequestContext {
  /** The address that the digests are sent to, and who asks; absent: they are posted where they are asked for. */
  readonly sent?: { readonly to: string; readonly by: Audience };
}
