import type { webApi } from '@slack/bolt';
import { retryWhenLimited } from './calls.ts';
import { codeOf, NOT_HERE } from './failures.ts';
import type { HandlerContext } from './handler-context.ts';
import { begunThread, isDirect, type MessageOrigin } from './message-origin.ts';
import type { Payload } from './replies.ts';

/** The response URL of an interaction: for half an hour it sends to where that came from, the app may be a member or not. */
export interface Respond {
  send(answer: ResponseAnswer): Promise<void>;
  /** Whether Slack has not confirmed something that was sent. */
  isWaiting(): boolean;
}

/** What a response URL takes. */
export type ResponseAnswer = Payload & {
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original: false;
  readonly thread_ts?: string;
};

/** Creates a response URL of Bolt's function for it. */
export function createRespond(send: (answer: never) => Promise<unknown>): Respond {
  let waiting = 0;
  return {
    isWaiting: () => waiting > 0,
    async send(answer) {
      waiting++;
      try {
        await send(answer as never); // Bolt's types know fewer blocks than Slack
      } finally {
        waiting--;
      }
    },
  };
}

/** A message that was posted. */
export interface Posted {
  readonly ts: string;
  /** The channel's id, also where it was addressed by a person's. */
  readonly channel: string;
}

/** Posts a message that everyone sees. Null if the app is not a member. */
export async function post(
  { client }: Pick<HandlerContext, 'client'>,
  origin: Pick<MessageOrigin, 'channel' | 'thread'>,
  payload: Payload,
): Promise<Posted | null> {
  const message = { ...toArguments(payload), ...inThread(origin) } as webApi.ChatPostMessageArguments;
  return unlessNotHere(async () => {
    const { ts, channel = origin.channel } = await retryWhenLimited(() => client.chat.postMessage(message));
    return ts === undefined ? null : { ts, channel };
  });
}

/** Sends a person a direct message. Null if they don't allow it. */
export function postToPerson(
  context: Pick<HandlerContext, 'client'>,
  user: string,
  payload: Payload,
): Promise<Posted | null> {
  return post(context, { channel: user, thread: null }, payload);
}

/** Shows something to one person, in the thread where they asked if there is one. Null if the app is not a member. */
export async function postToOne(
  { client }: HandlerContext,
  origin: MessageOrigin,
  payload: Payload,
): Promise<Posted | null> {
  if (isDirect(origin.channel)) return post({ client }, origin, payload);
  const message = {
    ...toArguments(payload),
    ...inThread({ ...origin, thread: begunThread(origin) }),
    user: origin.user,
  } as webApi.ChatPostEphemeralArguments;
  return unlessNotHere(async () => {
    const { message_ts: ts } = await retryWhenLimited(() => client.chat.postEphemeral(message));
    return { ts: ts ?? '', channel: origin.channel };
  });
}

async function unlessNotHere(send: () => Promise<Posted | null>): Promise<Posted | null> {
  try {
    return await send();
  } catch (cause) {
    if (NOT_HERE.has(codeOf(cause) ?? '')) return null;
    throw cause;
  }
}

function inThread({ channel, thread }: Pick<MessageOrigin, 'channel' | 'thread'>) {
  return thread === null ? { channel } : { channel, thread_ts: thread };
}

/** The arguments of a post: no previews, nothing that is read as markup in the fallback. */
export function toArguments({ text, blocks }: Payload) {
  return { text, blocks, mrkdwn: false, unfurl_links: false, unfurl_media: false };
}
