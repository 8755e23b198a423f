import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CHAT_STYLE } from './chat-style.ts';

/** A file that pages of the chat load. */
export interface Asset {
  readonly path: string;
  /** With a mark that changes with the content, so that browsers may keep it. */
  readonly address: string;
  readonly type: string;
  readonly content: string;
}

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1a4fa3"/><path d="M9 21c3-1 4-3 4-5H9v-6h7v6c0 4-2 7-6 8zm9 0c3-1 4-3 4-5h-4v-6h7v6c0 4-2 7-6 8z" fill="#fff"/></svg>`;

/** All that the chat page loads, each from this server. */
export const ASSETS = {
  style: asset('/chat.css', 'text/css', CHAT_STYLE),
  // Beside this file, and beside the program's files once it is bundled.
  script: asset(
    '/chat.js',
    'text/javascript',
    readFileSync(new URL('./browser/chat.js', import.meta.url), 'utf8'),
  ),
  icon: asset('/icon.svg', 'image/svg+xml', ICON),
} as const;

function asset(path: string, type: string, content: string): Asset {
  const mark = createHash('sha256').update(content).digest('base64url').slice(0, 8);
  return { path, type, content, address: `${path}?v=${mark}` };
}
