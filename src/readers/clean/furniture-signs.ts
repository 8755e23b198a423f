import type { PageLine } from './furniture-lines.ts';
import { barePhrase, isBoxTalk, isImprint } from './furniture-patterns.ts';
import { ADVERTISEMENT, ORDINARY } from './furniture-phrases.ts';

const SURE = 2; // signs of a page that make a text a scraped page
const MENU = 8; // short lines in a row that make a menu, which is such a sign next to another
const MENU_WORDS = 4; // words of an item in it
const NAME_WORDS = 4; // words of a headline that a page's name contains
const SHARE = 0.01; // of a page's lines that must be such signs
const MENU_ITEM = /^\p{L}[^:：\d{}[\]=;"]*$/u;

/** Where a text is from: a page of the Web, or a file that may be anything. */
export type Origin = 'page' | 'file';

/**
 * Whether a text is a page as scraped from the Web. In a file, one sign at least must be a page's own, such as a share
 * button: minutes, manuals and contracts have headings like "Comments" or "Next", dates of publication and copyright lines.
 */
export function isScrapedPage(lines: readonly PageLine[], from: Origin): boolean {
  const signs = lines.filter((line, at) => isSign(line) && (from === 'page' || !headsProse(lines, at)));
  const menus = measureMenus(lines);
  const own = signs.filter(isPlainSign).length + Number(isNamedTwice(lines));
  const all = signs.length + menus.length + Number(isNamedTwice(lines));
  const items = menus.reduce((sum, run) => sum + run, 0);
  const telling = own > 0 || (signs.length > 0 && (from === 'page' || menus.length >= SURE));
  return telling && all >= SURE && signs.length + items >= lines.length * SHARE;
}

/** Whether a text begins with its page's name, which comes again as the headline. */
function isNamedTwice([first, ...rest]: readonly PageLine[]): boolean {
  const name = first?.text ?? '';
  return rest.some(
    ({ text, words }) => words >= NAME_WORDS && text.length * 2 >= name.length && name.includes(text),
  );
}

/** Whether a line is a sign of a page: in a file, one that no other text has. */
export function isSignIn(line: PageLine, from: Origin): boolean {
  return from === 'page' ? isSign(line) : isPlainSign(line);
}

function isPlainSign(line: PageLine): boolean {
  if (line.kind === 'call') return isBoxTalk(line.text);
  return isPhrase(line) && !ORDINARY.test(barePhrase(line.text));
}

function isSign(line: PageLine): boolean {
  if (line.kind === 'call') return isBoxTalk(line.text) || !/[.。]$/u.test(line.text);
  if (line.kind === 'credit' || line.kind === 'byline') return isImprint(line.text);
  return isPhrase(line);
}

function isPhrase({ kind }: PageLine): boolean {
  return kind === 'control' || kind === 'section' || kind === 'comments' || kind === 'teaser-end';
}

/** Whether a line may be the heading of the paragraph under it, as one of a page's own phrases never is. */
function headsProse(lines: readonly PageLine[], at: number): boolean {
  const [line, next] = lines.slice(at, at + 2);
  if (line === undefined || next?.kind !== 'prose' || !isPhrase(line)) return false;
  const phrase = barePhrase(line.text);
  return !ADVERTISEMENT.test(phrase) && (line.words === 1 || ORDINARY.test(phrase));
}

/** Measures the runs of short lines that are long enough for a menu. */
function measureMenus(lines: readonly PageLine[]): readonly number[] {
  const runs = [0];
  for (const line of lines) {
    if (isMenuItem(line)) runs.push((runs.pop() ?? 0) + 1);
    else if (runs.at(-1) !== 0) runs.push(0);
  }
  return runs.filter((run) => run >= MENU);
}

function isMenuItem(line: PageLine): boolean {
  return (
    (line.kind === 'fragment' || line.kind === 'control') &&
    line.words <= MENU_WORDS &&
    MENU_ITEM.test(line.text)
  );
}
