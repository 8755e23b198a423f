import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import { type Markup, page, STYLE } from './page.ts';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

// A page runs nothing, loads nothing, sends nothing and stands in no frame; no cache keeps it for others.
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
};

/** Sends a page. */
export async function htmlResponse(markup: Markup, status = 200): Promise<Response> {
  return new Response(String(await markup), { status, headers: HEADERS });
}

/** What every address shows that opens nothing, whether it is forged, too old, hidden or was never there. */
export function absentPage(): Promise<Response> {
  const body = html`<h1>Nothing here</h1><p>This address opens nothing, or no longer does. Ask Dossier again
where you got the link: its answer links to the document as it is now.</p>`;
  return htmlResponse(page('Nothing here', body), 404);
}

/** Refuses a request for another host: a page elsewhere whose name leads to this machine. */
export function misdirected(): Response {
  return new Response('This server does not answer for that host.\n', { status: 421 });
}
