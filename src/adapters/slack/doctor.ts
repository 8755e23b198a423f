import { createClient } from './calls.ts';
import { introduce } from './introduce.ts';

/** What was found, in sentences for the operator. */
export interface Findings {
  readonly lines: readonly string[];
  /** Whether the app can run as it is set up. */
  readonly well: boolean;
}

/** Asks Slack whether it knows the app, and whether it may do what it needs. */
export async function examineSlack({
  botToken,
  api,
}: {
  botToken: string;
  api: string | null;
}): Promise<Findings> {
  try {
    const { name, lacks } = await introduce(
      createClient({ token: botToken, api, gone: new AbortController().signal }),
    );
    return {
      lines: [`Slack knows the app in ${name}.`, ...(lacks === null ? [] : [lacks])],
      well: lacks === null,
    };
  } catch (cause) {
    return { lines: [cause instanceof Error ? cause.message : String(cause)], well: false };
  }
}
