import type { ChatRequest, Invocation } from '../../core/bot/invocation.ts';

/** Where something was said, and by whom, as Slack tells it. */
export interface MessageOrigin {
  readonly team: string;
  readonly channel: string;
  /** The thread's first message; null outside of threads. */
  readonly thread: string | null;
  readonly user: string;
}

const PLATFORM = 'slack';

/** A channel that is a person's own conversation with the app. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** The key of a conversation: the thread, elsewhere the channel and the person. */
function conversationOf({ team, channel, thread, user }: MessageOrigin): string {
  return `${PLATFORM}:${team}/${channel}/${thread ?? user}`;
}

/** The key of the conversation in the thread under a message of a channel. */
export function threadUnder(
  { workspace, channel }: { workspace: string; channel: string },
  ts: string,
): string {
  return conversationOf({ team: workspace, channel, thread: ts, user: '' });
}

/** A workspace of this platform. */
export function workspaceOf(team: string) {
  return { platform: PLATFORM, workspace: team };
}

/** Where a deed may be done. */
export function scopeOf({ team, channel }: MessageOrigin) {
  return { workspace: team, channel };
}

/** What a request is made of besides what was asked. */
export interface InvocationDetails {
  readonly forAsker: boolean;
  readonly manager: boolean;
  readonly replyTo?: string | undefined;
}

/** A request as the core takes it. In direct messages every reply is for one person. */
export function toInvocation(
  origin: MessageOrigin,
  request: ChatRequest,
  { forAsker, manager, replyTo }: InvocationDetails,
): Invocation {
  return {
    request,
    conversation: conversationOf(origin),
    audience: {
      ...workspaceOf(origin.team),
      channel: origin.channel,
      user: origin.user,
      private: forAsker || isDirect(origin.channel),
    },
    manager,
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}
