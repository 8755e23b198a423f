import type { Workspace } from '../library/audience.ts';
import type { Message } from '../replies/message.ts';
import type { ChannelAddress } from '../schedule/channel-address.ts';

/** One post: a key by which it can be told from all others, and what the operator may trust about the moment. */
export interface PostRequest {
  readonly channel: ChannelAddress;
  readonly message: Message;
  /** 25 characters of base32, the same for every try. */
  readonly key: string;
  /** Asked right before anything leaves: false when somebody else may have taken over meanwhile. */
  mayStillSend(): boolean;
}

/** It is there. */
export interface Sent {
  readonly kind: 'sent';
  /** The platform's name for the message. */
  readonly messageId: string;
}

/** What became of a post. */
export type Posted =
  | Sent
  /** It was not taken, and will not be. `gone`: the channel is no more; `closed`: Dossier may not post there; `invalid`: the message itself. */
  | { readonly kind: 'refused'; readonly why: 'gone' | 'closed' | 'invalid'; readonly detail: string }
  /** It was not taken, and may be tried again after so many seconds; null: the platform does not say. `everywhere`: holds for all channels. */
  | {
      readonly kind: 'later';
      readonly seconds: number | null;
      readonly everywhere: boolean;
      readonly detail: string;
    }
  /** The platform no longer knows this bot: nothing more is to be sent to it. */
  | { readonly kind: 'stopped'; readonly detail: string }
  /** Nobody knows whether it was taken. */
  | { readonly kind: 'unknown'; readonly detail: string };

/** Whether a post of before arrived. */
export type Found =
  | Sent
  | { readonly kind: 'absent' }
  /** It can't be looked for here, now or ever. */
  | { readonly kind: 'cannot-look'; readonly detail: string; readonly forGood: boolean };

/** Posts to the channels of one platform, each post by a client of its own that repeats nothing. Never throws. */
export interface Poster {
  readonly platform: string;
  /** For how many milliseconds after a post with a key another with the same key is known not to appear twice. */
  readonly deduplicatesFor: number;
  post(request: PostRequest): Promise<Posted>;
  /** The conversation of the thread under a message, where people answer there without more ado; null elsewhere. */
  threadOf(channel: ChannelAddress, ref: string): string | null;
  /** Looks for a post among what the channel holds; `since`: when it was decided to post it, by this machine's clock, which may be wrong. */
  find(request: {
    readonly channel: ChannelAddress;
    readonly key: string;
    readonly since: Date;
  }): Promise<Found>;
  /** Tells one person something, in private; false where that was not possible. */
  tell(workspace: Workspace, user: string, text: string): Promise<boolean>;
}
