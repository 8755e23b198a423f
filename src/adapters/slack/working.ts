import { retryWhenLimited } from './calls.ts';
import type { HandlerContext } from './handler-context.ts';
import { isDirect, type MessageOrigin } from './message-origin.ts';

/** The line that says that an answer is being made. */
export interface Working {
  /** Takes it away if it comes only now; the answer itself takes away one that was shown before. */
  end(): void;
}

/** Shows in a thread of direct messages that an answer is being made. Nothing waits for it, and nothing fails with it. */
export function showWorking({ client }: HandlerContext, { channel, thread }: MessageOrigin): Working {
  if (!isDirect(channel) || thread === null) return { end: () => undefined };
  const set = (status: string) =>
    retryWhenLimited(() =>
      client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status }),
    ).catch(() => undefined);
  let isShown = false;
  const shown = set('is searching the documents…').then(() => {
    isShown = true;
  });
  return {
    end() {
      if (!isShown) void shown.then(() => set(''));
    },
  };
}
