import { html, type Markup } from '../../adapters/web/markup.ts';
import { type Document, displayTitle } from '../../core/library/documents/document.ts';
import { explainGrade } from '../../core/library/documents/grade.ts';
import { citationLink } from '../../core/quoting/citation-link.ts';
import { citedPages } from '../../core/quoting/cited-pages.ts';
import { joinKnown } from '../../core/replies/block-lines.ts';
import { displayable } from '../../core/text/displayable.ts';
import { formatDate } from '../../core/text/format-date.ts';
import type { Slice } from '../../core/text/slice.ts';
import { isLinkable } from '../../core/text/web-address.ts';
import type { FoundQuotation } from './find-quotation.ts';
import { languageName } from './language-name.ts';
import type { PageParts } from './layout.ts';
import type { LeftOut } from './left-out.ts';
import type { Mark } from './marks.ts';
import { textParagraphs } from './text-paragraphs.ts';

/** What the page of a document shows besides its text. */
export interface DocumentView {
  readonly quotation: FoundQuotation | null;
  readonly marks: readonly Mark[];
  /** Both wordings of what changed; null if nothing did, or the earlier one is not known. */
  readonly changed: Markup | null;
  /** Null if it is not shown, or can't be told. */
  readonly leftOut: readonly LeftOut[] | null;
  /** A sentence on what is left out. */
  readonly leftOutNote: Markup | null;
  /** Links to the file and to other views of the document, in order. */
  readonly links: readonly Markup[];
}

/** A document as it is stored, with what was quoted marked. */
export function documentPage(document: Document, view: DocumentView): PageParts {
  const links = [...original(document, view.quotation), ...view.links];
  return {
    title: displayable(displayTitle(document)),
    skip: view.marks.length > 0 ? 'Skip to the text; the quotation is marked' : 'Skip to the text',
    above: html`<p class="facts">${shortFacts(document)}</p>${notice(view)}${others(view.marks)}
<ul class="links inline screen">${links.map((link) => html`<li>${link}</li>`)}</ul>`,
    main: html`${view.changed ?? ''}${view.leftOutNote ?? ''}<article lang="${document.language}">
${textParagraphs(document, { marks: view.marks, leftOut: view.leftOut ?? [] })}</article>`,
    below: html`<section aria-labelledby="about"><h2 id="about">About this document</h2><dl>${facts(document)}</dl></section>`,
  };
}

function shortFacts({ publisher, author, published, grade }: Document): string {
  const by = author === publisher ? null : author;
  return displayable(joinKnown([publisher, by, formatDate(published), grade ?? null]));
}

function facts(document: Document): readonly Markup[] {
  const { publisher, author, published, language, url, collection, id, text, sha256, grade, tags } = document;
  const { place } = citedPages(document, { start: 0, end: text.length });
  const known: readonly (readonly [string, string | Markup])[] = [
    ['Publisher', publisher ?? 'unknown'],
    ['Author', author ?? 'unknown'],
    ['Published', published === null ? 'unknown' : formatDate(published)],
    ['Language', languageName(language)],
    ...(grade ? [['Grade', explainGrade(grade) ?? ''] as const] : []),
    ...(tags ? [['Tags', tags.join(', ')] as const] : []),
    ...(place === null ? [] : [['Pages', place] as const]),
    ...(url === null || !isLinkable(url)
      ? []
      : [['Address', html`<a href="${url}" rel="noreferrer">${url}</a>`] as const]),
    ['Collection', collection],
    ['Document', id],
    ['Text', `${text.length} characters, as Dossier stores it`],
    ['SHA-256', html`<code>${sha256}</code>`],
  ];
  return known.map(
    ([name, value]) =>
      html`<dt>${name}</dt><dd>${typeof value === 'string' ? displayable(value) : value}</dd>
`,
  );
}

const NOTICES = {
  there: null,
  moved:
    'The document has changed since it was quoted. The quoted words now stand elsewhere, where they are marked.',
  gone: 'The document has changed since it was quoted: these words are no longer in it.',
} as const;

function notice({ quotation, changed }: DocumentView): Markup | string {
  const sentence = quotation && !changed ? NOTICES[quotation.state] : null;
  return sentence === null ? '' : html`<p class="notice" role="status">${sentence}</p>`;
}

/** Links to the other excerpts of the same answer. */
function others(marks: readonly Mark[]): Markup | string {
  const also = marks.filter(({ isAsked }) => !isAsked);
  if (also.length === 0) return '';
  const links = also.map(
    ({ id, number }, at) =>
      html`${at === 0 ? '' : ', '}<a href="#${id}">[${number ?? '?'}] ${ordinal(at, also.length)}</a>`,
  );
  return html`<p class="said">Also quoted from it in the same answer, underlined with dots: ${links}</p>`;
}

function ordinal(at: number, of: number): string {
  return of === 1 ? 'another excerpt' : `excerpt ${at + 1} of ${of}`;
}

const OPENING = 80; // characters

/** A link to the original, at what was quoted. */
function original(document: Document, quotation: FoundQuotation | null): readonly Markup[] {
  const { url, text } = document;
  if (url === null || !isLinkable(url)) return [];
  const slice: Slice = quotation?.slice ?? { start: 0, end: Math.min(text.length, OPENING) };
  const address = citationLink(document, slice) ?? url;
  return [html`<a href="${address}" rel="noreferrer">Open the original at ${new URL(url).host}</a>`];
}
