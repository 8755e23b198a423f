import type { ChatAdapter } from '../core/bot/chat-adapter.ts';
import { aborted } from '../core/text/abort.ts';

/** Keeps the program running for those who reach its HTTP server, until it is stopped: nobody chats there. */
export function createLastingServer(address: string): ChatAdapter {
  const stopping = new AbortController();
  return {
    platform: 'http',
    async start() {
      await aborted(stopping.signal);
    },
    stop: async () => stopping.abort(),
    health: () => ({ platform: 'http', connected: true, detail: address }),
  };
}
