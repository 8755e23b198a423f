const WIDTH = { least: 40, most: 120 } as const; // columns at which lines are wrapped
const NEARLY = 0.8; // of the width from which a line is full
const USUAL = 0.9; // of the lines are no wider than the width
const HALF = 0.5; // of the width from which a line before a word in lower case may have been cut
const PAGE_NUMBER =
  /^[\s\-–—|[(]{0,9}(?:(?:page|seite|página|pagina|pág\.?|p\.)\s{0,3})?\d{1,3}(?:\s{0,3}(?:of|\/|von|sur|de|di)\s{0,3}\d{1,3})?[\s\-–—|\])]{0,9}$/iu;
const BARE_NUMBER = /^\s*(\d{1,3})\s*$/;
const GOES_ON = /^\s*(?!\p{L}[.):]?\s)\p{Ll}[\p{L}’'-]*[\s,;.:)]/u;
const COLUMNS = /^\s*[\p{L}\d_-]+\s{2}|\S(?:\t|\s{3})\s*\S/u; // a word and what it means, or the row of a table
const INDENT = 4; // columns by which a quotation or a program stands further in
const MARKED = /^\s*(?:[-–•*·▪●+]|\(?(?:\d{1,3}|\p{L}{1,3})[.)])\s/u;

/**
 * Joins paragraphs that the end of a page or text recognition cut inside a sentence: a line that has no end, then empty lines or
 * the number of a page, then a line that goes on. Only of texts whose lines were wrapped.
 */
export function joinCutParagraphs(text: string): string {
  const lines = text.split('\n');
  const width = usualWidth(lines);
  if (width === null) return text;
  const pages = findPages(lines);
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    kept.push(lines[at] ?? '');
    const next = goesOnAt(lines, at, { width, pages });
    if (next !== null) at = next - 1;
  }
  return kept.join('\n');
}

/** Of the lines with another below them, what most are no wider than; null if they are short, or paragraphs. */
function usualWidth(lines: readonly string[]): number | null {
  const widths = lines.flatMap((line, at) =>
    line.trim() !== '' && (lines[at + 1] ?? '').trim() !== '' ? [line.length] : [],
  );
  const width = widths.sort((a, b) => a - b)[Math.floor((widths.length - 1) * USUAL)] ?? 0;
  return width >= WIDTH.least && width <= WIDTH.most ? width : null;
}

interface Layout {
  readonly width: number;
  readonly pages: Pages;
}

/** Tells what is no part of the text. */
interface Pages {
  /** Whether a line is the number of a page, or has it beside what heads or ends pages. */
  readonly isNumber: (line: string) => boolean;
  /** Whether a line heads or ends pages. */
  readonly isHeader: (line: string) => boolean;
}

/** Where the line goes on beyond a gap; null if it ends, or if there is no gap. */
function goesOnAt(lines: readonly string[], at: number, { width, pages }: Layout): number | null {
  const line = (lines[at] ?? '').trimEnd();
  if (line.length < width * HALF || !/[\p{L},]$/u.test(line) || !/\p{Ll}/u.test(line)) return null;
  const next = afterGap(lines, at + 1, pages);
  const below = next === null ? '' : (lines[next] ?? '');
  if (next === null || MARKED.test(below) || COLUMNS.test(line) || COLUMNS.test(below)) return null;
  if (indentOf(below) >= indentOf(line) + INDENT) return null;
  const isFull =
    line.length >= width * NEARLY &&
    /\s\p{Ll}{1,4}$/u.test(line) &&
    below.length >= width * HALF &&
    /^\s*\p{Lu}\p{Ll}/u.test(below) &&
    isInParagraph(lines, at);
  return GOES_ON.test(below) || isFull ? next : null;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

const LONGEST = 50; // lines of a paragraph that are looked back over

/** Whether a line is in a paragraph, or goes on itself: headings, and items of lists, need no full stop. */
function isInParagraph(lines: readonly string[], at: number): boolean {
  let from = at;
  while (from > 0 && at - from < LONGEST && (lines[from - 1] ?? '').trim() !== '') from--;
  return from < at ? !MARKED.test(lines[from] ?? '') : /^\s*\p{Ll}/u.test(lines[at] ?? '');
}

const GAP = 6; // lines at most
const TOGETHER = 2; // lines that head a page, or end one

/** The first line beyond empty lines, and beyond the number of a page with what heads pages; null if there are none. */
function afterGap(lines: readonly string[], from: number, { isNumber, isHeader }: Pages): number | null {
  const first = lines[from] ?? '';
  const below = lines[from + 1] ?? '';
  const isFoot =
    isHeader(first) &&
    FOOT.test(first) &&
    first.trim().length >= WHOLE &&
    (below.trim() === '' || isNumber(below));
  if (first.trim() !== '' && !isFoot && !(PAGE_NUMBER.test(first) && isNumber(first))) return null;
  const gap: string[] = [];
  let together = 0;
  for (const line of lines.slice(from, from + GAP + 1)) {
    const isEmpty = line.trim() === '';
    if (!isEmpty && !isNumber(line) && !isHeader(line))
      return isFoot || gap.every((each) => each.trim() === '') || gap.some(isNumber)
        ? from + gap.length
        : null;
    together = isEmpty ? 0 : together + 1;
    if (together > TOGETHER) return null;
    gap.push(line);
  }
  return null;
}

/** A number alone may be a figure: it is that of a page if the one before it or after it stands alone, too. */
function findPages(lines: readonly string[]): Pages {
  const headers = findHeaders(lines);
  const numbers = new Set(lines.flatMap((line) => BARE_NUMBER.exec(line)?.slice(1).map(Number) ?? []));
  return {
    isNumber(line) {
      const [, bare] = BARE_NUMBER.exec(line) ?? [];
      if (bare !== undefined) return numbers.has(Number(bare) - 1) || numbers.has(Number(bare) + 1);
      return PAGE_NUMBER.test(line) || headers.get(withoutFigures(line)) === 'numbered';
    },
    isHeader: (line) => headers.has(withoutFigures(line)),
  };
}

const FOOT = /^\s*[^\p{Ll}\s]/u; // in small letters, a line is a part of a sentence that stands twice, as in contracts
const WHOLE = 30; // characters of a line, such as an address, that ends two pages by no chance
const TWICE = 2;
const REPEATED = 3; // times that a line stands alike, but for its figures, if it heads or ends pages
const PAGE = 10; // lines at least, from one time to the next

function findHeaders(lines: readonly string[]): ReadonlyMap<string, 'numbered' | 'plain'> {
  const found = new Map<string, { times: number; last: number; written: Set<string> }>();
  for (const [at, each] of lines.entries()) {
    if (!/\p{L}{2}/u.test(each)) continue;
    const line = withoutFigures(each);
    const known = found.get(line) ?? { times: 0, last: -PAGE, written: new Set() };
    if (at - known.last >= PAGE) known.times++;
    known.last = at;
    known.written.add(each.trim());
    found.set(line, known);
  }
  return new Map(
    [...found].flatMap(([line, { times, written }]) =>
      times >= (line.length >= WHOLE && FOOT.test(line) ? TWICE : REPEATED)
        ? [[line, written.size >= REPEATED ? 'numbered' : 'plain'] as const]
        : [],
    ),
  );
}

function withoutFigures(line: string): string {
  return line.trim().replace(/\d+/g, '0');
}
