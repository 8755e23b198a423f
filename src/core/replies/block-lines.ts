import { displayable, displayablePart } from '../text/displayable.ts';
import { formatKnownDate } from '../text/format-date.ts';
import { openingWords } from '../text/opening-words.ts';
import { inQuotes, quotationMarks } from '../text/quotation-marks.ts';
import type { Block, BlockAction } from './message.ts';
import type { Item, Source } from './reply.ts';

/** How a platform marks the parts of a line. Each function takes displayable text. */
export interface Style<Part> {
  heading(line: string): Part;
  /** What the quotations below it have in common. */
  group(line: string): Part;
  /** A line in the bot's own voice. */
  note(line: string): Part;
  /** Metadata of a source, or the description of a list item. */
  detail(part: string): Part;
  /** A speaker, or the title of a list item. */
  name(part: string): Part;
  quote(line: string): Part;
  /** What was quoted, among the sentences around it. */
  marked(part: string): Part;
  /** `url` opens the source at the quotation; null if there is none. */
  citation(mark: string, url: string | null): Part;
  label(label: string): Part;
  /** Spaces and the bot's words between other parts. */
  between(text: string): Part;
}

/** The lines of one block, each as a list of parts. */
export function blockLines<Part>(block: Block, style: Style<Part>): Part[][] {
  switch (block.kind) {
    case 'heading':
      return [[style.heading(displayable(block.text))]];
    case 'group':
      return [[style.group(displayable(block.text))]];
    case 'note':
      return [[style.note(displayable(block.text))]];
    case 'quote':
      return [quoteLine(block, style)];
    case 'sources':
      return block.sources.map((source) => sourceLine(source, style));
    case 'items':
      return block.items.map((item) => itemLine(item, style));
    case 'actions':
      return [[style.note(block.text ?? `Type ${block.ids.map((id) => ACTIONS[id]).join(', or ')}.`)]];
  }
}

const ACTIONS: Readonly<Record<BlockAction, string>> = {
  more: '“more” for more',
  sources: '“sources” for source details',
};

type Quote = Extract<Block, { kind: 'quote' }>;

function quoteLine<Part>(quote: Quote, style: Style<Part>): Part[] {
  const { label, speaker, from, weak, earlier } = quote;
  return [
    ...(label === null ? [] : [style.label(`${displayable(label)}:`), style.between(' ')]),
    ...quotedParts(quote, style),
    style.between(' '),
    ...(speaker === null
      ? []
      : [style.name(displayable(speaker)), style.between(from === null ? ' ' : ', ')]),
    ...(from === null ? [] : [style.detail(displayable(from)), style.between(' ')]),
    ...citationParts(quote, style),
    ...(weak ? [style.between(' (weak)')] : []),
    ...(earlier === undefined
      ? []
      : [style.between(' · was: '), style.quote(inQuotes(displayable(earlier)))]),
  ];
}

/** A text in quotation marks, with what stands out of it in parts of its own. */
function quotedParts<Part>({ text, marked = [] }: Quote, style: Style<Part>): Part[] {
  const line = displayable(text);
  if (marked.length === 0) return [style.quote(inQuotes(line))];
  const [open, close] = quotationMarks(line);
  const parts = marked.flatMap(({ start, end }, at) => [
    style.quote(displayablePart(text.slice(marked[at - 1]?.end ?? 0, start))),
    style.marked(displayablePart(text.slice(start, end))),
  ]);
  const rest = displayablePart(text.slice(marked.at(-1)?.end));
  return [style.quote(open), ...parts, style.quote(`${rest}${close}`)];
}

/** `[1] p. 12` */
export function citationParts<Part>(
  { citation, url, place }: Pick<Quote, 'citation' | 'url' | 'place'>,
  style: Pick<Style<Part>, 'citation' | 'between' | 'detail'>,
): Part[] {
  const mark = style.citation(`[${citation}]`, url);
  return place === null ? [mark] : [mark, style.between(' '), style.detail(displayable(place))];
}

const MAX_TITLE = 48; // characters; the list of sources has the whole title

/** `[1] NATO pivots to Asia · Nawaiwaqt · 10 Jul 2024 · also: news/nato-in-asia`; what is unknown is left out. */
function sourceLine<Part>(source: Source, style: Style<Part>): Part[] {
  const { number, url, title, publisher, published, copies, grade = null, tags } = source;
  const known = [openingWords(title, MAX_TITLE), publisher, formatKnownDate(published), grade];
  const detail = displayable(joinKnown([...known, formatTags(tags), formatCopies(copies)]));
  return [style.citation(`[${number}]`, url), style.between(' '), style.detail(detail)];
}

/** Joins what is known of a document: `Nawaiwaqt · 10 Jul 2024`. */
export function joinKnown(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ');
}

const MAX_TAGS = 3; // shown beside a citation

/** `government, primary`; null if there are none. */
function formatTags(tags: readonly string[] | undefined): string | null {
  if (tags === undefined) return null;
  const more = tags.length - MAX_TAGS;
  return `${tags.slice(0, MAX_TAGS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const MAX_COPIES = 3; // named; a story may run in dozens of newspapers

function formatCopies(copies: Source['copies']): string | null {
  if (copies.length === 0) return null;
  const named = copies.slice(0, MAX_COPIES).join(', ');
  const more = copies.length - MAX_COPIES;
  return `also: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

function itemLine<Part>({ id, title, detail, url }: Item, style: Style<Part>): Part[] {
  return [
    style.label(displayable(id)),
    ...(id === title || title === '' ? [] : [style.between(' '), style.name(displayable(title))]),
    ...(detail === '' ? [] : [style.between(' '), ...itemDetail(displayable(detail), url, style)]),
  ];
}

function itemDetail<Part>(detail: string, url: string | undefined, style: Style<Part>): Part[] {
  return url === undefined
    ? [style.detail(`· ${detail}`)]
    : [style.detail('· '), style.citation(detail, url)];
}
