import { Parser } from 'htmlparser2';
import { clip } from '../../core/text/clip.ts';

/** The text of a title that may be marked up, in one line; null if there is none. */
export function plainText(markup: string | undefined): string | null {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (text) => parts.push(text) });
  parser.end(markup ?? '');
  return oneLine(parts.join(''));
}

const LONGEST = 300; // UTF-16 units of a name

/** A name in one line, without what databases refuse and of a length that names have; null if it is empty. */
export function oneLine(text: string | undefined): string | null {
  const line = (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line === '' ? null : clip(line.toWellFormed(), LONGEST);
}

/** Plain text as HTML, with its paragraphs. */
export function toHtml(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim()}</p>`)
    .join('\n');
}
