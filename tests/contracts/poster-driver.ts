import type { Poster } from '../../src/core/delivery/poster.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';

/** What goes wrong with a post. Faults of a channel or the token persist; all others occur once. */
export type PostFault =
  /** Connections are refused, until `mend`. */
  | { readonly kind: 'refuse-connection' }
  | { readonly kind: 'time-out-before-accepting' }
  | { readonly kind: 'time-out-after-accepting' }
  /** It was accepted, and the response stops after its head and a part of its body. */
  | { readonly kind: 'break-after-headers' }
  | { readonly kind: 'server-error-before' }
  | { readonly kind: 'server-error-after-accepting' }
  /** It was accepted, and the response is an HTML page with status 200. */
  | { readonly kind: 'garbage-answer' }
  /** `retryAfter`: the header, null if absent. `at`: the response's `Date` header. */
  | { readonly kind: 'too-many-requests'; readonly retryAfter: string | null; readonly at?: string }
  /** The channel was deleted. */
  | { readonly kind: 'channel-gone' }
  /** The bot was removed from the channel, or may not write there. */
  | { readonly kind: 'closed' }
  /** The token was revoked. */
  | { readonly kind: 'bad-token' };

/** What goes wrong with a lookup, once. */
export type LookupFault = 'time-out' | 'server-error' | 'break-after-headers' | 'garbage-answer';

/** A post that the platform accepted, as people see it. */
export interface Accepted {
  /** The platform's id of it, as in `Posted`. */
  readonly messageId: string;
  /** The key as the platform stores it; null if it stores none. */
  readonly key: string | null;
  readonly text: string;
  readonly links: readonly string[];
  readonly buttons: readonly string[];
}

/** How a driver is opened, if not as usual. */
export interface PosterSetting {
  /** After how many milliseconds the poster gives up a request; a few seconds if absent. */
  readonly timeout?: number;
}

/** One strict test platform and a poster to it; each platform has one beside its tests. */
export interface PosterDriver {
  readonly poster: Poster;
  /** A channel that the bot may post to and read. */
  readonly channel: ChannelAddress;
  /** The id of a person in it. */
  readonly person: string;
  /** What it cannot do, and why: tests that need it are skipped for that reason. */
  readonly cannot: Partial<
    Record<PostFault['kind'] | LookupFault | 'chatter' | 'tell' | 'buttons' | 'channels', string>
  >;
  /** More channels of the same workspace. */
  addChannels(count: number): readonly ChannelAddress[];
  /** The bot's posts in a channel, oldest first. */
  posted(channel?: ChannelAddress): readonly Accepted[];
  /** Makes the next post go wrong, in this channel if one is given. */
  trouble(fault: PostFault, channel?: ChannelAddress): Promise<void>;
  /** Makes the next lookup go wrong. */
  troubleLookup(fault: LookupFault): void;
  /** Ends persistent faults. */
  mend(): Promise<void>;
  /** Posts so many messages by people in the channel. */
  chatter(count: number): void;
  /** How many post requests have arrived. */
  requests(): number;
  /** The private messages that the person got. */
  told(): readonly string[];
  /** Makes private messages to the person impossible. */
  refusePrivate(): void;
  /** What the platform would reject or people would mind, pings above all. */
  complaints(): readonly string[];
  close(): Promise<void>;
}
