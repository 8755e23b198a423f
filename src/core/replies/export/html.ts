import { formatDate } from '../../text/format-date.ts';
import { inQuotes } from '../../text/quotation-marks.ts';
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
import { linkTo, standingPage, toEntities } from './standing-page.ts';

/** Formats an answer as one page that stands alone: no script, nothing loaded from elsewhere, and it prints cleanly. */
export function toHtml(exported: Exported): string {
  const { headline, question, coverage, notes, sources, accessed } = exported;
  const said = [coverageLine(coverage), ...notes].map((line) => `<p class="small">${toEntities(line)}</p>`);
  return standingPage(headline, [
    `<h1 dir="auto">${toEntities(headline)}</h1>`,
    ...(question === null || question === headline ? [] : [`<p dir="auto">${toEntities(question)}</p>`]),
    ...said,
    ...arranged(exported).map((each) => block(exported, each)),
    ...(sources.length === 0 ? [] : ['<h2>Sources</h2>', '<ol>']),
    ...sources.map((source) => entry(exported, source)),
    ...(sources.length === 0 ? [] : ['</ol>']),
    `<footer class="small">${toEntities(colophon(exported, formatDate(accessed)))}</footer>`,
  ]);
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
  const { text, citation, url, place, label, speaker, weak, earlier } = quote;
  const language = sources.find(({ number }) => number === citation)?.language ?? null;
  const lang = language === null ? '' : ` lang="${toEntities(language)}"`;
  const said = speaker === null ? '' : `${toEntities(speaker)} `;
  const after = `${said}${linkTo(`[${citation}]`, url)}${place === null ? '' : ` ${toEntities(place)}`}`;
  const before = label === null ? '' : `<strong dir="auto">${toEntities(label)}:</strong> `;
  const was =
    earlier === undefined
      ? ''
      : ` · was: <span dir="auto"${lang}>${inQuotes(earlier, toEntities(earlier))}</span>`;
  return `<blockquote>${before}<span dir="auto"${lang}>${inQuotes(text, toEntities(text))}</span> ${after}${weak ? ' (weak)' : ''}${was}</blockquote>`;
}

/** One source: what is known of it, then where each excerpt stands. */
function entry(exported: Exported, source: ExportedSource): string {
  const { number, title, url, document, sha256 } = source;
  const lines = [
    `<strong dir="auto">${toEntities(title)}</strong> · ${toEntities(formatKnown(source))}`,
    ...(url === null ? [] : [`address: ${linkTo(url, url)}`]),
    `document: ${toEntities(document)} · sha256: ${toEntities(sha256)}`,
    ...pointsOf(exported, source).map(
      (point) => `quoted: ${toEntities(joinKnown([point.place, formatOffsets(point)]))}`,
    ),
  ];
  return `<li value="${number}">${lines.join('<br>\n')}</li>`;
}
