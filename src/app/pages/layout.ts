import { html, type Markup, raw } from '../../adapters/web/markup.ts';
import { htmlResponse, pageHeaders } from '../../adapters/web/page-response.ts';
import { PAGE_STYLE } from './page-style.ts';

/** The parts of a page. Only `main` is printed with the title. */
export interface PageParts {
  readonly title: string;
  /** What is said above the content: facts, links. */
  readonly above?: Markup;
  readonly main: Markup;
  readonly below?: Markup;
  /** What the skip link is called. */
  readonly skip: string;
}

const HEADERS = pageHeaders({ style: PAGE_STYLE, hasForms: false });

/** Sends a page for reading: one heading, landmarks, nothing loaded, nothing run. */
export function sendPage(parts: PageParts): Response {
  return htmlResponse(layOut(parts), 200, HEADERS);
}

function layOut({ title, above = html``, main, below = html``, skip }: PageParts): Markup {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${title} · Dossier</title><style>${raw(PAGE_STYLE)}</style></head>
<body><a class="skip" href="#content">${skip}</a>
<header><p class="brand">Dossier</p><h1 dir="auto">${title}</h1>${above}</header>
<main id="content" tabindex="-1">${main}</main>
<footer>${below}</footer></body></html>`;
}
