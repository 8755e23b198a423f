import { html, type Markup } from '../../adapters/web/markup.ts';
import { type Document, displayTitle } from '../../core/library/documents/document.ts';
import type { Topic } from '../../core/library/topics/topic.ts';
import { coverageLine } from '../../core/replies/coverage.ts';
import type { Point } from '../../core/replies/reply.ts';
import { displayable } from '../../core/text/displayable.ts';
import { formatDate, formatInstant } from '../../core/text/format-date.ts';
import { inQuotes } from '../../core/text/quotation-marks.ts';
import type { PageParts } from './layout.ts';
import { table } from './page-parts.ts';
import { bars, countByName } from './pictures/bars.ts';
import { timeline } from './pictures/timeline.ts';
import type { TopicDigest } from './topic-digests.ts';
import type { TopicOverview } from './topic-overview.ts';

/** What the page of a topic shows, and where its links lead. */
export interface TopicView {
  readonly topic: Topic;
  readonly overview: TopicOverview;
  readonly digests: readonly TopicDigest[];
  documentPage(document: Pick<Document, 'id'>): string;
  quotationPage(point: Point): string;
  answerPage(id: string): string;
}

const NEWEST = 10; // documents

/** A topic: its newest documents, its timeline, who speaks, its sources, its digests. */
export function topicPage(view: TopicView): PageParts {
  const { topic, overview } = view;
  const { documents, coverage } = overview;
  const count = documents.length === 1 ? '1 document is' : `${documents.length} documents are`;
  return {
    title: displayable(topic.title),
    skip: 'Skip to the newest documents',
    above: html`<p class="facts">Searched for: ${displayable(topic.query)}</p><p class="facts">${count} on it · searched: ${coverageLine(coverage)}</p>`,
    main: html`${newest(view)}${when(view)}${who(view)}${publishers(overview)}${digests(view)}`,
    below: html`<p>Everything here is read from the documents as they are now. Numbers in brackets open the source at the quotation.</p>`,
  };
}

function section(id: string, title: string, content: Markup): Markup {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>
`;
}

function newest({ overview: { documents }, documentPage }: TopicView): Markup {
  const shown = documents.slice(0, NEWEST);
  if (shown.length === 0)
    return section('newest', 'Newest documents', html`<p>No document is on this topic.</p>`);
  const rows = shown.map((document) => [
    formatDate(document.published),
    html`<a href="${documentPage(document)}" dir="auto">${displayable(displayTitle(document))}</a>`,
    displayable(document.publisher ?? 'publisher unknown'),
  ]);
  const left = documents.length - shown.length;
  return section(
    'newest',
    'Newest documents',
    table(
      left > 0 ? `The newest ${shown.length} of ${documents.length}` : 'All of them',
      [{ head: 'Published' }, { head: 'Title' }, { head: 'Publisher' }],
      rows,
    ),
  );
}

/** Its documents and dated statements along a line, and the statements in words. */
function when({ overview: { documents, timeline: points }, quotationPage }: TopicView): Markup | string {
  const dated = documents.flatMap(({ published: date }) => (date === null ? [] : [{ date }]));
  const statements = points.flatMap(({ date, dateIsRelative }) =>
    date === null || dateIsRelative ? [] : [{ date }],
  );
  if (dated.length + statements.length === 0) return '';
  const rows = points.map((point) => [
    `${formatDate(point.date)}${point.dateIsRelative ? ' (reported)' : ''}`,
    quoted(point, quotationPage),
  ]);
  const title = 'Documents on the topic, and the days that they speak of';
  return section(
    'timeline',
    'Timeline',
    html`<figure>${timeline({ id: 'when', title, documents: dated, statements })}</figure>
${rows.length === 0 ? '' : table('Dated statements, newest first; (reported): the date is the document’s', [{ head: 'Date' }, { head: 'Statement' }], rows)}`,
  );
}

/** How many of the statements are whose, and the first of each. */
function who({ overview: { voices }, quotationPage }: TopicView): Markup | string {
  const named = voices.flatMap((point) =>
    point.group ? [{ point, name: displayable(point.group.text) }] : [],
  );
  if (named.length === 0) return '';
  const amounts = countByName(named.map(({ name }) => name));
  const rows = amounts.map(({ name, count }) => {
    const first = named.find((each) => each.name === name)?.point;
    return [name, String(count), first ? quoted(first, quotationPage) : ''];
  });
  const title = 'Who speaks: statements of which it is certain who makes them';
  return section(
    'voices',
    'Who speaks',
    html`<figure>${bars(amounts, { id: 'who', title, unit: ['statement', 'statements'] })}</figure>
${table('Each voice, and the first of its statements', [{ head: 'Who', isWide: true }, { head: 'Statements', isRepeated: true }, { head: 'Says' }], rows)}`,
  );
}

function quoted(point: Point, pageOf: (point: Point) => string): Markup {
  return html`<span dir="auto">${inQuotes(displayable(point.text))}</span> <a href="${pageOf(point)}">[${point.citation}]${point.place === null ? '' : ` ${displayable(point.place)}`}</a>`;
}

/** Who published how many of the documents. */
function publishers({ documents }: TopicOverview): Markup | string {
  if (documents.length === 0) return '';
  const amounts = countByName(
    documents.map(({ publisher }) => displayable(publisher ?? 'publisher unknown')),
  );
  const rows = amounts.map(({ name, count }) => {
    const dates = documents
      .filter(({ publisher }) => displayable(publisher ?? 'publisher unknown') === name)
      .flatMap(({ published }) => published ?? [])
      .sort();
    return [name, String(count), formatDate(dates.at(-1) ?? null)];
  });
  const title = 'Sources: how many of the documents come from whom';
  return section(
    'sources',
    'Sources',
    html`<figure>${bars(amounts, { id: 'from', title, unit: ['document', 'documents'] })}</figure>
${table(
  'Publishers by documents',
  [
    { head: 'Publisher', isWide: true },
    { head: 'Documents', isRepeated: true },
    { head: 'Newest', isRepeated: true },
  ],
  rows,
)}`,
  );
}

function digests({ digests: all, answerPage }: TopicView): Markup {
  if (all.length === 0)
    return section('digests', 'Digests', html`<p>No digest on this topic is scheduled here.</p>`);
  const items = all.map(
    ({ where, state, editions }) => html`<h3>${where}</h3><p class="facts">${state}</p>
${editions.length === 0 ? html`<p class="facts">No editions yet.</p>` : html`<ul class="links">${editions.map(({ answer, due }) => html`<li><a href="${answerPage(answer)}">Edition of ${formatInstant(due)}</a></li>`)}</ul>`}
`,
  );
  return section('digests', 'Digests', html`${items}`);
}
