import type { ChatAdapter } from '../../core/bot/chat-adapter.ts';
import { aborted } from '../../core/text/abort.ts';
import { PLATFORM } from './poster.ts';

/** Creates an adapter that takes no requests; it keeps Dossier running while digests are written to files. */
export function createFileAdapter(): ChatAdapter {
  const stopping = new AbortController();
  const detail = 'writing digests to the data directory';
  return {
    platform: PLATFORM,
    start: async () => aborted(stopping.signal),
    stop: async () => stopping.abort(),
    health: () => ({ platform: PLATFORM, connected: true, detail }),
  };
}
