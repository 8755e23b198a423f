import { type Block, findArticle } from './furniture-block.ts';
import { readContext } from './furniture-context.ts';
import { findHeadline, findOpeningHeadline, joinBrokenHeadline } from './furniture-headline.ts';
import { endsSentence, isTextKind, type LineKind, type PageLine, parsePageLines } from './furniture-lines.ts';
import { isScrapedPage, isSignIn, type Origin } from './furniture-signs.ts';
import { findStandfirst } from './furniture-standfirst.ts';

const LEAST = 20; // words an article must have for the rest of its page to be dropped
const STRAY = 0.6; // of a page's paragraphs that may be outside its article; with more, the page has no article
const TAG = 4; // words up to which a line that is also outside the article is a section tag
const BODY = 100; // words of paragraphs before short lines at a text's end count as a trailer
const SITE_NAME = /\be-?papers?\b|\bonline\b|\bhome ?page\b|\bwebsite\b|\bwww\.|\.(?:com|org|net|info)\b/iu;
const TRAILER = 8; // words of a line in such a trailer, and three such lines at most

/**
 * Removes what a news page wraps around its article: menus, share buttons, credits, teasers, sign-up boxes, comments.
 * Every line kept is the input's own, in order; a text without signs of a page keeps all but its headline and trailer. In a
 * `file`, which may be no page at all, more must speak for one.
 */
export function removeFurniture(text: string, from: Origin = 'page'): { title: string | null; text: string } {
  const raw = text.replace(/\r\n?/gu, '\n').split('\n');
  const read = joinBrokenHeadline(parsePageLines(raw));
  const { headline, kept } = isScrapedPage(read, from) ? parsePage(read) : parsePlain(read, from);
  return { title: headline, text: joinKept(raw, read, kept) };
}

/**
 * Removes the lines of furniture that are left in an article found by other means; none of its paragraphs is cut off. Its
 * first line is its headline only if it is like one of the `titles` that the page states.
 */
export function cleanArticle(
  text: string,
  titles: readonly string[],
): { title: string | null; text: string } {
  const raw = text.split('\n');
  const read = parsePageLines(raw);
  const { headline, kept } = isScrapedPage(read, 'page')
    ? parseArticle(read)
    : parsePlain(read, 'page', titles);
  return { title: headline, text: joinKept(raw, read, kept) };
}

function parseArticle(read: readonly PageLine[]): Reading {
  const lines = readContext(read);
  const { to } = findArticle(lines);
  const end = lines.findIndex((line, at) => at >= to && OTHERS.has(line.kind));
  const kept = lines.slice(0, end === -1 ? lines.length : end).filter((line) => isTextKind(line.kind));
  return { headline: null, kept };
}

const OTHERS: ReadonlySet<LineKind> = new Set(['section', 'comments', 'teaser', 'note']); // open what follows an article

interface Reading {
  readonly headline: string | null;
  readonly kept: readonly PageLine[];
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
  const opening = findStandfirst(lines, article, headline);
  return { headline, kept: [...opening, ...kept.filter((line) => line.text !== headline)] };
}

function findTags(lines: readonly PageLine[], article: Block): ReadonlySet<string> {
  const outside = [...lines.slice(0, article.from), ...lines.slice(article.to)];
  return new Set(outside.filter((line) => line.words <= TAG).map((line) => line.text));
}

function parsePlain(read: readonly PageLine[], from: Origin, titles: readonly string[] = []): Reading {
  const body = peel(read, from);
  const lines = read.slice(body.from, body.to);
  const headline = findOpeningHeadline(lines, titles);
  return { headline, kept: headline ? lines.slice(1) : lines };
}

function peel(lines: readonly PageLine[], origin: Origin): Block {
  const isEdge = (line: PageLine | undefined) => line !== undefined && isSignIn(line, origin);
  let from = 0;
  let to = lines.length;
  if (!lines.some((line) => line.kind === 'prose')) return { from, to };
  while (isEdge(lines[from]) && !(origin === 'page' && lines[from]?.kind === 'byline')) from++;
  while (isEdge(lines[to - 1])) to--;
  return { from, to: dropTrailer(lines, to, origin) };
}

function dropTrailer(lines: readonly PageLine[], end: number, from: Origin): number {
  let at = end;
  while (end - at < 3 && isTrailer(lines[at - 1])) at--;
  const isNamed = from === 'page' || lines.slice(at, end).some(({ text }) => SITE_NAME.test(text));
  if (!isNamed) return end; // a signature, say
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

function joinKept(raw: readonly string[], read: readonly PageLine[], kept: readonly PageLine[]): string {
  return joinLines(raw, kept.length > 0 ? kept : read);
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
