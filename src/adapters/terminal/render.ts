import { styleText } from 'node:util';
import type { Style } from '../../core/replies/block-lines.ts';
import type { Message } from '../../core/replies/message.ts';
import { plainText } from '../../core/replies/plain-text.ts';
import { fileOf } from '../../core/replies/reply.ts';

/** How a message is written to a terminal; without a width, lines are not wrapped. */
export interface RenderOptions {
  readonly colour: boolean;
  readonly width: number | undefined;
}

const MAX_WIDTH = 100; // columns; longer lines are hard to read

/** A message as terminal text; of one with a file, the file as it is, so that it can be copied or redirected. */
export function renderMessage(message: Message, { colour, width }: RenderOptions): string {
  const file = fileOf(message.reply);
  if (file) return file.text.trimEnd();
  const text = colour ? plainText(message.blocks, COLOURED) : message.text;
  if (width === undefined) return text;
  return text
    .split('\n')
    .map((line) => wrap(line, Math.min(width, MAX_WIDTH)))
    .join('\n');
}

type Format = Parameters<typeof styleText>[0];

const paint = (format: Format) => (text: string) => styleText(format, text, { validateStream: false });

const COLOURED: Style<string> = {
  heading: paint('bold'),
  group: paint('bold'),
  note: paint('dim'),
  detail: paint('dim'),
  name: (part) => part,
  quote: (line) => line,
  marked: paint('bold'),
  citation: (mark, url) => hyperlink(paint('cyan')(mark), url),
  label: paint('bold'),
  between: (text) => text,
};

/** OSC 8: terminals that don't know it show only the text. */
function hyperlink(text: string, url: string | null): string {
  return url === null ? text : `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\`;
}

/** Breaks a line between words; escape sequences have no width. */
function wrap(line: string, width: number): string {
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    if (row !== '' && visibleLength(row) + 1 + visibleLength(word) > width) {
      rows.push(row);
      row = word;
    } else {
      row = row === '' ? word : `${row} ${word}`;
    }
  }
  return [...rows, row].join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ESCAPES = /\u001B\[[0-9;]*m|\u001B\]8;;[^\u001B]*\u001B\\/g;

function visibleLength(text: string): number {
  return Array.from(text.replace(ESCAPES, '')).length;
}
