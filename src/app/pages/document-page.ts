import { html, type Markup } from '../../adapters/web/markup.ts';
import { page } from '../../adapters/web/page.ts';
import { type Document, displayTitle } from '../../core/library/document.ts';
import { citationLink } from '../../core/quoting/citation-link.ts';
import { displayable } from '../../core/text/displayable.ts';
import { formatDate } from '../../core/text/format-date.ts';
import { isLinkable } from '../../core/text/web-address.ts';
import type { FoundQuotation } from './find-quotation.ts';
import { textParagraphs } from './text-paragraphs.ts';

/** A document as it is stored, with what was quoted marked; `quotation` is null if the link names none. */
export function documentPage(document: Document, quotation: FoundQuotation | null): Markup {
  const title = displayable(displayTitle(document));
  return page(
    title,
    html`<header><h1>${title}</h1><p class="facts">${facts(document)}</p>${notice(quotation)}
${original(document, quotation)}</header>
<article lang="${document.language}">${textParagraphs(document, quotation?.slice ?? null)}</article>
<footer><p>The text as Dossier stores it: ${document.text.length} characters, SHA-256
<code>${document.sha256}</code>.</p></footer>`,
  );
}

function facts({ publisher, author, published, collection, id }: Document): string {
  const known = [publisher, author, formatDate(published), collection, id];
  return displayable(known.filter((fact) => fact !== null).join(' · '));
}

const NOTICES = {
  there: null,
  moved:
    'The document has changed since it was quoted. The quoted words now stand elsewhere, where they are marked.',
  gone: 'The document has changed since it was quoted: these words are no longer in it.',
} as const;

function notice(quotation: FoundQuotation | null): Markup | string {
  const sentence = quotation ? NOTICES[quotation.state] : null;
  return sentence === null ? '' : html`<p class="notice" role="status">${sentence}</p>`;
}

/** Links to the original, at what was quoted. */
function original(document: Document, quotation: FoundQuotation | null): Markup | string {
  if (document.url === null || !isLinkable(document.url)) return '';
  const slice = quotation?.slice ?? { start: 0, end: Math.min(document.text.length, OPENING) };
  const address = citationLink(document, slice) ?? document.url;
  return html`<p><a href="${address}" rel="noreferrer">Open the original at ${new URL(document.url).host}</a></p>`;
}

const OPENING = 80; // characters
