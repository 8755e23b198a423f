import { displayable } from '../../text/displayable.ts';
import { isLinkable } from '../../text/web-address.ts';

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">`;

const STYLE = `
body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.25; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #8899aa; break-inside: avoid; }
li { margin: 0.75rem 0; break-inside: avoid; overflow-wrap: anywhere; }
.small { font: 0.85rem/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; } th, td { padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #8899aa; }
@media print { body { margin: 0; max-width: none; } a { color: inherit; } }
`;

/** A page that stands alone: no script, nothing loaded from elsewhere, and it prints cleanly. The lines are HTML. */
export function standingPage(title: string, lines: readonly string[]): string {
  return `${[
    HEAD,
    `<title>${toEntities(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...lines,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

/** A text in which no tag, entity or end of an attribute is left. */
export function toEntities(text: string): string {
  return displayable(text)
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A link, where an address can be followed. */
export function linkTo(label: string, url: string | null): string {
  if (url === null || !isLinkable(url)) return toEntities(label);
  return `<a href="${toEntities(url)}" rel="noreferrer">${toEntities(label)}</a>`;
}
