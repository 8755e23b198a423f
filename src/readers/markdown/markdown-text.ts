import MarkdownIt, { type Token } from 'markdown-it';
import { tidyLine, tidyText } from '../clean/readable-text.ts';

// Indented code is off: in notes it is mostly indented prose.
const markdown = new MarkdownIt({ html: true }).disable('code');

/**
 * What Markdown shows, as plain text: paragraphs and headings separated, items and rows as lines. Images, fenced code
 * and struck-out text are dropped. The first heading is the title if `stated` is null; a heading at the top that
 * repeats the title is not part of the text.
 */
export function markdownText(source: string, stated: string | null): { title: string | null; text: string } {
  const tokens = markdown.parse(source, {});
  const top = tokens.findIndex((token) => token.type === 'heading_open');
  const heading = top === -1 ? null : tidyLine(inlineText(tokens[top + 1]));
  const repeats = top === 0 && heading !== null && (stated === null || sameWords(stated, heading));
  const shown = repeats ? tokens.slice(3) : tokens;
  const text = tidyText(shown.map(blockText).join('').replace(/ \| $/gm, ''));
  const onlyHeading = repeats && text === '';
  return { title: heading, text: onlyHeading ? (heading ?? '') : text };
}

function sameWords(a: string, b: string): boolean {
  const [one, other] = [a, b].map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return one === other;
}

function blockText(token: Token): string {
  switch (token.type) {
    case 'inline':
      return inlineText(token);
    case 'paragraph_close':
      return token.hidden ? '\n' : '\n\n';
    case 'list_item_open':
      return token.info === '' ? '' : `${token.info}${token.markup} `;
    case 'html_block':
      return `${markupText(token.content)}\n\n`;
    case 'td_close':
    case 'th_close':
      return ' | ';
    case 'tr_close':
      return '\n';
    case 'heading_close':
    case 'blockquote_open':
    case 'bullet_list_close':
    case 'ordered_list_close':
    case 'table_close':
      return '\n\n';
    default:
      return '';
  }
}

function inlineText(token: Token | undefined): string {
  let struck = 0;
  let text = '';
  for (const child of token?.children ?? []) {
    if (child.type === 's_open') struck++;
    else if (child.type === 's_close') struck--;
    else if (struck === 0) text += childText(child);
  }
  return text.replace(FOOTNOTE, '');
}

const FOOTNOTE = /\[\^[^\]\s]{1,40}\]:?/g;

function childText(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'code_inline':
      return token.content;
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return '\n';
    case 'html_inline':
      return /^<br\b/i.test(token.content) ? '\n' : '';
    default:
      return '';
  }
}

/** A block of HTML within Markdown, without its tags; comments, scripts and styles have no text. */
function markupText(markup: string): string {
  if (/^\s*<(?:!--|script\b|style\b)/i.test(markup)) return '';
  return markdown.utils.unescapeAll(markup.replace(/<[^<>]*>/g, ' '));
}
