import { html, type Markup } from '../../adapters/web/markup.ts';
import type { Document } from '../../core/library/document.ts';
import { citedPages } from '../../core/quoting/cited-pages.ts';
import { displayablePart } from '../../core/text/displayable.ts';
import type { Slice } from '../../core/text/slice.ts';

/** The paragraphs of a document's text, with a mark over a slice of it and the number of each page where it begins. */
export function textParagraphs(document: Document, marked: Slice | null): readonly Markup[] {
  const { text, pages } = document;
  const isFirst = firstTime();
  return paragraphsOf(text).map((paragraph) => {
    const begun = (pages?.starts ?? []).filter(({ at }) => at >= paragraph.start && at < paragraph.end + GAP);
    const labels = begun.map(
      ({ at, index }) => html`<span class="page" id="page-${index}">${placeOf(document, at)}</span>`,
    );
    return html`<p>${labels}${parts(text, paragraph, marked).map((part) =>
      part.isMarked ? mark(lines(part.text), isFirst()) : lines(part.text),
    )}</p>
`;
  });
}

const GAP = 2; // line breaks between paragraphs

function placeOf(document: Document, at: number): string {
  return citedPages(document, { start: at, end: at + 1 }).place ?? '';
}

function mark(inside: readonly (Markup | string)[], isFirst: boolean): Markup {
  return isFirst ? html`<mark id="quote">${inside}</mark>` : html`<mark>${inside}</mark>`;
}

function firstTime(): () => boolean {
  let calls = 0;
  return () => calls++ === 0;
}

function paragraphsOf(text: string): readonly Slice[] {
  const paragraphs: Slice[] = [];
  for (const { index, 0: found } of text.matchAll(/[^\n](?:.|\n(?!\n))*/gu))
    paragraphs.push({ start: index, end: index + found.length });
  return paragraphs;
}

/** A paragraph before, in and after what is marked. */
function parts(text: string, { start, end }: Slice, marked: Slice | null) {
  const inside = (at: number) => Math.min(Math.max(at, start), end);
  const [from, to] = marked ? [inside(marked.start), inside(marked.end)] : [end, end];
  return [
    { text: text.slice(start, from), isMarked: false },
    { text: text.slice(from, to), isMarked: true },
    { text: text.slice(to, end), isMarked: false },
  ].filter((part) => part.text !== '');
}

function lines(text: string): readonly (Markup | string)[] {
  return text
    .split('\n')
    .flatMap((line, at) => (at === 0 ? [displayablePart(line)] : [html`<br>`, displayablePart(line)]));
}
