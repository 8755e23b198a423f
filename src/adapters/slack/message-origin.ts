import type { ActionScope } from '../../core/bot/action-signer.ts';
import type { ChatRequest, Invocation } from '../../core/bot/invocation.ts';
import type { Workspace } from '../../core/library/audience.ts';

/** Where something was said, and by whom. */
export interface MessageOrigin {
  readonly team: string;
  readonly channel: string;
  /** The thread's first message; null outside of threads. */
  readonly thread: string | null;
  /** Nobody has replied in that thread: what one person is to see is not shown there (docs, chat.postEphemeral). */
  readonly isNew?: boolean;
  readonly user: string;
  /** The channel's name, as interactions give it. */
  readonly name?: string;
}

/** The platform's name in addresses. */
export const PLATFORM = 'slack';

/** Whether a channel is a person's own conversation with the app. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** Whether a channel is a conversation of certain people. */
export function isGroup({ name = '' }: Pick<MessageOrigin, 'name'>): boolean {
  return name.startsWith('mpdm-');
}

/** The thread in which one person can be shown something; null: outside of threads. */
export function begunThread({
  thread,
  isNew = false,
}: Pick<MessageOrigin, 'thread' | 'isNew'>): string | null {
  return isNew ? null : thread;
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

/** The workspace of a team. */
export function workspaceOf(team: string): Workspace {
  return { platform: PLATFORM, workspace: team };
}

/** Where a button is valid. */
export function scopeOf({ team, channel }: MessageOrigin): ActionScope {
  return { workspace: team, channel };
}

/** What an invocation contains besides the request. */
export interface InvocationDetails {
  readonly forAsker: boolean;
  readonly manager: boolean;
  readonly replyTo?: string | undefined;
  /** Messages there are not read without a mention; absent: outside of threads they are not. */
  readonly byMention?: boolean | undefined;
  readonly ordering?: Invocation['ordering'];
}

/** The invocation of a request. In direct messages every reply is private. */
export function toInvocation(
  origin: MessageOrigin,
  request: ChatRequest,
  {
    forAsker,
    manager,
    replyTo,
    ordering,
    byMention = !isDirect(origin.channel) && origin.thread === null,
  }: InvocationDetails,
): Invocation {
  return {
    request,
    conversation: conversationOf(origin),
    audience: {
      ...workspaceOf(origin.team),
      channel: origin.channel,
      user: origin.user,
      private: forAsker || isDirect(origin.channel),
      local: false,
    },
    manager,
    ...(byMention && ({ byMention } as const)),
    ...(origin.isNew && ({ opensThread: true } as const)),
    ...(ordering && { ordering }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}
