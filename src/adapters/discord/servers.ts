import { type Guild, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import { requestOfText } from '../../core/bot/interaction/message-request.ts';
import { countDocuments } from '../../core/replies/coverage.ts';
import { hint } from '../../core/text/hint.ts';
import type { HandlerContext } from './handler-context.ts';
import { inert } from './markdown.ts';
import { workspaceOf } from './message-origin.ts';

/** Says once, in a server that has added Dossier, what to try. */
export async function welcome(context: HandlerContext, guild: Guild): Promise<void> {
  try {
    const channel = channelFor(guild);
    if (!channel || !(await context.chat.claim(workspaceOf(guild.id), 'welcome'))) return;
    const note = context.replies.note(await whatToTry(context, channel));
    const nonce = `${guild.id}${String(guild.joinedTimestamp).slice(-5)}`;
    await channel.send({ ...note, nonce, enforceNonce: true });
  } catch (cause) {
    context.report(new Error('Could not welcome a server.', { cause }));
  }
}

/** Deletes everything of a server that has removed Dossier. */
export async function leave({ chat, report }: HandlerContext, guild: Guild): Promise<void> {
  try {
    await chat.leave(workspaceOf(guild.id));
  } catch (cause) {
    report(new Error('Could not delete the data of a server that removed Dossier.', { cause }));
  }
}

const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages] as const;

/** The channel that greets newcomers, otherwise the first text channel in which Dossier may write. */
function channelFor(guild: Guild): GuildTextBasedChannel | null {
  const me = guild.members.me;
  const mayWrite = (channel: GuildTextBasedChannel) => me !== null && channel.permissionsFor(me).has(NEEDED);
  if (guild.systemChannel && mayWrite(guild.systemChannel)) return guild.systemChannel;
  const texts = [...guild.channels.cache.values()].filter(
    (channel): channel is GuildTextBasedChannel =>
      channel.isTextBased() && !channel.isThread() && !channel.isVoiceBased(),
  );
  return texts.toSorted((a, b) => positionOf(a) - positionOf(b)).find(mayWrite) ?? null;
}

function positionOf(channel: GuildTextBasedChannel): number {
  return 'rawPosition' in channel ? channel.rawPosition : 0;
}

async function whatToTry(
  { chat, invocation }: HandlerContext,
  channel: GuildTextBasedChannel,
): Promise<string> {
  const origin = {
    ...{ guildId: channel.guildId, channelId: channel.id, parentId: null },
    ...{ userId: channel.client.user.id, roles: [], permissions: null, ordering: null },
  };
  const { reply } = await chat.handle(invocation(origin, requestOfText(''), { forAsker: false }));
  const items = 'items' in reply ? reply.items : [];
  const examples = items.slice(0, MOST).map(({ id, detail }) => `**${inert(id)}** · ${inert(detail)}`);
  return [
    `### Dossier is ready`,
    `It answers with verbatim, cited excerpts from ${countDocuments(reply.coverage)}.`,
    '',
    ...examples,
    '',
    `-# Members with Manage Server can also add topics. For everyone: ${hint('help')}`,
  ].join('\n');
}

const MOST = 4; // examples
