import type { webApi } from '@slack/bolt';
import type { Found, Posted, Poster, PostRequest } from '../../core/delivery/poster.ts';
import type { ChannelAddress } from '../../core/schedule/channel-address.ts';
import { createSlackActionSigner } from './action-signer.ts';
import { findInHistory, METADATA } from './find-post.ts';
import { threadUnder } from './message-origin.ts';
import { callOnce, type Failure, type OneCallOptions, type Outcome } from './one-call.ts';
import { whatBecame, whyNotLooked } from './post-failures.ts';
import { toArguments } from './posting.ts';
import { createReplies, type Replies } from './replies.ts';

/** What posting digests on Slack needs. */
export interface SlackPosterOptions {
  readonly botToken: string;
  /** Where Slack's API is; Slack's own where null. */
  readonly api: string | null;
  /** For how many days the buttons under a digest are good. */
  readonly days: number;
  /** After how many milliseconds an answer is no longer waited for; ten seconds where it is not given. */
  readonly timeout?: number;
  now(): Date;
  report(error: Error): void;
}

const TIMEOUT = 10_000; // milliseconds

/** Whose the token is. */
export interface Identity {
  readonly team: string;
  readonly botId: string;
}

/**
 * Posts digests to channels of the workspace that the token is of. Slack tells no two posts apart by a key,
 * so that a post of which nothing is known is looked for in the channel.
 */
export function createSlackPoster(options: SlackPosterOptions): Poster {
  const { botToken, days, now, api, timeout = TIMEOUT } = options;
  const calls = { token: botToken, api, timeout, now };
  const replies = createReplies(createSlackActionSigner({ botToken, days }), now);
  const identify = createIdentity(calls);
  return {
    platform: 'slack',
    deduplicatesFor: 0,
    threadOf: threadUnder,
    async post(request) {
      const payload = render(replies, request, options);
      if (payload === null) return { kind: 'refused', why: 'invalid', detail: 'It could not be rendered.' };
      const who = await identify();
      if (who.kind !== 'done') return beforePosting(who);
      if (who.value.team !== request.channel.workspace) return ELSEWHERE;
      const posted = await callOnce(
        calls,
        (client) => client.chat.postMessage(payload as webApi.ChatPostMessageArguments),
        request.mayStillSend,
      );
      return toPosted(posted);
    },
    async find(request) {
      const who = await identify();
      if (who.kind !== 'done') return whyNotLooked(who);
      if (who.value.team !== request.channel.workspace) return NOT_OURS;
      return findInHistory(calls, who.value, request);
    },
    async tell({ workspace }, user, text) {
      const who = await identify();
      if (who.kind !== 'done' || who.value.team !== workspace) return false;
      const payload = { channel: user, ...toArguments(replies.note(text)) };
      const told = await callOnce(calls, (client) =>
        client.chat.postMessage(payload as webApi.ChatPostMessageArguments),
      );
      return told.kind === 'done';
    },
  };
}

const OTHER_WORKSPACE = 'It belongs to another workspace than the one that the token is of.';
const ELSEWHERE: Posted = { kind: 'refused', why: 'closed', detail: OTHER_WORKSPACE };
const NOT_OURS: Found = { kind: 'cannot-look', detail: OTHER_WORKSPACE, forGood: true };

/** Asks whose the token is, until Slack has answered once. */
function createIdentity(calls: OneCallOptions): () => Promise<Outcome<Identity>> {
  let request: Promise<Outcome<Identity>> | null = null;
  const ask = async (): Promise<Outcome<Identity>> => {
    const told = await callOnce(calls, (client) => client.auth.test());
    if (told.kind !== 'done') return told;
    const { team_id: team, bot_id: botId } = told.value;
    if (team === undefined || botId === undefined)
      return { kind: 'lost', detail: 'Slack did not say whose the token is.' };
    return { kind: 'done', value: { team, botId } };
  };
  return async () => {
    request ??= ask();
    const outcome = await request;
    if (outcome.kind !== 'done') request = null;
    return outcome;
  };
}

/** What is sent; null, and reported, where rendering fails. */
function render(
  replies: Replies,
  { channel, message, key }: PostRequest,
  { report }: Pick<SlackPosterOptions, 'report'>,
) {
  const { id, command } = message.reply;
  const request =
    id === null
      ? ({ kind: 'command', command, options: {} } as const)
      : ({ kind: 'answer', id, share: false } as const);
  try {
    const setting = { request, page: 1, origin: saidIn(channel), forAsker: false, followsText: false };
    const metadata = { event_type: METADATA, event_payload: { key } };
    return { channel: channel.channel, ...toArguments(replies.of(message, setting)), metadata };
  } catch (cause) {
    report(new Error('A digest could not be rendered for Slack.', { cause }));
    return null;
  }
}

/** A digest answers nobody. */
function saidIn({ workspace, channel }: ChannelAddress) {
  return { team: workspace, channel, thread: null, user: '' };
}

/** Nothing was posted yet when it failed. */
function beforePosting(failure: Failure): Posted {
  const became = whatBecame(failure);
  if (became.kind !== 'unknown') return became;
  return { kind: 'later', seconds: null, everywhere: true, detail: became.detail };
}

function toPosted(posted: Outcome<webApi.ChatPostMessageResponse>): Posted {
  if (posted.kind !== 'done') return whatBecame(posted);
  const { ts } = posted.value;
  return ts === undefined
    ? { kind: 'unknown', detail: 'Slack did not say as what it was posted.' }
    : { kind: 'sent', messageId: ts };
}
