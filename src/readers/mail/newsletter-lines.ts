import { ADDRESSED, CLOSE, LEAVE, OFFER, POSTAL, REASON } from './newsletter-phrases.ts';

const SENTENCE = 25; // words from which a line is somebody's text
const HEAD = 8; // lines, of those with letters, in which a newsletter offers another form of itself
const TAIL = 30; // lines in which it ends

/**
 * The lines of a newsletter without what its sender's program puts around the text: the offer to read it elsewhere, how to leave, why it
 * came, addresses of offices, links to networks. In the middle of it nothing is dropped but addresses of links.
 */
export function withoutMailing(lines: readonly string[]): string[] {
  const said = lines
    .map(withoutAddresses)
    .filter((line, at) => line.trim() !== '' || lines[at]?.trim() === '');
  const kept = withoutOffers(said.slice(0, tailStart(said)));
  return kept.some((line) => /[\p{L}\p{N}]/u.test(line)) ? kept : [...said];
}

const BARE = /^[\s<([*•-]*https?:\/\/\S+[\s>)\]]*$/i;
const BRACKETED =
  /\s?(?:<https?:\/\/[^\s<>]+>|\(\s?https?:\/\/[^\s()]+\s?\)|\[\s?https?:\/\/[^\s[\]]+\s?\])/gi;

/** A line of plain text without the addresses that stand where markup has links. */
function withoutAddresses(line: string): string {
  return BARE.test(line) ? '' : line.replace(BRACKETED, '');
}

function withoutOffers(lines: readonly string[]): string[] {
  let written = 0;
  return lines.filter((line) => {
    if (!/[\p{L}\p{N}]/u.test(line)) return true;
    return ++written > HEAD || !(OFFER.test(wordsOf(line)) || isLeaving(line));
  });
}

/** Where the last lines begin, of which none is text: at the first that says how to leave or why it came, or at what closes above it. */
function tailStart(lines: readonly string[]): number {
  const least = lines.length - TAIL;
  const text = lines.findLastIndex((line) => isText(line) && !isMailing(line));
  let start = lines.findIndex((line, at) => at >= least && at > text && isMailing(line));
  if (start === -1) return lines.length;
  while (start > 0 && isEnding(lines[start - 1] ?? '')) start--;
  return start;
}

function isMailing(line: string): boolean {
  return isLeaving(line) || REASON.test(wordsOf(line));
}

function isLeaving(line: string): boolean {
  return LEAVE.test(wordsOf(line)) && ADDRESSED.test(wordsOf(line)) && !isText(line);
}

function isEnding(line: string): boolean {
  const words = wordsOf(line);
  return (
    !/[\p{L}\p{N}]/u.test(words) ||
    isMailing(words) ||
    CLOSE.test(words) ||
    OFFER.test(words) ||
    isPlace(words)
  );
}

/** Whether a line is an office's postal address: a street's number or a postal code, between commas, and no sentence. */
function isPlace(line: string): boolean {
  return (
    line.length < 120 &&
    /\d/.test(line) &&
    /,|•|·|\|/.test(line) &&
    !/[.!?:]$/.test(line) &&
    POSTAL.test(line)
  );
}

/** What a line says besides addresses. */
function wordsOf(line: string): string {
  return line.replace(/https?:\/\/\S+/gi, '').trim();
}

function isText(line: string): boolean {
  return line.trim().split(/\s+/).length >= SENTENCE;
}
