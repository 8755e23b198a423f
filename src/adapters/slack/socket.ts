import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { clientOptions, QUIET } from './calls.ts';
import { finalFailure } from './failures.ts';

/** What a connection over a socket needs. */
export interface SocketOptions {
  readonly appToken: string;
  readonly api: string | null;
  report(error: Error): void;
}

/** A receiver that does not connect by itself: a failing reconnect of its own would end the process. */
export function createSocketReceiver({ appToken, api }: SocketOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: 5000,
    installerOptions: { clientOptions: clientOptions(api) },
    logger: QUIET,
  });
}

const RETRY = { first: 500, most: 60_000 }; // milliseconds between tries to connect

/** Keeps a socket open until it is told to stop; a refused token is a UserError. */
export async function keepConnected(
  { client }: SocketModeReceiver,
  {
    signal,
    report,
    connected,
  }: { signal: AbortSignal; report: SocketOptions['report']; connected(is: boolean): void },
): Promise<void> {
  for (let failed = 0; !signal.aborted; ) {
    try {
      const closed = new Promise<void>((resolve) => {
        client.once('disconnected', () => resolve());
      });
      await client.start();
      failed = 0;
      connected(true);
      await Promise.race([closed, aborted(signal)]);
    } catch (cause) {
      const final = finalFailure(cause);
      if (final) throw final;
      if (failed === 1) report(new Error('Slack cannot be reached; it is tried again.', { cause }));
      failed++;
    }
    connected(false);
    if (failed > 0) await pause(Math.min(RETRY.most, RETRY.first * 2 ** Math.min(failed - 1, 10)), signal);
  }
  await client.disconnect().catch(() => undefined);
}

/** Waits, unless something was told to stop. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** Fulfilled when something was told to stop. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
