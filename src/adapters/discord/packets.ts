import { ChannelType, GatewayDispatchEvents } from 'discord.js';

interface Packet {
  readonly t?: unknown;
  readonly d?: unknown;
}

/**
 * Adds to a packet of the gateway what discord.js reads and Discord's documents leave optional: the channel of an
 * interaction that has only its id, and the type of channel of a direct message. Without them the interaction would
 * have no channel, and the first direct message would be lost.
 */
export function completePacket({ t, d }: Packet): void {
  if (typeof d !== 'object' || d === null) return;
  const told = d as { channel?: unknown; channel_id?: unknown; channel_type?: unknown; guild_id?: unknown };
  if (t === GatewayDispatchEvents.InteractionCreate && told.channel_id !== undefined)
    told.channel ??= { id: told.channel_id };
  if (t === GatewayDispatchEvents.MessageCreate && told.guild_id === undefined)
    told.channel_type ??= ChannelType.DM;
}
