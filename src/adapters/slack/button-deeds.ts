import { createDeeds, type Deeds } from '../../core/chat/deeds.ts';
import { LIMITS } from './limits.ts';

/** What buttons do, signed by the bot's token, so that any process of this bot can read what another wrote. */
export function createButtonDeeds({ botToken, days }: { botToken: string; days: number }): Deeds {
  return createDeeds({ secret: botToken, days, longest: LIMITS.buttonValue - 100 });
}
