import { Routes } from 'discord.js';
import type { Poster, PostRequest } from '../../core/delivery/poster.ts';
import { clip } from '../../core/text/clip.ts';
import { THREADED } from './answering.ts';
import { type CachedChannel, createChannelCache } from './channel-cache.ts';
import { cannotLook, findPost, ID } from './find-post.ts';
import { withMark } from './mark.ts';
import { inert } from './markdown.ts';
import { DIRECT } from './message-origin.ts';
import { fieldsOf, toPosted } from './posted.ts';
import { createPostingClient, type Outcome, type PostingClient } from './posting-client.ts';
import { createDiscordReplies, type Payload, type Replies } from './replies.ts';

/** What posting on Discord needs. */
export interface DiscordPosterOptions {
  readonly token: string;
  readonly api: string | null;
  /** For how many days the buttons under a digest are good. */
  readonly days: number;
  /** Milliseconds after which a request is given up; ten seconds where it is not given. */
  readonly timeout?: number;
  now(): Date;
  report(error: Error): void;
}

/** Posts digests to channels of Discord, beside the adapter and whether it is connected or not. */
export function createDiscordPoster(options: DiscordPosterOptions): Poster {
  const { now, report } = options;
  const client = createPostingClient(options);
  const { replies } = createDiscordReplies(options);
  const placeOf = createChannelCache(client, now);
  const ownId = rememberOwnId(client);
  return {
    platform: 'discord',
    deduplicatesFor: 60_000, // Discord knows a nonce for "a few minutes" (docs, Create Message)
    threadOf: () => null, // a thread is opened by its button
    async post(request) {
      const { channel, key, mayStillSend } = request;
      const place = await placeOf(channel);
      if ('kind' in place) return place;
      const payload = render(replies, request, place);
      if (payload instanceof Error) {
        report(payload);
        return { kind: 'refused', why: 'invalid', detail: payload.message };
      }
      const marked = { ...payload, components: withMark(payload.components, key) };
      const body = { ...marked, ...SILENT, nonce: key, enforce_nonce: true };
      const route = Routes.channelMessages(channel.channel);
      return toPosted(await client({ method: 'POST', route, body, mayLeave: mayStillSend }), now());
    },
    async find({ channel, key, since }) {
      const place = await placeOf(channel);
      if ('kind' in place)
        return { kind: 'cannot-look', detail: place.detail, forGood: place.kind === 'refused' };
      const author = await ownId();
      if (typeof author !== 'string') return cannotLook(author);
      return findPost(client, { channel: channel.channel, key, since, author });
    },
    tell: (_workspace, user, text) => tell(client, replies, { user, text }),
  };
}

const SILENT = { allowed_mentions: { parse: [] } };

/** The bot's own id, asked once. */
function rememberOwnId(client: PostingClient): () => Promise<string | Outcome> {
  let known: string | null = null;
  return async () => {
    if (known !== null) return known;
    const outcome = await client({ method: 'GET', route: Routes.user() });
    const { id } = fieldsOf(outcome.kind === 'answered' && outcome.status === 200 ? outcome.body : null);
    if (typeof id !== 'string') return outcome;
    known = id;
    return id;
  };
}

/** A digest as a brief would stand there, for everybody. */
function render(replies: Replies, { message, channel }: PostRequest, place: CachedChannel): Payload | Error {
  const inServer = channel.workspace !== DIRECT;
  try {
    return replies.of(message, {
      request: { kind: 'command', command: message.reply.command, options: {} },
      ...{ page: 1, scope: channel, forAsker: false, followsText: true },
      ...{ shareable: inServer, threads: inServer && THREADED.has(place.type) },
    });
  } catch (cause) {
    return new Error('A digest could not be written for Discord.', { cause });
  }
}

const MAX_TOLD = 1500; // characters; marks take up to twice as many

async function tell(
  client: PostingClient,
  replies: Replies,
  { user, text }: { user: string; text: string },
): Promise<boolean> {
  if (!ID.test(user)) return false;
  const opened = await client({ method: 'POST', route: Routes.userChannels(), body: { recipient_id: user } });
  const { id } = fieldsOf(opened.kind === 'answered' && opened.status === 200 ? opened.body : null);
  if (typeof id !== 'string') return false;
  const lines = clip(text, MAX_TOLD).split('\n').map(inert).join('\n');
  const body = { ...replies.note(lines), ...SILENT };
  const sent = await client({ method: 'POST', route: Routes.channelMessages(id), body });
  return toPosted(sent, new Date(0)).kind === 'sent';
}
