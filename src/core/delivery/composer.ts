import type { Message } from '../replies/message.ts';
import type { Edition } from '../schedule/edition.ts';
import type { Subscription } from '../schedule/subscription.ts';

/** An edition ready to be posted, or why none is posted. */
export type ComposedEdition =
  | {
      readonly kind: 'message';
      readonly message: Message;
      /** The end of the time it covers. */
      readonly covered: Date;
      /** Plain data for the composer of later editions. */
      readonly content: unknown;
    }
  /** Nothing is new. */
  | { readonly kind: 'empty'; readonly covered: Date; readonly content: unknown; readonly reason: string }
  /** It cannot be composed. `pauses`: nor can a later edition, so the digest is paused. */
  | { readonly kind: 'failed'; readonly reason: string; readonly pauses: boolean };

/** Composes what delivery posts: it knows documents, delivery does not. */
export interface EditionComposer {
  /** Composes an edition as of now. */
  compose(edition: Edition, subscription: Subscription): Promise<ComposedEdition>;
  /**
   * When the first document came that an alert would post now and its channel was not shown; null if none did. A topic
   * that no longer exists counts as come: composing says so.
   */
  waiting(subscription: Subscription): Promise<Date | null>;
  /** Called once an edition is known to be posted, with the key of the conversation in which people reply to it. */
  posted(edition: Edition, conversation: string): Promise<void>;
}
