import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver, type webApi } from '@slack/bolt';
import { clientOptions, QUIET } from './calls.ts';

/** What a connection over a socket needs. */
export interface SocketOptions {
  readonly appToken: string;
  readonly api: string | null;
  readonly gone: AbortSignal;
}

/** Creates a receiver that does not connect by itself: a failed reconnect of its own would end the process. */
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

/** Asks a second time if the answer is slow in coming, and takes whichever comes first. */
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
