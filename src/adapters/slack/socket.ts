import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver, type webApi } from '@slack/bolt';
import { pause } from '../../core/text/abort.ts';
import { clientOptions, QUIET } from './calls.ts';
import { finalFailure } from './failures.ts';

/** What a connection over a socket needs. */
export interface SocketOptions {
  readonly appToken: string;
  readonly api: string | null;
  readonly gone: AbortSignal;
}

/** A receiver that does not connect by itself: a failing reconnect of its own would end the process. */
export function createSocketReceiver({ appToken, ...options }: SocketOptions): SocketModeReceiver {
  const calls = clientOptions(options);
  return new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: 5000,
    installerOptions: { clientOptions: { ...calls, fetch: createEagerFetch(calls.fetch ?? fetch) } },
    logger: QUIET,
  });
}

const EAGER = 400; // milliseconds; commands that come while there is no socket fail

/** Asks a second time when the answer is slow in coming: whichever comes first is taken. */
function createEagerFetch(call: webApi.FetchFunction): webApi.FetchFunction {
  return async (url, init) => {
    const answered = new AbortController();
    const again = sleep(EAGER, undefined, { signal: answered.signal }).then(() => call(url, init));
    try {
      return await Promise.any([call(url, init), again]);
    } finally {
      answered.abort();
    }
  };
}

const RETRY = { first: 250, most: 60_000 }; // milliseconds between tries to connect
const HELLO_WITHIN = 10_000; // milliseconds
const GOODBYE_WITHIN = 500; // milliseconds; the client's own patience is 30 seconds

/** What becomes of a connection. */
export interface Supervision {
  readonly signal: AbortSignal;
  report(error: Error): void;
  connected(is: boolean): void;
}

/** Keeps a socket open until it is told to stop; a refused token is a UserError. */
export async function keepConnected(
  { client }: SocketModeReceiver,
  { signal, report, connected }: Supervision,
): Promise<void> {
  for (let failed = 0; !signal.aborted; ) {
    try {
      await inTime(client.start());
      failed = 0;
      connected(true);
      await untilClosed(client, signal);
    } catch (cause) {
      const final = finalFailure(cause);
      if (final) throw final;
      if (failed === 1) report(new Error('Slack cannot be reached; it is tried again.', { cause }));
      failed++;
      await hangUp(client);
    }
    connected(false);
    if (failed > 0) await pause(Math.min(RETRY.most, RETRY.first * 2 ** Math.min(failed - 1, 10)), signal);
  }
  await hangUp(client);
}

type Client = SocketModeReceiver['client'];

async function inTime(started: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  const late = sleep(HELLO_WITHIN, undefined, { signal: timer.signal }).then(() => {
    throw new Error('Slack does not greet.');
  });
  try {
    await Promise.race([started, late]);
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

/** The client does not tell that it has begun to close, and then waits for Slack. */
function isOpen(client: Client): boolean {
  const { websocket } = client as unknown as { readonly websocket?: { readonly readyState?: number } };
  return websocket?.readyState === 1;
}

/** Closes the connection; where Slack does not answer, a second time makes it so. */
async function hangUp(client: Client): Promise<void> {
  const gone = client.disconnect().catch(() => undefined);
  const timer = new AbortController();
  const late = sleep(GOODBYE_WITHIN, undefined, { signal: timer.signal }).then(() => client.disconnect());
  await Promise.race([gone, late.catch(() => undefined)]);
  timer.abort();
}
