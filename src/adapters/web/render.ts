import { formatTooLong } from '../../core/bot/interaction/notices.ts';
import { blockLines, citationParts, type Style } from '../../core/replies/block-lines.ts';
import type { Block, Message } from '../../core/replies/message.ts';
import { isLinkable } from '../../core/text/web-address.ts';
import { LIMITS } from './limits.ts';
import { html, type Markup } from './markup.ts';

const STYLE: Style<Markup> = {
  heading: text,
  group: text,
  note: text,
  detail: (part) => html`<span class="detail">${part}</span>`,
  name: text,
  quote: (line) => html`<q>${line}</q>`,
  marked: (part) => html`<q><mark>${part}</mark></q>`,
  citation: (mark, url) =>
    url !== null && isLinkable(url) ? html`<a href="${url}" rel="noreferrer">${mark}</a>` : text(mark),
  label: (label) => html`<b>${label}</b>`,
  between: text,
};

function text(line: string): Markup {
  return html`${line}`;
}

/** A message in pages, none of which is too long for the page that shows them all. */
export function renderPages({ blocks }: Pick<Message, 'blocks'>): readonly Markup[] {
  const pages: Markup[][] = [];
  let room = 0;
  for (const unit of inUnits(blocks.flatMap(divide))) {
    const rendered = html`${unit.map(renderBlock)}`;
    const { length } = rendered.markup;
    if (length > room) {
      pages.push([]);
      room = LIMITS.reply;
    }
    pages.at(-1)?.push(rendered);
    room -= length;
  }
  return pages.map((page) => html`${page}`);
}

/** Long lists in parts. */
function divide(block: Block): readonly Block[] {
  if (block.kind !== 'items') return block.kind === 'actions' ? [] : [block]; // those are buttons
  const starts = block.items.map((_, at) => at).filter((at) => at % LIMITS.lines === 0);
  return starts.map((at) => ({ ...block, items: block.items.slice(at, at + LIMITS.lines) }));
}

/** What stays on one page: a line over quotations with the first of them. */
function inUnits(blocks: readonly Block[]): readonly (readonly Block[])[] {
  return blocks.flatMap((block, at) => {
    if (blocks[at - 1]?.kind === 'group') return [];
    const below = block.kind === 'group' ? blocks[at + 1] : undefined;
    return [below ? [block, below] : [block]];
  });
}

function renderBlock(block: Block): Markup {
  const lines = blockLines(block, STYLE);
  switch (block.kind) {
    case 'heading':
      return html`<h3>${lines.flat()}</h3>\n`;
    case 'group':
      return html`<h4>${lines.flat()}</h4>\n`;
    case 'note':
    case 'actions':
      return html`<p class="note">${lines.flat()}</p>\n`;
    case 'quote':
      return html`<p class="quote">${block.text.length > LIMITS.quote ? tooLong(block) : lines.flat()}</p>\n`;
    case 'sources':
    case 'items':
      return html`<ul class="${block.kind}">${lines.map((line) => html`<li>${line}</li>`)}</ul>\n`;
  }
}

/** A quotation is shown whole or not at all. */
function tooLong(quote: Extract<Block, { kind: 'quote' }>): readonly Markup[] {
  return [html`<i>${formatTooLong(quote.text)}</i> `, ...citationParts(quote, STYLE)];
}
