import { bodyOf, stringOf } from '../../json.ts';
import { guildBody, memberBody } from '../guild.ts';
import { addChannel } from '../population.ts';
import { REFUSALS } from '../refusal.ts';
import { found, type Route } from '../route.ts';
import type { Channel, World } from '../world.ts';

/** The bot itself, its gateway, users and guilds. */
export function sessionRoutes(gatewayUrl: () => string, starts: () => number): readonly Route[] {
  return [
    { method: 'GET', path: '/gateway', open: true, answer: () => found({ url: gatewayUrl() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      answer: ({ options }) => {
        const limit = { total: 1000, remaining: Math.max(0, options.sessionStarts - starts()) };
        const session_start_limit = { ...limit, reset_after: 86_400_000, max_concurrency: 1 };
        return found({ url: gatewayUrl(), shards: options.shards, session_start_limit });
      },
    },
    { method: 'GET', path: '/users/@me', answer: ({ bot }) => found({ ...bot, flags: 0, verified: true }) },
    { method: 'GET', path: '/applications/@me', answer: (world) => found(application(world)) },
    { method: 'GET', path: '/oauth2/applications/@me', answer: (world) => found(application(world)) },
    {
      method: 'GET',
      path: '/users/:user',
      answer: ({ users }, { params }) =>
        found({ ...known(users.get(params.user ?? ''), REFUSALS.unknownUser) }),
    },
    ...guildRoutes,
    {
      method: 'POST',
      path: '/users/@me/channels',
      answer: (world, { body }) => found({ ...directChannel(world, stringOf(bodyOf(body).recipient_id)) }),
    },
  ];
}

const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/guilds/:guild',
    answer: (world, { params }) =>
      found(guildBody(world, known(world.guilds.get(params.guild ?? ''), REFUSALS.unknownGuild))),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    answer: (world, { params }) =>
      found(channelsOf(world, params.guild ?? '', (type) => type < 10 || type > 12)),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/threads/active',
    answer: (world, { params }) => {
      const threads = channelsOf(world, params.guild ?? '', (type) => type >= 10 && type <= 12);
      return found({ threads, members: [] });
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    answer: (world, { params }) => {
      const guild = known(world.guilds.get(params.guild ?? ''), REFUSALS.unknownGuild);
      const id = params.user === '@me' ? world.bot.id : (params.user ?? '');
      known(guild.members.get(id), REFUSALS.unknownMember);
      return found(memberBody(world, guild, id));
    },
  },
];

/** The direct channel with a user, made when there is none yet. */
export function directChannel(world: World, userId: string): Channel {
  const user = known(world.users.get(userId), REFUSALS.unknownUser);
  const there = [...world.channels.values()].find(
    ({ type, recipients }) => type === 1 && recipients?.[0]?.id === userId,
  );
  return there ?? addChannel(world, { type: 1, recipients: [user] });
}

function channelsOf(world: World, guildId: string, wanted: (type: number) => boolean): readonly Channel[] {
  known(world.guilds.get(guildId), REFUSALS.unknownGuild);
  return [...world.channels.values()].filter(({ guild_id, type }) => guild_id === guildId && wanted(type));
}

function application({ bot, options }: World) {
  return {
    ...{ id: bot.id, name: bot.username, icon: null, description: '', bot_public: true, bot, team: null },
    ...{ bot_require_code_grant: false, verify_key: '00', flags: options.messageContent ? 1 << 19 : 0 },
    ...{ summary: '', owner: null, integration_types_config: { '0': {} } },
  };
}

function known<Thing>(thing: Thing | undefined, refusal: () => Error): Thing {
  if (thing === undefined) throw refusal();
  return thing;
}
