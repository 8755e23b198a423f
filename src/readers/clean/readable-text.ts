import { unreadable } from '../../core/library/reading/document-reader.ts';
import { HEADED, INDENT } from '../../core/text/paragraphs.ts';
import { removeUnseen, unifyLineBreaks } from './unseen.ts';

/**
 * A formatted document's text as it is stored: paragraphs separated by one empty line, without invisible characters. Lines
 * that stand behind marks of nesting are indented by a wide space for each; a narrower one ends what is known for a heading.
 */
export function tidyText(text: string): string {
  const lines = removeUnseen(unifyLineBreaks(text.toWellFormed()))
    .replace(/[ \t]+/g, ' ')
    .split('\n');
  const kept: string[] = [];
  for (const line of lines.map(tidyMarked)) if (line !== '' || kept.at(-1)) kept.push(line);
  return kept.join('\n').replace(/\n+$/, '');
}

/** A character that readers put before a line for each list that it is nested in; none that a text may contain. */
export const NESTED = '\uFDD0';

/** A character that readers put into a line that they know for a heading. */
export const HEADING = '\uFDD1';

function tidyMarked(line: string): string {
  const written = line.replace(MARKS, '').trim();
  if (written === '' || written === line) return written;
  const end = line.includes(HEADING) ? HEADED : '';
  return `${INDENT.repeat(line.split(NESTED).length - 1)}${written}${end}`;
}

const MARKS = new RegExp(`[${NESTED}${HEADING}]`, 'g');

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
