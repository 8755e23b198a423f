import type { Message } from '../replies/message.ts';
import type { ChannelAddress } from '../schedule/channel-address.ts';

/** One attempt to post a message. */
export interface PostRequest {
  readonly channel: ChannelAddress;
  readonly message: Message;
  /** 25 characters of base32 that identify the post, the same for every attempt. */
  readonly key: string;
  /** Asked right before anything is sent: false if another process may have taken over. */
  mayStillSend(): boolean;
}

/** A post that is searched for. */
export interface FindRequest extends Pick<PostRequest, 'channel' | 'key'> {
  /** When it was first intended, by this machine's clock, which may be wrong. */
  readonly since: Date;
}

/** The message is in the channel. */
export interface Sent {
  readonly kind: 'sent';
  /** The platform's id of the message. */
  readonly messageId: string;
}

/** The outcome of an attempt. */
export type Posted =
  | Sent
  /** It was rejected for good. `gone`: the channel no longer exists; `closed`: Dossier may not post there; `invalid`: the message itself. */
  | {
      readonly kind: 'refused';
      readonly why: 'gone' | 'closed' | 'invalid';
      readonly detail: string;
      /** For the operator. */
      readonly cause?: unknown;
    }
  /** It was not accepted; try again after so many seconds, null if the platform does not say. `everywhere`: so for all channels. */
  | {
      readonly kind: 'later';
      readonly seconds: number | null;
      readonly everywhere: boolean;
      readonly detail: string;
    }
  /** The platform rejects the bot itself: nothing more is to be sent there. */
  | { readonly kind: 'stopped'; readonly detail: string }
  /** It may have arrived. */
  | { readonly kind: 'unknown'; readonly detail: string };

/** Whether an earlier post arrived. */
export type Found =
  | Sent
  | { readonly kind: 'absent' }
  /** The channel cannot be searched now; `forGood`: nor ever. */
  | { readonly kind: 'cannot-search'; readonly detail: string; readonly forGood: boolean };

/** Posts to the channels of one platform. Every request is sent once: nothing is retried below it. It never throws. */
export interface Poster {
  readonly platform: string;
  /** For how many milliseconds the platform discards a second post with the same key; 0 if it never does. */
  readonly deduplicatesFor: number;
  post(request: PostRequest): Promise<Posted>;
  /** The conversation of the thread under a message, if people can reply there without further ado; else null. */
  threadOf(channel: ChannelAddress, messageId: string): string | null;
  /** Searches a channel for a post. */
  find(request: FindRequest): Promise<Found>;
  /** Sends a person a private message about a channel; false if that is not possible. */
  tell(channel: ChannelAddress, user: string, text: string): Promise<boolean>;
}
