import type { webApi } from '@slack/bolt';
import { pause } from '../../core/text/abort.ts';
import { exponential } from '../../core/text/backoff.ts';
import { retry } from '../../core/text/retry.ts';
import { finalFailure } from './failures.ts';
import { SCOPES } from './manifest.ts';

/** The bot and the workspace of a token. */
export interface Introduced {
  readonly team: string;
  /** The organisation of an Enterprise Grid that the workspace belongs to; null outside of one. */
  readonly enterprise: string | null;
  readonly bot: string;
  readonly botId: string;
  readonly name: string;
  /** What the app is not allowed to do, in a sentence; null if nothing is missing. */
  readonly lacks: string | null;
}

/** Asks Slack whose token this is, and whether it has the scopes that are needed. */
export async function introduce(client: webApi.WebClient): Promise<Introduced> {
  try {
    const {
      team_id: team = '',
      enterprise_id: enterprise = null,
      user_id: bot = '',
      bot_id: botId = '',
      team: name = '',
      response_metadata,
    } = await client.auth.test();
    const granted = response_metadata?.scopes;
    const missing = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
    return { team, enterprise, bot, botId, name, lacks: missing.length > 0 ? formatMissing(missing) : null };
  } catch (cause) {
    throw finalFailure(cause) ?? new Error('Could not connect to Slack.', { cause });
  }
}

/** The same, repeated until Slack answers; null if that is no longer wanted. */
export function introduceInTime(
  client: webApi.WebClient,
  { signal, report }: { signal: AbortSignal; report(error: Error): void },
): Promise<Introduced | null> {
  return retry(async () => (signal.aborted ? null : introduce(client)), {
    delay(failures, cause) {
      if (failures === 1) report(new Error('Could not connect to Slack; retrying.', { cause }));
      return exponential(failures, { first: 1000, most: 300_000 });
    },
    wait: (milliseconds) => pause(milliseconds, signal),
  });
}

function formatMissing(scopes: readonly string[]): string {
  const which = scopes.length === 1 ? `the scope ${scopes[0]}` : `the scopes ${scopes.join(', ')}`;
  return `The Slack app is missing ${which}. Update it with the output of dossier manifest, then reinstall it.`;
}
