import { type ChannelType, Routes } from 'discord.js';
import { beforePosting, type NotPosted } from '../../core/delivery/call-outcome.ts';
import type { ChannelAddress } from '../../core/schedule/channel-address.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { ID } from './find-post.ts';
import { DIRECT } from './message-origin.ts';
import type { PostingClient } from './posting-client.ts';
import { idOf } from './posting-outcome.ts';

/** A channel as far as posting depends on it. */
export interface CachedChannel {
  /** The id of its server, or what stands for direct messages. */
  readonly workspace: string;
  readonly type: ChannelType;
}

/** Looks up channels. */
export type ChannelCache = (address: ChannelAddress) => Promise<CachedChannel | NotPosted>;

const MAX_CHANNELS = 20_000;

/**
 * Looks up each channel once and checks that it is in the server that the address names, since operators type ids, too.
 * From the second channel of a server on it lists them all, or half of what Discord takes in a second would be lookups.
 */
export function createChannelCache(client: PostingClient): ChannelCache {
  const known = new Map<string, CachedChannel>();
  const list = createLister(client, known);
  return async ({ workspace, channel: id }) => {
    if (!ID.test(id)) return { kind: 'refused', why: 'gone', detail: `${id} is not a channel id.` };
    if (!known.has(id)) await list(workspace);
    const channel = known.get(id) ?? (await lookUp(client, id));
    if ('kind' in channel) return channel;
    known.set(id, channel);
    return channel.workspace === workspace ? channel : ELSEWHERE;
  };
}

const ELSEWHERE: NotPosted = {
  kind: 'refused',
  why: 'closed',
  detail: 'The channel belongs to another server.',
};

/** Stores the channels of a server when it is asked for the second time, and never again; what can't be listed is looked up one by one. */
function createLister(client: PostingClient, known: Map<string, CachedChannel>) {
  const lists = new Map<string, Promise<void> | null>();
  return async (server: string): Promise<void> => {
    if (known.size >= MAX_CHANNELS) {
      known.clear();
      lists.clear();
    }
    if (server === DIRECT || !ID.test(server)) return;
    if (!lists.has(server)) return void lists.set(server, null);
    const list = lists.get(server) ?? listChannels(client, server, known);
    lists.set(server, list);
    await list;
  };
}

async function listChannels(
  client: PostingClient,
  server: string,
  known: Map<string, CachedChannel>,
): Promise<void> {
  const outcome = await client({ method: 'GET', route: Routes.guildChannels(server) });
  const channels = outcome.kind === 'done' && Array.isArray(outcome.value) ? outcome.value : [];
  for (const channel of channels.map(fieldsOf))
    if (typeof channel.id === 'string') known.set(channel.id, toChannel(channel, server));
}

function toChannel({ guild_id, type }: Fields, otherwise: string): CachedChannel {
  return { workspace: typeof guild_id === 'string' ? guild_id : otherwise, type: type as ChannelType };
}

async function lookUp(client: PostingClient, id: string): Promise<CachedChannel | NotPosted> {
  const outcome = await client({ method: 'GET', route: Routes.channel(id) });
  const found = idOf(outcome);
  if (found.kind !== 'done') return beforePosting(found, false);
  return toChannel(fieldsOf(outcome.kind === 'done' ? outcome.value : null), DIRECT);
}
