import type { ChatAdapter } from '../../core/bot/chat-adapter.ts';
import { aborted } from '../../core/text/abort.ts';

/** Nobody talks to a file; it only has Dossier go on while digests are written to one. */
export function createFileAdapter(): ChatAdapter {
  const stopping = new AbortController();
  return {
    platform: 'file',
    start: async () => aborted(stopping.signal),
    stop: async () => stopping.abort(),
    health: () => ({
      platform: 'file',
      connected: true,
      detail: 'digests are written to the data directory',
    }),
  };
}
