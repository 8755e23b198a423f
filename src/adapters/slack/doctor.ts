import type { Findings } from '../../core/bot/platform.ts';
import { createClient } from './calls.ts';
import { introduce } from './introduce.ts';
import type { SlackSettings } from './settings.ts';

/** Asks Slack whether it knows the app, and whether the app has the scopes it needs. */
export async function examineSlack({ botToken, api }: SlackSettings): Promise<Findings> {
  const client = createClient({ token: botToken, api, gone: new AbortController().signal });
  try {
    const { name, lacks } = await introduce(client);
    return {
      lines: [`Slack accepts the token; the workspace is ${name}.`, ...(lacks === null ? [] : [lacks])],
      ok: lacks === null,
    };
  } catch (cause) {
    return { lines: [cause instanceof Error ? cause.message : String(cause)], ok: false };
  }
}
