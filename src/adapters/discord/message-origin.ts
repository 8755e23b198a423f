import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { ChatRequest, Invocation } from '../../core/bot/invocation.ts';
import type { Audience } from '../../core/library/audience.ts';

/** Where something was said, and by whom, as Discord tells it. */
export interface MessageOrigin {
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread, or a post of a forum, belongs to; null elsewhere. */
  readonly parentId: string | null;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly permissions: Readonly<PermissionsBitField> | null;
}

const PLATFORM = 'discord';

/** The workspace of direct messages: Discord's own word for them in addresses. */
export const DIRECT = '@me';

/** The audience of a reply. A thread may read what its channel may; in direct messages every reply is for one person. */
function readerOf({ guildId, channelId, parentId, userId }: MessageOrigin, forAsker: boolean): Audience {
  return {
    platform: PLATFORM,
    workspace: guildId ?? DIRECT,
    channel: parentId ?? channelId,
    user: userId,
    private: forAsker || guildId === null,
  };
}

/** The key of a conversation: the thread, elsewhere the channel and the person. */
export function conversationOf({ guildId, channelId, parentId, userId }: MessageOrigin): string {
  const channel = `${PLATFORM}:${guildId ?? DIRECT}/${channelId}`;
  return parentId === null ? `${channel}/${userId}` : channel;
}

/** Makes requests of what was said. */
export function createInvocations(managers: ReadonlySet<string>) {
  return (
    origin: MessageOrigin,
    request: ChatRequest,
    { forAsker, replyTo }: { forAsker: boolean; replyTo?: string | undefined },
  ): Invocation => ({
    request,
    conversation: conversationOf(origin),
    audience: readerOf(origin, forAsker),
    manager: isManager(origin, managers),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
}

/** Whoever may manage the server, and whom the operator named: people or roles. */
function isManager({ userId, roles, permissions }: MessageOrigin, managers: ReadonlySet<string>): boolean {
  return (
    managers.has(userId) ||
    roles.some((role) => managers.has(role)) ||
    (permissions?.has(PermissionFlagsBits.ManageGuild) ?? false)
  );
}
