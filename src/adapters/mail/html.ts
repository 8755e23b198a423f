import { blockLines, type Style } from '../../core/replies/block-lines.ts';
import type { Block } from '../../core/replies/message.ts';
import { isLinkable } from '../../core/text/web-address.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
}

const STYLE: Style<string> = {
  heading: escaped,
  group: escaped,
  note: escaped,
  detail: (part) => `<small>${escaped(part)}</small>`,
  name: escaped,
  quote: escaped,
  marked: (part) => `<mark>${escaped(part)}</mark>`,
  citation: (mark, url) =>
    url !== null && isLinkable(url) ? `<a href="${escaped(url)}">${escaped(mark)}</a>` : escaped(mark),
  label: (label) => `<b>${escaped(label)}</b>`,
  between: escaped,
};

/** Writes a message as HTML that loads nothing and runs nothing. */
export function writeHtml(blocks: readonly Block[]): string {
  const body = blocks.map(writeBlock).join('');
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${body}</body></html>\n`;
}

function writeBlock(block: Block): string {
  const lines = blockLines(block, STYLE).map((parts) => parts.join(''));
  switch (block.kind) {
    case 'heading':
      return `<h2>${lines.join(' ')}</h2>\n`;
    case 'group':
      return `<h3>${lines.join(' ')}</h3>\n`;
    case 'quote':
      return `<blockquote>${lines.join('<br>')}</blockquote>\n`;
    case 'note':
      return `<p>${lines.join('<br>')}</p>\n`;
    case 'sources':
    case 'items':
      return `<p>${lines.join('<br>')}</p>\n`;
    case 'actions':
      return ''; // nobody presses a button in a mail
  }
}
