import {
  type ButtonInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Ordering } from '../../core/bot/invocation.ts';
import type { MessageOrigin } from './message-origin.ts';
import { orderingIn } from './ordering.ts';

/** An interaction that can be answered by a message. */
export type Answerable =
  | ButtonInteraction
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction
  | StringSelectMenuInteraction;

/** Where an interaction was made, and by whom. */
export function originOf(interaction: Interaction): MessageOrigin {
  const { channel, member } = interaction;
  return {
    guildId: interaction.guildId,
    channelId: interaction.channelId ?? '',
    parentId: channel?.isThread() ? channel.parentId : null,
    userId: interaction.user.id,
    roles: !member ? [] : Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()],
    permissions: interaction.memberPermissions,
    ordering: orderingOf(interaction),
  };
}

function orderingOf(interaction: Interaction): Ordering | null {
  if (isDirect(interaction)) return null;
  const { appPermissions: own, channel, guildId, memberPermissions: theirs } = interaction;
  return orderingIn({ guildId, isMember: !isBroughtAlong(interaction), channel, own, theirs });
}

/** Whether someone uses Dossier among people who have not added it: what they see is not for it to decide. */
export function isBroughtAlong(interaction: Interaction): boolean {
  if (interaction.inGuild()) return !interaction.inCachedGuild();
  return interaction.context === InteractionContextType.PrivateChannel;
}

/** Whether an interaction is between one person and Dossier, where everything is private anyway. */
export function isDirect(interaction: Interaction): boolean {
  return !interaction.inGuild() && !isBroughtAlong(interaction);
}

/** Channels in which a thread can be opened under a message. */
export const THREADED: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
]);
