import { Routes } from 'discord.js';
import { digestSetting } from '../../core/bot/interaction/reply-layout.ts';
import { askOnce, cannotSearch, type NotPosted, unrenderable } from '../../core/delivery/call-outcome.ts';
import type { Posted, Poster, PostRequest } from '../../core/delivery/poster.ts';
import { clip } from '../../core/text/clip.ts';
import { type CachedChannel, createChannelCache } from './channel-cache.ts';
import { findPost, ID } from './find-post.ts';
import { THREADED } from './interaction-origin.ts';
import { withMark } from './mark.ts';
import { inert } from './markdown.ts';
import { DIRECT, PLATFORM } from './message-origin.ts';
import { createPostingClient, type PostingClient, type PostingClientOptions } from './posting-client.ts';
import { idOf } from './posting-outcome.ts';
import { createDiscordReplies, type Payload, type Replies } from './replies.ts';

/** What posting on Discord needs. */
export interface DiscordPosterOptions extends PostingClientOptions {
  /** How many days the buttons under a digest stay valid. */
  readonly days: number;
}

/** Creates a poster of digests to channels of Discord, independent of the adapter and its connection. */
export function createDiscordPoster(options: DiscordPosterOptions): Poster {
  const client = createPostingClient(options);
  const { replies } = createDiscordReplies(options);
  const channelOf = createChannelCache(client);
  const ownId = askOnce(async () => idOf(await client({ method: 'GET', route: Routes.user() })));
  return {
    platform: PLATFORM,
    deduplicatesFor: 60_000, // Discord knows a nonce for "a few minutes" (docs, Create Message)
    threadOf: () => null, // a thread is opened by its button
    async post(request) {
      const channel = await channelOf(request.channel);
      if ('kind' in channel) return channel;
      const payload = render(replies, request, channel);
      return 'kind' in payload ? payload : post(client, request, payload);
    },
    async find({ channel: address, key, since }) {
      const channel = await channelOf(address);
      if ('kind' in channel) return cannotSearch(channel);
      const author = await ownId();
      if (author.kind !== 'done') return cannotSearch(author);
      return findPost(client, { channel: address.channel, key, since, author: author.value });
    },
    tell: (_channel, user, text) => tell(client, replies, { user, text }),
  };
}

const SILENT = { allowed_mentions: { parse: [] } };

async function post(
  client: PostingClient,
  { channel: { channel }, key, mayStillSend }: PostRequest,
  payload: Payload,
): Promise<Posted> {
  const marked = { ...payload, components: withMark(payload.components, key) };
  const body = { ...marked, ...SILENT, nonce: key, enforce_nonce: true };
  const route = Routes.channelMessages(channel);
  const sent = idOf(await client({ method: 'POST', route, body, mayLeave: mayStillSend }));
  return sent.kind === 'done' ? { kind: 'sent', messageId: sent.value } : sent;
}

/** A digest as it is sent. */
function render(
  replies: Replies,
  { message, channel: scope }: PostRequest,
  { type }: CachedChannel,
): Payload | NotPosted {
  const shareable = scope.workspace !== DIRECT;
  const place = { scope, shareable, threads: shareable && THREADED.has(type) };
  try {
    return replies.of(message, digestSetting(message.reply, place));
  } catch (cause) {
    return unrenderable(cause);
  }
}

const MAX_TOLD = 1500; // characters; marks take up to twice as many

async function tell(
  client: PostingClient,
  replies: Replies,
  { user, text }: { user: string; text: string },
): Promise<boolean> {
  if (!ID.test(user)) return false;
  const body = { recipient_id: user };
  const channel = idOf(await client({ method: 'POST', route: Routes.userChannels(), body }));
  if (channel.kind !== 'done') return false;
  const lines = clip(text, MAX_TOLD).split('\n').map(inert).join('\n');
  const note = { ...replies.note(lines), ...SILENT };
  const route = Routes.channelMessages(channel.value);
  return idOf(await client({ method: 'POST', route, body: note })).kind === 'done';
}
