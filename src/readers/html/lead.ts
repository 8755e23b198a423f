import { tidyLine } from '../clean/readable-text.ts';
import { markupLines } from './lines.ts';

/** What a page says about its article that tells its opening lines. */
export interface Opening {
  readonly title: string | null;
  readonly heading: string;
  readonly metas: ReadonlyMap<string, string>;
}

const REACH = 12; // lines between a headline and an article's body
const SENTENCE = 8; // words from which a line there with a full stop is a lead
const STANDFIRST = 5; // words from which one that the page gives as its description is a standfirst
const DESCRIPTIONS = ['og:description', 'description', 'twitter:description', 'dc.description'];

/** The article's text with the lead and the standfirst that stand between the headline and it. */
export function withLead(article: string, page: string, { title, heading, metas }: Opening): string {
  const lines = linesOf(page);
  const inArticle = new Set(linesOf(article));
  const names = [tidyLine(heading), title];
  const [first = ''] = inArticle;
  if (names.includes(first)) return article;
  const starts = [first, [...inArticle].find(isParagraph) ?? first].map((line) => lines.indexOf(line));
  const spans = starts.map((start) => ({ head: lastAbove(lines, start, names), start }));
  const span = spans.find(({ head, start }) => head !== -1 && start - head <= REACH);
  if (!span) return article;
  const stated = DESCRIPTIONS.map((key) => plain(metas.get(key) ?? '')).filter((text) => text !== '');
  const lead = lines
    .slice(span.head + 1, span.start)
    .filter((line) => !inArticle.has(line) && isLead(line, stated));
  return [...new Set(lead), article].join('\n\n');
}

/** The last line above another that is one of the page's names; -1 if there is none. */
function lastAbove(lines: readonly string[], start: number, names: readonly (string | null)[]): number {
  return lines.slice(0, Math.max(start, 0)).findLastIndex((line) => names.includes(line));
}

function isParagraph(line: string): boolean {
  return (line.match(WORDS)?.length ?? 0) >= SENTENCE;
}

function isLead(line: string, stated: readonly string[]): boolean {
  const words = line.match(WORDS)?.length ?? 0;
  const text = plain(line);
  if (
    words >= STANDFIRST &&
    stated.some((each) => each === text || (text.length > 40 && each.startsWith(text)))
  )
    return true;
  return words >= SENTENCE && /\p{L}{2}[.!?…][”"’)]?$|[。！？]$/u.test(line);
}

const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

function plain(text: string): string {
  return markupLines(text)
    .replace(/\s+/g, ' ')
    .replace(/[.…]+$/, '')
    .toLowerCase();
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
