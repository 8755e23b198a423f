import { html, raw } from '../adapters/web/markup.ts';
import { page, STYLE } from '../adapters/web/page.ts';
import { htmlResponse } from '../adapters/web/page-response.ts';

const AGAIN = 2; // seconds

/** What every page shows while the documents are read; a browser asks again by itself. */
export function startingPage(): Response {
  const head = html`<meta http-equiv="refresh" content="${AGAIN}"><style>${raw(STYLE)}</style>`;
  const body = html`<h1>Dossier is starting</h1><p>It is reading its documents. This page opens when it has.</p>`;
  const response = htmlResponse(page('Starting', body, head), 503);
  response.headers.set('retry-after', `${AGAIN}`);
  return response;
}
