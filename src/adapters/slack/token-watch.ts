import type { webApi } from '@slack/bolt';
import { pause } from '../../core/text/abort.ts';
import { exponential } from '../../core/text/backoff.ts';
import type { UserError } from '../../core/text/user-error.ts';
import { finalFailure } from './failures.ts';

/** What watching a token needs. */
export interface TokenWatchOptions {
  readonly client: webApi.WebClient;
  /** Milliseconds for which Slack must keep rejecting it. */
  readonly patience: number;
  readonly signal: AbortSignal;
  report(error: Error): void;
}

/** A token that was accepted before, and perhaps is no longer. */
export interface TokenWatch {
  /** Asks Slack about the token until it accepts it (null), or has rejected it for as long as the patience lasts. */
  lastingRefusal(): Promise<UserError | null>;
  /** The same without patience: the first refusal counts. */
  refusal(): Promise<UserError | null>;
}

/** Creates the watch of a token; however many calls doubt it at once, Slack is asked about it once. */
export function createTokenWatch(options: TokenWatchOptions): TokenWatch {
  let asking: Promise<UserError | null> | null = null;
  return {
    lastingRefusal() {
      asking ??= untilSettled(options).finally(() => {
        asking = null;
      });
      return asking;
    },
    refusal: () => untilSettled({ ...options, patience: 0 }),
  };
}

async function untilSettled(options: TokenWatchOptions): Promise<UserError | null> {
  const { client, patience, signal, report } = options;
  let since: number | null = null;
  for (let failures = 1; !signal.aborted; failures++) {
    const refusal = await ask(client);
    if (refusal === 'none') return null;
    if (refusal !== 'unknown') {
      const isNew = since === null;
      since ??= performance.now();
      if (performance.now() - since >= patience) return refusal;
      if (isNew) report(new Error(ASKING_AGAIN));
    }
    const left = since === null ? Number.POSITIVE_INFINITY : since + patience - performance.now();
    await pause(Math.max(0, Math.min(left, exponential(failures, { first: 1000, most: 30_000 }))), signal);
  }
  return null;
}

const ASKING_AGAIN = 'Slack rejected the token; asking again for a few minutes before giving up.';

/** What Slack says of the token now: a refusal, none, or nothing that can be relied on. */
async function ask(client: webApi.WebClient): Promise<UserError | 'none' | 'unknown'> {
  try {
    await client.auth.test();
    return 'none';
  } catch (cause) {
    return finalFailure(cause) ?? 'unknown';
  }
}
