import type { Block } from './furniture-block.ts';
import type { PageLine } from './furniture-lines.ts';

const LONGEST = 30; // words of a headline
const SHORTEST = 4; // words of a headline above an article on a page
const ABOVE = 8; // lines above an article among which its headline may be
const ALIKE = 0.3; // of a headline's words that a page's name shares with it, if it has a name
const MOST = 0.7; // of an opening line's words that the title has, if the line repeats it
const PARAGRAPH = 30; // words from which a paragraph may follow its headline without a blank line
const OPENS = /^[\p{Lu}\p{Lo}\p{N}"“‘'«「『].*[^:：,，、;]$/u;
const CONTINUES = /^[\p{Ll}\p{N},;.)]/u;
const SITE = / (?:[-–—|·:»]|--) /u;

/** Finds the headline over a page's article: the line that the page's name begins with, a likely one near it, or that name. */
export function findHeadline(lines: readonly PageLine[], article: Block): string | null {
  const name = findName(lines[0]);
  const above = lines.slice(1, article.from + 1).filter((line) => line.kind === 'link' || isHeadline(line));
  const named = above.findLast((line) => line.words >= SHORTEST && lines[0]?.text.startsWith(line.text));
  if (named) return named.text;
  const near = lines.slice(Math.max(0, article.from - ABOVE), article.from).filter(isHeadline);
  const likely = name ? near.filter((line) => isAlike(line.text, name)) : near;
  const found = likely.findLast((line) => line.kind === 'repeat') ?? likely[0];
  return found?.text ?? name;
}

/**
 * Finds the headline of a text without furniture: its first line, if that has no full stop and a paragraph follows. Under
 * titles known from elsewhere, a line unlike them is a standfirst or a section's heading.
 */
export function findOpeningHeadline(lines: readonly PageLine[], titles: readonly string[]): string | null {
  const [first, second] = lines;
  if (first?.kind !== 'fragment' || second?.kind !== 'prose') return null;
  if (titles.length > 0 && !titles.some((title) => isRepeat(first.text, title))) return null;
  const apart = second.from > first.to || second.words >= PARAGRAPH;
  const broken = CONTINUES.test(second.text) || !OPENS.test(first.text);
  return apart && !broken && first.words <= LONGEST && first.words < second.words ? first.text : null;
}

/** Makes one line of those into which a headline was broken, where the page's name has it whole. */
export function joinBrokenHeadline(lines: readonly PageLine[]): readonly PageLine[] {
  const name = findName(lines[0]);
  if (name === null) return lines;
  const from = lines.findIndex(
    ({ text }, at) => at > 0 && text !== name && name.startsWith(text) && endOfHeadline(lines, at, name) > 0,
  );
  const to = endOfHeadline(lines, from, name);
  const [first, last] = [lines[from], lines[to - 1]];
  if (!first || !last) return lines;
  const whole = { ...first, text: name, to: last.to, words: name.split(/\s+/).length };
  return [...lines.slice(0, from), whole, ...lines.slice(to)];
}

const BROKEN = 4; // lines into which a headline may be broken

/** The line after those which together are a name; 0 if none are. */
function endOfHeadline(lines: readonly PageLine[], from: number, name: string): number {
  for (let to = from + 2; to <= from + BROKEN; to++)
    if (
      lines
        .slice(from, to)
        .map(({ text }) => text)
        .join(' ') === name
    )
      return to;
  return 0;
}

/** A page's name: its first line without the site's own name after the last dash or bar. */
function findName(first: PageLine | undefined): string | null {
  if (first === undefined || !isHeadline(first)) return null;
  const parts = first.text.split(SITE);
  const site = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const name = site
    ? first.text.slice(0, first.text.length - site.length).replace(/[\s|·:»–—-]+$/u, '')
    : first.text;
  return wordsOf(name).length >= SHORTEST ? name : null;
}

/** Whether most of a line's words are in a title, so that nothing is lost without it. */
function isRepeat(text: string, title: string): boolean {
  const known = new Set(wordsOf(title));
  const words = wordsOf(text);
  return words.filter((word) => known.has(word)).length > words.length * MOST;
}

function isAlike(text: string, name: string): boolean {
  const known = new Set(wordsOf(name));
  const words = wordsOf(text);
  return words.filter((word) => known.has(word)).length >= words.length * ALIKE;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isHeadline(line: PageLine): boolean {
  if (line.words < SHORTEST || line.words > LONGEST) return false;
  return (
    line.kind === 'fragment' ||
    line.kind === 'repeat' ||
    (line.kind === 'prose' && /[?!？！]["”’]?$/u.test(line.text))
  );
}
