import { type Channel, ChannelType, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { Ordering } from '../../core/bot/invocation.ts';

type Permissions = Readonly<PermissionsBitField> | null;

/** Where a digest is ordered outside of direct messages, and what may be done there. */
export interface OrderingPlace {
  /** Whether Dossier was added to the server; the server is null in a group conversation, to which it never is. */
  readonly guildId: string | null;
  readonly isMember: boolean;
  readonly channel: Channel | null;
  /** What Dossier may do; null if Discord says nothing of it. */
  readonly own: Permissions;
  readonly theirs: Permissions;
}

/** What is known of digests that somebody orders in a place. */
export function orderingIn(place: OrderingPlace): Ordering {
  return {
    orderers: 'members with Manage Messages or Manage Server',
    mayOrder: place.guildId === null || (place.theirs?.any(ORDERERS) ?? false),
    hindrance: hindranceOf(place),
    caution: cautionsOf(place).join(' ') || null,
  };
}

const { EmbedLinks, ManageGuild, ManageMessages, ReadMessageHistory, SendMessages, ViewChannel } =
  PermissionFlagsBits;
const ORDERERS = [ManageMessages, ManageGuild];

function hindranceOf({ guildId, isMember, channel, own }: OrderingPlace): string | null {
  if (guildId === null) return GROUP;
  if (!isMember) return NOT_A_MEMBER;
  const target = targetOf(channel);
  if (target && !TAKES_MESSAGES.has(target.type)) return FORUM;
  const missing = [
    ...(own?.has(ViewChannel) === false ? ['View Channel'] : []),
    ...(own?.has(SendMessages) === false ? ['Send Messages'] : []),
  ];
  return missing.length === 0 ? null : notAllowed(missing.join(' and '));
}

/** The channel to which posts go: a thread's own. */
function targetOf(channel: Channel | null): Channel | null {
  return channel?.isThread() ? channel.parent : channel;
}

const TAKES_MESSAGES: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
]);

const FORUM = 'Dossier cannot post digests in a forum. Order this one in a text channel.';
const NOT_A_MEMBER =
  'Dossier cannot post here, since it is not in this server. Somebody with Manage Server can add it.';
const GROUP = 'Dossier cannot post in group conversations. Order this digest in a channel of a server.';

function notAllowed(missing: string): string {
  return `Dossier cannot post here: it needs ${missing}. Allow it under Edit Channel → Permissions, then order the digest again.`;
}

function cautionsOf({ channel, own }: OrderingPlace): readonly string[] {
  return [
    ...(channel?.isThread() ? [formatElsewhere(channel.parent?.name)] : []),
    ...(own?.has(EmbedLinks) === false ? ['Without Embed Links, its citations may not be links.'] : []),
    ...(own?.has(ReadMessageHistory) === false ? [UNCHECKED] : []),
  ];
}

const UNCHECKED =
  'Without Read Message History, Dossier cannot check after a failure whether an edition arrived.';

function formatElsewhere(name: string | undefined): string {
  return `Editions are posted in ${name === undefined ? 'the channel' : `#${name}`}, not in this thread.`;
}
