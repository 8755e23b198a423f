import type { Block } from './furniture-block.ts';
import { isTextKind, type PageLine } from './furniture-lines.ts';
import { isByline } from './furniture-patterns.ts';

const REACH = 12; // lines between a headline and the article's block
const SHORTEST = 4; // words of a standfirst
const BYLINE = 20; // words up to which a line may be a byline
const SENTENCE = 8; // words from which a line there with a full stop belongs to the article, wherever it stands

/**
 * The lines between a headline and the block of its article that open the article: a standfirst right above the block, and
 * short lines and sentences under the byline.
 */
export function findStandfirst(
  lines: readonly PageLine[],
  article: Block,
  headline: string | null,
): readonly PageLine[] {
  const above = lines.slice(Math.max(0, article.from - REACH), article.from);
  const head = above.findLastIndex((line) => line.text === headline);
  if (head === -1) return [];
  const under = above.slice(head + 1);
  const byline = under.findLastIndex((line) => line.kind === 'byline' || line.kind === 'control');
  const counts = countTexts(lines);
  return under.filter((line, at) => {
    if (counts.get(line.text) !== 1) return false;
    if (line.words < SHORTEST || !(isTextKind(line.kind) || line.kind === 'link') || isDated(line))
      return false;
    const closes = at === under.length - 1;
    return closes || (at > byline && byline !== -1) || (line.kind === 'prose' && line.words >= SENTENCE);
  });
}

/** Whether a line is a byline, also among links. */
function isDated(line: PageLine): boolean {
  return line.kind === 'byline' || (line.words <= BYLINE && isByline(line.text));
}

function countTexts(lines: readonly PageLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
