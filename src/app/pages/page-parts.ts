import { html, type Markup } from '../../adapters/web/markup.ts';
import type { QuoteBlock } from '../../core/replies/arrange-points.ts';
import { displayable } from '../../core/text/displayable.ts';
import { inQuotes } from '../../core/text/quotation-marks.ts';
import { isLinkable } from '../../core/text/web-address.ts';
import { compared } from './changed-wording.ts';

/** Where a quotation leads, and its language. */
export interface QuotationFacts {
  /** The address of its source page. */
  readonly page: string;
  readonly language: string | null;
}

/** A quotation with its citation, which opens its source page, and the original beside it if that has an address. */
export function quotationBlock(quote: QuoteBlock, { page, language }: QuotationFacts): Markup {
  const { text, citation, place, label, speaker, weak, url, earlier } = quote;
  const lang = language === null ? '' : html` lang="${language}"`;
  const words = displayable(text);
  const before =
    earlier === undefined
      ? ''
      : html`<p class="said">Before:</p><p dir="auto"${lang}>${compared(earlier, text).before}</p>`;
  const said = [
    ...(speaker === null ? [] : [html`${displayable(speaker)}`]),
    html`<a href="${page}">[${citation}]${place === null ? '' : ` ${displayable(place)}`}<span class="screen"> in the source</span></a>`,
    ...(weak ? [html`weak`] : []),
  ];
  const original =
    url !== null && isLinkable(url)
      ? html`<span class="screen"> · <a href="${url}" rel="noreferrer">original at ${new URL(url).host}</a></span>`
      : '';
  return html`<blockquote>${label === null ? '' : html`<p class="said"><strong dir="auto">${displayable(label)}</strong></p>`}
<p dir="auto"${lang}>${inQuotes(words)}</p><p class="said">${joined(said)}${original}</p>${before}</blockquote>
`;
}

/** Parts with a dot between them. */
export function joined(parts: readonly Markup[]): Markup {
  return html`${parts.map((part, at) => html`${at === 0 ? '' : ' · '}${part}`)}`;
}

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Its heading is repeated where rows are read alone, on a phone. */
  readonly isRepeated?: true;
  /** Its cells may be long. */
  readonly isWide?: true;
}

/** A table that is read row by row on a phone. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Markup | string)[])[],
): Markup {
  const cell = (content: Markup | string, at: number) => {
    const { head = '', isRepeated, isWide } = columns[at] ?? {};
    return html`<td${isRepeated ? html` data-head="${head}"` : ''}${isWide ? html` class="wide"` : ''}>${content}</td>`;
  };
  return html`<table class="stacked"><caption class="said">${caption}</caption><thead><tr>${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows.map(
  (row) => html`<tr>${row.map(cell)}</tr>
`,
)}</tbody></table>`;
}
