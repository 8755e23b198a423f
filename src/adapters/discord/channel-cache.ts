import { type ChannelType, Routes } from 'discord.js';
import type { Posted } from '../../core/delivery/poster.ts';
import type { ChannelAddress } from '../../core/schedule/channel-address.ts';
import { ID } from './find-post.ts';
import { DIRECT } from './message-origin.ts';
import { type Fields, fieldsOf, toPosted } from './posted.ts';
import type { PostingClient } from './posting-client.ts';

/** A channel as far as posting depends on it. */
export interface CachedChannel {
  /** The id of its server, or what stands for direct messages. */
  readonly workspace: string;
  readonly type: ChannelType;
}

type NotPosted = Exclude<Posted, { kind: 'sent' }>;

const MOST_PLACES = 20_000;

/**
 * Looks once at each channel: whether it is where the address says. Ids are typed by operators, too. From the second
 * channel of a server on it looks at all of them at once, or half of what Discord takes in a second would be looks.
 */
export function createChannelCache(client: PostingClient, now: () => Date) {
  const known = new Map<string, CachedChannel>();
  const lists = rememberLists(client, known);
  return async ({ workspace, channel }: ChannelAddress): Promise<CachedChannel | NotPosted> => {
    if (!ID.test(channel)) return { kind: 'refused', why: 'gone', detail: `${channel} is no channel.` };
    if (!known.has(channel)) await lists(workspace);
    const place = known.get(channel) ?? (await lookAt(client, channel, now));
    if ('kind' in place) return place;
    known.set(channel, place);
    return place.workspace === workspace ? place : ELSEWHERE;
  };
}

const ELSEWHERE: NotPosted = {
  kind: 'refused',
  why: 'closed',
  detail: 'The channel belongs to another server.',
};

/** Notes the channels of a server when it is asked for the second time, and never again; what can't be listed is looked at one by one. */
function rememberLists(client: PostingClient, known: Map<string, CachedChannel>) {
  const request = new Map<string, Promise<void> | null>();
  return async (server: string): Promise<void> => {
    if (known.size >= MOST_PLACES) {
      known.clear();
      request.clear();
    }
    if (server === DIRECT || !ID.test(server)) return;
    if (!request.has(server)) return void request.set(server, null);
    const list = request.get(server) ?? listChannels(client, server, known);
    request.set(server, list);
    await list;
  };
}

async function listChannels(
  client: PostingClient,
  server: string,
  known: Map<string, CachedChannel>,
): Promise<void> {
  const outcome = await client({ method: 'GET', route: Routes.guildChannels(server) });
  const isList = outcome.kind === 'answered' && outcome.status === 200 && Array.isArray(outcome.body);
  const channels = isList ? (outcome.body as readonly unknown[]).map(fieldsOf) : [];
  for (const channel of channels)
    if (typeof channel.id === 'string') known.set(channel.id, toPlace(channel, server));
}

function toPlace({ guild_id, type }: Fields, otherwise: string): CachedChannel {
  return { workspace: typeof guild_id === 'string' ? guild_id : otherwise, type: type as ChannelType };
}

async function lookAt(
  client: PostingClient,
  id: string,
  now: () => Date,
): Promise<CachedChannel | NotPosted> {
  const outcome = await client({ method: 'GET', route: Routes.channel(id) });
  const posted = toPosted(outcome, now());
  if (posted.kind === 'unknown') return { ...posted, kind: 'later', seconds: null, everywhere: false };
  if (posted.kind !== 'sent') return posted;
  return toPlace(fieldsOf(outcome.kind === 'answered' ? outcome.body : null), DIRECT);
}
