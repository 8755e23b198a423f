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

/** Formats an answer as Markdown (CommonMark). Nothing in it that comes from a document is markup. */
export function toMarkdown(exported: Exported): string {
  const { headline, question, coverage, notes, sources, accessed } = exported;
  const lines = [
    `# ${inert(headline)}`,
    ...(question === null || question === headline ? [] : [inert(question)]),
    [coverageLine(coverage), ...notes].map(inert).join('  \n'),
    ...arranged(exported).map(block),
    ...(sources.length === 0 ? [] : ['## Sources', ...sources.map((source) => entry(exported, source))]),
    `${inert(colophon(exported, formatDate(accessed)))}`,
  ];
  return `${lines.join('\n\n')}\n`;
}

/** Escapes whatever could format, link, open a tag or an entity in Markdown; a bare address stays text where links are not guessed. */
function inert(text: string): string {
  return displayable(text)
    .toWellFormed()
    .replace(/[\\`*_[\]<>#|~&!${}^=]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/@(?=\w)/g, '\\@')
    .replace(/^(?:[-+](?=\s|$)|-{3})/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

function block(each: ArrangedBlock): string {
  switch (each.kind) {
    case 'group':
      return `## ${inert(each.text)}`;
    case 'note':
      return inert(each.text);
    case 'quote':
      return quotation(each);
  }
}

function quotation({ text, citation, url, place, label, speaker, weak, earlier }: QuoteBlock): string {
  const mark = link(String(citation), url);
  const said = speaker && inert(speaker);
  const after = [said, mark, place && inert(place), weak ? '(weak)' : null].filter((part) => part !== null);
  const before = label === null ? '' : `**${inert(label)}:** `;
  const was = earlier === undefined ? '' : ` · was: ${inQuotes(earlier, inert(earlier))}`;
  return `> ${before}${inQuotes(text, inert(text))} ${after.join(' ')}${was}`;
}

/** A link in angle brackets, from which an address can't break out; without one that may be linked, its label in brackets. */
function link(label: string, url: string | null): string {
  if (url === null || !isLinkable(url)) return `\\[${label}\\]`;
  return `[\\[${label}\\]](<${toAddress(url)}>)`;
}

function toAddress(url: string): string {
  return url.toWellFormed().replace(/[\s\p{Cc}\p{Cf}<>\\`]/gu, encodeURIComponent);
}

/** One source: what is known of it, then where each excerpt stands. */
function entry(exported: Exported, source: ExportedSource): string {
  const { number, title, url, document, sha256 } = source;
  const address = url !== null && isLinkable(url) ? `<${toAddress(url)}>` : url && inert(url);
  return [
    `${number}. **${inert(title)}** · ${inert(formatKnown(source))}`,
    ...(address ? [`address: ${address}`] : []),
    `document: ${inert(document)} · sha256: ${sha256}`,
    ...pointsOf(exported, source).map(
      (point) => `quoted: ${joinKnown([point.place && inert(point.place), formatOffsets(point)])}`,
    ),
  ].join('  \n   ');
}
