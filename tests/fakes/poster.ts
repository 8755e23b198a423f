import type { Found, Posted, Poster, PostRequest } from '../../src/core/delivery/poster.ts';
import type { Message } from '../../src/core/replies/message.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';

/** A post that was accepted. */
export interface RecordedPost {
  readonly channel: ChannelAddress;
  readonly key: string;
  readonly message: Message;
  readonly messageId: string;
  readonly at: Date;
}

/** The outcome of one post, if it does not simply arrive. */
export interface ScriptedPost {
  /** Whether it reaches the channel. */
  readonly accepted: boolean;
  /** What the poster returns. */
  readonly posted: Exclude<Posted, { kind: 'sent' }>;
  /** Runs while the request is under way. */
  meanwhile?(request: PostRequest): Promise<void>;
}

/** A poster that keeps its posts in memory. */
export interface RecordingPoster extends Poster {
  /** The posts in all channels, oldest first. */
  readonly posts: readonly RecordedPost[];
  /** Every request sent, oldest first. */
  readonly requests: readonly PostRequest[];
  /** The keys of all lookups. */
  readonly lookups: readonly string[];
  readonly told: readonly { readonly user: string; readonly text: string }[];
  /** Sets the outcome of the next post, in one channel if given. */
  script(scripted: ScriptedPost, channel?: ChannelAddress): void;
  /** Sets the result of the next lookup. */
  scriptLookup(found: Found): void;
  /** Whether people can be told; true at first. */
  telling: boolean;
}

/** How a recording poster is created. */
export interface RecordingOptions {
  readonly platform: string;
  readonly deduplicatesFor: number;
  now?(): Date;
}

/** Creates a poster without posts. */
export function createRecordingPoster(options: RecordingOptions): RecordingPoster {
  const { platform, deduplicatesFor, now = () => new Date() } = options;
  const posts: RecordedPost[] = [];
  const requests: PostRequest[] = [];
  const lookups: string[] = [];
  const told: { user: string; text: string }[] = [];
  const scripts: { scripted: ScriptedPost; channel: ChannelAddress | undefined }[] = [];
  const foundNext: Found[] = [];
  const accept = ({ channel, key, message }: PostRequest): RecordedPost => {
    const at = now();
    const known = posts.find(
      (post) => isOf(post, channel, key) && at.valueOf() - post.at.valueOf() < deduplicatesFor,
    );
    if (known) return known;
    const post = { channel, key, message, messageId: `post-${posts.length + 1}`, at };
    posts.push(post);
    return post;
  };
  return {
    ...{ platform, deduplicatesFor, posts, requests, lookups, told, telling: true },
    threadOf: (_channel, messageId) => `thread ${messageId}`,
    script: (scripted, channel) => void scripts.push({ scripted, channel }),
    scriptLookup: (found) => void foundNext.push(found),
    async post(request) {
      if (!request.mayStillSend())
        return { kind: 'later', seconds: null, everywhere: false, detail: 'Another may be at it.' };
      requests.push(request);
      const at = scripts.findIndex(({ channel }) => !channel || isSame(channel, request.channel));
      const scripted = at < 0 ? undefined : scripts.splice(at, 1)[0]?.scripted;
      await scripted?.meanwhile?.(request);
      if (!scripted) return { kind: 'sent', messageId: accept(request).messageId };
      if (scripted.accepted) accept(request);
      return scripted.posted;
    },
    async find({ channel, key }) {
      lookups.push(key);
      const post = posts.find((each) => isOf(each, channel, key));
      return foundNext.shift() ?? (post ? { kind: 'sent', messageId: post.messageId } : { kind: 'absent' });
    },
    async tell(_workspace, user, text) {
      if (this.telling) told.push({ user, text });
      return this.telling;
    },
  };
}

function isOf(post: RecordedPost, channel: ChannelAddress, key: string): boolean {
  return post.key === key && isSame(post.channel, channel);
}

function isSame(one: ChannelAddress, other: ChannelAddress): boolean {
  return (
    one.platform === other.platform && one.workspace === other.workspace && one.channel === other.channel
  );
}
