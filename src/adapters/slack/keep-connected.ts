import { setTimeout as sleep } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { pause } from '../../core/text/abort.ts';
import { exponential } from '../../core/text/backoff.ts';
import { retry } from '../../core/text/retry.ts';
import { UserError } from '../../core/text/user-error.ts';
import { finalFailure } from './failures.ts';

const HELLO_WITHIN = 10_000; // milliseconds
const SHORT = 10_000; // milliseconds; a connection that is closed sooner counts as a failure
const GOODBYE_WITHIN = 500; // milliseconds; the client's own limit is 30 seconds

/** What supervises a connection. */
export interface Supervision {
  readonly signal: AbortSignal;
  /** Milliseconds for which Slack must keep rejecting a token that it accepted before. */
  readonly patience: number;
  report(error: Error): void;
  connected(is: boolean): void;
}

type Client = SocketModeReceiver['client'];

/** Keeps a socket open until it is told to stop; a token that is rejected at first, or for long, is a UserError. */
export async function keepConnected(
  { client }: SocketModeReceiver,
  { signal, patience, report, connected }: Supervision,
): Promise<void> {
  const refusal = createRefusal(patience);
  const connect = async () => {
    if (signal.aborted) return;
    await startInTime(client);
    connected(true);
    refusal.accepted();
    const opened = performance.now();
    await untilClosed(client, signal);
    const isShort = performance.now() - opened < SHORT;
    if (isShort && !signal.aborted) throw new Error('Slack closed the connection soon after it was opened.');
  };
  while (!signal.aborted) {
    await retry(() => connect().finally(() => connected(false)), {
      delay(failures, cause) {
        if (failures === 2 || (failures === 1 && cause instanceof UserError))
          report(new Error('Could not connect to Slack; retrying.', { cause }));
        return exponential(failures, { first: 250, most: 60_000 });
      },
      isRetryable: (cause) => !(cause instanceof UserError) || !refusal.isFinal(),
      wait: (milliseconds) => pause(milliseconds, signal),
    });
  }
  await hangUp(client);
}

/** Counts for how long a token is rejected. */
function createRefusal(patience: number) {
  let wasAccepted = false;
  let since: number | null = null;
  return {
    accepted() {
      wasAccepted = true;
      since = null;
    },
    /** Whether a refusal just now is the end: that of a token that never worked, or one that lasts. */
    isFinal() {
      since ??= performance.now();
      return !wasAccepted || performance.now() - since >= patience;
    },
  };
}

/** Connects. Closes the connection again if it fails or Slack sends no hello message in time. */
async function startInTime(client: Client): Promise<void> {
  const timer = new AbortController();
  const late = sleep(HELLO_WITHIN, undefined, { signal: timer.signal }).then(() => {
    throw new Error('Slack sent no hello message.');
  });
  const started = client.start();
  try {
    await Promise.race([started, late]);
  } catch (cause) {
    const final = finalFailure(cause);
    if (!final) await hangUp(client);
    throw final ?? cause;
  } finally {
    timer.abort();
    started.catch(() => undefined);
    late.catch(() => undefined);
  }
}

/** The connection is closed when both sides have said so, or ours in vain. */
function untilClosed(client: Client, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let doubts = 0;
    const watch = setInterval(() => {
      doubts = isOpen(client) ? 0 : doubts + 1;
      if (doubts === 2) void hangUp(client).then(end);
    }, GOODBYE_WITHIN / 2);
    const end = () => {
      clearInterval(watch);
      client.off('disconnected', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    client.once('disconnected', end);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}

/** Whether the socket is open. The client does not report a close that it has begun but Slack has not confirmed. */
function isOpen(client: Client): boolean {
  const { websocket } = client as unknown as { readonly websocket?: { readonly readyState?: number } };
  return websocket?.readyState === 1;
}

/** Closes the connection; if Slack does not answer, closing it a second time does. */
async function hangUp(client: Client): Promise<void> {
  const gone = client.disconnect().catch(() => undefined);
  const timer = new AbortController();
  const late = sleep(GOODBYE_WITHIN, undefined, { signal: timer.signal }).then(() => client.disconnect());
  await Promise.race([gone, late.catch(() => undefined)]);
  timer.abort();
}
