import { appendFileSync, readFileSync } from 'node:fs';
import type { Found, Poster } from '../../core/digests/poster.ts';
import { LOCAL_CONVERSATION } from './local-invocation.ts';
import { renderMessage } from './render.ts';

/** Where digests are shown at this machine. */
export interface TerminalPosterOptions {
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly colour: boolean;
  /** The file that tells which were shown: a terminal can't be read back. */
  readonly shownFile: string;
}

/** Posts by writing to the terminal, and right after that notes that it did. */
export function createTerminalPoster({ output, colour, shownFile }: TerminalPosterOptions): Poster {
  return {
    platform: 'terminal',
    deduplicatesFor: 0,
    async post({ message, key, mayStillSend }) {
      if (!mayStillSend()) return { kind: 'later', seconds: null, everywhere: false, detail: 'too late' };
      const width = output.isTTY && output.columns ? output.columns : undefined;
      output.write(`\n${renderMessage(message, { colour, width })}\n\n`);
      return noteShown(shownFile, key)
        ? { kind: 'sent', ref: key }
        : { kind: 'unknown', detail: 'it could not be noted' };
    },
    find: async ({ key }) => find(shownFile, key),
    threadOf: () => LOCAL_CONVERSATION,
    tell: async () => false,
  };
}

function noteShown(path: string, key: string): boolean {
  try {
    appendFileSync(path, `${key}\n`, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

function find(path: string, key: string): Found {
  try {
    const isThere = readFileSync(path, 'utf8').split('\n').includes(key);
    return isThere ? { kind: 'sent', ref: key } : { kind: 'absent' };
  } catch {
    return { kind: 'absent' };
  }
}
