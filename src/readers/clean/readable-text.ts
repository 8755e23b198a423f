import { unreadable } from '../../core/library/document-reader.ts';
import { removeUnseen, unifyLineBreaks } from './unseen.ts';

/** A formatted document's text as it is stored: paragraphs separated by one empty line, without invisible characters. */
export function tidyText(text: string): string {
  const lines = removeUnseen(unifyLineBreaks(text.toWellFormed()))
    .replace(/[ \t]+/g, ' ')
    .split('\n');
  const kept: string[] = [];
  for (const line of lines.map((each) => each.trim())) if (line !== '' || kept.at(-1)) kept.push(line);
  return kept.join('\n').trimEnd();
}

// All white space but the byte order mark, which parts no words.
const SPACES = /[^\S\uFEFF]+/g;

/** One line of a formatted document, such as its title or its author; null if nothing is left of it. */
export function tidyLine(text: string | null | undefined): string | null {
  const line = removeUnseen((text ?? '').toWellFormed().replace(SPACES, ' ')).trim();
  return /[\p{L}\p{N}]/u.test(line) ? line : null;
}

/** Rejects a text without anything to read; an empty document is never indexed. */
export function refuseUnreadable(text: string, reason = 'contains no text'): void {
  if (!/[\p{L}\p{N}]/u.test(text)) throw unreadable(reason);
}
