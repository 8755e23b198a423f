import type { webApi } from '@slack/bolt';
import { retryWhenLimited } from './calls.ts';
import { codeOf } from './failures.ts';
import type { HandlerContext } from './handler-context.ts';
import { isDirect, type MessageOrigin } from './message-origin.ts';
import type { Payload } from './replies.ts';

/** Sends to where an interaction came from, for half an hour, whether the app is a member or not. */
export type Respond = (
  payload: Payload & {
    readonly response_type: 'ephemeral' | 'in_channel';
    readonly replace_original: false;
    readonly thread_ts?: string;
  },
) => Promise<unknown>;

/** Where a message was posted; null where it could not be. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** Posts for everybody to see. Null where the app is not a member. */
export async function post(
  { client }: HandlerContext,
  origin: Pick<MessageOrigin, 'channel' | 'thread'>,
  payload: Payload,
): Promise<Posted | null> {
  try {
    const { channel, ts } = await retryWhenLimited(() =>
      client.chat.postMessage({
        ...toArguments(payload),
        ...inThread(origin),
      } as webApi.ChatPostMessageArguments),
    );
    return channel !== undefined && ts !== undefined ? { channel, ts } : null;
  } catch (cause) {
    if (NOT_HERE.has(codeOf(cause) ?? '')) return null;
    throw cause;
  }
}

/** Shows one person something, in the thread where they asked; null where the app is not a member. */
export async function postToOne(
  { client }: HandlerContext,
  origin: MessageOrigin,
  payload: Payload,
): Promise<Posted | null> {
  if (isDirect(origin.channel)) return post({ client } as HandlerContext, origin, payload);
  try {
    const { message_ts: ts } = await retryWhenLimited(() =>
      client.chat.postEphemeral({
        ...{ ...toArguments(payload), ...inThread(origin), user: origin.user },
      } as webApi.ChatPostEphemeralArguments),
    );
    return { channel: origin.channel, ts: ts ?? '' };
  } catch (cause) {
    if (NOT_HERE.has(codeOf(cause) ?? '')) return null;
    throw cause;
  }
}

/** Slack will not have it there, whatever it says (docs, chat.postMessage, chat.postEphemeral). */
export const NOT_HERE: ReadonlySet<string> = new Set([
  ...['not_in_channel', 'channel_not_found', 'is_archived', 'user_not_in_channel', 'is_inactive'],
  ...['restricted_action', 'restricted_action_read_only_channel', 'restricted_action_thread_only_channel'],
  ...['restricted_action_non_threadable_channel', 'restricted_action_thread_locked', 'no_permission'],
  ...['posting_to_general_channel_denied', 'cannot_reply_to_message', 'thread_not_found', 'access_denied'],
  ...['ekm_access_denied', 'messages_tab_disabled'],
]);

function inThread({ channel, thread }: Pick<MessageOrigin, 'channel' | 'thread'>) {
  return thread === null ? { channel } : { channel, thread_ts: thread };
}

/** No previews, nothing that is read as markup in the fallback. */
export function toArguments({ text, blocks }: Payload) {
  return { text, blocks, mrkdwn: false, unfurl_links: false, unfurl_media: false };
}
