import { isTextKind, type LineKind, type PageLine } from './furniture-lines.ts';
import { isAuthorHeading, isBoxTalk, isNumberedImage } from './furniture-patterns.ts';

const REPEAT = 7; // words from which a line that comes twice is a headline or a caption, not a refrain
const CAPTION = 50; // words up to which a line above a credit is a caption
const CREDIT = 12; // words up to which a credit can stand under a caption
const LINK = 15; // words up to which a line in a list of links is one of them
const STATEMENT = 8; // words from which a line with a full stop is never a link
const OPENING = 4; // words from which one right above a paragraph opens the article
const PARAGRAPH = 30; // words of that paragraph
const UNCLOSED_LINK = 20; // words up to which a line without a full stop is a link in such a list
const TEASER_PROSE = 3; // the most paragraphs in a teaser
const TEASER_HEAD = 6; // the most lines above them: headline, credit, section tag

/** Marks what only a line's neighbours reveal: teasers, repeats, captions, sign-up boxes, lists of links. */
export function readContext(lines: readonly PageLine[]): readonly PageLine[] {
  return [markTeasers, markRepeats, markCaptions, markBoxes, markLinks].reduce(
    (read, mark) => mark(read),
    lines,
  );
}

function as(line: PageLine, kind: LineKind): PageLine {
  return { ...line, kind };
}

function markTeasers(lines: readonly PageLine[]): readonly PageLine[] {
  const marked = [...lines];
  for (const [end, line] of lines.entries()) {
    if (line.kind !== 'teaser-end') continue;
    for (let at = teaserStart(lines, end); at < end; at++) marked[at] = as(lines[at] ?? line, 'teaser');
  }
  return marked;
}

/** A teaser is a headline, a credit or a section tag and a few paragraphs above its end; returns `end` if there is none. */
function teaserStart(lines: readonly PageLine[], end: number): number {
  let body = end;
  while (end - body <= TEASER_PROSE && isParagraph(lines[body - 1])) body--;
  if (body === end || end - body > TEASER_PROSE) return end;
  let start = body;
  while (body - start < TEASER_HEAD && isTeaserHead(lines[start - 1])) start--;
  const credited = lines.slice(start, body).some((line) => line.kind === 'credit');
  return body - start >= (credited ? 2 : 3) ? start : end;
}

function isParagraph(line: PageLine | undefined): boolean {
  return line?.kind === 'prose' || line?.kind === 'cut';
}

function isTeaserHead(line: PageLine | undefined): boolean {
  return line?.kind === 'fragment' || line?.kind === 'credit' || line?.kind === 'byline';
}

/** A line that comes twice with no more than one paragraph in between is a headline or a caption, unless prose surrounds it. */
function markRepeats(lines: readonly PageLine[]): readonly PageLine[] {
  const marked = [...lines];
  const seen = new Map<string, { index: number; paragraphs: number }>();
  let paragraphs = 0;
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'prose') paragraphs++;
    if (line.words < REPEAT || !isTextKind(line.kind)) continue;
    const before = seen.get(line.text);
    seen.set(line.text, { index, paragraphs });
    if (before === undefined || paragraphs - before.paragraphs > 2) continue;
    marked[before.index] = as(line, 'repeat');
    const surrounded = lines[index - 1]?.kind === 'prose' && lines[index + 1]?.kind === 'prose';
    if (!surrounded) marked[index] = as(line, 'repeat');
  }
  return marked;
}

function markCaptions(lines: readonly PageLine[]): readonly PageLine[] {
  return lines.map((line, index) => {
    const next = lines[index + 1];
    if (next?.kind !== 'credit' || next.words > CREDIT || line.words > CAPTION || !isTextKind(line.kind))
      return line;
    const tied = next.from === line.to || isNumberedImage(lines[index - 1]?.text ?? '');
    return tied ? as(line, 'caption') : line;
  });
}

function markBoxes(lines: readonly PageLine[]): readonly PageLine[] {
  const marked: PageLine[] = [];
  for (const [index, line] of lines.entries()) {
    const boxed = [marked.at(-1), marked.at(-2), lines[index + 1]].some(isBox);
    if (!isTextKind(line.kind)) marked.push(line);
    else if (isAuthorHeading(marked.at(-1)?.text ?? '')) marked.push(as(line, 'note'));
    else marked.push(boxed && isBoxTalk(line.text) ? as(line, 'call') : line);
  }
  return marked;
}

function isBox(line: PageLine | undefined): boolean {
  return line?.kind === 'section' || line?.kind === 'call' || line?.kind === 'control';
}

function markLinks(lines: readonly PageLine[]): readonly PageLine[] {
  let listing = false;
  return lines.map((line, at) => {
    if (line.kind === 'section') listing = true;
    else if (endsLinks(line) || opensText(line, lines[at + 1])) listing = false;
    return listing && isTextKind(line.kind) ? as(line, 'link') : line;
  });
}

function endsLinks(line: PageLine): boolean {
  if (line.kind === 'fragment') return line.words > UNCLOSED_LINK;
  if (line.kind !== 'prose') return false;
  return line.words > LINK || (line.words >= STATEMENT && /[.。]["”’)]?$/u.test(line.text));
}

/** Whether a line is a short sentence right above the paragraph at which the links are over: "Time is short." */
function opensText(line: PageLine, next: PageLine | undefined): boolean {
  if (line.kind !== 'prose' || line.words < OPENING || !/[.。]["”’)]?$/u.test(line.text)) return false;
  return next?.kind === 'prose' && next.words >= PARAGRAPH;
}
