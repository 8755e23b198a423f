import type { PdfLine } from './pages.ts';

const EDGE = 2; // lines at the top and at the bottom of a page that may be its header and footer
const LEAST_PAGES = 3;
const PAGE_NUMBER =
  /^[\W_]*(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|von|\/)\s*\d{1,4})?[\W_]*$/i;

/** Leaves out page numbers, and headers and footers, which are at the same edge of half the pages. */
export function dropRunningLines(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const line of new Set(edges(page).map(pattern))) seen.set(line, (seen.get(line) ?? 0) + 1);
  const often = Math.max(LEAST_PAGES, pages.length / 2);
  return pages.map((page) => {
    const edge = new Set(edges(page));
    return page.filter((line) => {
      const running = (seen.get(pattern(line)) ?? 0) >= often;
      return !(edge.has(line) && (running || (pages.length > 1 && PAGE_NUMBER.test(line.text))));
    });
  });
}

function edges(page: readonly PdfLine[]): readonly PdfLine[] {
  return page.length <= EDGE * 2 ? page : [...page.slice(0, EDGE), ...page.slice(-EDGE)];
}

/** Page numbers differ, the rest of a header does not; sentences that differ by a number are no header. */
function pattern({ text, base }: PdfLine): string {
  const same = /[.!?。]$/.test(text) ? text : text.replace(/\d+/g, '#');
  return `${Math.round(base / 10)} ${same}`;
}
