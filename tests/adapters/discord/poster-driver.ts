import { createDiscordPoster } from '../../../src/adapters/discord/poster.ts';
import type { ChannelAddress } from '../../../src/core/schedule/channel-address.ts';
import type { Accepted, PosterDriver, PosterSetting, PostFault } from '../../contracts/poster-driver.ts';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/discord.ts';
import type { DiscordOptions } from '../../fakes/discord/options.ts';
import type { Message } from '../../fakes/discord/world.ts';

/** A fake Discord as the contract of all posters uses one. */
export async function openDiscordPosterDriver(
  { timeout = 10_000 }: PosterSetting = {},
  given: Partial<DiscordOptions> = {},
): Promise<PosterDriver> {
  const discord = await startDiscord(given);
  const { ids } = discord;
  const address = (channel: string) => ({ platform: 'discord', workspace: ids.guild, channel });
  const channel = address(ids.text);
  const options = { token: discord.token, api: discord.api, days: 90, timeout, now: () => new Date() };
  const poster = createDiscordPoster(options);
  return {
    ...{ poster, channel, person: ids.member, cannot: {} },
    addChannels: (count) => Array.from({ length: count }, () => address(discord.channel().id)),
    posted: (where = channel) => ownIn(discord, where.channel).map((message) => accepted(discord, message)),
    async trouble(fault, where = channel) {
      // What befalls a channel is met by the post itself where the channel was looked at before.
      const isOfChannel = fault.kind === 'channel-gone' || fault.kind === 'closed';
      if (isOfChannel) await poster.find({ channel: where, key: 'nothing', since: new Date() });
      await befall(discord, fault, where);
    },
    troubleLookup: (fault) => discord.fault({ method: 'GET', path: /messages$/, trouble: LOOKS[fault] }),
    mend: () => discord.comeBack(),
    chatter: (count) => {
      for (let nth = 0; nth < count; nth++) discord.say({ content: `Number ${nth}.` });
    },
    requests: () => discord.requests.filter(isPost).length,
    told: () => ownIn(discord, discord.direct(ids.member)).map((message) => shown(discord, message)),
    refusePrivate: () => discord.closeDirect(ids.member),
    complaints: () => discord.violations,
    close: () => discord.close(),
  };
}

function isPost({ method, path }: { method: string; path: string }): boolean {
  return method === 'POST' && path.endsWith('/messages');
}

function ownIn(discord: FakeDiscord, channel: string): readonly Message[] {
  return discord.messages(channel).filter(({ author }) => author.id === discord.ids.bot);
}

function accepted(discord: FakeDiscord, message: Message): Accepted {
  const text = discord.textOf(message);
  return {
    ...{ messageId: message.id, key: String(message.nonce ?? ''), text: text.replace(LINK, '[$1]') },
    links: [...text.matchAll(LINK)].map(([, , url]) => url ?? ''),
    buttons: discord.buttonsOf(message).map(({ label }) => label),
  };
}

const LINK = /(?<!\\)\[`([^\]`]*)`\]\(<([^>]*)>\)/g;

/** As people see it: without the backslashes that keep marks from being marks. */
function shown(discord: FakeDiscord, message: Message): string {
  return discord.textOf(message).replace(/\\(.)/g, '$1');
}

const LOOKS = {
  'time-out': { kind: 'silence', applied: false },
  'server-error': { kind: 'status', status: 503, applied: false },
  'break-after-headers': { kind: 'drop', applied: false, midway: true },
  'garbage-answer': { kind: 'page', status: 200, applied: false },
} as const;

async function befall(discord: FakeDiscord, fault: PostFault, { channel }: ChannelAddress): Promise<void> {
  const path = new RegExp(`^/channels/${channel}/messages$`);
  const order = (trouble: Parameters<FakeDiscord['fault']>[0]['trouble']) =>
    discord.fault({ method: 'POST', path, trouble });
  switch (fault.kind) {
    case 'refuse-connection':
      return discord.goAway();
    case 'time-out-before-accepting':
      return order({ kind: 'silence', applied: false });
    case 'time-out-after-accepting':
      return order({ kind: 'silence', applied: true });
    case 'break-after-headers':
      return order({ kind: 'drop', applied: true, midway: true });
    case 'server-error-before':
      return order({ kind: 'status', status: 503, applied: false });
    case 'server-error-after-accepting':
      return order({ kind: 'status', status: 502, applied: true });
    case 'garbage-answer':
      return order({ kind: 'page', status: 200, applied: true });
    case 'too-many-requests': {
      const { retryAfter: header, at } = fault;
      const seconds = Number(header) || 0;
      return order({ kind: 'rate limit', retryAfter: seconds, header, ...(at ? { date: at } : {}) });
    }
    case 'channel-gone':
      return discord.deleteChannel(channel);
    case 'closed':
      return discord.deny(channel, ['view']);
    case 'bad-token':
      return discord.revoke();
  }
}
