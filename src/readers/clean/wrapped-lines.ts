const WIDTH = { least: 40, most: 120 } as const; // columns at which programs and people wrap lines
const OUTLIERS = 0.03; // of the lines, which may be wider: an address, a row of a table
const WRAPPED = 0.7; // of the breaks after long lines that a wrapped text has at its width
const LONG = 0.6; // of the width from which a line is one of them; shorter ones are headings and addresses
const NEARLY = 0.8; // of the width from which a line with an open end goes on, as typists leave some room
const GOING_ON = { share: 0.25, least: 2 } as const; // of them, before a word in lower case
const UNWRAPPED = 0.05; // of the lines that may be longer than any wrapped one
const LIST_ITEM = /^\s*(?:[-–•*·▪●+]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s/;
const TABULAR = /\S(?:\t|\s{3,})\S|\.{4,}|(?:\. ){4,}|[|│]|^\s*[-=_*~#]{4,}\s*$/;
const OPEN = /[^.!?…:;。！？]$/u;
const LABEL = /^\s*\p{Lu}[\p{L} -]{0,24}: /u;
// “LINDAU – The pier”; but not “COVID-19”, nor “(ECB) – the bank”, which stand in sentences.
const DATELINE =
  /^\s*(?:\([^()]{3,40}\)|\p{Lu}{3,}[\p{Lu}., ]{0,30})(?: [–—-]{1,2}\s?|(?:—|--)\s?|[–-]\s)(?!["“‘'«„]?\p{Ll})\S/u;
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const GOES_ON = /^\s*[\p{Ll}\p{Lo}]/u;
const WIDE = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\u3000-\u303F\uFF00-\uFF60]/gu;

/**
 * Joins the lines of paragraphs that were wrapped at some width, so that no sentence is cut. A line goes on if the first
 * word of the next one had no room in it. Items of lists, rows of tables, verses and addresses stay lines.
 */
export function joinWrappedLines(text: string): string {
  const lines = text.split('\n');
  const width = findWidth(lines);
  if (width === null) return text;
  const verses = findVerses(lines, width);
  const pieces: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1] ?? '';
    if (at > 0 && !verses.has(at) && continues(before, line, width))
      pieces.push((pieces.pop() ?? '').trimEnd(), separator(before.trimEnd(), line.trim()), line.trim());
    else pieces.push('\n', line);
  }
  return pieces.slice(1).join('');
}

/** Whether the first word of a line had no room on the line before, of the given width. */
export function isFull(line: string, next: string, width: number): boolean {
  const first = next.trimStart();
  const word = UNSPACED.test(first.slice(0, 1)) ? first.slice(0, 1) : (first.split(/\s/, 1)[0] ?? '');
  return columns(line) + Number(!UNSPACED.test(line.slice(-1))) + columns(word) > width;
}

/** The width at which a text is wrapped; null if it isn't. */
function findWidth(lines: readonly string[]): number | null {
  const breaks = lines.flatMap((line, at) => (isBreak(line, lines[at + 1]) ? [at] : []));
  const widths = breaks.map((at) => columns(lines[at] ?? '')).filter((width) => width <= WIDTH.most);
  const sorted = widths.sort((a, b) => a - b);
  const width = sorted[Math.floor((sorted.length - 1) * (1 - OUTLIERS))] ?? 0;
  if (width < WIDTH.least) return null;
  const long = breaks.filter((at) => columns(lines[at] ?? '') >= width * LONG && isOpen(lines[at] ?? ''));
  const fits = KINDS.find((kind) => isWrapped(lines, long, { ...kind, width: width * kind.part }));
  return fits ? width * fits.part : null;
}

/** In letters of equal width, all lines are full at one; in others, as of a text copied from print, at most of it. */
const KINDS = [
  { part: 1, share: WRAPPED },
  { part: 0.88, share: 0.9 },
] as const;

/** Whether most of the long lines of a text are full at a width, and enough of them go on in small letters. */
function isWrapped(
  lines: readonly string[],
  long: readonly number[],
  { width, share }: { readonly width: number; readonly share: number },
): boolean {
  const full = long.filter((at) => isFull(lines[at] ?? '', lines[at + 1] ?? '', width));
  const going = full.filter((at) => GOES_ON.test(lines[at + 1] ?? ''));
  const tooLong = lines.filter((line) => columns(line) > WIDTH.most).length;
  return (
    full.length >= long.length * share &&
    going.length >= Math.max(GOING_ON.least, full.length * GOING_ON.share) &&
    tooLong <= lines.filter((line) => line.trim() !== '').length * UNWRAPPED
  );
}

/** Whether a line surely goes on: one that ends like a sentence may end its paragraph, if no empty lines part them. */
function isOpen(line: string): boolean {
  return OPEN.test(line.trimEnd());
}

/** Whether a line is followed by another of the same paragraph, as far as its form tells. */
function isBreak(line: string, next: string | undefined): boolean {
  if (next === undefined || line.trim() === '' || next.trim() === '') return false;
  return !TABULAR.test(line) && !TABULAR.test(next) && !LIST_ITEM.test(next);
}

function continues(line: string, next: string, width: number): boolean {
  if (!isBreak(line, next) || columns(line) > width * 1.2) return false;
  const indented = indentOf(next) > indentOf(line);
  if ((indented && !LIST_ITEM.test(line)) || LABEL.test(next) || DATELINE.test(next)) return false;
  if (isFull(line, next, width)) return true;
  if (columns(line) >= width * NEARLY && /[\p{Ll},]$/u.test(line.trimEnd())) return true;
  return columns(line) * 2 >= width && OPEN.test(line.trimEnd()) && /^\s*\p{Ll}/u.test(next);
}

/** The lines of blocks in which each begins with a capital, though not each was full. */
function findVerses(lines: readonly string[], width: number): ReadonlySet<number> {
  const verses = new Set<number>();
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && lines[to]?.trim() !== '') to++;
    const block = lines.slice(from, to);
    const capital = block.every((line) => /^\s*["“‘'(«]?\p{Lu}/u.test(line));
    const ragged = block.slice(0, -1).some((line, at) => !isFull(line, block[at + 1] ?? '', width));
    if (block.length >= 3 && capital && ragged) for (let at = from; at < to; at++) verses.add(at);
    from = to + 1;
  }
  return verses;
}

function separator(line: string, next: string): string {
  const unspaced = UNSPACED.test(line.slice(-1)) && UNSPACED.test(next.slice(0, 1));
  const hyphenated = /\p{L}-$/u.test(line) && /^\p{Ll}/u.test(next) && !COORDINATED.test(next);
  return unspaced || hyphenated ? '' : ' ';
}

// "Wind- und Wasserkraft", "pre- and post-war": the hyphen stands for a word left out.
const COORDINATED = /^(?:und|oder|and|or|bis|to|en|of|og|och|et|ou|y|o|e)\s/i;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Characters of East Asian scripts take two columns. */
function columns(line: string): number {
  const trimmed = line.trimEnd();
  return trimmed.length + (trimmed.match(WIDE)?.length ?? 0);
}
