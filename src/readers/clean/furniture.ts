import { type Block, findArticle } from './furniture-block.ts';
import { readContext } from './furniture-context.ts';
import { findHeadline, findOpeningHeadline } from './furniture-headline.ts';
import { endsSentence, isTextKind, type PageLine, parsePageLines } from './furniture-lines.ts';
import { isBoxTalk, isImprint } from './furniture-patterns.ts';

const SURE = 2; // signs of a page, such as a share button, that make a text a scraped page
const MENU = 8; // short lines in a row that make a menu, which is such a sign next to another
const SHARE = 0.01; // of a page's lines that must be such signs
const MENU_ITEM = /^\p{L}[^:：\d{}[\]=;"]*$/u;
const LEAST = 20; // words an article must have for the rest of its page to be dropped
const STRAY = 0.6; // of a page's paragraphs that may be outside its article; with more, the page has no article
const TAG = 4; // words up to which a line that is also outside the article is a section tag
const BODY = 100; // words of paragraphs before short lines at a text's end count as a trailer
const TRAILER = 8; // words of a line in such a trailer, and three such lines at most

/**
 * Removes what a news page wraps around its article: menus, share buttons, credits, teasers, sign-up boxes, comments.
 * Every line kept is the input's own, in order; a text without signs of a page keeps all but its headline and trailer.
 */
export function removeFurniture(text: string): { title: string | null; text: string } {
  const raw = text.replace(/\r\n?/gu, '\n').split('\n');
  const read = parsePageLines(raw);
  const { headline, kept } = isPage(read) ? parsePage(read) : parsePlain(read);
  return { title: headline, text: joinLines(raw, kept.length > 0 ? kept : read) };
}

interface Reading {
  readonly headline: string | null;
  readonly kept: readonly PageLine[];
}

function isPage(lines: readonly PageLine[]): boolean {
  const signs = lines.filter(isSign).length;
  const menus = measureMenus(lines);
  return (
    signs > 0 &&
    signs + menus.length >= SURE &&
    signs + menus.reduce((sum, run) => sum + run, 0) >= lines.length * SHARE
  );
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
    (line.kind === 'fragment' || line.kind === 'control') && line.words <= TAG && MENU_ITEM.test(line.text)
  );
}

function isSign(line: PageLine): boolean {
  if (line.kind === 'call') return isBoxTalk(line.text) || !/[.。]$/u.test(line.text);
  if (line.kind === 'credit' || line.kind === 'byline') return isImprint(line.text);
  return ['control', 'section', 'comments', 'teaser-end'].includes(line.kind);
}

function parsePage(read: readonly PageLine[]): Reading {
  const lines = readContext(read);
  const article = findArticle(lines);
  const tags = findTags(lines, article);
  const inside = lines.slice(article.from, article.to);
  const kept = inside.filter((line) => isTextKind(line.kind) && !tags.has(line.text));
  const rest = countProse(lines.slice(0, article.from)) + countProse(lines.slice(article.to, article.end));
  const prose = countProse(inside);
  if (prose < LEAST || rest > (prose + rest) * STRAY)
    return { headline: null, kept: read.filter((line) => isTextKind(line.kind)) };
  const headline = findHeadline(lines, article);
  return { headline, kept: kept.filter((line) => line.text !== headline) };
}

function findTags(lines: readonly PageLine[], article: Block): ReadonlySet<string> {
  const outside = [...lines.slice(0, article.from), ...lines.slice(article.to)];
  return new Set(outside.filter((line) => line.words <= TAG).map((line) => line.text));
}

function parsePlain(read: readonly PageLine[]): Reading {
  const body = peel(read);
  const lines = read.slice(body.from, body.to);
  const headline = findOpeningHeadline(lines);
  return { headline, kept: headline ? lines.slice(1) : lines };
}

function peel(lines: readonly PageLine[]): Block {
  let from = 0;
  let to = lines.length;
  if (!lines.some((line) => line.kind === 'prose')) return { from, to };
  while (isEdge(lines[from])) from++;
  while (isEdge(lines[to - 1])) to--;
  return { from, to: dropTrailer(lines, to) };
}

function isEdge(line: PageLine | undefined): boolean {
  return line !== undefined && isSign(line);
}

function dropTrailer(lines: readonly PageLine[], end: number): number {
  let at = end;
  while (end - at < 3 && isTrailer(lines[at - 1])) at--;
  const last = lines[at - 1];
  const apart = last?.kind === 'prose' && endsSentence(last.text) && lines[at]?.from !== last.to;
  return apart && countProse(lines.slice(0, at)) >= BODY ? at : end;
}

function isTrailer(line: PageLine | undefined): boolean {
  if (line?.kind !== 'fragment' || line.words > TRAILER || /[:：\d(]/u.test(line.text)) return false;
  const initials = line.text.match(/(?<![\p{L}'’])\p{L}/gu) ?? [];
  const capital = initials.filter((letter) => /\p{Lu}/u.test(letter)).length;
  return capital > 0 && capital * 2 >= initials.length;
}

function countProse(lines: readonly PageLine[]): number {
  return lines.reduce((words, line) => words + (line.kind === 'prose' ? line.words : 0), 0);
}

function joinLines(raw: readonly string[], kept: readonly PageLine[]): string {
  const joined: string[] = [];
  let last = 0;
  for (const { from, to } of kept) {
    const apart = raw.slice(last, from).some((line) => line.trim() === '');
    if (apart && joined.length > 0) joined.push('');
    for (const line of raw.slice(from, to)) joined.push(line);
    last = to;
  }
  return joined.join('\n');
}
