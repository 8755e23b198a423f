import { html, type Markup, type Part } from '../../adapters/web/markup.ts';
import { displayable } from '../../core/text/displayable.ts';

/** A table of two columns; the first names its row. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly [string, string];
  readonly rows: readonly Row[];
  /** Said in place of a table without rows. */
  readonly empty: string;
  /** Which hundred rows, from 1; absent: the first. */
  readonly page?: number;
}

/** A row: what it is about, and what is said of that. */
export type Row = readonly [Part, Part];

const ROWS = 100; // on one page

/** Writes a table, a hundred rows at a time. */
export function table({ caption, columns, rows, empty, page: asked = 1 }: Table): Markup {
  if (rows.length === 0) return html`<h2>${caption}</h2>\n<p class="note">${empty}</p>\n`;
  const last = Math.max(1, Math.ceil(rows.length / ROWS));
  const page = Math.min(asked, last);
  const shown = rows.slice((page - 1) * ROWS, page * ROWS);
  return html`<table><caption>${caption}</caption>
<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${shown.map(([name, said]) => html`<tr><th scope="row">${name}</th><td>${said}</td></tr>\n`)}</tbody></table>
${rows.length > ROWS ? pages(rows.length, { page, last }) : ''}`;
}

function pages(count: number, { page, last }: { readonly page: number; readonly last: number }): Markup {
  const to = (number: number, label: string) =>
    number >= 1 && number <= last ? html` <a href="?page=${number}">${label}</a>` : '';
  const [from, until] = [(page - 1) * ROWS + 1, Math.min(count, page * ROWS)];
  return html`<p class="note">${from}–${until} of ${count}.${to(page - 1, 'Earlier')}${to(page + 1, 'More')}</p>\n`;
}

/** Text that others wrote, as it can be shown. */
export function shown(text: string): string {
  return displayable(text);
}
