import type { webApi } from '@slack/bolt';
import { digestSetting } from '../../core/bot/interaction/reply-layout.ts';
import type { Observer } from '../../core/bot/platform.ts';
import {
  askOnce,
  beforePosting,
  type CallOutcome,
  later,
  unrenderable,
} from '../../core/delivery/call-outcome.ts';
import type { Found, Posted, Poster, PostRequest } from '../../core/delivery/poster.ts';
import { pause } from '../../core/text/abort.ts';
import { type CallOnceOptions, callOnce } from './call-once.ts';
import { findInHistory, METADATA } from './find-post.ts';
import { isDirect, PLATFORM, threadUnder } from './message-origin.ts';
import { isTokenInDoubt, notFound } from './post-failures.ts';
import { toArguments } from './posting.ts';
import { createSlackReplies, type Replies } from './replies.ts';

/** What posting digests on Slack needs. */
export interface SlackPosterOptions {
  readonly botToken: string;
  /** Where Slack's API is; null: Slack's own. */
  readonly api: string | null;
  /** How many days the buttons under a digest stay valid. */
  readonly days: number;
  /** Milliseconds after which an answer is no longer waited for. */
  readonly timeout: number;
  /** Milliseconds before each time that Slack is asked about a token which it did not know in a post. */
  readonly doubts: readonly number[];
  readonly observer?: Observer;
  now(): Date;
}

/**
 * Creates a poster of digests to channels of the token's workspace. Slack has no key by which it knows two posts as
 * one, so an unconfirmed post is searched for in the channel.
 */
export function createSlackPoster(options: SlackPosterOptions): Poster {
  const { botToken, api, timeout, observer, now } = options;
  const calls = { token: botToken, api, timeout, now, ...(observer && { observer }) };
  const { replies } = createSlackReplies(options);
  const identify = askOnce(() => askIdentity(calls));
  const attempt = async (message: object, request: PostRequest): Promise<Posted> => {
    const who = await identify();
    if (who.kind !== 'done') return beforePosting(who, true);
    if (who.value.team !== request.channel.workspace) return ELSEWHERE;
    return toPosted(await send(calls, message, request.mayStillSend));
  };
  return {
    platform: PLATFORM,
    deduplicatesFor: 0,
    threadOf: threadUnder,
    async post(request) {
      const message = render(replies, request);
      if ('kind' in message) return message;
      const posted = await attempt(message, request);
      return isTokenInDoubt(posted) ? confirmRejection(posted, options) : posted;
    },
    async find(request) {
      const who = await identify();
      if (who.kind !== 'done') return notFound(who);
      if (who.value.team !== request.channel.workspace) return NOT_OURS;
      return findInHistory(calls, who.value.botId, request);
    },
    async tell({ workspace }, user, text) {
      const who = await identify();
      if (who.kind !== 'done' || who.value.team !== workspace) return false;
      const told = await send(calls, { channel: user, ...toArguments(replies.note(text)) });
      return told.kind === 'done';
    },
  };
}

/** Slack did not know the token: that holds unless it knows it again within seconds. */
async function confirmRejection(posted: Posted, options: SlackPosterOptions): Promise<Posted> {
  const calls = { ...options, token: options.botToken };
  for (const wait of options.doubts) {
    await pause(wait, NEVER);
    const asked = await askIdentity(calls);
    if (asked.kind === 'done')
      return later('Slack did not know the token for a moment.', { everywhere: true });
  }
  return posted;
}

const NEVER = new AbortController().signal;

const OTHER_WORKSPACE = 'The channel and the token belong to different workspaces.';
const ELSEWHERE: Posted = { kind: 'refused', why: 'closed', detail: OTHER_WORKSPACE };
const NOT_OURS: Found = { kind: 'cannot-search', detail: OTHER_WORKSPACE, forGood: true };

/** The workspace and the bot of a token. */
interface Identity {
  readonly team: string;
  readonly botId: string;
}

async function askIdentity(calls: CallOnceOptions): Promise<CallOutcome<Identity>> {
  const answer = await callOnce(calls, (client) => client.auth.test());
  if (answer.kind !== 'done') return answer;
  const { team_id: team, bot_id: botId } = answer.value;
  if (team === undefined || botId === undefined)
    return { kind: 'unknown', detail: 'Slack did not say which workspace the token belongs to.' };
  return { kind: 'done', value: { team, botId } };
}

/** A digest as it is sent. */
function render(replies: Replies, { channel: scope, message, key }: PostRequest) {
  const setting = digestSetting(message.reply, {
    ...{ scope, shareable: !isDirect(scope.channel), threads: false },
  });
  try {
    const metadata = { event_type: METADATA, event_payload: { key } };
    return { channel: scope.channel, ...toArguments(replies.of(message, setting)), metadata };
  } catch (cause) {
    return unrenderable(cause);
  }
}

function send(
  calls: CallOnceOptions,
  message: object,
  isWanted?: () => boolean,
): Promise<CallOutcome<webApi.ChatPostMessageResponse>> {
  const post = (client: webApi.WebClient) =>
    client.chat.postMessage(message as webApi.ChatPostMessageArguments);
  return callOnce(calls, post, isWanted);
}

function toPosted(outcome: CallOutcome<webApi.ChatPostMessageResponse>): Posted {
  if (outcome.kind !== 'done') return outcome;
  const { ts } = outcome.value;
  return ts === undefined
    ? { kind: 'unknown', detail: 'Slack did not return a message id.' }
    : { kind: 'sent', messageId: ts };
}
