import { BLOCKS, type PageEvents } from './page-events.ts';

const MAX_LINE = 1000; // characters, enough to tell a byline from a paragraph

/** The text of a page between where its blocks begin and end. */
export interface BlockLine extends PageEvents {
  /** What was heard of the line that is open. */
  readonly heard: () => string;
}

/** Tells every line that is a block's whole text, or stands between blocks in it. */
export function createBlockLine(tell: (line: string) => void): BlockLine {
  let line = '';
  const end = (name: string) => {
    if (!BLOCKS.has(name)) return;
    tell(plain(line));
    line = '';
  };
  return {
    heard: () => plain(line),
    open: end,
    text(text) {
      if (line.length <= MAX_LINE) line += text;
    },
    close: end,
  };
}

function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
