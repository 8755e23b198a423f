import type { webApi } from '@slack/bolt';
import { pause } from '../../core/text/abort.ts';
import { UserError } from '../../core/text/user-error.ts';
import { finalFailure } from './failures.ts';
import { SCOPES } from './manifest.ts';

/** Whose the token is. */
export interface Introduced {
  readonly team: string;
  readonly bot: string;
  readonly botId: string;
  readonly name: string;
  /** What the app may not do yet, in a sentence; null where it may do all. */
  readonly lacks: string | null;
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
    return { team, bot, botId, name, lacks: missing.length > 0 ? formatMissing(missing) : null };
  } catch (cause) {
    throw finalFailure(cause) ?? new Error('Slack cannot be reached.', { cause });
  }
}

/** The same, tried until Slack answers; null where it is no longer wanted. */
export async function introduceInTime(
  client: webApi.WebClient,
  { signal, report }: { signal: AbortSignal; report(error: Error): void },
): Promise<Introduced | null> {
  for (let failed = 0; !signal.aborted; failed++) {
    try {
      return await introduce(client);
    } catch (cause) {
      if (cause instanceof UserError) throw cause;
      if (failed === 0) report(new Error('Slack cannot be reached; it is tried again.', { cause }));
      await pause(Math.min(RETRY.most, RETRY.first * 2 ** Math.min(failed, 10)), signal);
    }
  }
  return null;
}

const RETRY = { first: 1000, most: 300_000 }; // milliseconds between tries

function formatMissing(scopes: readonly string[]): string {
  const which = scopes.length === 1 ? `the scope ${scopes[0]}` : `the scopes ${scopes.join(', ')}`;
  return `The Slack app lacks ${which}. Update it by the manifest that dossier manifest prints, and install it again.`;
}
