import { clip } from '../../text/clip.ts';
import type { ChatRequest } from '../invocation.ts';
import type { MessageMenu } from '../message-menus.ts';

const MAX_TEXT = 300; // characters of a message that are searched for

/** What a message to the bot asks, without the mention; a mention alone is a greeting. */
export function requestOfText(text: string): ChatRequest {
  return text === ''
    ? { kind: 'command', command: 'talk', options: { kind: 'greeting' } }
    : { kind: 'line', text };
}

/** What a menu under someone else's message asks about its text; null if that has no words. */
export function requestOfMenu({ command, option }: MessageMenu, text: string): ChatRequest | null {
  const words = clip(text.replace(/\s+/g, ' ').trim(), MAX_TEXT);
  return words === '' ? null : { kind: 'command', command, options: { [option]: words } };
}
