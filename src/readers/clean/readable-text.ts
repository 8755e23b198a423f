import { unreadable } from '../../core/library/document-reader.ts';

// Invisible characters: controls except tab and line feed, and the soft hyphens of a layout.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\u00AD\uFEFF]/g;

/** A formatted document's text as it is stored: paragraphs separated by one empty line, without invisible characters. */
export function tidyText(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/[ \t]+/g, ' ')
    .split('\n');
  const kept: string[] = [];
  for (const line of lines.map((each) => each.trim())) if (line !== '' || kept.at(-1)) kept.push(line);
  return kept.join('\n').trimEnd();
}

/** One line of a formatted document, such as its title or its author; null if nothing is left of it. */
export function tidyLine(text: string | null | undefined): string | null {
  const line = (text ?? '').toWellFormed().replace(/\s+/g, ' ').replace(UNSEEN, '').trim();
  return /[\p{L}\p{N}]/u.test(line) ? line : null;
}

/** Rejects a text without anything to read; an empty document is never indexed. */
export function refuseUnreadable(text: string, reason = 'contains no text'): void {
  if (!/[\p{L}\p{N}]/u.test(text)) throw unreadable(reason);
}
