import type { ReadDocument } from '../../core/library/reading/document-reader.ts';
import { tidyText } from '../clean/readable-text.ts';
import type { JoinLines } from './hyphens.ts';
import { usualLeading, usualSize } from './layout.ts';
import type { PdfLine } from './lines.ts';
import { takeNotes } from './notes.ts';
import type { PdfPage } from './pages.ts';
import { continues, splitParagraphs } from './paragraphs.ts';

type PageStart = NonNullable<ReadDocument['pages']>[number];

/** A document's text, and where its pages start in it: again after each note that stands behind text of the next page. */
export interface PagedText {
  readonly text: string;
  readonly pages: readonly PageStart[];
}

/** A part of a paragraph that stands on one page. */
interface Part {
  readonly page: PdfPage;
  readonly lines: readonly PdfLine[];
}

type Paragraph = readonly Part[];

/** Joins lines that were broken by a page's width, and paragraphs that were broken by its end. */
export function composeText(pages: readonly PdfPage[], join: JoinLines): PagedText {
  return writeText(joinPages(pages), join);
}

/** Footnotes follow the paragraph that is open at the page's end, wherever it ends. */
function joinPages(pages: readonly PdfPage[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Part[] = [];
  let waiting: Paragraph[] = [];
  const size = usualSize(pages.flatMap(({ lines }) => lines));
  for (const page of pages) {
    const { text, notes } = takeNotes(page.lines, { size, leading: usualLeading(page.lines) });
    const found = splitParagraphs(text);
    for (const [at, lines] of found.entries()) {
      const above = open.at(-1)?.lines.at(-1);
      const goesOn = at === 0 && above && lines[0] && continues(above, lines[0]);
      if (!goesOn) {
        paragraphs.push(open, ...waiting);
        [open, waiting] = [[], []];
      }
      open.push({ page, lines });
    }
    waiting.push(
      ...notes.map((lines) => [{ page, lines }]),
      ...page.turned.map((line) => [{ page, lines: [line] }]),
    );
  }
  return [...paragraphs, open, ...waiting].filter((paragraph) => paragraph.length > 0);
}

function writeText(paragraphs: readonly Paragraph[], join: JoinLines): PagedText {
  const pages: PageStart[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    const before = text === '' ? '' : `${text}${GAP}`;
    let written = '';
    for (const { page, lines } of paragraph)
      for (const line of lines.map(tidyWritten).filter((each) => each !== '')) {
        const joined = written === '' ? line : join(written, line);
        const at = before.length + joined.length - line.length;
        if (pages.at(-1)?.index !== page.index) pages.push({ at, label: page.label, index: page.index });
        written = joined;
      }
    if (written !== '') text = before + written;
  }
  return { text, pages };
}

const GAP = '\n\n';
const BULLET = /^[\uF0B7\uF0A7\uF0D8\uF076\uF06E\uF0A8](?=\s+[\p{L}\p{N}])/u; // of a symbol font

function tidyWritten({ text }: PdfLine): string {
  return tidyText(text).replaceAll('\n', ' ').replace(BULLET, '•');
}
