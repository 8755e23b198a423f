import { type Interaction, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { ActionScope } from '../../core/bot/action-signer.ts';
import type { ChatRequest, Invocation, Ordering } from '../../core/bot/invocation.ts';
import type { Audience, Workspace } from '../../core/library/audience.ts';

/** Where something was said, and by whom. */
export interface MessageOrigin {
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread or a forum post belongs to; null elsewhere. */
  readonly parentId: string | null;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly permissions: Readonly<PermissionsBitField> | null;
  /** What is known of digests ordered there; null where only managers order. */
  readonly ordering: Ordering | null;
}

/** The platform's name in addresses. */
export const PLATFORM = 'discord';

/** The workspace of direct messages: Discord's own word for them in URLs. */
export const DIRECT = '@me';

/** The workspace of a server or of direct messages. */
export function workspaceOf(guildId: string | null): Workspace {
  return { platform: PLATFORM, workspace: guildId ?? DIRECT };
}

/** Where a component is valid. */
export function scopeOf({ guildId, channelId }: Pick<Interaction, 'guildId' | 'channelId'>): ActionScope {
  return { workspace: guildId ?? DIRECT, channel: channelId ?? '' };
}

/** The audience of a reply. A thread may read what its channel may; in direct messages every reply is private. */
function audienceOf({ guildId, channelId, parentId, userId }: MessageOrigin, forAsker: boolean): Audience {
  return {
    ...workspaceOf(guildId),
    channel: parentId ?? channelId,
    user: userId,
    private: forAsker || guildId === null,
    local: false,
  };
}

/** The key of a conversation: the thread, elsewhere the channel and the person. */
function conversationOf({ guildId, channelId, parentId, userId }: MessageOrigin): string {
  const channel = `${PLATFORM}:${guildId ?? DIRECT}/${channelId}`;
  return parentId === null ? `${channel}/${userId}` : channel;
}

/** Makes invocations of requests. */
export type InvocationFactory = (
  origin: MessageOrigin,
  request: ChatRequest,
  details: { readonly forAsker: boolean; readonly replyTo?: string | undefined },
) => Invocation;

/** Creates a factory that knows the operator's managers. */
export function createInvocations(managers: ReadonlySet<string>, messageContent: boolean): InvocationFactory {
  return (origin, request, { forAsker, replyTo }) => ({
    request,
    conversation: conversationOf(origin),
    audience: audienceOf(origin, forAsker),
    manager: isManager(origin, managers),
    ...(isReadByMention(origin, messageContent) && ({ byMention: true } as const)),
    ...orderingOf(origin),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
}

/** In a channel, and without the right to read messages in threads too, Dossier sees only what mentions it. */
function isReadByMention({ guildId, parentId }: MessageOrigin, messageContent: boolean): boolean {
  return guildId !== null && (parentId === null || !messageContent);
}

function orderingOf({ ordering }: MessageOrigin): Pick<Invocation, 'ordering'> {
  return ordering === null ? {} : { ordering: async () => ordering };
}

/** People who may manage the server, and the people and roles that the operator named. */
function isManager({ userId, roles, permissions }: MessageOrigin, managers: ReadonlySet<string>): boolean {
  return (
    managers.has(userId) ||
    roles.some((role) => managers.has(role)) ||
    (permissions?.has(PermissionFlagsBits.ManageGuild) ?? false)
  );
}
