/** A line as a recognizer gives it. */
interface RecognizedLine {
  readonly text: string;
}

/** A paragraph, and how sure the recognizer is of its words, from 0 to 100. */
interface RecognizedParagraph {
  readonly confidence: number;
  readonly lines: readonly RecognizedLine[];
}

/** A part of a page that belongs together. */
export interface RecognizedBlock {
  readonly paragraphs: readonly RecognizedParagraph[];
}

const LEAST = 60; // of 100; pictures and stains read as letters have less, print has more than 85

/** The paragraphs of a page that were read for sure, without a page number at its edge. */
export function joinRecognized(blocks: readonly RecognizedBlock[]): string {
  const paragraphs = blocks
    .flatMap((block) => block.paragraphs)
    .filter(({ confidence }) => confidence >= LEAST)
    .map(({ lines }) => joinLines(lines.map(({ text }) => text.trim())))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  const isNumber = (at: number) => PAGE_NUMBER.test(paragraphs.at(at) ?? '');
  const from = paragraphs.length > 1 && isNumber(0) ? 1 : 0;
  const to = paragraphs.length > 1 && isNumber(-1) ? -1 : undefined;
  return paragraphs.slice(from, to).join('\n\n');
}

const PAGE_NUMBER = /^\W{0,3}(?:\d{1,4}|[ivxl]{1,6})\W{0,3}$/i;

/** A hyphen at a line's end stays as it is printed. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const isBroken = /\p{L}[-‐]$/u.test(text) && /^\p{L}/u.test(line);
    return isBroken || text === '' ? text + line : `${text} ${line}`;
  }, '');
}
