import type { ChatAdapter } from '../../core/bot/chat-adapter.ts';
import { aborted } from '../../core/text/abort.ts';

/** Creates an adapter that takes no requests; it keeps Dossier running while digests are sent by mail. */
export function createMailAdapter(platform: string): ChatAdapter {
  const stopping = new AbortController();
  return {
    platform,
    start: async () => aborted(stopping.signal),
    stop: async () => stopping.abort(),
    health: () => ({ platform, connected: true, detail: 'sending digests' }),
  };
}
