import type { Audience } from '../library/audience.ts';
import type { DocumentId } from '../library/document.ts';
import type { DocumentVersion, FirstSight } from '../library/first-sight-store.ts';
import type { Topic } from '../library/topic.ts';
import type { Quotation } from '../quoting/citations.ts';
import type { Order } from '../schedule/subscription.ts';
import type { EditionContent } from './edition-content.ts';

/** A document in its present version, and when it was seen first and changed last. */
export type SeenVersion = DocumentVersion & FirstSight;

/** What a digest is to be composed of, and for whom. */
export interface DigestRequest {
  /** The channel's audience. */
  readonly audience: Audience;
  readonly topic: Topic;
  readonly order: Pick<Order, 'length' | 'max'>;
  /** Up to when the channel knows what is new; null before its first edition. */
  readonly since: Date | null;
  readonly until: Date;
  /** What the channel's editions held before. */
  readonly before: readonly EditionContent[];
}

/** What one edition shows. */
export interface Digest {
  /** The channel knows nothing yet: this is a brief on the topic rather than what is new. */
  readonly first: boolean;
  /** In reading order: of new documents first, then of changed ones. */
  readonly quotations: readonly Quotation[];
  /** The near-identical copies of documents quoted, which are not quoted themselves. */
  readonly copies: ReadonlyMap<DocumentId, readonly DocumentId[]>;
  /** How many documents have something new on the topic, copies counted once; of a first edition, how many are quoted. */
  readonly news: number;
  /** What the channel's later editions need to know of this one. */
  readonly content: EditionContent;
  /** Something new found no room. */
  readonly more: boolean;
}

/** A digest in which nothing is new. */
export const NOTHING_NEW: Digest = {
  first: false,
  quotations: [],
  copies: new Map(),
  news: 0,
  content: { documents: [], shown: [] },
  more: false,
};
