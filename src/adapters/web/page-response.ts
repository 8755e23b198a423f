import { createHash } from 'node:crypto';
import { html, type Markup } from './markup.ts';
import { page, STYLE } from './page.ts';

/** The headers that a page is sent with. */
export type PageHeaders = Readonly<Record<string, string>>;

/** Headers of a page that runs nothing, loads nothing and stands in no frame; no cache keeps it for others. */
export function pageHeaders({
  style,
  hasForms,
}: {
  readonly style: string;
  readonly hasForms: boolean;
}): PageHeaders {
  const styles = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const forms = hasForms ? "'self'" : "'none'";
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src ${styles}; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    // Under no-referrer, browsers would send the page's own forms with the origin "null".
    'referrer-policy': hasForms ? 'same-origin' : 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  };
}

const READ_ONLY = pageHeaders({ style: STYLE, hasForms: false });

/** Sends a page; without other headers, one that is only read. */
export function htmlResponse({ markup }: Markup, status = 200, headers: PageHeaders = READ_ONLY): Response {
  return new Response(markup, { status, headers });
}

/** What every address shows that opens nothing, whether it is forged, too old, hidden or was never there. */
export function absentPage(): Response {
  const body = html`<h1>Nothing here</h1><p>This address opens nothing, or no longer does. Ask Dossier again
where you got the link: its answer links to the document as it is now.</p>`;
  return htmlResponse(page('Nothing here', body), 404);
}

/** Refuses a request for another host: a page elsewhere whose name leads to this machine. */
export function misdirected(): Response {
  return new Response('This server does not answer for that host.\n', { status: 421 });
}

/** Whether a proxy passed a request on, so that it comes from somebody else. */
export function isForwarded({ headers }: Request): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'].some((name) => headers.has(name));
}
