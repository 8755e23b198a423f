import { type ActionSigner, createActionSigner } from '../../core/bot/signed-actions.ts';
import { LIMITS } from './limits.ts';

/** What buttons do, signed by the bot's token, so that any process of this bot can read what another wrote. */
export function createSlackActionSigner({
  botToken,
  days,
}: {
  botToken: string;
  days: number;
}): ActionSigner {
  return createActionSigner({ secret: botToken, days, longest: LIMITS.buttonValue - 100 });
}
