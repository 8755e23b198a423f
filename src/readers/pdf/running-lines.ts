import type { PdfLine } from './lines.ts';
import type { PdfPage } from './pages.ts';

const EDGE = 2; // lines at the top and at the bottom that may differ from page to page, with running ones around them
const LEAST_PAGES = 3;
const MANY_PAGES = 6; // where a line stands in the same place on as many pages, it need not be half of them
const PLACE = 8; // points
const PAGE_NUMBER =
  /^[\W_]*(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|von|\/)\s*\d{1,4})?[\W_]*$/i;

/** Leaves out page numbers, and headers and footers of any height: what stands in the same place of half the pages. */
export function dropRunningLines(pages: readonly PdfPage[]): readonly PdfPage[] {
  const seen = new Map<string, number>();
  for (const { lines } of pages)
    for (const place of new Set(lines.flatMap(places))) seen.set(place, (seen.get(place) ?? 0) + 1);
  const often = Math.min(MANY_PAGES, Math.max(LEAST_PAGES, pages.length / 2));
  const isRunning = (line: PdfLine) => places(line).some((place) => (seen.get(place) ?? 0) >= often);
  return pages.map((page) => {
    const down = [...page.lines].sort((a, b) => b.base - a.base);
    const many = pages.length > 1;
    const dropped = new Set([...peel(down, isRunning, many), ...peel(down.reverse(), isRunning, many)]);
    return { ...page, lines: page.lines.filter((line) => !dropped.has(line)) };
  });
}

/** The running lines from an edge on, up to where the text begins, and one page number. */
function peel(
  lines: readonly PdfLine[],
  isRunning: (line: PdfLine) => boolean,
  numbered: boolean,
): readonly PdfLine[] {
  const dropped: PdfLine[] = [];
  let numbers = numbered ? 1 : 0;
  for (const [at, line] of lines.entries()) {
    if (at - dropped.length >= EDGE) break;
    if (isRunning(line)) dropped.push(line);
    else if (numbers > 0 && PAGE_NUMBER.test(line.text)) {
      dropped.push(line);
      numbers -= 1;
    }
  }
  return dropped;
}

/**
 * What a line says and where, in two ways, so that one is the same for places that are close. Page numbers differ, the
 * rest of a header does not; sentences that differ by a number are no header, and neither are rows of figures.
 */
function places({ text, base }: PdfLine): readonly string[] {
  if (!/\p{L}/u.test(text)) return [];
  const same = /[.!?。]$/.test(text) ? text : text.replace(/\d+/g, '#');
  return [0, PLACE / 2].map((moved) => `${moved} ${Math.floor((base + moved) / PLACE)} ${same}`);
}
