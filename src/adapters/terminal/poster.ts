import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { later } from '../../core/delivery/call-outcome.ts';
import type { Found, Poster } from '../../core/delivery/poster.ts';
import { LOCAL_CONVERSATION, PLATFORM } from './local-invocation.ts';
import { renderMessage } from './render.ts';

/** Where digests are shown at this machine. */
export interface TerminalPosterOptions {
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly colour: boolean;
  /** The file that records which were shown: a terminal can't be read back. */
  readonly shownFile: string;
}

/**
 * Creates a poster that writes to the terminal. It records the start right before and the end right after, so a digest
 * that was cut off in between is not shown a second time, but reported as one that may not have arrived.
 */
export function createTerminalPoster({ output, colour, shownFile }: TerminalPosterOptions): Poster {
  return {
    platform: PLATFORM,
    deduplicatesFor: 0,
    async post({ message, key, mayStillSend }) {
      if (!mayStillSend()) return later('too late to post it');
      const width = output.isTTY && output.columns ? output.columns : undefined;
      const text = `\n${renderMessage(message, { colour, width })}\n\n`;
      if (!record(shownFile, begun(key))) return later('could not write to digests.shown');
      output.write(text);
      return record(shownFile, key) ? { kind: 'sent', messageId: key } : { kind: 'unknown', detail: CUT_OFF };
    },
    find: async ({ key }) => find(shownFile, key),
    threadOf: () => LOCAL_CONVERSATION,
    tell: async () => false,
  };
}

const CUT_OFF = 'it was interrupted while being shown';

function begun(key: string): string {
  return `${key} begins`;
}

function record(path: string, line: string): boolean {
  try {
    appendFileSync(path, `${line}\n`, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

function find(path: string, key: string): Found {
  try {
    const recorded = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if (recorded.includes(key)) return { kind: 'sent', messageId: key };
    if (recorded.includes(begun(key))) return { kind: 'cannot-search', detail: CUT_OFF, forGood: true };
    return { kind: 'absent' };
  } catch (cause) {
    return { kind: 'cannot-search', detail: String(cause), forGood: false };
  }
}
