import { html, type Markup } from '../../adapters/web/markup.ts';
import type { ChangedExcerpt } from '../../core/conversations/sealing.ts';
import { explainGrade } from '../../core/library/documents/grade.ts';
import { type ArrangedBlock, isTimeline } from '../../core/replies/arrange-points.ts';
import { coverageLine } from '../../core/replies/coverage.ts';
import {
  arranged,
  type Exported,
  type ExportedSource,
  formatOffsets,
  pointsOf,
} from '../../core/replies/export/exported.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../core/replies/export/formats.ts';
import type { Point } from '../../core/replies/reply.ts';
import { displayable } from '../../core/text/displayable.ts';
import { formatDate, formatInstant } from '../../core/text/format-date.ts';
import { isLinkable } from '../../core/text/web-address.ts';
import { compared } from './changed-wording.ts';
import { languageName } from './language-name.ts';
import type { PageParts } from './layout.ts';
import { joined, quotationBlock } from './page-parts.ts';
import { timeline } from './pictures/timeline.ts';

/** What the page of an answer shows, and where its links lead. */
export interface AnswerView {
  readonly exported: Exported;
  readonly at: Date;
  /** What it quoted from documents that were changed since, each beside what stands there now. */
  readonly changed: readonly (ChangedExcerpt & { readonly successor: string | null })[];
  /** Where a citation is read. */
  pageOf(point: Pick<Point, 'document' | 'start' | 'end' | 'text'>): string;
  exportAs(format: ExportFormat): string;
  /** Where its topic is read; null if it is on none, or the reader can't open it. */
  readonly topicPage: string | null;
}

/** An answer, a brief or a digest: what it quotes, its sources with their facts, and its exports. */
export function answerPage(view: AnswerView): PageParts {
  const { exported } = view;
  const { headline, question, coverage, notes } = exported;
  return {
    title: headline,
    skip: 'Skip to the answer',
    above: html`${question === null || displayable(question) === headline ? '' : html`<p dir="auto">${displayable(question)}</p>`}
<p class="facts">${coverageLine(coverage)}</p>${notes.map((note) => html`<p class="facts">${displayable(note)}</p>`)}`,
    main: html`${picture(exported)}${arranged(exported).map((block) => renderBlock(view, block))}${changes(view)}
${sources(view)}`,
    below: footer(view),
  };
}

/** The timeline of an answer that has one. */
function picture(exported: Exported): Markup | string {
  const dated = exported.points.flatMap(({ date }) => (date === null ? [] : [{ date }]));
  if (!isTimeline(exported) || new Set(dated.map(({ date }) => date)).size < 2) return '';
  const documents = exported.sources.flatMap(({ published: date }) => (date === null ? [] : [{ date }]));
  const title = 'When: the documents quoted, and what they date';
  return html`<figure>${timeline({ id: 'when', title, documents, statements: dated })}<figcaption class="said">The statements follow in words.</figcaption></figure>
`;
}

function renderBlock({ exported, pageOf }: AnswerView, block: ArrangedBlock): Markup {
  switch (block.kind) {
    case 'group':
      return html`<h2 dir="auto">${displayable(block.text)}</h2>
`;
    case 'note':
      return html`<p class="said">${displayable(block.text)}</p>
`;
    case 'quote': {
      const point = exported.points.find(
        ({ text, citation }) => text === block.text && citation === block.citation,
      );
      const source = exported.sources.find(({ number }) => number === block.citation);
      return point
        ? quotationBlock(block, { page: pageOf(point), language: source?.language ?? null })
        : html``;
    }
  }
}

function changes({ changed, pageOf }: AnswerView): Markup | string {
  if (changed.length === 0) return '';
  const items = changed.map((each) => {
    const both = each.successor === null ? null : compared(each.text, each.successor);
    const { language } = each.now;
    return html`<blockquote><p class="said">As quoted:</p><p dir="auto" lang="${language}">${both?.before ?? displayable(each.text)}</p>
<p class="said">${both ? 'As it is now:' : 'Nothing like it is in the document any more.'}</p>${both ? html`<p dir="auto" lang="${language}">${both.now}</p>` : ''}
<p class="said"><a href="${pageOf(each)}">[${each.citation}] in the document as it is now</a></p></blockquote>
`;
  });
  return html`<section aria-labelledby="changed"><h2 id="changed">Changed since they were quoted</h2>
${items}</section>
`;
}

function sources(view: AnswerView): Markup | string {
  const { exported } = view;
  if (exported.sources.length === 0) return '';
  return html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2><ol class="sources">
${exported.sources.map((source) => sourceItem(view, source))}</ol></section>`;
}

function sourceItem({ exported, pageOf }: AnswerView, source: ExportedSource): Markup {
  const { number, title, publisher, author, published, language, url, document, sha256, grade, tags } =
    source;
  const quoted = pointsOf(exported, source).map(
    (point) =>
      html`<a href="${pageOf(point)}">${point.place === null ? '' : `${displayable(point.place)}, `}${formatOffsets(point)}</a>`,
  );
  const facts: readonly (readonly [string, string | Markup | null])[] = [
    ['Publisher', publisher],
    ['Author', author === publisher ? null : author],
    ['Published', published === null ? 'unknown' : formatDate(published)],
    ['Language', language && languageName(language)],
    ['Grade', explainGrade(grade)],
    ['Tags', tags?.join(', ') ?? null],
    [
      'Original',
      url === null || !isLinkable(url) ? null : html`<a href="${url}" rel="noreferrer">${url}</a>`,
    ],
    ['Quoted', joined(quoted)],
    ['Document', document],
    ['SHA-256', html`<code>${sha256}</code>`],
  ];
  const known = facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return html`<li id="source-${number}"><h3 dir="auto">[${number}] ${displayable(title)}</h3><dl>${known.map(
    ([name, value]) =>
      html`<dt>${name}</dt><dd>${typeof value === 'string' ? displayable(value) : value}</dd>`,
  )}</dl></li>
`;
}

const NAMES: Readonly<Record<ExportFormat, string>> = {
  ...{ md: 'Markdown', json: 'JSON', html: 'HTML', bibtex: 'BibTeX', csl: 'CSL-JSON (Zotero)' },
};

function footer({ exported, at, exportAs, topicPage }: AnswerView): Markup {
  const { id, kind, accessed, sources: cited } = exported;
  const what = kind === 'brief' || kind === 'digest' ? kind : 'answer';
  const exports = EXPORT_FORMATS.map(
    (format) => html`<li><a href="${exportAs(format)}" download>${NAMES[format]}</a></li>`,
  );
  return html`${cited.length === 0 ? '' : html`<nav aria-labelledby="exports"><h2 id="exports">Export</h2><ul class="links inline">${exports}</ul></nav>`}
<p>Dossier ${what} <code>${id}</code>, composed ${formatInstant(at)}, opened ${formatDate(accessed)}. What you may read, and whether the
documents are as they were quoted, is checked at each opening.</p>${topicPage === null ? '' : html`<p class="screen"><a href="${topicPage}">All on its topic</a></p>`}`;
}
