import MarkdownIt, { type Token } from 'markdown-it';
import { HEADING, NESTED, tidyLine, tidyText } from '../clean/readable-text.ts';
import { inlineText } from './inline-text.ts';
import { createMarkupWriter } from './markup-text.ts';
import { readObsidian } from './obsidian.ts';

// Indented code is off: in notes it is mostly indented prose.
const markdown = new MarkdownIt({ html: true }).disable('code').use(readObsidian);

/**
 * What Markdown shows, as plain text: paragraphs and headings separated, items and rows as lines. Fenced code, struck-out
 * text and pictures between paragraphs are dropped. The first heading is the title if `stated` is null, unless it is one of
 * a lower level below text; a heading at the top that repeats the title is not part of the text.
 */
export function markdownText(source: string, stated: string | null): { title: string | null; text: string } {
  const tokens = markdown.parse(source, {});
  const top = tokens.findIndex((token) => token.type === 'heading_open');
  const heading = top === -1 ? null : tidyLine(inlineText(tokens[top + 1]));
  const repeats = top === 0 && heading !== null && (stated === null || sameWords(stated, heading));
  const text = tidyText(writeBlocks(repeats ? tokens.slice(3) : tokens).replace(/ \| $/gm, ''));
  const onlyHeading = repeats && text === '';
  const opens = top === 0 || tokens[top]?.tag === 'h1';
  return { title: opens ? heading : null, text: onlyHeading ? (heading ?? '') : text };
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

/** Markup between paragraphs may delete what follows it, until it is closed. */
function writeBlocks(tokens: readonly Token[]): string {
  const markup = createMarkupWriter();
  const written: string[] = [];
  let lists = 0; // that are open
  for (const token of tokens) {
    if (LIST.test(token.type)) lists += token.nesting;
    if (token.type === 'list_item_open' && lists > 1) written.push(NESTED.repeat(lists - 1));
    if (token.type === 'html_block') written.push(markup.write(token.content), '\n\n');
    else if (!markup.isDeleting()) written.push(blockText(token));
  }
  return written.join('');
}

const LIST = /^(?:bullet|ordered)_list_(?:open|close)$/;

function blockText(token: Token): string {
  switch (token.type) {
    case 'inline':
      return inlineText(token);
    case 'paragraph_close':
      return token.hidden ? '\n' : '\n\n';
    case 'list_item_open':
      return token.info === '' ? '' : `${token.info}${token.markup} `;
    case 'td_close':
    case 'th_close':
      return ' | ';
    case 'tr_close':
      return '\n';
    case 'heading_close':
      return `${HEADING}\n\n`;
    case 'blockquote_open':
    case 'bullet_list_close':
    case 'ordered_list_close':
    case 'table_close':
      return '\n\n';
    default:
      return '';
  }
}
