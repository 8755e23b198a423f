import { html, type Markup } from '../../adapters/web/markup.ts';
import type { Document } from '../../core/library/documents/document.ts';
import { citedPages } from '../../core/quoting/cited-pages.ts';
import { displayablePart } from '../../core/text/displayable.ts';
import { openingWords } from '../../core/text/opening-words.ts';
import type { Slice } from '../../core/text/slice.ts';
import type { LeftOut } from './left-out.ts';
import type { Mark } from './marks.ts';

/** What is shown in a document's text besides the text itself. */
export interface Shown {
  /** In the order of the text; none touches another. */
  readonly marks: readonly Mark[];
  /** What the text leaves out of its file, in order; empty if that is not shown. */
  readonly leftOut: readonly LeftOut[];
}

/** The paragraphs of a document's text, with marks over parts of it and the number of each page where it begins. */
export function textParagraphs(document: Document, { marks, leftOut }: Shown): readonly Markup[] {
  const { text, pages } = document;
  const paragraphs = paragraphsOf(text);
  const end = paragraphs.at(-1)?.end ?? 0;
  const shown = paragraphs.map((paragraph) => {
    const begun = (pages?.starts ?? []).filter(({ at }) => at >= paragraph.start && at < paragraph.end + GAP);
    const labels = begun.map(
      ({ at, index }) => html`<span class="page" id="page-${index}">${placeOf(document, at)}</span>`,
    );
    const inside = leftOut.filter(({ at }) => at > paragraph.start && at < paragraph.end);
    const before = leftOut.filter(({ at }) => at <= paragraph.start && at > paragraph.start - GAP - 1);
    return html`${before.map(ownParagraph)}<p dir="auto">${labels}${pieces(text, paragraph, { marks, leftOut: inside })}</p>
`;
  });
  return [...shown, ...leftOut.filter(({ at }) => at >= end).map(ownParagraph)];
}

const GAP = 2; // line breaks between paragraphs

function placeOf(document: Document, at: number): string {
  return citedPages(document, { start: at, end: at + 1 }).place ?? '';
}

function paragraphsOf(text: string): readonly Slice[] {
  const paragraphs: Slice[] = [];
  for (const { index, 0: found } of text.matchAll(/[^\n](?:.|\n(?!\n))*/gu))
    paragraphs.push({ start: index, end: index + found.length });
  return paragraphs;
}

const LONG = 8; // lines left out, from which they are shown on demand

/** What was left out between two paragraphs. */
function ownParagraph({ lines }: LeftOut): Markup {
  const words = html`<p class="left-out" dir="auto">${lines.map((line) => `${displayablePart(line)}\n`)}</p>
`;
  if (lines.length < LONG) return words;
  const [first = ''] = lines;
  return html`<details><summary>left out: ${lines.length} lines from “${openingWords(displayablePart(first), 50)}”</summary>${words}</details>
`;
}

/** A paragraph in pieces: marked or not, with what was left out between them. */
function pieces(text: string, paragraph: Slice, { marks, leftOut }: Shown): readonly Markup[] {
  const within = marks.filter((mark) => mark.start < paragraph.end && paragraph.start < mark.end);
  const cuts = [...within.flatMap(({ start, end }) => [start, end]), ...leftOut.map(({ at }) => at)];
  const inside = cuts.filter((at) => at > paragraph.start && at < paragraph.end);
  const bounds = [...new Set([paragraph.start, ...inside, paragraph.end])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((start, nth) => {
    const mark = within.find((each) => each.start <= start && start < each.end);
    const missing = leftOut.filter(({ at }) => at === start).map(({ lines }) => lines.join(' '));
    const part = lines(text.slice(start, bounds[nth + 1]));
    return html`${missing.map((words) => html`<span class="left-out">${displayablePart(words)}</span> `)}${mark ? marked(mark, part, mark.start === start) : part}`;
  });
}

/** A marked part; where its mark begins, with the number of the citation before it. */
function marked({ id, number, isAsked }: Mark, part: readonly (Markup | string)[], begins: boolean): Markup {
  const label = begins && number !== null ? html`<span class="number">[${number}]</span>` : '';
  const anchor = begins ? html` id="${id}"` : '';
  return html`${label}<mark${anchor}${isAsked ? '' : html` class="also"`}>${part}</mark>`;
}

function lines(text: string): readonly (Markup | string)[] {
  return text
    .split('\n')
    .flatMap((line, at) => (at === 0 ? [displayablePart(line)] : [html`<br>`, displayablePart(line)]));
}
