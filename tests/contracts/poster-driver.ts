import type { Poster } from '../../src/core/delivery/poster.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';

/** What goes wrong with a post. What befell a channel or the token stays; what else goes wrong does so once. */
export type PostFault =
  /** Nobody listens there, until `mend`. */
  | { readonly kind: 'refuse-connection' }
  | { readonly kind: 'time-out-before-accepting' }
  | { readonly kind: 'time-out-after-accepting' }
  /** It was accepted, and the answer stops after its head and a part of its body. */
  | { readonly kind: 'break-after-headers' }
  | { readonly kind: 'server-error-before' }
  | { readonly kind: 'server-error-after-accepting' }
  /** It was accepted, and the answer is a page of HTML with status 200. */
  | { readonly kind: 'garbage-answer' }
  /** `retryAfter`: the header as it stands, null without it. `at`: the answer's own `Date` header. */
  | { readonly kind: 'too-many-requests'; readonly retryAfter: string | null; readonly at?: string }
  /** The channel was deleted. */
  | { readonly kind: 'channel-gone' }
  /** The bot was removed from the channel, or may not write there. */
  | { readonly kind: 'closed' }
  /** The token was revoked. */
  | { readonly kind: 'bad-token' };

/** What goes wrong with looking for a post, once. */
export type LookFault = 'time-out' | 'server-error' | 'break-after-headers' | 'garbage-answer';

/** A post that the platform accepted, as people see it. */
export interface Accepted {
  /** The platform's name for it, as in `Posted`. */
  readonly messageId: string;
  /** The key as the platform holds it; null where it holds none. */
  readonly key: string | null;
  readonly text: string;
  readonly links: readonly string[];
  readonly buttons: readonly string[];
}

/** How a driver is opened where it is not as usual. */
export interface PosterSetting {
  /** After how many milliseconds the poster gives up a request; some seconds where it is not given. */
  readonly timeout?: number;
}

/** One strict test platform and a poster to it; each platform has one beside its tests. */
export interface PosterDriver {
  readonly poster: Poster;
  /** A channel that the bot may post to, and look into. */
  readonly channel: ChannelAddress;
  /** Somebody in it, by id. */
  readonly person: string;
  /** What it can't do, and why: cases that need it are skipped and say so. */
  readonly cannot: Partial<Record<PostFault['kind'] | LookFault | 'chatter' | 'tell' | 'buttons', string>>;
  /** More channels of the same workspace. */
  addChannels(count: number): readonly ChannelAddress[];
  /** What a channel holds of the bot, oldest first. */
  posted(channel?: ChannelAddress): readonly Accepted[];
  /** Makes the next post go wrong, in this channel where one is named. */
  trouble(fault: PostFault, channel?: ChannelAddress): Promise<void>;
  /** Makes the next look go wrong. */
  troubleLooking(fault: LookFault): void;
  /** Ends what was refused or broken for long. */
  mend(): Promise<void>;
  /** Lets people in the channel say so many things. */
  chatter(count: number): void;
  /** How many requests to post have arrived. */
  requests(): number;
  /** What the person was told in private. */
  told(): readonly string[];
  /** Makes telling the person impossible. */
  refusePrivate(): void;
  /** What the platform would refuse, or people would mind: pings above all. */
  complaints(): readonly string[];
  close(): Promise<void>;
}
