import { askedLine } from '../../core/bot/interaction/reply-layout.ts';
import type { Message } from '../../core/replies/message.ts';
import { plainWords } from '../../core/replies/plain-text.ts';
import { clip } from '../../core/text/clip.ts';
import { LIMITS } from './limits.ts';
import { type Block, inWords, wordsOf } from './rich-text.ts';
import { escapeText } from './text.ts';

/**
 * The words of a message for notifications and screen readers, which show neither the question above it nor the page before:
 * what was asked, then what is answered, or the given page of it.
 */
export function textOf(message: Message, page: readonly Block[] | null): string {
  const asked = askedLine(message, (question) => `“${question}”`);
  const words = page === null ? inWords(plainWords(message)) : page.map(blockWords).join('\n');
  const text = [asked, words].filter((part) => part !== null && part !== '').join('\n');
  return clip(escapeText(text), LIMITS.text - ROOM) || 'Dossier';
}

const ROOM = 300; // characters for a line that is added below

function blockWords(block: Block): string {
  switch (block.type) {
    case 'header':
    case 'section':
      return block.text.text;
    case 'context':
      return block.elements.map(({ text }) => text).join(' ');
    case 'rich_text':
      return block.elements
        .map(({ elements }) => elements.map(wordsOf).join(''))
        .join('\n')
        .trimEnd();
    case 'actions':
    case 'context_actions':
      return '';
  }
}
