import { displayable } from '../../text/displayable.ts';
import { formatDate } from '../../text/format-date.ts';
import { inQuotes } from '../../text/quotation-marks.ts';
import { isLinkable } from '../../text/web-address.ts';
import type { ArrangedBlock, QuoteBlock } from '../arrange-points.ts';
import { joinKnown } from '../block-lines.ts';
import { coverageLine } from '../coverage.ts';
import {
  arranged,
  colophon,
  type Exported,
  type ExportedSource,
  formatKnown,
  formatOffsets,
  pointsOf,
} from './exported.ts';

/** Formats an answer as one page that stands alone: no script, nothing loaded from elsewhere, and it prints cleanly. */
export function toHtml(exported: Exported): string {
  const { headline, question, coverage, notes, sources, accessed } = exported;
  const said = [coverageLine(coverage), ...notes].map((line) => `<p class="small">${toEntities(line)}</p>`);
  return `${[
    HEAD,
    `<title>${toEntities(headline)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1 dir="auto">${toEntities(headline)}</h1>`,
    ...(question === null || question === headline ? [] : [`<p dir="auto">${toEntities(question)}</p>`]),
    ...said,
    ...arranged(exported).map((each) => block(exported, each)),
    ...(sources.length === 0 ? [] : ['<h2>Sources</h2>', '<ol>']),
    ...sources.map((source) => entry(exported, source)),
    ...(sources.length === 0 ? [] : ['</ol>']),
    `<footer class="small">${toEntities(colophon(exported, formatDate(accessed)))}</footer>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

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
@media print { body { margin: 0; max-width: none; } a { color: inherit; } }
`;

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

/** A text in which no tag, entity or end of an attribute is left. */
function toEntities(text: string): string {
  return displayable(text)
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function block(exported: Exported, each: ArrangedBlock): string {
  switch (each.kind) {
    case 'group':
      return `<h2 dir="auto">${toEntities(each.text)}</h2>`;
    case 'note':
      return `<p class="small">${toEntities(each.text)}</p>`;
    case 'quote':
      return quotation(exported, each);
  }
}

function quotation({ sources }: Exported, quote: QuoteBlock): string {
  const { text, citation, url, place, label, speaker, weak } = quote;
  const language = sources.find(({ number }) => number === citation)?.language ?? null;
  const lang = language === null ? '' : ` lang="${toEntities(language)}"`;
  const said = speaker === null ? '' : `${toEntities(speaker)} `;
  const after = `${said}${link(`[${citation}]`, url)}${place === null ? '' : ` ${toEntities(place)}`}`;
  const before = label === null ? '' : `<strong dir="auto">${toEntities(label)}:</strong> `;
  return `<blockquote>${before}<span dir="auto"${lang}>${inQuotes(text, toEntities(text))}</span> ${after}${weak ? ' (weak)' : ''}</blockquote>`;
}

function link(label: string, url: string | null): string {
  if (url === null || !isLinkable(url)) return toEntities(label);
  return `<a href="${toEntities(url)}" rel="noreferrer">${toEntities(label)}</a>`;
}

/** One source: what is known of it, then where each excerpt stands. */
function entry(exported: Exported, source: ExportedSource): string {
  const { number, title, url, document, sha256 } = source;
  const lines = [
    `<strong dir="auto">${toEntities(title)}</strong> · ${toEntities(formatKnown(source))}`,
    ...(url === null ? [] : [`address: ${link(url, url)}`]),
    `document: ${toEntities(document)} · sha256: ${toEntities(sha256)}`,
    ...pointsOf(exported, source).map(
      (point) => `quoted: ${toEntities(joinKnown([point.place, formatOffsets(point)]))}`,
    ),
  ];
  return `<li value="${number}">${lines.join('<br>\n')}</li>`;
}
