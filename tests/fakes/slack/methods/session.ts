import type { Body } from '../../json.ts';
import type { Method } from '../method.ts';
import type { World } from '../world.ts';

/** Who one is, and where one connects. */
export function sessionMethods(ticket: () => string): readonly Method[] {
  return [
    { name: 'auth.test', answer: whoAmI },
    { name: 'apps.connections.open', token: 'app', answer: () => ({ url: ticket() }) },
    { name: 'api.test', answer: (_, body) => ({ args: body }) },
  ];
}

function whoAmI({ options, team, bot, botId, appId }: World): Body {
  return {
    ...{ url: `https://${team.domain}.slack.com/`, team: team.domain, team_id: team.id, app_id: appId },
    ...(options.enterpriseId === undefined ? {} : { enterprise_id: options.enterpriseId }),
    ...{ user: bot.name, user_id: bot.id, bot_id: botId, is_enterprise_install: false },
  };
}
