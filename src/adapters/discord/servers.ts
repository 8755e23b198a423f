import { type Guild, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import { countDocuments } from '../../core/replies/coverage.ts';
import type { HandlerContext } from './handler-context.ts';
import { inert } from './markdown.ts';
import { conversationOf } from './message-origin.ts';

/** Says once, in a server that has added Dossier, what can be tried. */
export async function welcome(parts: HandlerContext, guild: Guild): Promise<void> {
  try {
    const channel = channelFor(guild);
    const workspace = { platform: 'discord', workspace: guild.id };
    if (!channel || !(await parts.chat.claim(workspace, 'welcome'))) return;
    const note = parts.replies.note(await whatToTry(parts, channel));
    await channel.send({
      ...note,
      nonce: `${guild.id}${String(guild.joinedTimestamp).slice(-5)}`,
      enforceNonce: true,
    });
  } catch (cause) {
    parts.report(new Error('A server could not be welcomed.', { cause }));
  }
}

/** Forgets a server that has removed Dossier. */
export async function leave({ chat, report }: HandlerContext, guild: Guild): Promise<void> {
  try {
    await chat.leave({ platform: 'discord', workspace: guild.id });
  } catch (cause) {
    report(new Error('What was kept of a server that removed Dossier could not be removed.', { cause }));
  }
}

const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages] as const;

/** Where newcomers are greeted, else the first text channel in which one may write. */
function channelFor(guild: Guild): GuildTextBasedChannel | null {
  const me = guild.members.me;
  const mayWrite = (channel: GuildTextBasedChannel) => me !== null && channel.permissionsFor(me).has(NEEDED);
  if (guild.systemChannel && mayWrite(guild.systemChannel)) return guild.systemChannel;
  const texts = [...guild.channels.cache.values()].filter(
    (channel): channel is GuildTextBasedChannel =>
      channel.isTextBased() && !channel.isThread() && !channel.isVoiceBased(),
  );
  return (
    texts
      .sort(
        (a, b) =>
          Number('rawPosition' in a ? a.rawPosition : 0) - Number('rawPosition' in b ? b.rawPosition : 0),
      )
      .find(mayWrite) ?? null
  );
}

async function whatToTry({ chat }: HandlerContext, channel: GuildTextBasedChannel): Promise<string> {
  const origin = {
    guildId: channel.guildId,
    channelId: channel.id,
    parentId: null,
    userId: channel.client.user.id,
  };
  const { reply } = await chat.handle({
    request: { kind: 'command', command: 'help', options: {} },
    conversation: conversationOf({ ...origin, roles: [], permissions: null }),
    audience: {
      platform: 'discord',
      workspace: channel.guildId,
      channel: channel.id,
      user: origin.userId,
      private: false,
    },
    manager: false,
  });
  const examples = reply.items.slice(0, MOST).map(({ id, detail }) => `**${inert(id)}** · ${inert(detail)}`);
  return [
    `### Dossier is here`,
    `It answers from ${countDocuments(reply.coverage)}, in their own words, with the place of each.`,
    '',
    ...examples,
    '',
    `-# Whoever may manage this server may also make topics. Everybody: /help`,
  ].join('\n');
}

const MOST = 4; // examples
