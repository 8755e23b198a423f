import type { webApi } from '@slack/bolt';
import { UserError } from '../../core/errors.ts';
import { finalFailure } from './failures.ts';
import { SCOPES } from './manifest.ts';

/** Whose the token is. */
export interface Introduced {
  readonly team: string;
  readonly bot: string;
  readonly botId: string;
  readonly name: string;
}

/** Asks Slack who the token is for, and whether it may do what is needed. */
export async function introduce(client: webApi.WebClient): Promise<Introduced> {
  try {
    const {
      team_id: team = '',
      user_id: bot = '',
      bot_id: botId = '',
      team: name = '',
      response_metadata,
    } = await client.auth.test();
    const granted = response_metadata?.scopes;
    const missing = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
    if (missing.length > 0) {
      const message = `The Slack app lacks the scope ${missing.join(', ')}. Update it by the manifest that dossier manifest prints, and install it again.`;
      throw new UserError(message, { code: 'platform-refused' });
    }
    return { team, bot, botId, name };
  } catch (cause) {
    throw finalFailure(cause) ?? new Error('Slack cannot be reached.', { cause });
  }
}
